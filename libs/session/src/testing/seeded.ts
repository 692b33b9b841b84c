// Jest answers for globals slowly: what is called a hundred million times is looked up once.
const { imul, floor } = Math;
const Bytes = Uint8Array;

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
    t = imul(t ^ (t >>> 15), t | 1);
    t ^= t + imul(t ^ (t >>> 7), t | 61);
    return floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  }

  /** True once in `n` on average. */
  oneIn(n: number): boolean {
    return this.int(n) === 0;
  }

  bytes(length: number): Uint8Array {
    const bytes = new Bytes(length);
    for (let i = 0; i < length; i += 1) bytes[i] = this.int(256);
    return bytes;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!;
  }
}
