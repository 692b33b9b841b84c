/** A small seeded generator (mulberry32): the same seed, the same run, on every machine. */
export class Seeded {
  #state: number;
  constructor(readonly seed: number) {
    this.#state = (seed * 0x9e3779b1) >>> 0;
  }

  /** A whole number, 0 <= n < `below`. */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  }

  /** True once in `n` on average. */
  oneIn(n: number): boolean {
    return this.int(n) === 0;
  }

  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) bytes[i] = this.int(256);
    return bytes;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!;
  }
}
