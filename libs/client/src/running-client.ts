import type { PrivateIdentity } from '@keyway/crypto';
import type { Clock } from '@keyway/transport';
import { WireError } from '@keyway/wire';
import { Alarm, pause } from './alarm.js';
import type { Reply, RequestOptions } from './asking.js';
import type { Calls } from './calls.js';
import type { Client, ClientState, ClientStats, SendOptions } from './client.js';
import type { Connection } from './connection.js';
import type { EventName, Events, Listener } from './events.js';
import { sendFile, type FileSent, type SendFileOptions } from './files/send-file.js';
import type { FleetAdmin } from './fleet-admin.js';
import type { FleetStatus, Member, NameShare, VisibilityOptions } from './fleet-calls.js';
import type { Inbox } from './inbox.js';
import type { Message } from './messages.js';
import type { Outbox, PostOptions, Sent, Settle } from './outbox.js';
import { Posting } from './posting.js';
import type { PresenceListener } from './presence.js';
import type { ServiceHandler, Serving } from './service.js';
import type { ServeOptions } from './serving.js';
import type { StateWriter } from './state-writer.js';

export interface ClientParts {
  readonly id: string;
  readonly clock: Clock;
  readonly events: Events;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly writer: StateWriter;
  readonly connection: Connection;
  readonly calls: Calls;
  /** Makes the calls of an operator. */
  readonly admin: (identity: PrivateIdentity) => FleetAdmin;
  readonly counters: { recordsOut: number; recordsIn: number; bytesOut: number; bytesIn: number; dropped: number };
  /** Ends everything that waits for the network. */
  readonly ending: AbortController;
}

/** How long `close` waits for answers. */
const lingerMs = 1_000;
/** How often a store that failed is tried again, and lapsed messages are looked for. */
const careMs = 500;

export class RunningClient implements Client {
  readonly id: string;
  readonly #parts: ClientParts;
  readonly #posting: Posting;
  readonly #care: Alarm;
  #turn: NodeJS.Immediate | undefined;
  #closed: WireError | undefined;
  #closing: Promise<void> | undefined;
  #kept: Promise<void> | undefined;

  constructor(parts: ClientParts) {
    this.id = parts.id;
    this.#parts = parts;
    this.#posting = new Posting(parts.outbox, parts.calls.names, () => this.wake());
    this.#care = new Alarm(parts.clock, () => this.#lookAfter());
  }

