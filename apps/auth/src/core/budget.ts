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
    const gained = Math.max(0, Math.floor((now - at) / refillMs));
    const have = Math.min(burst, left + gained);
    this.#accounts.delete(key);
    this.#accounts.set(key, { left: Math.max(0, have - 1), at: have === burst ? now : at + gained * refillMs });
    if (this.#accounts.size > mostKeys) this.#accounts.delete(this.#accounts.keys().next().value!);
    return have > 0;
  }
}
