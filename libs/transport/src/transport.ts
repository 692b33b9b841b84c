/**
 * The port: ordered links that carry whole messages, and nothing else. No protocol, no identity, no promise per message.
 * Every adapter passes `transportCompliance()` (testing/); what is written here holds for all of them.
 */

/** One peer on one ordered connection. Messages arrive whole, in order and at most once, or the link is closed. */
export interface Link {
  /** Where the peer comes from, for limits and logs, e.g. `tcp:127.0.0.1`; chosen by the network, so never an identity. */
  readonly source: string;
  /**
   * Queues one whole message. Never calls the owner back before it returns.
   * @param bytes - 1 … maxMessageBytes bytes; they belong to the link afterwards: do not touch them again.
   * @returns false when the queue is over its high-water mark: the message was taken, but wait for `drained` before the
   * next one. On a closed link: does nothing, returns false. Throws RangeError when empty or oversize: our bug, never a peer's.
   */
  send(bytes: Uint8Array): boolean;
  /**
   * Ends the link; idempotent. What is queued is still flushed, for closeMs at most, then the link is gone and `closed`
   * says 'local'. From this call on nothing else is reported. Never calls the owner back before it returns.
   */
  close(): void;
}

/**
 * What the owner of a link is told: synchronously, in order, never after `closed`. A handler that throws costs its own
 * link only: that is closed ('local') and the error goes to `onFault`.
 */
export interface LinkEvents {
  /** One whole message. The receiver may keep it but not modify it; a kept slice pins the chunk it came in (≤ 64 KiB more). */
  received(bytes: Uint8Array): void;
  /** The queue fell to the low-water mark after `send` had returned false. */
  drained(): void;
  /** Exactly once, always last. */
  closed(reason: LinkCloseReason): void;
}

export type LinkCloseReason =
  | 'ended' // the peer closed, or its connection dropped in an orderly way
  | 'local' // we closed
  | 'too_large' // the peer announced a message over maxReceivedBytes
  | 'malformed' // the peer broke the framing
  | 'peer_unreachable' // reset, timed out or unroutable
  | 'stalled'; // took none of our bytes for stallMs, or sent no first message within firstMessageMs

/** Asked once per new peer. The link may be used at once; undefined refuses the peer, who sees a closed connection. */
export type Accept = (link: Link) => LinkEvents | undefined;

export interface Listener {
  /** What was asked for, with the real port where that was 0. */
  readonly endpoint: string;
  /** Stops listening and closes every accepted link ('local'). Resolves when all are gone, closeMs at most; idempotent. */
  close(): Promise<void>;
}

export interface TransportLimits {
  /** Longest message either way; a length is checked against it before anything is allocated. */
  readonly maxMessageBytes: number;
  /** Longest message a peer may send us, where that is less: requests are short, answers long. `maxMessageBytes` unless given. */
  readonly maxReceivedBytes: number;
  /** Queued bytes from which `send` returns false. */
  readonly highWaterBytes: number;
  /** Queued bytes at or under which `drained` is told. */
  readonly lowWaterBytes: number;
  /** A peer that takes none of the bytes waiting for it for so long is cut. */
  readonly stallMs: number;
  /** Slow-loris: an accepted link without a first whole message by then is cut. Dialled links are exempt. */
  readonly firstMessageMs: number;
  /** Links one listener holds at a time; further peers are refused before `accept` is asked. */
  readonly maxLinks: number;
  /** How long a closed link, or a whole listener, may go on flushing. */
  readonly closeMs: number;
}

/** Origins: 256 KiB body + envelope; 1 MiB and 10 s per peer, 10 s handshake (security-requirements 2.2); 20,000 file descriptors. */
export const defaultLimits: TransportLimits = Object.freeze({
  maxMessageBytes: 327_680,
  maxReceivedBytes: 327_680,
  highWaterBytes: 1_048_576,
  lowWaterBytes: 262_144,
  stallMs: 10_000,
  firstMessageMs: 10_000,
  maxLinks: 20_000,
  closeMs: 500,
});

export interface DialOptions extends Partial<TransportLimits> {
  /** Gives up the attempt (rejects with `aborted`); without effect once the link is there. */
  readonly signal?: AbortSignal;
  /** How long the attempt may take, default 10,000. */
  readonly timeoutMs?: number;
}

export interface Transport {
  readonly scheme: 'tcp' | 'zmq' | 'memory';
  /** Rejects with a WireError: `port_taken`, `address_invalid`. */
  listen(endpoint: string, accept: Accept, limits?: Partial<TransportLimits>): Promise<Listener>;
  /**
   * Connects once; a lost link is never silently connected again, because a session must attach anew.
   * @param events - asked when the link is there, before the promise resolves.
   * Rejects with a WireError: `peer_unreachable`, `timed_out`, `aborted`, `address_invalid`.
   */
  dial(endpoint: string, events: (link: Link) => LinkEvents, options?: DialOptions): Promise<Link>;
}

/** What every adapter's factory takes. */
export interface TransportOptions {
  /** Told what an owner's handler threw, after its link was closed. Default: a process warning. */
  readonly onFault?: (thrown: unknown) => void;
}

/** Fills in the defaults. Throws RangeError on a limit that is not a positive integer or marks in the wrong order: our bug. */
export function limitsFrom(given: Partial<TransportLimits> = {}): TransportLimits {
  const limits = { ...defaultLimits };
  for (const name of Object.keys(defaultLimits) as (keyof TransportLimits)[]) {
    const value = given[name] ?? (name === 'maxReceivedBytes' ? limits.maxMessageBytes : defaultLimits[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer, got ${value}`);
    limits[name] = value;
  }
  if (limits.maxReceivedBytes > limits.maxMessageBytes) throw new RangeError('maxReceivedBytes must not be over maxMessageBytes');
  if (limits.lowWaterBytes > limits.highWaterBytes) throw new RangeError('lowWaterBytes must not be over highWaterBytes');
  return limits;
}
