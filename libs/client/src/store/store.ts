import type { StreamMark } from '@keyway/session';

/** Whose state it is. One store serves one client of one fleet. */
export interface StateOwner {
  readonly fleet: Uint8Array;
  readonly client: Uint8Array;
}

/** One change. Bytes in it are never modified again. */
export type StateEntry =
  | ({ readonly kind: 'owner' } & StateOwner)
  /** The fleet holds the client's key: later requests name it by its id. */
  | { readonly kind: 'enrolled' }
  /** `signed` is an encoded SignedManifest of that version. */
  | { readonly kind: 'manifest'; readonly version: number; readonly signed: Uint8Array }
  /** How far an incoming stream got. */
  | ({ readonly kind: 'mark' } & StreamMark)
  /** A durable message that waits to be accepted. */
  | ({ readonly kind: 'posted'; readonly stream: Uint8Array; readonly to: Uint8Array } & StoredMessage)
  /** Every number of an outgoing stream up to this one is answered for: accepted or refused. */
  | { readonly kind: 'answered'; readonly stream: Uint8Array; readonly upTo: number }
  /** The caller gave this number up: only its skip may still be sent. */
  | { readonly kind: 'given_up'; readonly stream: Uint8Array; readonly seq: number };

export interface StoredMessage {
  readonly seq: number;
  readonly createdMs: number;
  readonly lifetimeS: number;
  /** undefined: given up. */
  readonly body: Uint8Array | undefined;
}

export interface StoredStream {
  readonly stream: Uint8Array;
  readonly to: Uint8Array;
  /** In ascending order of their numbers. */
  readonly messages: readonly StoredMessage[];
}

export interface StoredState {
  readonly owner: StateOwner | undefined;
  readonly enrolled: boolean;
  /** An encoded SignedManifest, the newest one seen; and its version, 0 without one. */
  readonly manifest: Uint8Array | undefined;
  readonly newestVersion: number;
  readonly marks: readonly StreamMark[];
  readonly outbox: readonly StoredStream[];
  /** What was found damaged and what became of it, in words for an operator. */
  readonly damage?: string | undefined;
}

/**
 * The port: where a client keeps what must survive it. Every adapter passes `stateStoreCompliance()`.
 *
 * Restoring an older copy of the state, or losing its last entries, is safe: new messages always go under new stream ids. It
 * may show messages again, flagged `redelivered` where the state still knows that they were handed out.
 */
export interface StateStore {
  /** Rejects with a WireError: `state_locked`, `state_damaged`, `file_unreadable`. */
  open(): Promise<StoredState>;
  /**
   * Hands entries over: synchronous, because it comes before the bytes leave and before a message is shown. When it returns, a
   * crash of this process (kill -9) does not lose them. Throws a WireError (`store_full`, `store_failed`); then none of the
   * batch counts, and it may be tried again.
   */
  append(entries: readonly StateEntry[]): void;
  /** Releases what `open` took. Idempotent. */
  close(): Promise<void>;
}
