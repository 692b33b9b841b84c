import { encodeId, randomBytes } from '@keyway/crypto';
import type { OutgoingStream } from '@keyway/session';
import { OutgoingStreams } from '@keyway/session';
import type { DeliveryClass, ErrorReason, FileChunk } from '@keyway/wire';
import { encodePayload, limits, WireError } from '@keyway/wire';
import { AddressBook } from './address.js';
import { guard, type Events } from './events.js';
import type { StateWriter } from './state-writer.js';
import type { StoredStream } from './store/store.js';

/** A message the fleet has answered for: a durable one is stored and synced, a live one was relayed. */
export interface Sent {
  /** Its number in its stream. */
  readonly seq: number;
  /** 32 hexadecimal digits; `stream:seq` is the receiver's `Message.id`. */
  readonly stream: string;
  readonly acceptedAt: Date;
}

/** Called once and from the inside of the driver: with an error, or with what was accepted. Be quick. */
export type Settle = (error: WireError | undefined, sent: Sent | undefined) => void;

export interface PostOptions {
  /** Default `durable`. */
  readonly class?: DeliveryClass | undefined;
  /** A media type, at most 127 characters. Default: `text/plain; charset=utf-8` for strings, none for bytes. */
  readonly contentType?: string | undefined;
  /** The message lapses so long after now; rounded up to seconds. Default: the longest the fleet allows. */
  readonly lifetimeMs?: number | undefined;
  /** Set by `sendFile`. */
  readonly file?: FileChunk | undefined;
}

/** What may wait unanswered in this process before new messages are turned away with `backpressure`. */
export interface OutboxLimits {
  readonly messages: number;
  readonly bytes: number;
}
export const defaultOutbox: OutboxLimits = { messages: 1_000_000, bytes: 268_435_456 };

/** A message without an answer. */
export interface Pending {
  readonly settle: Settle;
  readonly bytes: number;
  readonly timed: boolean;
}
export interface Posted {
  readonly stream: OutgoingStream<Pending>;
  readonly seq: number;
}

/** Messages on their way out: addresses, numbers, and the journal of what is unanswered. Outlives sessions; with a store, processes. */
export class Outbox {
  readonly streams = new OutgoingStreams<Pending>(
    (pending, reason, stream, seq) => this.#settled(pending, reason, stream, seq),
    (stream, reason) => this.#tellHalt(stream, reason),
  );
  readonly counters = { posted: 0, accepted: 0, refused: 0 };
  readonly #addresses = new AddressBook();
  readonly #answered = new Set<OutgoingStream<Pending>>();
  readonly #halted = new Set<OutgoingStream<Pending>>();
  #error: WireError | undefined;
  #waiting = 0;
  #waitingBytes = 0;
  #timed = 0;
  #maxBodyBytes: number = limits.bodyBytes;

  constructor(
    private readonly writer: StateWriter,
    private readonly events: Events,
    private readonly wallMs: () => number,
    private readonly most: OutboxLimits = defaultOutbox,
  ) {}

  /** Messages without an answer. */
  get waiting(): number {
    return this.#waiting;
  }
  /** Streams that are held back by the fleet. */
  get halted(): number {
    return this.#halted.size;
  }
  /** True while a message may lapse: call `expire` now and then. */
  get timed(): boolean {
    return this.#timed > 0;
  }

  /** The fleet's word on the size of a body. */
  limit(maxBodyBytes: number): void {
    this.#maxBodyBytes = Math.min(maxBodyBytes, limits.bodyBytes);
  }

  /** Takes up what an earlier process left: under the old streams and numbers, before anything new. */
  restore(stored: readonly StoredStream[]): void {
    for (const { stream: id, to, messages } of stored) {
      const first = messages[0]?.seq ?? 1;
      const last = messages.findLast((message) => message.body !== undefined)?.seq ?? 0;
      const lastOfAll = messages.at(-1)?.seq ?? 0;
      if (last < first) {
        this.writer.add({ kind: 'answered', stream: id, upTo: lastOfAll }); // nothing follows on it: no skip need be sent either
        continue;
      }
      const bySeq = new Map(messages.map((message) => [message.seq, message]));
      const waiting = [];
      for (let seq = first; seq <= last; seq += 1) {
        const { body, createdMs = 0, lifetimeS = 0 } = bySeq.get(seq) ?? {};
        const token = body && this.#pending(ignore, body.length, lifetimeS);
        waiting.push({ body, createdMs, lifetimeS, token });
      }
      const place = { firstSeq: first, nextSeq: first, waiting, head: 0, handle: 0, haltedBy: undefined, retryAtMs: 0 };
      this.streams.restore(`restored:${hex(id)}`, { id, to, deliveryClass: 'durable', ...place });
    }
  }

