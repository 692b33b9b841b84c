import type { ErrorReason } from '@keyway/wire';

/** One run a sender handed over; the bodies alias its record and are not changed. */
export interface Run {
  readonly firstSeq: number;
  readonly createdMs: number;
  readonly lifetimeS: number;
  readonly skipped: number;
  readonly bodies: Uint8Array;
  readonly count: number;
}

/** What a sender's handle stands for: one stream to one recipient. */
export class Route {
  /** Answered up to here; written as one range at the next flush. */
  acceptedUpTo = 0;
  acceptedDirty = false;
  /** The recipient is being looked up; runs wait in `held`. */
  asking = false;
  held: Run[] = [];
  /** Why nothing will ever be taken on this handle. */
  dead: ErrorReason | undefined;
  /** Why the sender of a durable stream was told to halt; undefined once it was told to go on. */
  haltedBy: ErrorReason | undefined;
  #haltedAt = Infinity;

  constructor(
    readonly handle: number,
    readonly recipient: Uint8Array,
    /** `keyOf(recipient)` */
    readonly key: string,
    readonly stream: Uint8Array,
    readonly live: boolean,
  ) {}

  halt(first: number, reason: ErrorReason): void {
    this.haltedBy = reason;
    this.#haltedAt = Math.min(this.#haltedAt, first);
  }

  /** Nothing behind the number a stream was halted at is taken before that number came again: a store that never saw the stream would take it for the first. */
  mayTake(firstSeq: number): boolean {
    if (firstSeq > this.#haltedAt) return false;
    this.#haltedAt = Infinity;
    return true;
  }
}

/** A client id as a map key: one character per byte. */
export const keyOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
