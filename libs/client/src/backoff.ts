/** Full jitter (random between nothing and a doubling bound): clients that lost the same router do not come back as one crowd. */
export class Backoff {
  #failures = 0;

  constructor(
    private readonly firstMs = 100,
    private readonly mostMs = 5_000,
    private readonly random: () => number = Math.random,
  ) {}

  /** How long to wait before the next attempt. */
  next(): number {
    const bound = Math.min(this.mostMs, this.firstMs * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 30);
    return this.random() * bound;
  }

  /** It went well for long enough: the next failure is a first one again. */
  reset(): void {
    this.#failures = 0;
  }
}
