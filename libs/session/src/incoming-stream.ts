import type { DeliveryClass } from '@keyway/wire';

/** A message for the application. Times in Unix milliseconds; `storedMs` is 0 for live messages. */
export interface IncomingMessage {
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly deliveryClass: DeliveryClass;
  readonly seq: number;
  readonly createdMs: number;
  readonly storedMs: number;
  readonly body: Uint8Array;
  /** It was in the application's hands when an earlier process ended: it may have been handled. */
  readonly redelivered: boolean;
}

/** How far a stream got: `done` is in the application's hands for good; `inHand` was handed out when this was written (0: none). */
export interface StreamMark {
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly done: number;
  readonly inHand: number;
}

/** What is known of a stream, over all sessions. */
export interface IncomingStream {
  readonly sender: Uint8Array;
  readonly id: Uint8Array;
  deliveryClass: DeliveryClass;
  /** Every number up to this one was queued. undefined: the first one seen decides. */
  received: number | undefined;
  done: number;
  readonly redeliveredSeq: number;
  handle: number;
  /** Handed out by `next` and not `done` yet. */
  outstanding: number;
  /** Skipped up to here, to be acknowledged with the message before it. */
  skippedTo: number;
  /** No run was seen since the stream was opened in this session. */
  fresh: boolean;
  held: Map<number, IncomingRun> | undefined;
}

/** A stream that was never seen, or only by an earlier process. */
export const newStream = (sender: Uint8Array, id: Uint8Array, mark?: StreamMark): IncomingStream => ({
  sender,
  id,
  deliveryClass: 'durable',
  received: mark?.done,
  done: mark?.done ?? 0,
  redeliveredSeq: mark !== undefined && mark.inHand > mark.done ? mark.inHand : 0,
  handle: 0,
  outstanding: 0,
  skippedTo: 0,
  fresh: true,
  held: undefined,
});

/** A run as it came, numbers apart. */
export interface IncomingRun {
  readonly createdMs: number;
  readonly storedMs: number;
  readonly skipped: number;
  readonly bodies: Uint8Array;
  readonly count: number;
}

/** One character per byte: cheaper to make and to compare than hexadecimal. */
export const keyOf = (sender: Uint8Array, stream: Uint8Array): string => latin1(sender) + latin1(stream);
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
