import type { IncomingMessage, IncomingStream } from './incoming-stream.js';

/** A message for the application, or numbers to be told as skipped in its place. */
export interface Queued {
  readonly stream: IncomingStream;
  readonly seq: number;
  readonly skipped: number;
  readonly message: IncomingMessage | undefined;
}

/** What waits for the application, in order. */
export class IncomingQueue {
  readonly #items: (Queued | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(item: Queued): void {
    this.#items.push(item);
  }

  /** A moving head instead of `shift`; memory is given back now and then. */
  take(): Queued | undefined {
    if (this.#head === this.#items.length) return undefined;
    const item = this.#items[this.#head]!;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    if (this.#head === this.#items.length) this.#items.length = this.#head = 0;
    else if (this.#head > 1_024 && this.#head * 2 > this.#items.length) {
      this.#items.splice(0, this.#head);
      this.#head = 0;
    }
    return item;
  }
}
