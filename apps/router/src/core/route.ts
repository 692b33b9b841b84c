import type { ErrorReason } from '@keyway/wire';
import type { Outbound } from './outbound.js';
import type { Peer } from './peer.js';

/** One run a sender handed over, or numbers it gave up. */
export interface Run {
  readonly firstSeq: number;
  readonly createdMs: number;
  readonly lifetimeS: number;
  /** Numbers given up; then there are no bodies. */
  readonly skipped: number;
  /** Alias the record they came in, and are not changed: see `kept`. */
  readonly bodies: Uint8Array;
  readonly count: number;
}

/** What a sender's handle stands for: one stream to one recipient. */
export class Route {
  /** `keyOf(recipient)` */
  readonly key: string;
  /** Answered up to here; written as one range at the next flush. */
  acceptedUpTo = 0;
  acceptedDirty = false;
  /** Its sender may know of the recipient. */
  passed = false;
  /** The recipient is being looked up; runs wait in `held`. */
  asking = false;
  held: Run[] | undefined;
  /** Why nothing will ever be taken on this handle. */
  dead: ErrorReason | undefined;
  /** The recipient's mailbox is full: its sender is to be told when it is not any more. */
  waitsForRoom = false;
  /** The recipient's side of this stream, found once per session of the recipient: `Inbox` checks that it is still its own. */
  outbound: Outbound | undefined;
  /** Recipient ‖ stream: one small array in place of two, for a session may have tens of thousands of routes. */
  readonly #ids = new Uint8Array(48);
  #haltedAt = Infinity;
  #lastHaltAt = Infinity;
  #halts = 0;

  constructor(
    readonly peer: Peer,
    readonly handle: number,
    recipient: Uint8Array,
    stream: Uint8Array,
    readonly live: boolean,
  ) {
    this.key = keyOf(recipient);
    this.#ids.set(recipient);
    this.#ids.set(stream, 32);
  }

  /** Fresh views. */
  get recipient(): Uint8Array {
    return this.#ids.subarray(0, 32);
  }
  get stream(): Uint8Array {
    return this.#ids.subarray(32);
  }

  /** How often the sender was told to halt: what was taken earlier is covered by what it was told since. */
  get halts(): number {
    return this.#halts;
  }

  /** The sender of a durable stream is told that nothing is taken from `first` on. */
  halt(first: number): void {
    this.#halts += 1;
    this.#lastHaltAt = first;
    this.#haltedAt = Math.min(this.#haltedAt, first);
  }

  /** Was the sender told already that a run, taken after so many halts and refused from `first` on, is to be sent again? */
  covers(first: number, halts: number): boolean {
    return halts < this.#halts && first >= this.#lastHaltAt;
  }

  /** Up to where a run, taken after so many halts, may be accepted: its sender goes back to the number it was halted at since. */
  acceptable(upTo: number, halts: number): number {
    return halts < this.#halts ? Math.min(upTo, this.#lastHaltAt - 1) : upTo;
  }

  /**
   * Nothing behind the number a stream was halted at is taken before that number came again: a store that never saw the stream
   * would take it for the first. The sender knows: it was told to send again from that number on.
   */
  mayTake({ firstSeq, count, skipped }: Pick<Run, 'firstSeq' | 'count' | 'skipped'>): boolean {
    if (firstSeq > this.#haltedAt) return false;
    if (firstSeq + count + skipped > this.#haltedAt) this.#haltedAt = Infinity;
    return true;
  }
}

/** What a run counts for, in windows and queues: numbers given up are one, however many. */
export const weightOf = (run: Pick<Run, 'count'>): number => Math.max(1, run.count);

/** Bytes that outlive the turn: a small part of a large record is copied, or it would keep the record. */
export const kept = (bytes: Uint8Array): Uint8Array => (bytes.length * 4 < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes);

/** A client id as a map key: one character per byte. */
export const keyOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
