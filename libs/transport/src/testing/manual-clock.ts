import type { Clock } from '../drive.js';

/** Time that passes when a test says so. Timers run in order of their time, at their time; equal ones in order of setting. */
export class ManualClock implements Clock {
  readonly #timers = new Set<{ readonly time: number; readonly run: () => void }>();
  #now: number;

  constructor(now = 0) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  at(time: number, run: () => void): () => void {
    const timer = { time, run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Timers set and not yet run or cancelled. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Goes `ms` forward and runs every timer due on the way, also those set on the way. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      let next: { readonly time: number; readonly run: () => void } | undefined;
      for (const timer of this.#timers) if (timer.time <= until && (!next || timer.time < next.time)) next = timer;
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.time);
      next.run();
    }
    this.#now = until;
  }
}
