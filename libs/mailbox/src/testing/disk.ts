import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quickFolder } from '@keyway/sqlite-log/testing';

/** A file system in a file, on which a disk can be made to behave as disks do on bad days. Removes itself when it cannot be mounted. */
export class Disk {
  readonly folder: string;
  readonly #place = mkdtempSync(join(quickFolder, 'keyway-mailbox-disk-'));
  readonly #below: string;
  readonly #image: string;
  readonly #mounted: string[] = [];

  private constructor() {
    this.folder = join(this.#place, 'mounted');
    this.#below = join(this.#place, 'below');
    this.#image = join(this.#below, 'image');
    mkdirSync(this.folder);
    mkdirSync(this.#below);
  }

  /**
   * @param bytes - Blocks of the disk that can be written; behind them every sync fails with EIO, though the file system sees much
   * free space.
   * @returns undefined where nothing may be mounted.
   */
  static mount(bytes?: number): Disk | undefined {
    const disk = new Disk();
    if (disk.#open(bytes)) return disk;
    disk.remove();
    process.stderr.write('NOT TRIED on a disk of its own: nothing may be mounted here. Run this project as root to try it.\n');
    return undefined;
  }

  /** What was written and not synced is not in the image yet: a copy of it is the disk as a power failure leaves it now. */
  afterPowerFailure<T>(look: (folder: string) => T): T {
    const copy = join(this.#place, 'copy');
    const folder = join(this.#place, 'found');
    copyFileSync(this.#image, copy);
    mkdirSync(folder, { recursive: true });
    if (!this.#mount(['-o', 'loop', copy, folder])) throw new Error('the copy of a disk could not be mounted');
    try {
      return look(folder);
    } finally {
      this.#unmount(folder);
    }
  }

  /** From now on every block can be written. */
  heal(): void {
    run('mount', '-o', 'remount,size=64m', this.#below);
  }

  /** Reads everything from the image again: what the system still had in memory is gone. No file may be open. */
  remount(): void {
    if (!run('umount', this.folder) || !run('mount', '-o', 'loop', this.#image, this.folder)) throw new Error('the disk is in use');
  }

  remove(): void {
    for (const folder of [...this.#mounted].reverse()) this.#unmount(folder);
    rmSync(this.#place, { recursive: true });
  }

  #open(bytes: number | undefined): boolean {
    if (bytes !== undefined && !this.#mount(['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', this.#below])) return false;
    writeFileSync(this.#image, '');
    truncateSync(this.#image, 33_554_432);
    const journal = bytes === undefined ? [] : ['-O', '^has_journal']; // which would end the file system at its first failure
    return run('mkfs.ext4', '-q', '-F', ...journal, this.#image) && this.#mount(['-o', 'loop', this.#image, this.folder]);
  }

  #mount(what: readonly string[]): boolean {
    const mounted = run('mount', ...what);
    if (mounted) this.#mounted.push(what.at(-1)!);
    return mounted;
  }

  /** Also where a failed test left a file open: it goes when that is closed. */
  #unmount(folder: string): void {
    expect(run('umount', '-l', folder)).toBe(true);
    this.#mounted.splice(this.#mounted.indexOf(folder), 1);
  }
}

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
