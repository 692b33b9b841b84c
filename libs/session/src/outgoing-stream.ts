import type { DeliveryClass, ErrorReason } from '@keyway/wire';

/** A message that waits to be answered for. `token` is the caller's, handed back when it is settled. */
export interface OutgoingMessage<T> {
  /** Empty once given up: the number then travels as a skip. */
  body: Uint8Array | undefined;
  readonly createdMs: number;
  readonly lifetimeS: number;
  token: T | undefined;
}

/** One numbered sequence to one recipient and class; outlives sessions. */
export interface OutgoingStream<T> {
  readonly id: Uint8Array;
  readonly to: Uint8Array;
  readonly deliveryClass: DeliveryClass;
  /** Number of `waiting[head]`. */
  firstSeq: number;
  readonly waiting: OutgoingMessage<T>[];
  /** Index of the oldest waiting message: a moving head instead of `shift`. */
  head: number;
  /** Number of the next message to be written in this session. */
  nextSeq: number;
  /** 0: not opened in this session. */
  handle: number;
  /** Set while the router holds the stream back; then nothing is written. */
  haltedBy: ErrorReason | undefined;
  /** When a halted stream is tried again even without a GoOn. */
  retryAtMs: number;
}

export const newStream = <T>(id: Uint8Array, to: Uint8Array, deliveryClass: DeliveryClass): OutgoingStream<T> => ({
  id,
  to,
  deliveryClass,
  firstSeq: 1,
  waiting: [],
  head: 0,
  nextSeq: 1,
  handle: 0,
  haltedBy: undefined,
  retryAtMs: 0,
});

/** Stands where a message was that is settled already. */
export const answeredMessage: OutgoingMessage<never> = Object.freeze({
  body: undefined,
  createdMs: 0,
  lifetimeS: 0,
  token: undefined,
});

/** What its caller gave up is not sent again: its lifetime would begin anew. */
export function emptyIfGivenUp(message: OutgoingMessage<unknown>): void {
  if (message.token === undefined && message.body !== undefined) message.body = undefined;
}

/** Gives memory back once much of `waiting` lies before its head. */
export function compact(stream: OutgoingStream<unknown>): void {
  if (stream.head > 1_024 && stream.head * 2 > stream.waiting.length) {
    stream.waiting.splice(0, stream.head);
    stream.head = 0;
  } else if (stream.head === stream.waiting.length) stream.waiting.length = stream.head = 0;
}
