import { Dice } from '../random.js';

/** A story is nothing but bytes: each choice takes one, and what is cut out of the middle leaves another story. */
export class StoryBytes {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get over(): boolean {
    return this.#at >= this.bytes.length;
  }

  /** 0 … 255; 0 behind the end. */
  next(): number {
    const byte = this.bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }
  /** @param n - 1 … 256 */
  below(n: number): number {
    return this.next() % n;
  }
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}

/** The story of a seed. */
export function storyOf(seed: number, length: number): Uint8Array {
  const dice = new Dice(Math.imul(seed, 0x9e3779b1));
  return Uint8Array.from({ length }, () => dice.below(256));
}
