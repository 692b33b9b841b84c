import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pragma } from './database.js';

/**
 * Refusing new messages a little before the disk is full leaves room for the writes that make room: forgetting released
 * messages needs pages of the write-ahead log first.
 */
export class Space {
  readonly #folder: string;
  readonly #keepFree: number;
  readonly #pageSize: number;

  constructor(
    private readonly db: DatabaseSync,
    path: string,
    keepFreeBytes: number | undefined,
  ) {
    this.#folder = dirname(path);
    const { blocks, bsize } = statfsSync(this.#folder);
    this.#keepFree = keepFreeBytes ?? Math.min(16_777_216, (blocks * bsize) / 8);
    this.#pageSize = pragma(db, 'page_size');
  }

  has(bytes: number): boolean {
    const { bavail, bsize } = statfsSync(this.#folder);
    const free = bavail * bsize - this.#keepFree - bytes;
    return free >= 0 || free + pragma(this.db, 'freelist_count') * this.#pageSize >= 0;
  }

  /** Gives pages back to the disk when most of a large file is empty; a bounded piece at a time. */
  giveBack(): void {
    const free = pragma(this.db, 'freelist_count');
    if (free > 4_096 && free * 2 > pragma(this.db, 'page_count')) this.db.exec('pragma incremental_vacuum(256)');
  }
}
