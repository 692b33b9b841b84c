import type { Row } from './row.js';
import type { Tables } from './tables.js';

/**
 * What happened to rows but is not on disk yet. It counts from the moment it is noted, goes into the next transaction that
 * succeeds, and is found again (expiry, damage) or delivered again (release) after a crash before that.
 */
export class Edits {
  readonly #gone = new Map<number, unknown>();
  readonly #skips = new Map<number, Row>();

  get size(): number {
    return this.#gone.size + this.#skips.size;
  }

  /** @param recipient - As it lies in `waiting`. */
  gone(id: number, recipient: unknown): void {
    this.#skips.delete(id);
    this.#gone.set(id, recipient);
  }

  skip(row: Row): void {
    this.#skips.set(row.id, row);
  }

  isGone(id: number): boolean {
    return this.#gone.has(id);
  }

  skipOf(id: number): Row | undefined {
    return this.#skips.get(id);
  }

  /** @returns what to call once the transaction is durable. */
  write(tables: Tables): () => void {
    for (const [id, recipient] of this.#gone) tables.delete(id, recipient);
    for (const row of this.#skips.values()) tables.putSkip(row);
    return () => {
      this.#gone.clear();
      this.#skips.clear();
    };
  }
}
