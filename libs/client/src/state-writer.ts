import type { StreamMark } from '@keyway/session';
import { WireError } from '@keyway/wire';
import type { StateEntry, StateStore } from './store/store.js';

/**
 * Collects changes until they have to be safe: before a record leaves and before a message is shown. While the store cannot
 * write, nothing leaves and nothing is shown.
 */
export class StateWriter {
  #waiting: StateEntry[] = [];
  readonly #lateMarks = new Map<Uint8Array, StreamMark>();
  #failed = false;
  #closed = false;

  /** @param failed - told once when the store stops working; call `flush` again later. */
  constructor(
    private readonly store: StateStore,
    private readonly failed: (error: WireError) => void,
  ) {}

  add(entry: StateEntry): void {
    this.#waiting.push(entry);
  }

  /** A mark that may be written with the next batch; a newer one of the same stream takes its place. */
  addLate(mark: StreamMark): void {
    this.#lateMarks.set(mark.stream, mark);
  }

  /** @returns whether everything is safe now. */
  flush(): boolean {
    if (this.#lateMarks.size > 0) {
      for (const mark of this.#lateMarks.values()) this.#waiting.push({ kind: 'mark', ...mark });
      this.#lateMarks.clear();
    }
    if (this.#waiting.length === 0) return !this.#failed;
    if (this.#closed) return false;
    try {
      this.store.append(this.#waiting);
    } catch (thrown) {
      if (!this.#failed) this.failed(WireError.from(thrown));
      this.#failed = true;
      return false;
    }
    this.#waiting = [];
    this.#failed = false;
    return true;
  }

  /** True while the store refuses to write. */
  get stuck(): boolean {
    return this.#failed;
  }

  async close(): Promise<void> {
    this.flush();
    this.#closed = true;
    await this.store.close();
  }
}
