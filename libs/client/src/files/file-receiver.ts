import { lstat, readdir, rm, stat, statfs } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FileChunk } from '@keyway/wire';
import { WireError } from '@keyway/wire';
import type { Message } from '../messages.js';
import { makeFolder } from '../private-folder.js';
import { FinishedFiles } from './finished-files.js';
import { Part } from './part.js';
import { safeName } from './safe-name.js';

export interface FileReceiverOptions {
  /** Larger files are refused at their first piece. Default 4 GiB. */
  readonly maxFileBytes?: number | undefined;
  /** Transfers of one sender under way at a time; the first piece of a further one ends its oldest. Default 8. */
  readonly maxPerSender?: number | undefined;
  /** Transfers of everybody under way at a time; further ones are refused. Default 256. */
  readonly maxTransfers?: number | undefined;
  /** What the disk keeps free in any case. Default 64 MiB. */
  readonly keepFreeBytes?: number | undefined;
  /** May a file of this name be replaced? Default: never; it gets a number instead. */
  readonly overwrite?: ((name: string) => boolean) | undefined;
  /** Pieces of files nobody went on with for so long are removed at the start. Default 30 days. */
  readonly maxIdleMs?: number | undefined;
}

export type FileFailure =
  | 'gap' // pieces are missing
  | 'mismatch' // size or SHA-256 is not what the sender said
  | 'too_large'
  | 'no_space'
  | 'unknown' // not its first piece, and nothing is known of it
  | 'too_many'; // transfers under way, of this sender or of all

/** What became of a piece. `name` is safe to print and to create. */
export type FileEvent =
  | { readonly kind: 'progress'; readonly from: string; readonly name: string; readonly receivedBytes: number; readonly totalBytes: number }
  | {
      readonly kind: 'complete';
      readonly from: string;
      readonly name: string;
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
    }
  | { readonly kind: 'failed'; readonly from: string; readonly name: string; readonly reason: FileFailure };

const defaults = {
  maxFileBytes: 4_294_967_296,
  maxPerSender: 8,
  maxTransfers: 256,
  keepFreeBytes: 67_108_864,
  maxIdleMs: 30 * 86_400_000,
};

/**
 * Puts files together from their pieces, in a folder. Bytes collect in `.keyway-parts/`; a file appears under its name only when it is
 * whole and its hash fits. Goes on over restarts where it was; a last piece that comes again after one is told as complete again. Senders are not trusted: names, sizes, offsets and disk are checked.
 *
 * Await `accept` before asking for the next message: then a piece is with the operating system before it is acknowledged.
 */
