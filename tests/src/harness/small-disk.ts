import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atEnd } from './places.js';

const diskBytes = 6_291_456;

/**
 * A folder that gets full for real: a small disk of its own where one may be mounted (root), else a limit on how large a file the
 * process that writes there may make. Never nothing.
 */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly database: string,
    readonly mounted: boolean,
  ) {}

  /** Before anything lies in the folder. @param database - the file in it that grows. */
  static under(folder: string, database: string): SmallDisk {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const options = `size=${diskBytes},mode=0700`;
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
    if (mounted) atEnd(async () => void spawnSync('umount', ['-l', folder]));
    return new SmallDisk(folder, database, mounted);
  }

  /** From now on next to nothing can be written by the process: the last `spareBytes`. */
  fill(pid: number, spareBytes = 65_536): void {
    if (this.mounted) {
      const { bavail, bsize } = statfsSync(this.folder);
      writeFileSync(this.#filler, Buffer.alloc(Math.max(0, bavail * bsize - spareBytes)));
      return;
    }
    const largest = Math.max(...['', '-wal'].map((end) => statSync(`${join(this.folder, this.database)}${end}`).size));
    this.#limit(pid, String(largest));
  }

  /** There is room again. */
  clear(pid: number): void {
    if (this.mounted) rmSync(this.#filler);
    else this.#limit(pid, 'unlimited');
  }

  get #filler(): string {
    return join(this.folder, 'somebody-elses-file');
  }

  #limit(pid: number, bytes: string): void {
    const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`neither a disk could be mounted nor a limit set: ${stderr}`);
  }
}
