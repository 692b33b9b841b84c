import type { Clock } from '@keyway/transport';
import { WireError } from '@keyway/wire';
import { aborted, Alarm, pause } from './alarm.js';
import type { Connection } from './connection.js';
import type { EventName, Events, Listener } from './events.js';
import { sendFile, type FileSent, type SendFileOptions } from './files/send-file.js';
import type { Inbox } from './inbox.js';
import type { Message } from './messages.js';
import type { Outbox, PostOptions, Sent, Settle } from './outbox.js';
import type { StateWriter } from './state-writer.js';

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
}

/** A client of a fleet: attached, or on its way to be again, until it is closed. */
export interface Client {
  /** The client id as text: the address others send to. */
  readonly id: string;
  readonly state: ClientState;
  /**
   * Sends one message. Resolves once the fleet answers for it: a durable message is stored then, a live one relayed. Waits as
   * long as the mailbox is full or the fleet away (the events tell). Rejects with a WireError: `address_invalid`, `too_large`,
   * `recipient_unknown`, `recipient_offline` (live), `message_expired`, `aborted`, `backpressure` (far too much waits here), and
   * with what closed the client. Durable messages that were not answered for stay in the store and leave with the next start.
   */
  send(to: string, body: Uint8Array | string, options?: SendOptions): Promise<Sent>;
  /** `send` without a promise, for high rates. Throws what is wrong with the arguments; then `onSettled` is never called. */
  post(to: string, body: Uint8Array | string, onSettled: Settle, options?: Omit<PostOptions, 'file'>): void;
  /**
   * The messages of this client, each once, in the order of their streams. One consumer at a time. Asking for the next message
   * acknowledges the one before; leaving the loop leaves the last one unacknowledged (it comes again, `redelivered`), unless
   * `done()` was called on it. Ends when `signal` is aborted or `close()` was called; throws what else closed the client.
   */
  messages(options?: { readonly signal?: AbortSignal | undefined }): AsyncIterableIterator<Message, undefined, undefined>;
  /** Sends a file in pieces of 60 KiB, a bounded number at a time. The other side feeds them to a `FileReceiver`. */
  sendFile(to: string, path: string, options?: SendFileOptions): Promise<FileSent>;
  /** @returns how to stop listening. */
  on<N extends EventName>(event: N, listener: Listener<N>): () => void;
  stats(): ClientStats;
  /** Waits shortly for answers, says good-bye, releases the store. Idempotent; never rejects. */
  close(): Promise<void>;
}

export interface ClientParts {
  readonly id: string;
  readonly clock: Clock;
  readonly events: Events;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly writer: StateWriter;
  readonly connection: Connection;
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
  readonly #care: Alarm;
  #turn: NodeJS.Immediate | undefined;
  #closed: WireError | undefined;
  #closing: Promise<void> | undefined;
  #kept: Promise<void> | undefined;

  constructor(parts: ClientParts) {
    this.id = parts.id;
    this.#parts = parts;
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
      if (options?.signal) this.#postWith(options.signal, to, body, settle, options);
      else this.post(to, body, settle, options);
    });
  }

  post(to: string, body: Uint8Array | string, onSettled: Settle, options?: PostOptions): void {
    if (this.#closed !== undefined) throw this.#closed;
    this.#parts.outbox.post(to, body, onSettled, options);
    this.wake();
  }

  messages(options: { readonly signal?: AbortSignal | undefined } = {}): AsyncIterableIterator<Message, undefined, undefined> {
    return this.#parts.inbox.iterate(options.signal);
  }

  sendFile(to: string, path: string, options: SendFileOptions = {}): Promise<FileSent> {
    const post = (body: Uint8Array, settle: Settle, signal: AbortSignal, more: PostOptions): void =>
      this.#postWith(signal, to, body, settle, more);
    return sendFile(post, path, options);
  }

  on<N extends EventName>(event: N, listener: Listener<N>): () => void {
    return this.#parts.events.on(event, listener);
  }

  stats(): ClientStats {
    const { outbox, inbox, connection, counters } = this.#parts;
    const now = { waitingOut: outbox.waiting, halted: outbox.halted, waitingIn: inbox.waiting };
    return { ...outbox.counters, ...inbox.counters, ...connection.counters, ...counters, ...now };
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

  #postWith(signal: AbortSignal, to: string, body: Uint8Array | string, settle: Settle, options: PostOptions): void {
    if (this.#closed !== undefined) throw this.#closed;
    if (signal.aborted) throw aborted(signal);
    const { outbox } = this.#parts;
    const onAbort = (): void => {
      if (!outbox.giveUp(posted)) return;
      this.wake(); // its number still travels, as a skip
      settle(aborted(signal), undefined);
    };
    const settled: Settle = (error, sent) => {
      signal.removeEventListener('abort', onAbort);
      settle(error, sent);
    };
    const posted = outbox.post(to, body, settled, options);
    signal.addEventListener('abort', onAbort, { once: true });
    this.wake();
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
    const { outbox, clock, connection } = this.#parts;
    const until = clock.now() + lingerMs;
    this.wake();
    const forever = new AbortController().signal;
    while (this.state === 'attached' && outbox.waiting > 0 && outbox.halted === 0 && clock.now() < until) await pause(clock, 5, forever);
    if (this.#closed === undefined) {
      this.#store();
      connection.stop();
      await this.#end(new WireError('session_closed'));
    }
    await this.#kept;
  }

  /** The one way out, for `close()` and for what is final. */
  async #end(error: WireError): Promise<void> {
    const { outbox, inbox, writer, events, ending, connection } = this.#parts;
    this.#closed = error;
    this.#care.stop();
    clearImmediate(this.#turn);
    ending.abort();
    connection.stop();
    outbox.note();
    outbox.close(error);
    inbox.end(error.reason === 'session_closed' ? undefined : error);
    await writer.close().catch((thrown: unknown) => {
      const { reason, message: text } = WireError.from(thrown);
      events.emit('warning', { reason, text });
    });
    events.emit('closed', { reason: error.reason });
  }
}