  /** The first session stands: keep it up from here on. */
  run(): void {
    this.#kept = this.#parts.connection.keep().then((failure) => (failure && this.#closed === undefined ? this.#end(failure) : undefined));
    this.#lookAfter();
    setImmediate(() => this.#parts.events.open());
  }

  /** It never was attached. */
  discard(): void {
    this.#closed = new WireError('session_closed');
    this.#parts.calls.close(this.#closed);
    this.#care.stop();
    clearImmediate(this.#turn);
    this.#parts.connection.stop();
  }

  get state(): ClientState {
    if (this.#closed !== undefined) return 'closed';
    return this.#parts.connection.attachment === undefined ? 'detached' : 'attached';
  }

  send(to: string, body: Uint8Array | string, options?: SendOptions): Promise<Sent> {
    return new Promise((resolve, reject) => {
      const settle: Settle = (error, sent) => (error === undefined ? resolve(sent!) : reject(error));
      if (options?.signal) this.#postUntil(options.signal, to, body, settle, options);
      else this.post(to, body, settle, options);
    });
  }

  post(to: string, body: Uint8Array | string, onSettled: Settle, options?: PostOptions): void {
    if (this.#closed !== undefined) throw this.#closed;
    this.#posting.post(to, body, onSettled, options);
  }

  messages(options: { readonly signal?: AbortSignal | undefined } = {}): AsyncIterableIterator<Message, undefined, undefined> {
    return this.#parts.inbox.iterate(options.signal);
  }

  sendFile(to: string, path: string, options: SendFileOptions = {}): Promise<FileSent> {
    const post = (body: Uint8Array, settle: Settle, signal: AbortSignal, more: PostOptions): void =>
      this.#postUntil(signal, to, body, settle, more);
    return sendFile(post, path, options);
  }

  request(service: string, body: Uint8Array | string, options?: RequestOptions): Promise<Reply> {
    return this.#parts.calls.asking.request(service, body, options);
  }
  serve(service: string, handler: ServiceHandler, options?: ServeOptions): Promise<Serving> {
    return this.#parts.calls.services.serve(service, handler, options);
  }
  resolve(name: string): Promise<Member | undefined> {
    return this.#parts.calls.fleet.resolve(name);
  }
  who(ids: readonly string[]): Promise<readonly (Member | undefined)[]> {
    return this.#parts.calls.fleet.who(ids);
  }
  list(options?: { readonly online?: boolean | undefined }): AsyncIterableIterator<Member, undefined, undefined> {
    return this.#parts.calls.fleet.list(options);
  }
  watch(whom: 'all' | readonly string[], listener: PresenceListener): Promise<() => void> {
    return this.#parts.calls.presence.watch(whom, listener);
  }
  claimName(name: string, share?: NameShare): Promise<void> {
    return this.#parts.calls.fleet.claimName(name, share);
  }
  setVisibility(options: VisibilityOptions): Promise<void> {
    return this.#parts.calls.fleet.setVisibility(options);
  }
  status(): Promise<FleetStatus> {
    return this.#parts.calls.fleet.status();
  }
  admin(identity: PrivateIdentity): FleetAdmin {
    return this.#parts.admin(identity);
  }

  on<N extends EventName>(event: N, listener: Listener<N>): () => void {
    return this.#parts.events.on(event, listener);
  }

  stats(): ClientStats {
    const { outbox, inbox, connection, calls, counters } = this.#parts;
    const now = { waitingOut: outbox.waiting, halted: outbox.halted, waitingIn: inbox.waiting };
    const { requests } = calls.asking;
    const asked = { requests: { ...requests.counters, open: requests.open } };
    return { ...outbox.counters, ...inbox.counters, ...connection.counters, ...counters, ...now, ...asked };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Something waits to be sent or stored. */
  wake(): void {
    const { attachment } = this.#parts.connection;
    if (attachment) attachment.wake();
    else this.#turn ??= setImmediate(() => this.#store());
    if (this.#parts.outbox.timed || this.#parts.writer.stuck) this.#soon();
  }

  /** The store stopped working: nothing leaves and nothing is shown until it works again. */
  storeFailed(error: WireError): void {
    this.#parts.events.emit('warning', { reason: error.reason, text: `${error.message}; the client waits for it` });
    this.#soon();
  }

  #postUntil(signal: AbortSignal, to: string, body: Uint8Array | string, settle: Settle, options: PostOptions): void {
    if (this.#closed !== undefined) throw this.#closed;
    this.#posting.postUntil(signal, to, body, settle, options);
  }

  #soon(): void {
    if (this.#closed === undefined) this.#care.at(this.#parts.clock.now() + careMs);
  }

  #lookAfter(): void {
    const { outbox, inbox, writer } = this.#parts;
    outbox.expire();
    this.wake();
    if (writer.stuck && writer.flush()) inbox.arrived();
    if (outbox.timed || writer.stuck) this.#soon();
  }

  /** Without a session nothing leaves, but what was posted is kept. */
  #store(): void {
    this.#turn = undefined;
    this.#parts.outbox.note();
    this.#parts.writer.flush();
  }

  async #close(): Promise<void> {
    const { outbox, calls, clock, connection } = this.#parts;
    const until = clock.now() + lingerMs;
    calls.services.close();
    this.wake();
    const forever = new AbortController().signal;
    const waits = (): boolean => (outbox.waiting > 0 && outbox.halted === 0) || calls.services.busy;
    while (this.state === 'attached' && waits() && clock.now() < until) await pause(clock, 5, forever);
    if (this.#closed === undefined) {
      this.#store();
      connection.stop();
      await this.#end(new WireError('session_closed'));
    }
    await this.#kept;
  }

  /** The one way out, for `close()` and for what is final. */
  async #end(error: WireError): Promise<void> {
    const { outbox, inbox, calls, writer, events, ending, connection } = this.#parts;
    this.#closed = error;
    this.#care.stop();
    clearImmediate(this.#turn);
    ending.abort();
    connection.stop();
    outbox.note();
    outbox.close(error);
    calls.close(error);
    inbox.end(error.reason === 'session_closed' ? undefined : error);
    await writer.close().catch((thrown: unknown) => {
      const { reason, message: text } = WireError.from(thrown);
      events.emit('warning', { reason, text });
    });
    events.emit('closed', { reason: error.reason });
  }
}
