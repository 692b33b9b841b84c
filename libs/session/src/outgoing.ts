import type { DeliveryClass, ErrorReason, FrameWriter, SessionSettings } from '@keyway/wire';
import { classIds, errorTable, limits, reasonOf } from '@keyway/wire';
import { answeredMessage, compact, emptyIfGivenUp, newStream, type OutgoingMessage, type OutgoingStream } from './outgoing-stream.js';
import { Unanswered } from './unanswered.js';

/** Told about each message once: without a reason it was accepted. `unknown` outcomes are never told: they are sent again. */
export type Settled<T> = (token: T | undefined, reason: ErrorReason | undefined, stream: OutgoingStream<T>, seq: number) => void;

const haltRetryMs = 5_000;
/**
 * The sending half of a client: numbers messages, keeps them until the router answers for them, sends them again under the same
 * numbers after a new attach, holds back while a mailbox is full. Pure: frames go to a writer, results to `settled`.
 */
export class OutgoingStreams<T> {
  readonly #streams = new Map<string, OutgoingStream<T>>();
  /** Ended by a refusal, while what was sent before the refused number is still to be answered; and the number behind all of it. */
  readonly #ending = new Map<OutgoingStream<T>, number>();
  /** Streams whose caller was told that they are held back, and why. */
  readonly #told = new Map<OutgoingStream<T>, ErrorReason>();
  /** Streams of which the router has lost numbers it had accepted: their place is closed by a skip. */
  readonly #gaps = new Set<OutgoingStream<T>>();
  /** Streams that are tried again without having been told to go on, each with the one number that is sent until it is accepted. */
  readonly #trials = new Map<OutgoingStream<T>, number>();
  #byHandle: (OutgoingStream<T> | undefined)[] = [undefined];
  #ready = new Set<OutgoingStream<T>>();
  /** Streams of earlier processes with something unanswered, oldest first. */
  readonly #restored = new Set<OutgoingStream<T>>();
  readonly #unanswered = new Unanswered();
  #exhausted = false;

  constructor(
    private readonly settled: Settled<T>,
    private readonly halted: (stream: OutgoingStream<T>, reason: ErrorReason | undefined) => void = () => undefined,
  ) {}

