import type { Ask } from './ask.js';

/** Requests that wait for a free worker, in the order they came; those that a worker had and lost come first. */
export class WorkQueue {
  readonly #again = new Set<Ask>();
  readonly #fresh = new Set<Ask>();
  #bytes = 0;

  get size(): number {
    return this.#again.size + this.#fresh.size;
  }
  /** Of bodies. */
  get bytes(): number {
    return this.#bytes;
  }

  push(ask: Ask): void {
    this.#fresh.add(ask);
    this.#bytes += ask.body.length;
  }

  putBack(ask: Ask): void {
    this.#again.add(ask);
    this.#bytes += ask.body.length;
  }

  get first(): Ask | undefined {
    for (const ask of this.#again) return ask;
    for (const ask of this.#fresh) return ask;
    return undefined;
  }

  /** While the request still has its body. @returns false when it does not wait here. */
  delete(ask: Ask): boolean {
    const waited = this.#again.delete(ask) || this.#fresh.delete(ask);
    if (waited) this.#bytes -= ask.body.length;
    return waited;
  }

  /** Empties the queue. */
  *drain(): Generator<Ask> {
    for (let ask = this.first; ask !== undefined; ask = this.first) {
      this.delete(ask);
      yield ask;
    }
  }
}