  /**
   * Numbers a message; it leaves with the next flush. The caller may change `body` afterwards.
   * Throws WireError: `address_invalid`, `too_large`, `backpressure`; then `settle` is never called.
   */
  post(to: string, body: Uint8Array | string, settle: Settle, options: PostOptions = none): Posted {
    const recipient = this.#addresses.get(to);
    const isText = typeof body === 'string';
    const contentType = options.contentType ?? (isText ? 'text/plain; charset=utf-8' : '');
    if (contentType.length > 127) throw new WireError('too_large', 'a content type has 127 characters at most');
    const encoded = encodePayload({ contentType, data: isText ? utf8.encode(body) : body, file: options.file });
    this.#makeRoom(encoded.length);
    const deliveryClass = options.class ?? 'durable';
    const lifetimeS = options.lifetimeMs === undefined ? 0 : Math.max(1, Math.ceil(options.lifetimeMs / 1_000));
    const createdMs = this.wallMs();
    const stream = this.streams.stream(recipient.text + deliveryClass, recipient.id, deliveryClass, newStreamId);
    const seq = this.streams.send(stream, encoded, this.#pending(settle, encoded.length, lifetimeS), createdMs, lifetimeS);
    this.counters.posted += 1;
    if (deliveryClass === 'durable') {
      this.writer.add({ kind: 'posted', stream: stream.id, to: stream.to, seq, createdMs, lifetimeS, body: encoded });
    }
    return { stream, seq };
  }

  /** @returns false when the message was answered for. Otherwise its `settle` will not be called any more; it may still arrive. */
  giveUp({ stream, seq }: Posted): boolean {
    const pending = seq < stream.firstSeq ? undefined : stream.waiting[stream.head + seq - stream.firstSeq]?.token;
    if (pending === undefined) return false;
    this.#forget(pending);
    this.streams.giveUp(stream, seq);
    this.#noteGivenUp(stream, seq);
    return true;
  }

  /** Ends what outlived its lifetime. */
  expire(): void {
    if (this.#timed > 0) this.streams.expire(this.wallMs());
  }

  /** Puts into the journal how far the streams are answered; before the writer is flushed. */
  note(): void {
    for (const stream of this.#answered) this.writer.add({ kind: 'answered', stream: stream.id, upTo: stream.firstSeq - 1 });
    this.#answered.clear();
    this.#error = undefined;
  }

  /** The client ends: who waits is told. What is durable stays in the store. */
  close(error: WireError): void {
    for (const stream of this.streams.streams) {
      for (let i = stream.head; i < stream.waiting.length; i += 1) {
        const { token } = stream.waiting[i]!;
        if (token === undefined) continue;
        stream.waiting[i]!.token = undefined;
        this.#forget(token);
        guard(() => token.settle(error, undefined));
      }
    }
  }

  #makeRoom(bytes: number): void {
    if (bytes > this.#maxBodyBytes) {
      throw new WireError('too_large', `a message has ${this.#maxBodyBytes} bytes at most, this one ${bytes}: send it as a file`);
    }
    if (this.#waiting >= this.most.messages || this.#waitingBytes + bytes > this.most.bytes) {
      throw new WireError('backpressure', `${this.#waiting} messages wait for their answer: await them before sending more`);
    }
  }

  #pending(settle: Settle, bytes: number, lifetimeS: number): Pending {
    const timed = lifetimeS > 0;
    this.#waiting += 1;
    this.#waitingBytes += bytes;
    if (timed) this.#timed += 1;
    return { settle, bytes, timed };
  }

  #forget(pending: Pending): void {
    this.#waiting -= 1;
    this.#waitingBytes -= pending.bytes;
    if (pending.timed) this.#timed -= 1;
  }

  #settled(pending: Pending | undefined, reason: ErrorReason | undefined, stream: OutgoingStream<Pending>, seq: number): void {
    const durable = stream.deliveryClass === 'durable';
    if (seq >= stream.firstSeq && durable)
      this.#noteGivenUp(stream, seq); // lapsed: it still travels, as a skip
    else if (durable) this.#answered.add(stream);
    if (reason !== undefined && stream.haltedBy === undefined) this.#tellHalt(stream, undefined); // the stream has ended
    if (pending === undefined) return;
    this.#forget(pending);
    if (reason === undefined) {
      this.counters.accepted += 1;
      const sent = new SentMessage(stream.id, seq, this.wallMs());
      guard(() => pending.settle(undefined, sent));
    } else {
      this.counters.refused += 1;
      const error = this.#errorOf(reason);
      guard(() => pending.settle(error, undefined));
    }
  }

  /** One error for all that a record refuses alike: a stack trace for each of thousands would cost more than the messages. */
  #errorOf(reason: ErrorReason): WireError {
    if (this.#error?.reason !== reason) this.#error = new WireError(reason);
    return this.#error;
  }

  #noteGivenUp(stream: OutgoingStream<Pending>, seq: number): void {
    if (stream.deliveryClass === 'durable') this.writer.add({ kind: 'given_up', stream: stream.id, seq });
  }

  #tellHalt(stream: OutgoingStream<Pending>, reason: ErrorReason | undefined): void {
    if (reason === undefined) {
      if (this.#halted.delete(stream)) this.events.emit('resumed', { to: encodeId(stream.to) });
    } else if (reason !== 'stream_gap') {
      this.#halted.add(stream);
      this.events.emit('halted', { to: encodeId(stream.to), reason });
    }
  }
}

/** Times and texts are only made when somebody asks. */
class SentMessage implements Sent {
  constructor(
    private readonly id: Uint8Array,
    readonly seq: number,
    private readonly acceptedMs: number,
  ) {}
  get stream(): string {
    return hex(this.id);
  }
  get acceptedAt(): Date {
    return new Date(this.acceptedMs);
  }
}

const none: PostOptions = {};
const ignore: Settle = () => undefined;
const utf8 = new TextEncoder();
const newStreamId = (): Uint8Array => randomBytes(16);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
