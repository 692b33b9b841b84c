import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A file system in a file. What programs wrote and did not sync is not in that file yet: a copy of it is the disk as a power
 * failure leaves it.
 */
export class Disk {
  readonly folder: string;
  readonly #place = mkdtempSync(join(tmpdir(), 'keyway-mailbox-disk-'));
  readonly #image = join(this.#place, 'image');

  private constructor() {
    this.folder = join(this.#place, 'mounted');
    mkdirSync(this.folder);
    writeFileSync(this.#image, '');
    truncateSync(this.#image, 33_554_432);
  }

  /** @returns undefined where nothing may be mounted. */
  static mount(): Disk | undefined {
    const disk = new Disk();
    if (run('mkfs.ext4', '-q', '-F', disk.#image) && run('mount', '-o', 'loop', disk.#image, disk.folder)) return disk;
    rmSync(disk.#place, { recursive: true });
    return undefined;
  }

  /** The disk as it would be found after a power failure now. */
  afterPowerFailure<T>(look: (folder: string) => T): T {
    const copy = join(this.#place, 'copy');
    const folder = join(this.#place, 'found');
    copyFileSync(this.#image, copy);
    mkdirSync(folder, { recursive: true });
    if (!run('mount', '-o', 'loop', copy, folder)) throw new Error('the copy of a disk could not be mounted');
    try {
      return look(folder);
    } finally {
      release(folder);
    }
  }

  remove(): void {
    release(this.folder);
    rmSync(this.#place, { recursive: true });
  }
}

/** Also where a failed test left a file open: it goes when that is closed. */
const release = (folder: string): void => expect(run('umount', '-l', folder)).toBe(true);
const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