  /** Messages kept, over all streams. */
  get waiting(): number {
    let sum = 0;
    for (const stream of this.streams) sum += stream.waiting.length - stream.head;
    return sum;
  }
  /** All streams with something to keep: also those that have ended, until what they sent before is answered. */
  get streams(): Iterable<OutgoingStream<T>> {
    return [...this.#streams.values(), ...this.#ending.keys()];
  }

  /**
   * The stream to a recipient, made with `newId` when there is none.
   * @param key - what makes it the same stream: recipient and class, as the caller likes to spell it.
   */
  stream(key: string, to: Uint8Array, deliveryClass: DeliveryClass, newId: () => Uint8Array): OutgoingStream<T> {
    let stream = this.#streams.get(key);
    if (stream === undefined) {
      stream = newStream<T>(newId(), to, deliveryClass);
      this.#streams.set(key, stream);
    }
    return stream;
  }

  /**
   * Takes up a stream of an earlier process: its unanswered messages go first, under their old numbers. Whatever else is for that recipient
   * waits until they are answered, so that the order of sending outlives a restart. Call in the order of the streams' making.
   */
  restore(key: string, stream: OutgoingStream<T>): void {
    this.#streams.set(key, stream);
    if (stream.waiting.length === stream.head) return;
    this.#ready.add(stream);
    if (stream.deliveryClass === 'durable') this.#restored.add(stream);
  }

  /** @param body - 0 … `maxBodyBytes` bytes, kept until answered: the caller must not change it. @returns its number. */
  send(stream: OutgoingStream<T>, body: Uint8Array, token: T, nowMs: number, lifetimeS = 0): number {
    stream.waiting.push({ body, createdMs: nowMs, lifetimeS, token });
    this.#ready.add(stream);
    return stream.firstSeq + stream.waiting.length - stream.head - 1;
  }

  /**
   * Gives a message up before it is answered: its number becomes a skip if it has not left yet, or when it would have to be sent
   * again. `settled` is not called.
   */
  giveUp(stream: OutgoingStream<T>, seq: number): void {
    const message = stream.waiting[stream.head + seq - stream.firstSeq];
    if (message === undefined || seq < stream.firstSeq || message === answeredMessage) return;
    message.token = undefined;
    if (seq >= stream.nextSeq) message.body = undefined;
  }

  /** A new session: everything unanswered is to be written again, each stream under a new handle. */
  attached(): void {
    this.#byHandle = [undefined];
    this.#exhausted = false;
    this.#unanswered.clear();
    this.#ready = new Set();
    this.#gaps.clear();
    this.#trials.clear();
    const served = (stream: OutgoingStream<T>): number => (stream.handle === 0 ? 0 : 1);
    const inTurn = [...this.streams].sort((a, b) => served(a) - served(b)); // who got no handle the last time comes first
    for (const stream of inTurn) {
      stream.handle = 0;
      stream.nextSeq = stream.firstSeq;
      stream.haltedBy = undefined;
      for (let i = stream.head; i < stream.waiting.length; i += 1) emptyIfGivenUp(stream.waiting[i]!);
      if (stream.waiting.length > stream.head) this.#ready.add(stream);
      this.#tellFree(stream);
    }
  }

  /** True when `pump` has something to write, once the window and the handles allow. */
  get pending(): boolean {
    if (this.#gaps.size > 0) return true;
    for (const stream of this.#ready) if (stream.haltedBy === undefined) return true;
    return false;
  }

  /** Messages that were written in this session and are not answered. */
  get unanswered(): number {
    return this.#unanswered.messages;
  }

  /** True when this session has no handle left for a stream that waits: attach anew. */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** When a halted stream is tried again; Infinity: none is halted. */
  get retryAtMs(): number {
    let earliest = Infinity;
    for (const stream of this.#ready) if (stream.haltedBy !== undefined) earliest = Math.min(earliest, stream.retryAtMs);
    return earliest;
  }

  /**
   * Writes what the window lets through, at most one record's worth.
   * @returns true when more could be written after the next flush.
   */
  pump(out: FrameWriter, settings: SessionSettings, nowMs: number): boolean {
    for (const stream of this.#ready) {
      if (this.#restored.size > 0 && this.#waitsBehind(stream)) continue;
      if (stream.haltedBy !== undefined) {
        if (this.#gaps.has(stream)) this.#closeGap(stream, out, nowMs);
        if (nowMs < stream.retryAtMs) continue;
        if (stream.haltedBy !== 'stream_gap') this.#trials.set(stream, stream.nextSeq);
        stream.haltedBy = undefined; // tried again without a word: the caller hears when something is accepted
      }
      for (;;) {
        if (stream.nextSeq > (this.#trials.get(stream) ?? Infinity)) {
          this.#ready.delete(stream); // until the one that was sent is answered
          break;
        }
        const index = stream.head + stream.nextSeq - stream.firstSeq;
        if (index >= stream.waiting.length) {
          this.#ready.delete(stream);
          break;
        }
        if (this.#unanswered.isFull(settings)) return false;
        if (stream.handle === 0 && !this.#open(stream, out, settings)) break;
        const most = this.#trials.has(stream) ? 1 : limits.runMessages;
        if (!this.#unanswered.write(stream, index, out, settings, nowMs, most)) return true;
        if (this.#ready.size > 1) {
          this.#ready.delete(stream); // one run each in turn: a long backlog must not keep the window to itself
          this.#ready.add(stream);
          break;
        }
      }
    }
    return false;
  }

  accepted(handle: number, upTo: number): void {
    const stream = this.#byHandle[handle];
    if (stream === undefined || upTo >= stream.nextSeq) return; // never sent: not ours to believe
    const some = stream.firstSeq <= upTo;
    while (stream.firstSeq <= upTo) this.#answer(stream, undefined);
    compact(stream);
    if (upTo >= (this.#trials.get(stream) ?? Infinity)) this.#endTrial(stream);
    if (some && stream.haltedBy === undefined) this.#tellFree(stream);
    this.#forgetEnded(stream);
  }

  /** The router's no: live messages `first … last` are lost to it; a durable stream is held back or ended from `first` on. */
  refused(handle: number, first: number, last: number, code: number, nowMs: number): void {
    const stream = this.#byHandle[handle];
    if (stream === undefined || first < stream.firstSeq || first >= stream.nextSeq) return;
    const reason = reasonOf(code) ?? 'internal';
    if (stream.deliveryClass === 'live') return this.#refuseLive(stream, first, Math.min(last, stream.nextSeq - 1), reason);
    if (errorTable[reason].retry === 'never') return this.#endStream(stream, first, reason);
    const isGap = reason === 'stream_gap';
    const oldest = first === stream.firstSeq;
    this.#rewind(stream, isGap ? stream.firstSeq : first);
    this.#trials.delete(stream);
    stream.haltedBy = reason;
    stream.retryAtMs = isGap && !oldest ? nowMs : nowMs + haltRetryMs;
    if (isGap && oldest) this.#gaps.add(stream); // nothing older waits here: the router has lost what it accepted
    this.#ready.add(stream);
    if (this.#told.get(stream) === reason) return;
    this.#told.set(stream, reason);
    this.halted(stream, reason);
  }

  goOn(handle: number): void {
    const stream = this.#byHandle[handle];
    if (stream === undefined) return;
    this.#endTrial(stream);
    if (stream.haltedBy === undefined || this.#gaps.has(stream)) return; // a gap is closed first
    stream.haltedBy = undefined;
    this.#ready.add(stream);
    this.#tellFree(stream);
  }

  /** Ends what outlived its lifetime: told as `message_expired`, sent as a skip if it may still be sent at all. */
  expire(nowMs: number): void {
    for (const stream of this.streams) {
      for (let i = stream.head; i < stream.waiting.length; i += 1) {
        const message = stream.waiting[i]!;
        const seq = stream.firstSeq + i - stream.head;
        if (message.lifetimeS === 0 || message.token === undefined || nowMs < message.createdMs + message.lifetimeS * 1_000) continue;
        const { token } = message;
        this.giveUp(stream, seq);
        this.settled(token, 'message_expired', stream, seq);
      }
    }
  }

  /** Is something older for the same recipient unanswered? */
  #waitsBehind(stream: OutgoingStream<T>): boolean {
    if (stream.deliveryClass !== 'durable') return false;
    for (const older of this.#restored) {
      if (older === stream) return false;
      if (older.waiting.length === older.head) this.#restored.delete(older);
      else if (isSame(older.to, stream.to)) return true;
    }
    return false;
  }

  #open(stream: OutgoingStream<T>, out: FrameWriter, settings: SessionSettings): boolean {
    if (this.#byHandle.length > settings.maxStreams) {
      this.#exhausted = true;
      return false;
    }
    stream.handle = this.#byHandle.length;
    this.#byHandle.push(stream);
    out.open(stream.handle, stream.to, stream.id, classIds[stream.deliveryClass]);
    return true;
  }

  /** Takes the oldest message off, as answered. */
  #answer(stream: OutgoingStream<T>, reason: ErrorReason | undefined): void {
    const message = stream.waiting[stream.head]!;
    const seq = stream.firstSeq;
    stream.waiting[stream.head] = answeredMessage;
    stream.head += 1;
    stream.firstSeq += 1;
    if (seq < stream.nextSeq) this.#unanswered.release(message);
    else stream.nextSeq = stream.firstSeq;
    if (message !== (answeredMessage as OutgoingMessage<T>)) this.settled(message.token, reason, stream, seq);
  }

  #refuseLive(stream: OutgoingStream<T>, first: number, last: number, reason: ErrorReason): void {
    // what came before is answered in its own time; these leave a hole that `accepted` passes over
    for (let seq = first; seq <= last; seq += 1) {
      const index = stream.head + seq - stream.firstSeq;
      const message = stream.waiting[index]!;
      if (message === (answeredMessage as OutgoingMessage<T>)) continue;
      this.#unanswered.release(message);
      stream.waiting[index] = answeredMessage as OutgoingMessage<T>;
      this.settled(message.token, reason, stream, seq);
    }
    while (stream.waiting[stream.head] === (answeredMessage as OutgoingMessage<T>) && stream.head < stream.waiting.length) {
      stream.head += 1;
      stream.firstSeq += 1;
    }
    if (stream.nextSeq < stream.firstSeq) stream.nextSeq = stream.firstSeq; // holes of an earlier session need no skip any more
    compact(stream);
  }

  /** Ends a stream from number `first` on. What was sent before it is answered in its own time, also in a later session. */
  #endStream(stream: OutgoingStream<T>, first: number, reason: ErrorReason): void {
    this.#ready.delete(stream);
    this.#trials.delete(stream);
    for (const [key, other] of this.#streams) if (other === stream) this.#streams.delete(key);
    const ended = stream.waiting.splice(stream.head + first - stream.firstSeq);
    for (let i = 0; first + i < stream.nextSeq; i += 1) this.#unanswered.release(ended[i]!);
    stream.nextSeq = first;
    stream.haltedBy = undefined;
    this.#ending.set(stream, Math.max(first + ended.length, this.#ending.get(stream) ?? 0));
    this.#forgetEnded(stream);
    this.#tellFree(stream);
    ended.forEach((message, i) => {
      if (message !== answeredMessage) this.settled(message.token, reason, stream, first + i);
    });
  }

  #forgetEnded(stream: OutgoingStream<T>): void {
    const end = this.#ending.get(stream);
    if (end === undefined || stream.waiting.length > stream.head) return;
    this.#ending.delete(stream);
    this.#byHandle[stream.handle] = undefined;
    stream.firstSeq = stream.nextSeq = end;
  }

  /** The numbers before the oldest waiting one were accepted and are lost to the router: a skip lets the stream go on, and tells the recipient. */
  #closeGap(stream: OutgoingStream<T>, out: FrameWriter, nowMs: number): void {
    if (out.wouldOverflow(64)) return;
    this.#gaps.delete(stream);
    const skipped = Math.min(stream.firstSeq - 1, 0xffffffff);
    if (skipped > 0) out.run(stream.handle, stream.firstSeq - skipped, nowMs, 0, 0, skipped, none);
  }

  #rewind(stream: OutgoingStream<T>, toSeq: number): void {
    for (let seq = toSeq; seq < stream.nextSeq; seq += 1) {
      const message = stream.waiting[stream.head + seq - stream.firstSeq]!;
      this.#unanswered.release(message);
      emptyIfGivenUp(message);
    }
    stream.nextSeq = toSeq;
  }

  #endTrial(stream: OutgoingStream<T>): void {
    if (this.#trials.delete(stream) && stream.waiting.length > stream.head) this.#ready.add(stream);
  }

  #tellFree(stream: OutgoingStream<T>): void {
    if (this.#told.delete(stream)) this.halted(stream, undefined);
  }
}

const none = new Uint8Array(0);
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, i) => byte === b[i]);
