export interface BudgetLimits {
  /** At once. */
  readonly burst: number;
  /** One more after so long. */
  readonly refillMs: number;
  /** Whose budgets are held; the one used longest ago is forgotten first. */
  readonly mostKeys: number;
}

interface Account {
  readonly left: number;
  readonly at: number;
}

/** How often somebody may do what leaves a row behind. */
export class Budget {
  /** Those used last are last. */
  readonly #accounts = new Map<string, Account>();

  constructor(private readonly limits: BudgetLimits) {}

  /** @returns whether it may; then it has done so. */
  spend(key: string, now: number): boolean {
    const { burst, refillMs, mostKeys } = this.limits;
    const { left, at } = this.#accounts.get(key) ?? { left: burst, at: now };
    const since = Math.min(at, now); // a clock that was put back makes nobody wait until it has caught up
    const gained = Math.floor((now - since) / refillMs);
    const have = Math.min(burst, left + gained);
    this.#accounts.delete(key);
    this.#accounts.set(key, { left: Math.max(0, have - 1), at: have === burst ? now : since + gained * refillMs });
    if (this.#accounts.size > mostKeys) this.#accounts.delete(this.#accounts.keys().next().value!);
    return have > 0;
  }
}
