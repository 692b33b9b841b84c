/**
 * The answers of the last seconds, so that a client whose connection broke hears the same again: docs/adr/0005-repeated-requests.md.
 * Bounded in time, number and bytes; what does not fit is forgotten, oldest first.
 */
export class Repeats {
  readonly #held = new Map<string, { readonly bytes: Uint8Array; readonly until: number }>();
  readonly #making = new Set<string>();
  #bytes = 0;

  constructor(
    private readonly keepMs: number,
    private readonly maxBytes: number,
  ) {}

  /** Bytes held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** From now until `put` or `drop` the answer to this request is being made. */
  begin(name: string): void {
    this.#making.add(name);
  }

  isMaking(name: string): boolean {
    return this.#making.has(name);
  }

  drop(name: string): void {
    this.#making.delete(name);
  }

  /** Copies `bytes`. */
  put(name: string, bytes: Uint8Array, now: number): void {
    this.#making.delete(name);
    this.#expire(now);
    if (this.#held.has(name) || bytes.length > this.maxBytes) return;
    this.#held.set(name, { bytes: new Uint8Array(bytes), until: now + this.keepMs });
    this.#bytes += bytes.length;
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.maxBytes) break;
      this.#forget(oldest);
    }
  }

  /** @returns fresh bytes. */
  get(name: string, now: number): Uint8Array | undefined {
    this.#expire(now);
    const held = this.#held.get(name)?.bytes;
    return held && new Uint8Array(held); // not `slice`, which is no copy of a Buffer
  }

  /** Entries lie in the order of their time. */
  #expire(now: number): void {
    for (const [name, { until }] of this.#held) {
      if (now < until) return;
      this.#forget(name);
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#held.get(name)?.bytes.length ?? 0;
    this.#held.delete(name);
  }
}
