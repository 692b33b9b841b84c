import type { Append, Waiting } from '@keyway/mailbox';
import { limits, type ErrorReason } from '@keyway/wire';
import type { Peer } from './peer.js';
import type { Route } from './route.js';

/** The link a peer is reached by; a slice of the transport port. */
export interface PeerLink {
  /** For the log of auth. */
  readonly source: string;
  send(bytes: Uint8Array): boolean;
  close(): void;
}

/** Who waits for the outcome of an append; the same index in both arrays. */
export interface AppendOrigin {
  readonly route: Route;
  /** `Route.halts` when it was taken. */
  readonly halts: number;
}

/** Which clients are meant, and who asks about each of them: the same index in both arrays. */
export interface Lookup {
  readonly clientIds: readonly Uint8Array[];
  readonly viewers: readonly Uint8Array[];
}

/** A call to auth, as rpc.proto has it, and who hears what came of it. */
export interface Question {
  readonly pattern: 'auth.admin' | 'auth.contact' | 'auth.fleet' | 'auth.lookup' | 'auth.service';
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  /** Told once, through `Relay.answered`: the bytes of the answer, or why there is none. */
  readonly answered: (answer: Uint8Array | ErrorReason) => void;
}

/** What the router says of itself. */
export interface RouterFacts {
  /** 32 bytes: its key id. */
  readonly router: Uint8Array;
  readonly version: string;
  readonly startedMs: number;
  /** 0: none yet. */
  manifestVersion(): number;
}

/** What the relay asks of the world outside. Answers come back through the relay's methods, never from inside these calls. */
export interface Effects {
  /** Store and sync; then `Relay.appended(origins, batch, outcomes)`. */
  append(batch: readonly Append[], origins: readonly AppendOrigin[]): void;
  /** Then `Relay.readDone(peer, runs)`, or `Relay.readFailed(peer)`. */
  read(peer: Peer, afterId: number, maxBytes: number): void;
  release(ids: readonly number[]): void;
  /** What may these see of those? Then `Relay.lookedUp(sights)`. One at a time. */
  lookup(lookup: Lookup): void;
  /** Then `Relay.answered(question, answer)`. */
  ask(question: Question): void;
  /** What waits in the mailbox of this client? Then `Relay.counted(told, waiting)`; undefined when the store cannot say. */
  count(clientId: Uint8Array, told: (waiting: Waiting | undefined) => void): void;
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
  /** Client ids remembered as known to everybody; twice as many for a while. */
  readonly knownClients: number;
  /** Client ids in one question to auth: well below the 4,096 it takes, so that one answer never takes long. */
  readonly lookupIds: number;
  /** Streams one session is sent; clients take no more. Then it is told to attach anew. */
  readonly outboundStreams: number;
  /** Streams that all sessions together have opened; beyond it the session with the most is told to attach anew. */
  readonly routes: number;
  /** Requests of one session that have no answer yet: as many as the SDK sends. */
  readonly sessionRequests: number;
  /** Bodies of requests and answers held for one session. */
  readonly sessionRequestBytes: number;
  /** The same over all sessions; but each of them finds room for its share, whatever the others do: the largest call to keyway.fleet. */
  readonly requestBytes: number;
  readonly sessionShareBytes: number;
  /** Requests that wait until somebody who serves their service is free, and their bodies. */
  readonly serviceRequests: number;
  readonly serviceRequestBytes: number;
  /** Services one session works for, and sessions that work for one service here. */
  readonly sessionServices: number;
  readonly serviceWorkers: number;
  /** How often a request is given to somebody: one that takes its workers along is not given on for ever. */
  readonly attempts: number;
  /** Questions of sessions to auth that are under way; more wait for their turn. Few: auth has better things to do. */
  readonly questions: number;
  /** Calls to keyway.admin under way, over all and of one session. Half of them are for sessions of operators: they always find room. */
  readonly adminCalls: number;
  readonly sessionAdminCalls: number;
  /** Clients that one session watches by their ids. */
  readonly watchedClients: number;
  /** The same over all sessions. */
  readonly watches: number;
  /** Sessions that watch everybody: each of them is told of everybody who comes or goes. */
  readonly watchersOfAll: number;
  /** Clients whose newest state waits for a slow watcher of everybody; beyond it he is told to ask anew. */
  readonly presenceWaiting: number;
  /** Clients of whom is remembered since when they are gone. */
  readonly seenClients: number;
  /** Client ids whose revocation is remembered. */
  readonly revokedClients: number;
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
  sessionRequests: 256,
  sessionRequestBytes: 4_194_304,
  requestBytes: 67_108_864,
  sessionShareBytes: limits.fleetCallBytes,
  serviceRequests: 1_024,
  serviceRequestBytes: 16_777_216,
  sessionServices: 64,
  serviceWorkers: 1_024,
  attempts: 5,
  questions: 8,
  adminCalls: 64,
  sessionAdminCalls: 8,
  watchedClients: 4_096,
  watches: 1_000_000,
  watchersOfAll: 1_024,
  presenceWaiting: 4_096,
  seenClients: 100_000,
  revokedClients: 1_000_000,
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
  /** Sessions ended because their tickets were revoked. */
  revoked = 0;
  /** Requests that came in; at rest their number is the sum of `requestOutcomes`. */
  requests = 0;
  /** Requests given to workers, again after one vanished. */
  requestsGiven = 0;
  /** Answers to requests nobody waits for any more, and to requests that were never given. */
  repliesLate = 0;
  repliesUnknown = 0;
  presenceSent = 0;
  /** Watchers of everybody who were told to ask anew. */
  presenceLost = 0;
  /** By what was said: `done`, the reason, or `unanswered` when the session of the asker ended first. */
  readonly requestOutcomes = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly closed = new Map<string, number>();

  refuse(reason: string, messages: number): void {
    if (messages > 0) count(this.refused, reason, messages);
  }
  close(reason: string): void {
    count(this.closed, reason);
  }
  requested(outcome: string): void {
    count(this.requestOutcomes, outcome);
  }
}

/** Counts by name. */
export const count = (counts: Map<string, number>, name: string, by = 1): void => void counts.set(name, (counts.get(name) ?? 0) + by);
