import type { Ask } from './ask.js';
import type { Desk } from './desk.js';

/**
 * Requests that wait for a free worker: a session at a time, of each in the order they came, so that who asks for hundreds holds up nobody else.
 * Those that a worker had and lost come first.
 */
export class WorkQueue {
  readonly #again = new Set<Ask>();
  /** By who asked; whose turn is next comes first. */
  readonly #fresh = new Map<Desk, Set<Ask>>();
  #size = 0;
  #bytes = 0;

  get size(): number {
    return this.#size;
  }
  /** Of bodies. */
  get bytes(): number {
    return this.#bytes;
  }

  push(ask: Ask): void {
    const waiting = this.#fresh.get(ask.desk);
    if (waiting === undefined) this.#fresh.set(ask.desk, new Set([ask]));
    else waiting.add(ask);
    this.#count(1, ask);
  }

  putBack(ask: Ask): void {
    this.#again.add(ask);
    this.#count(1, ask);
  }

  get first(): Ask | undefined {
    for (const ask of this.#again) return ask;
    for (const waiting of this.#fresh.values()) for (const ask of waiting) return ask;
    return undefined;
  }

  /** The newest request of the session that has most here; undefined unless it has more than this one would have with one more. */
  lastOfMost(desk: Desk): Ask | undefined {
    let most = 1 + (this.#fresh.get(desk)?.size ?? 0);
    let last: Ask | undefined;
    for (const waiting of this.#fresh.values()) {
      if (waiting.size <= most) continue;
      most = waiting.size;
      last = [...waiting].at(-1);
    }
    return last;
  }

  /** While the request still has its body. @returns false when it does not wait here. */
  delete(ask: Ask): boolean {
    const waited = this.#again.delete(ask) || this.#take(ask);
    if (waited) this.#count(-1, ask);
    return waited;
  }

  /** Empties the queue. */
  *drain(): Generator<Ask> {
    for (let ask = this.first; ask !== undefined; ask = this.first) {
      this.delete(ask);
      yield ask;
    }
  }

  /** Whose request was taken, comes last. */
  #take(ask: Ask): boolean {
    const waiting = this.#fresh.get(ask.desk);
    if (waiting?.delete(ask) !== true) return false;
    this.#fresh.delete(ask.desk);
    if (waiting.size > 0) this.#fresh.set(ask.desk, waiting);
    return true;
  }

  #count(one: 1 | -1, { body }: Ask): void {
    this.#size += one;
    this.#bytes += one * body.length;
  }
}
