import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { numbered } from './safe-name.js';

/** What is known of a transfer from its first piece; kept beside the bytes. */
export interface PartHead {
  readonly from: string;
  /** 32 hexadecimal digits. */
  readonly transfer: string;
  readonly name: string;
  readonly size: number;
}

/** A file under way: `<key>.part` with the bytes so far and `<key>.part.json` with its head. Pieces come in order, so its length is its state. */
export class Part {
  #hash: Hash = createHash('sha256');

  private constructor(
    readonly head: PartHead,
    private readonly path: string,
    private readonly file: FileHandle,
    /** Bytes written. */
    public offset: number,
    /** Left by an earlier process: nothing is hashed yet. */
    public resumed: boolean,
  ) {}

  static async create(path: string, head: PartHead): Promise<Part> {
    await writeFile(`${path}.json`, JSON.stringify(head), { mode: 0o600 });
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);
    return new Part(head, path, await open(path, flags, 0o600), 0, false);
  }

  /** Takes up what an earlier process left. @returns undefined when there is nothing usable. */
  static async resume(path: string): Promise<Part | undefined> {
    const head = await readHead(path);
    if (head === undefined) return undefined;
    const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)).catch(() => undefined);
    if (file === undefined) return undefined;
    const { size } = await file.stat();
    return new Part(head, path, file, size, true);
  }

  /** After a restart the last piece may have been written in part, or comes again: back to where it begins. */
  async rewind(offset: number): Promise<void> {
    this.#hash = createHash('sha256');
    this.offset = 0;
    this.resumed = false;
    await this.file.truncate(offset);
    await this.#rehash(offset);
  }

  async write(data: Uint8Array): Promise<void> {
    for (let done = 0; done < data.length;) {
      const { bytesWritten } = await this.file.write(data, done, data.length - done, this.offset + done);
      done += bytesWritten;
    }
    this.#hash.update(data);
    this.offset += data.length;
  }

  digest(): Buffer {
    return this.#hash.copy().digest();
  }

  /**
   * Synced, then given its name; with `overwrite` in the place of another file, else under the first free one.
   * @param note - told the path before the bytes are gone from here. What is left of a process killed in between is finished again: to the same path.
   */
  async finish(folder: string, overwrite: boolean, note: (path: string) => Promise<void>): Promise<string> {
    await this.file.sync();
    await this.file.close();
    const path = overwrite ? join(folder, this.head.name) : await this.#linkFree(folder);
    await note(path);
    if (await this.#is(path)) await rm(this.path, { force: true });
    else await rename(this.path, path);
    await rm(`${this.path}.json`, { force: true });
    return path;
  }

  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await Promise.all([rm(this.path, { force: true }), rm(`${this.path}.json`, { force: true })]);
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  /** A hard link fails where a name is taken: no gap between looking and taking. @returns a path that is this file, or free where there are no links. */
  async #linkFree(folder: string): Promise<string> {
    for (let n = 1; ; n += 1) {
      const path = join(folder, n === 1 ? this.head.name : numbered(this.head.name, n));
      try {
        await link(this.path, path);
        return path;
      } catch (thrown) {
        const { code } = thrown as NodeJS.ErrnoException;
        if (await this.#is(path)) return path;
        if (code === 'EEXIST' && n < 10_000) continue;
        if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw thrown;
        if ((await identityOf(path)) === undefined) return path;
      }
    }
  }

  /** Does this path name the same bytes? */
  async #is(path: string): Promise<boolean> {
    const found = await identityOf(path);
    return found !== undefined && found === (await identityOf(this.path));
  }

  async #rehash(until: number): Promise<void> {
    const chunk = new Uint8Array(262_144);
    while (this.offset < until) {
      const { bytesRead } = await this.file.read(chunk, 0, Math.min(chunk.length, until - this.offset), this.offset);
      if (bytesRead === 0) return;
      this.#hash.update(chunk.subarray(0, bytesRead));
      this.offset += bytesRead;
    }
  }
}

/** @returns undefined when there is nothing. */
const identityOf = (path: string): Promise<string | undefined> =>
  lstat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev}/${ino}`,
    () => undefined,
  );

async function readHead(path: string): Promise<PartHead | undefined> {
  try {
    const { from, transfer, name, size } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Partial<PartHead>;
    const isSound = typeof from === 'string' && typeof transfer === 'string' && typeof name === 'string' && Number.isSafeInteger(size);
    return isSound ? { from, transfer, name, size: size! } : undefined;
  } catch {
    return undefined;
  }
}
