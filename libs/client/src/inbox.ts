import { encodeId } from '@keyway/crypto';
import type { IncomingMessage, IncomingWindow, StreamMark } from '@keyway/session';
import { IncomingStreams } from '@keyway/session';
import { decodePayload, type WireError } from '@keyway/wire';
import type { Events } from './events.js';
import { ReceivedMessage, type Message } from './messages.js';
import type { StateWriter } from './state-writer.js';

export const defaultWindow: IncomingWindow = { messages: 8_192, bytes: 8_388_608 };

interface Waiter {
  resolve(result: IteratorResult<Message, undefined>): void;
  reject(error: WireError): void;
}

/**
 * Messages on their way in, up to the application's hands. One is in hand at a time; asking for the next one acknowledges it. The
 * order on disk: "the one before is done, this one is in hand" is safe before this one is shown, so that after a crash exactly
 * the one in hand comes again, flagged.
 */
export class Inbox {
  readonly streams: IncomingStreams;
  readonly counters = { received: 0, acknowledged: 0, skipped: 0, malformed: 0 };
  readonly #senders = new WeakMap<Uint8Array, string>();
  readonly #waiters: Waiter[] = [];
  /** Taken from the streams, not yet shown: the store could not write. */
  #next: ReceivedMessage | undefined;
  #inHand: ReceivedMessage | undefined;
  /** Left in hand by a consumer that went away: it is shown first. */
  #left: ReceivedMessage | undefined;
  /** Of the message that was just done; often the mark of the next one says it as well. */
  #doneMark: StreamMark | undefined;
  #ended: { readonly error: WireError | undefined } | undefined;
  #consumed = false;

