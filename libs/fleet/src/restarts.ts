const FIRST_MS = 100;
const LONGEST_MS = 5_000;
const SETTLED_MS = 30_000;
const QUICK_MS = 1_000;
const FAILURES = 5;

/** How one run of a service went. */
export interface Run {
  readonly upMs: number;
  readonly wasReady: boolean;
}

/**
 * When a service that ended is started again: after 100 ms, then twice as long each time up to 5 s; a run of 30 s begins anew.
 * Five runs in a row that end before they were ready, or within a second, count as a failure of the service.
 */
export class Restarts {
  #nextMs = FIRST_MS;
  #failures = 0;

  ended({ upMs, wasReady }: Run): { readonly inMs: number; readonly failed: boolean } {
    if (upMs >= SETTLED_MS) this.#nextMs = FIRST_MS;
    this.#failures = wasReady && upMs >= QUICK_MS ? 0 : this.#failures + 1;
    const inMs = this.#nextMs;
    this.#nextMs = Math.min(this.#nextMs * 2, LONGEST_MS);
    return { inMs, failed: this.#failures >= FAILURES };
  }
}