export class FileReceiver {
  readonly #folder: string;
  readonly #parts: string;
  readonly #finished: FinishedFiles;
  readonly #open = new Map<string, Part>();
  readonly #failed = new Set<string>();
  readonly #limits: typeof defaults;
  readonly #overwrite: (name: string) => boolean;
  #ready: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, options: FileReceiverOptions = {}) {
    this.#folder = resolve(folder);
    this.#parts = join(this.#folder, '.keyway-parts');
    this.#finished = new FinishedFiles(this.#parts);
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    this.#limits = { ...defaults, ...Object.fromEntries(given) };
    this.#overwrite = options.overwrite ?? (() => false);
  }

  /**
   * @returns undefined for a message that is no piece of a file, and for one of a transfer that has failed already.
   * Rejects when the folder cannot be written: the piece is not kept, do not acknowledge it.
   */
  accept(message: Message): Promise<FileEvent | undefined> {
    const chunk = message.file;
    if (chunk === undefined) return Promise.resolve(undefined);
    const turn = this.#turn.then(() => this.#accept(message.from, chunk, message.body, message.redelivered));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Closes files; what is under way stays to be gone on with. */
  async close(): Promise<void> {
    await this.#turn;
    for (const part of this.#open.values()) await part.close();
    this.#open.clear();
  }

  async #accept(from: string, chunk: FileChunk, data: Uint8Array, redelivered: boolean): Promise<FileEvent | undefined> {
    await (this.#ready ??= this.#prepare());
    const key = `${from.slice(0, 16)}-${Buffer.from(chunk.transfer).toString('hex')}`;
    if (this.#failed.has(key)) return undefined;
    const known = this.#open.get(key) ?? (await Part.resume(join(this.#parts, `${key}.part`)));
    if (known !== undefined) this.#open.set(key, known);
    if (known !== undefined && known.head.from !== from) return this.#fail(key, from, 'file', 'unknown');
    const before = known === undefined && redelivered ? await this.#finishedBefore(key, from, chunk, data.length) : undefined;
    if (before !== undefined) return before;
    const part = known ?? (await this.#begin(key, from, chunk));
    if ('kind' in part) return part;
    return this.#take(key, part, chunk, data, redelivered);
  }

  /** The process ended after the file was saved and before its last piece was acknowledged. */
  async #finishedBefore(key: string, from: string, chunk: FileChunk, length: number): Promise<FileEvent | undefined> {
    const found = this.#finished.find(from, Buffer.from(chunk.transfer).toString('hex'));
    const isLast = found !== undefined && chunk.size === found.bytes && chunk.offset + length === found.bytes;
    if (!isLast || Buffer.from(chunk.sha256).toString('hex') !== found.sha256) return undefined;
    await this.#remove(`${key}.part`);
    const { name, savedAs, bytes, sha256 } = found;
    return { kind: 'complete', from, name, path: join(this.#folder, savedAs), bytes, sha256 };
  }

  async #begin(key: string, from: string, chunk: FileChunk): Promise<Part | FileEvent> {
    const name = safeName(chunk.name);
    if (chunk.index !== 0 || chunk.offset !== 0) return this.#fail(key, from, name, 'unknown');
    if (chunk.size > this.#limits.maxFileBytes) return this.#fail(key, from, name, 'too_large');
    if (!(await this.#hasRoom(chunk.size))) return this.#fail(key, from, name, 'no_space');
    if (!(await this.#giveWay(from))) return this.#fail(key, from, name, 'too_many');
    const transfer = Buffer.from(chunk.transfer).toString('hex');
    const part = await Part.create(join(this.#parts, `${key}.part`), { from, transfer, name, size: chunk.size });
    this.#open.set(key, part);
    return part;
  }

  async #take(key: string, part: Part, chunk: FileChunk, data: Uint8Array, redelivered: boolean): Promise<FileEvent> {
    const { from, name, size } = part.head;
    const end = chunk.offset + data.length;
    if (chunk.size !== size || end > size || (data.length === 0 && size > 0)) return this.#fail(key, from, name, 'mismatch');
    if (chunk.offset > part.offset) return this.#fail(key, from, name, 'gap');
    if (part.resumed || (chunk.offset < part.offset && redelivered)) await part.rewind(chunk.offset);
    else if (chunk.offset < part.offset) return this.#fail(key, from, name, 'mismatch'); // reading it all again costs: not on a sender's word
    if (!(await this.#hasRoom(data.length))) return this.#fail(key, from, name, 'no_space'); // others may have used it up since the beginning
    try {
      await part.write(data);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== 'EFBIG') throw thrown;
      return this.#fail(key, from, name, 'no_space');
    }
    if (end < size) {
      if (chunk.sha256.length > 0) return this.#fail(key, from, name, 'mismatch');
      return { kind: 'progress', from, name, receivedBytes: end, totalBytes: size };
    }
    const digest = part.digest();
    if (!digest.equals(chunk.sha256)) return this.#fail(key, from, name, 'mismatch');
    this.#open.delete(key);
    const sha256 = digest.toString('hex');
    const path = await part.finish(this.#folder, this.#overwrite(name), (saved) =>
      this.#finished.note({ from, transfer: part.head.transfer, name, savedAs: basename(saved), bytes: size, sha256 }),
    );
    return { kind: 'complete', from, name, path, bytes: size, sha256 };
  }

  async #fail(key: string, from: string, name: string, reason: FileFailure): Promise<FileEvent> {
    await this.#open.get(key)?.discard();
    this.#open.delete(key);
    if (this.#failed.size >= 10_000) this.#failed.clear(); // then the rest of an old one fails again, as unknown
    this.#failed.add(key);
    return { kind: 'failed', from, name, reason };
  }

  /** A sender who begins and never ends must not fill the disk with beginnings. */
  async #giveWay(from: string): Promise<boolean> {
    const all = (await readdir(this.#parts)).filter((name) => name.endsWith('.part'));
    const names = all.filter((name) => name.startsWith(from.slice(0, 16)));
    if (names.length < this.#limits.maxPerSender) return all.length < this.#limits.maxTransfers;
    const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.#parts, name))).mtimeMs })));
    aged.sort((a, b) => a.at - b.at);
    for (const { name } of aged.slice(0, names.length - this.#limits.maxPerSender + 1)) {
      const key = name.slice(0, -'.part'.length);
      if (this.#open.has(key)) await this.#fail(key, from, name, 'too_many');
      else await this.#remove(name);
    }
    return true;
  }

  async #hasRoom(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#parts);
    return bavail * bsize - bytes >= this.#limits.keepFreeBytes;
  }

  async #prepare(): Promise<void> {
    try {
      makeFolder(this.#parts);
    } catch (cause) {
      throw new WireError('file_unreadable', `${this.#folder} (${(cause as NodeJS.ErrnoException).code})`, { cause });
    }
    const entry = await lstat(this.#parts); // in a folder of many somebody else may have made it first
    if (!entry.isDirectory() || (entry.mode & 0o022) !== 0 || entry.uid !== (process.getuid?.() ?? entry.uid)) {
      throw new WireError('file_unreadable', `${this.#parts} is not a folder into which nobody else can write. Remove it`);
    }
    await this.#finished.load();
    const oldest = Date.now() - this.#limits.maxIdleMs;
    for (const name of await readdir(this.#parts)) {
      if (!name.endsWith('.part')) continue;
      const { mtimeMs } = await stat(join(this.#parts, name));
      if (mtimeMs < oldest) await this.#remove(name);
    }
  }

  async #remove(name: string): Promise<void> {
    await Promise.all([rm(join(this.#parts, name), { force: true }), rm(join(this.#parts, `${name}.json`), { force: true })]);
  }
}
