import { WireError } from '@keyway/wire';
import { StateImage } from './image.js';
import type { StateEntry, StateStore, StoredState } from './store.js';

/** State for as long as the object lives. A client without a folder starts with an empty one; tests restart clients on a kept one. */
export class MemoryStore implements StateStore {
  readonly #image = new StateImage();
  #held = false;

  async open(): Promise<StoredState> {
    if (this.#held) throw new WireError('state_locked', 'another client of this process uses this store');
    this.#held = true;
    return this.#image.snapshot();
  }

  append(entries: readonly StateEntry[]): void {
    if (!this.#held) throw new WireError('store_failed', 'the store is closed');
    for (const entry of entries) this.#image.apply(entry);
  }

  async close(): Promise<void> {
    this.#held = false;
  }
}