  /** @param acknowledge - there is something to tell the router. */
  constructor(
    marks: Iterable<StreamMark>,
    private readonly writer: StateWriter,
    private readonly events: Events,
    private readonly acknowledge: () => void,
    window: IncomingWindow = defaultWindow,
  ) {
    this.streams = new IncomingStreams(
      window,
      { skipped: (sender, stream, firstSeq, count) => this.#skipped(sender, stream, firstSeq, count) },
      marks,
    );
  }

  /** Messages that wait for the application. */
  get waiting(): number {
    return this.streams.waiting + (this.#next ? 1 : 0) + (this.#left ? 1 : 0);
  }

  /** Shows what has arrived to whoever waits for it. */
  arrived(): void {
    while (this.#waiters.length > 0) {
      if (this.#inHand !== undefined) this.#done(this.#inHand); // the next one was asked for before it was here
      const value = this.#take();
      if (value === undefined) return;
      this.#waiters.shift()!.resolve({ value, done: false });
    }
  }

  /** @param error - undefined: `close()` was called, iteration ends. */
  end(error: WireError | undefined): void {
    this.#ended ??= { error };
    for (const waiter of this.#waiters.splice(0)) this.#tellEnd(waiter);
  }

  /** One consumer at a time. Throws TypeError when there is one: a mistake in the program. */
  iterate(signal: AbortSignal | undefined): AsyncIterableIterator<Message, undefined, undefined> {
    if (this.#consumed) throw new TypeError('messages() has a consumer already');
    this.#consumed = true;
    let over = false;
    const finish = (): void => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', finish);
      this.#leave();
    };
    signal?.addEventListener('abort', finish, { once: true });
    if (signal?.aborted) finish();
    const iterator: AsyncIterableIterator<Message, undefined, undefined> = {
      next: () => (over ? ended() : this.#pull()),
      return: () => {
        finish();
        return ended();
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  #pull(): Promise<IteratorResult<Message, undefined>> {
    if (this.#inHand !== undefined) this.#done(this.#inHand);
    if (this.#ended === undefined && this.#waiters.length === 0) {
      const value = this.#take();
      if (value !== undefined) return Promise.resolve({ value, done: false });
    }
    return new Promise((resolve, reject) => {
      const waiter = { resolve, reject };
      if (this.#ended) return this.#tellEnd(waiter);
      this.#noteDone();
      if (this.writer.flush()) this.acknowledge(); // nothing to show: at least what is done is safe
      this.#waiters.push(waiter);
    });
  }

  /** The next message, once it is safe to show it. */
  #take(): ReceivedMessage | undefined {
    if (this.#next === undefined) {
      this.#next = this.#left ?? this.#fresh();
      this.#left = undefined;
    }
    this.#noteDone();
    const message = this.#next;
    if (message === undefined || !this.writer.flush()) return undefined;
    this.#next = undefined;
    this.#inHand = message;
    return message;
  }

  #fresh(): ReceivedMessage | undefined {
    for (;;) {
      const raw = this.streams.next();
      if (raw === undefined) return undefined;
      const payload = decodePayload(raw.body);
      if (payload === undefined) {
        this.counters.malformed += 1;
        this.#finish(raw);
        this.events.emit('skipped', { from: this.#nameOf(raw.sender), firstSeq: raw.seq, count: 1 });
        continue;
      }
      this.counters.received += 1;
      // everything before it is done, or it would not be shown: this one entry says both
      if (raw.deliveryClass === 'durable') {
        if (this.#doneMark?.stream === raw.stream) this.#doneMark = undefined;
        this.#noteDone();
        this.writer.add({ kind: 'mark', sender: raw.sender, stream: raw.stream, done: raw.seq - 1, inHand: raw.seq });
      }
      return new ReceivedMessage(raw, payload, this.#nameOf(raw.sender), raw.redelivered, (message) => this.#doneEarly(message));
    }
  }

  #done(message: ReceivedMessage): void {
    this.#inHand = undefined;
    this.#finish(message.raw);
    this.counters.acknowledged += 1;
    this.acknowledge();
  }

  /** `message.done()`: only the one in hand; older ones are done, and there are no younger ones. */
  #doneEarly(message: ReceivedMessage): void {
    if (message.raw === this.#left?.raw) this.#left = undefined;
    else if (message !== this.#inHand) return;
    this.#done(message);
    this.#noteDone();
    this.writer.flush();
  }

  #noteDone(): void {
    if (this.#doneMark !== undefined) this.writer.add({ kind: 'mark', ...this.#doneMark });
    this.#doneMark = undefined;
  }

  #finish(raw: IncomingMessage): void {
    const mark = this.streams.done(raw);
    this.#noteDone();
    if (raw.deliveryClass === 'durable') this.#doneMark = mark;
    else this.writer.addLate(mark); // the router does not keep live messages: this only helps against their senders' repeats
  }

  #skipped(sender: Uint8Array, stream: Uint8Array, firstSeq: number, count: number): void {
    this.counters.skipped += count;
    this.#noteDone();
    this.writer.add({ kind: 'mark', sender, stream, done: firstSeq + count - 1, inHand: 0 });
    this.events.emit('skipped', { from: this.#nameOf(sender), firstSeq, count });
    this.acknowledge();
  }

  /** The consumer goes: what it held is shown again to the next one. */
  #leave(): void {
    this.#consumed = false;
    const held = this.#inHand;
    this.#inHand = undefined;
    for (const waiter of this.#waiters.splice(0)) waiter.resolve({ value: undefined, done: true });
    if (held === undefined) return;
    const { body: data, contentType, file, from } = held;
    this.#left = new ReceivedMessage(held.raw, { data, contentType, file }, from, true, (message) => this.#doneEarly(message));
  }

  #tellEnd({ resolve, reject }: Waiter): void {
    if (this.#ended?.error) reject(this.#ended.error);
    else resolve({ value: undefined, done: true });
  }

  #nameOf(sender: Uint8Array): string {
    let name = this.#senders.get(sender);
    if (name === undefined) this.#senders.set(sender, (name = encodeId(sender)));
    return name;
  }
}

const ended = (): Promise<IteratorReturnResult<undefined>> => Promise.resolve({ value: undefined, done: true });
