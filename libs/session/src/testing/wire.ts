import type { Seeded } from './seeded.js';

export type Direction = 'c2r' | 'r2c';

/** One in so many messages, on average; 0 or absent: never. Random faults need a seeded generator. */
export interface Faults {
  readonly lose?: number;
  readonly repeat?: number;
  /** Swaps a message with the one before it. */
  readonly reorder?: number;
  readonly flip?: number;
  readonly cut?: number;
  /** Lets the whole connection drop. */
  readonly drop?: number;
}

/** Sees every message and says what goes on instead of it: nothing, itself, another, several. */
export type Meddler = (message: Uint8Array, direction: Direction) => readonly Uint8Array[];

/**
 * A connection between two ends that does what a test says: ordered and whole by itself, and with faults or a meddler as bad as
 * any network. Messages wait until they are taken.
 */
export class Wire {
  readonly recorded: { readonly direction: Direction; readonly message: Uint8Array }[] = [];
  readonly #queues: Record<Direction, Uint8Array[]> = { c2r: [], r2c: [] };
  up = true;

  constructor(
    private readonly options: {
      readonly faults?: Faults | undefined;
      readonly random?: Seeded | undefined;
      readonly meddler?: Meddler | undefined;
      readonly record?: boolean | undefined;
    } = {},
  ) {}

  send(direction: Direction, message: Uint8Array): void {
    if (!this.up) return;
    if (this.options.record) this.recorded.push({ direction, message });
    for (const one of this.options.meddler?.(message, direction) ?? [message]) this.#enqueue(direction, one);
  }

  /** The next message of a direction; undefined: none waits, or the connection is gone. */
  take(direction: Direction): Uint8Array | undefined {
    return this.up ? this.#queues[direction].shift() : undefined;
  }

  waiting(direction: Direction): number {
    return this.up ? this.#queues[direction].length : 0;
  }

  cut(): void {
    this.up = false;
    this.#queues.c2r.length = this.#queues.r2c.length = 0;
  }

  #enqueue(direction: Direction, message: Uint8Array): void {
    const { faults = {}, random } = this.options;
    const queue = this.#queues[direction];
    const happens = (n: number | undefined): boolean => n !== undefined && n > 0 && random?.oneIn(n) === true;
    if (happens(faults.drop)) return this.cut();
    if (happens(faults.lose)) return;
    let sent = message;
    if (happens(faults.flip)) sent = flipped(sent, random!.int(sent.length * 8));
    if (happens(faults.cut)) sent = sent.subarray(0, random!.int(sent.length));
    queue.push(sent);
    if (happens(faults.repeat)) queue.push(sent);
    if (happens(faults.reorder) && queue.length > 1) queue.push(queue.splice(-2, 1)[0]!);
  }
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}
