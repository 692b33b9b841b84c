export interface LineLimits {
  /** Lines of one event that pass within one window. */
  readonly burst: number;
  readonly windowMs: number;
}

/** Each event has its budget; a program has few event names, but should that ever be wrong, the surplus shares one budget. */
const MAX_EVENTS = 256;
const SURPLUS = 'other';

/** Decides which lines of a flood are written. Synchronous, no clock of its own. */
export class LineLimiter {
  readonly #events = new Map<string, { endsAt: number; left: number; suppressed: number }>();

  constructor(private readonly limits: LineLimits) {}

  /** @returns true when the line may be written; otherwise it is counted. */
  allow(event: string, now: number): boolean {
    const name = this.#events.has(event) || this.#events.size < MAX_EVENTS ? event : SURPLUS;
    let budget = this.#events.get(name);
    if (!budget || (now >= budget.endsAt && budget.suppressed === 0)) {
      budget = { endsAt: now + this.limits.windowMs, left: this.limits.burst, suppressed: 0 };
      this.#events.set(name, budget);
    }
    if (budget.left > 0) {
      budget.left -= 1;
      return true;
    }
    budget.suppressed += 1;
    return false;
  }

  /** Forgets the windows that have ended (all, without `now`) and returns how many lines each of them kept back. */
  collect(now = Infinity): { readonly event: string; readonly count: number }[] {
    const kept: { event: string; count: number }[] = [];
    for (const [event, { endsAt, suppressed }] of this.#events) {
      if (now < endsAt) continue;
      this.#events.delete(event);
      if (suppressed > 0) kept.push({ event, count: suppressed });
    }
    return kept;
  }
}
