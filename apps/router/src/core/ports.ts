import type { Append } from '@keyway/mailbox';
import type { Peer } from './peer.js';
import type { Route } from './route.js';

/** The link a peer is reached by; a slice of the transport port. */
export interface PeerLink {
  send(bytes: Uint8Array): boolean;
  close(): void;
}

/** Who waits for the outcome of an append; the same index in both arrays. */
export interface AppendOrigin {
  readonly route: Route;
  /** `Route.halts` when it was taken. */
  readonly halts: number;
}

/** What the relay asks of the world outside. Answers come back through the relay's methods, never from inside these calls. */
export interface Effects {
  /** Store and sync; then `Relay.appended(origins, batch, outcomes)`. */
  append(batch: readonly Append[], origins: readonly AppendOrigin[]): void;
  /** Then `Relay.readDone(peer, runs)`, or `Relay.readFailed(peer)`. */
  read(peer: Peer, afterId: number, maxBytes: number): void;
  release(ids: readonly number[]): void;
  /** Which of these client ids does the fleet know? Then `Relay.lookedUp(ids, known)`. One at a time. */
  lookup(clientIds: readonly Uint8Array[]): void;
  /** Something waits to be flushed: call `Relay.flush` at the end of this turn of the event loop. */
  wake(): void;
}

export interface RelayLimits {
  /** The longest a message waits in a mailbox. */
  readonly longestLifetimeMs: number;
  /** Live messages held in memory for one slow recipient: at least one sender's whole window, or it would be refused for being fast. */
  readonly liveQueueBytes: number;
  readonly liveQueueMessages: number;
  /** Bytes on their way into the mailboxes, over all senders; more is refused for the moment. */
  readonly appendingBytes: number;
  /** One read of a mailbox. */
  readonly readBytes: number;
  /** Client ids remembered as known. */
  readonly knownClients: number;
  /** Client ids in one question to auth: well below the 4,096 it takes, so that one answer never takes long. */
  readonly lookupIds: number;
  /** Streams one session is sent; clients take no more. Then it is told to attach anew. */
  readonly outboundStreams: number;
  /** Streams that all sessions together have opened; beyond it the session with the most is told to attach anew. */
  readonly routes: number;
}

export const defaultRelayLimits: RelayLimits = Object.freeze({
  longestLifetimeMs: 7 * 86_400_000,
  liveQueueBytes: 1_048_576,
  liveQueueMessages: 8_192,
  appendingBytes: 67_108_864,
  readBytes: 262_144,
  knownClients: 100_000,
  lookupIds: 1_024,
  outboundStreams: 65_536,
  routes: 1_000_000, // about 700 MB
});

/**
 * Counted since the start; read by the metrics. Each refusal and drop has a name. All numbers are messages, bodies that were there:
 * at rest durableIn + liveIn = durableStored + durableDuplicate + liveRelayed + the sum of `refused` + unanswered.
 */
export class RelayTotals {
  attached = 0;
  replaced = 0;
  recordsDropped = 0;
  durableIn = 0;
  durableStored = 0;
  durableDuplicate = 0;
  durableOut = 0;
  durableReleased = 0;
  liveIn = 0;
  liveRelayed = 0;
  liveQueued = 0;
  /** Neither accepted nor refused, because their session ended or the router drains: their clients send them again. */
  unanswered = 0;
  readonly refused = new Map<string, number>();
  readonly closed = new Map<string, number>();

  refuse(reason: string, messages: number): void {
    if (messages > 0) this.refused.set(reason, (this.refused.get(reason) ?? 0) + messages);
  }
  close(reason: string): void {
    this.closed.set(reason, (this.closed.get(reason) ?? 0) + 1);
  }
}
