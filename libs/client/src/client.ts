import type { PrivateIdentity } from '@keyway/crypto';
import type { Reply, RequestOptions } from './asking.js';
import type { EventName, Listener } from './events.js';
import type { FileSent, SendFileOptions } from './files/send-file.js';
import type { FleetAdmin } from './fleet-admin.js';
import type { FleetStatus, Member, NameShare, VisibilityOptions } from './fleet-calls.js';
import type { Message } from './messages.js';
import type { PostOptions, Sent, Settle } from './outbox.js';
import type { PresenceListener } from './presence.js';
import type { ServiceHandler, Serving } from './service.js';
import type { ServeOptions } from './serving.js';

export interface SendOptions extends Omit<PostOptions, 'file'> {
  /** Gives the message up: rejects with `aborted`. What has left already may still arrive. */
  readonly signal?: AbortSignal | undefined;
}

export type ClientState = 'attached' | 'detached' | 'closed';

/** Counters since `connect()`; `waiting…` and `halted` are of this moment. */
export interface ClientStats {
  readonly posted: number;
  readonly accepted: number;
  readonly refused: number;
  /** Messages without an answer, and streams the fleet holds back. */
  readonly waitingOut: number;
  readonly halted: number;
  readonly received: number;
  readonly acknowledged: number;
  readonly skipped: number;
  readonly malformed: number;
  /** Messages here that the application has not asked for yet. */
  readonly waitingIn: number;
  readonly channels: number;
  readonly attaches: number;
  readonly attempts: number;
  readonly recordsOut: number;
  readonly recordsIn: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** Records dropped: forged or repeated. */
  readonly dropped: number;
  /** Requests to services: asked, answered, failed, without an answer yet, and how often one was sent again after a re-attach. */
  readonly requests: {
    readonly asked: number;
    readonly answered: number;
    readonly failed: number;
    readonly repeated: number;
    readonly open: number;
  };
}

/** A client of a fleet: attached, or on its way to be again, until it is closed. */
export interface Client {
  /** The client id as text: the address others send to. */
  readonly id: string;
  readonly state: ClientState;
  /**
   * Sends one message to a client id, or to a name: the fleet says once a session whose it is, and a name that moves to another key
   * is refused (names are hints, ids are proof). Resolves once the fleet answers for it: a durable message is stored then, a live one
   * relayed. Waits as long as the mailbox is full or the fleet away (the events tell). Rejects with a WireError: `address_invalid`,
   * `too_large`, `recipient_unknown`, `recipient_offline` (live), `message_expired`, `aborted`, `backpressure` (far too much waits
   * here), and with what closed the client. Durable messages that were not answered for stay in the store and leave with the next
   * start, but for those to a name that was not known yet.
   */
  send(to: string, body: Uint8Array | string, options?: SendOptions): Promise<Sent>;
  /**
   * `send` without a promise, for high rates. Throws what is wrong with the arguments; then `onSettled` is never called. Behind a
   * name that is not known yet `onSettled` is told.
   */
  post(to: string, body: Uint8Array | string, onSettled: Settle, options?: Omit<PostOptions, 'file'>): void;
  /**
   * The messages of this client, each once, in the order of their streams. One consumer at a time. Asking for the next message
   * acknowledges the one before; leaving the loop leaves the last one unacknowledged (it comes again, `redelivered`), unless
   * `done()` was called on it. Ends when `signal` is aborted or `close()` was called; throws what else closed the client.
   */
  messages(options?: { readonly signal?: AbortSignal | undefined }): AsyncIterableIterator<Message, undefined, undefined>;
  /** Sends a file in pieces of 60 KiB, a bounded number at a time. The other side feeds them to a `FileReceiver`. */
  sendFile(to: string, path: string, options?: SendFileOptions): Promise<FileSent>;
  /**
   * Asks a service and waits for its answer, over lost links: the request is sent again, with the same key, until its deadline.
   * Rejects with a WireError of what the answer says, such as `no_such_service`, `no_worker`, `forbidden`, `worker_failed`; with
   * `deadline_passed`, `aborted`, `too_large`, `name_invalid`, `backpressure` (far too many are open), or what closed the client.
   * A request that was given up, or whose deadline passed, may have been carried out.
   */
  request(service: string, body: Uint8Array | string, options?: RequestOptions): Promise<Reply>;
  /**
   * Works for a service until `stop()`, over re-attaches. What the handler returns is the answer; what it throws becomes a code:
   * a WireError that concerns who asked is told, everything else is `worker_failed`. Each request is given to one worker at a time,
   * and once more to another one when a worker vanishes: `key` is there to tell. Rejects with `forbidden`, `no_such_service`, …
   */
  serve(service: string, handler: ServiceHandler, options?: ServeOptions): Promise<Serving>;
  /** Whose a name is. undefined: nobody's, or somebody's this client may not see. */
  resolve(name: string): Promise<Member | undefined>;
  /** Who these client ids are, in their order. undefined: nobody, or nobody this client may see. */
  who(ids: readonly string[]): Promise<readonly (Member | undefined)[]>;
  /** Everybody this client may see, or those who are attached, by ascending id; fetched in pages. */
  list(options?: { readonly online?: boolean | undefined }): AsyncIterableIterator<Member, undefined, undefined>;
  /**
   * Tells who comes and goes, over re-attaches. For the listener everybody is offline until it is told otherwise: first it hears who is
   * there, then what changes, and after a re-attach what changed meanwhile. At most 4,096 by id. @returns how to stop.
   */
  watch(whom: 'all' | readonly string[], listener: PresenceListener): Promise<() => void>;
  /**
   * Takes a name; an empty one gives one's own up. Rejects with `name_taken`, `name_invalid`.
   * @param share - for the name of another client with "-" and a number behind it: see `shareName`.
   */
  claimName(name: string, share?: NameShare): Promise<void>;
  setVisibility(options: VisibilityOptions): Promise<void>;
  status(): Promise<FleetStatus>;
  /** What operators do. Calls are signed with `identity` and sealed to auth: routers can neither read, forge nor repeat them. */
  admin(identity: PrivateIdentity): FleetAdmin;
  /** @returns how to stop listening. */
  on<N extends EventName>(event: N, listener: Listener<N>): () => void;
  stats(): ClientStats;
  /** Tells the handlers, waits shortly for answers, says good-bye, releases the store. Idempotent; never rejects. */
  close(): Promise<void>;
}
