import type { ErrorReason, FrameWriter } from '@keyway/wire';
import { classIds, eachBody, limits } from '@keyway/wire';
import { HeldRuns, type IncomingWindow } from './held-runs.js';
import { IncomingQueue } from './incoming-queue.js';
import { keyOf, newStream, type IncomingMessage, type IncomingRun, type IncomingStream, type StreamMark } from './incoming-stream.js';

export interface IncomingEvents {
  /** Numbers the sender gave up, or that lapsed in the mailbox: the stream goes on behind them. */
  skipped(sender: Uint8Array, stream: Uint8Array, firstSeq: number, count: number): void;
}

/** As many as one session opens at most: whatever a router still had for us in the last one is among the newest. */
const mostMarks = 65_536;

/**
 * The receiving half of a client: every message once, in the order of its stream, however often the router sends it. Keeps one mark
 * per stream, of the 65,536 used last; outlives sessions. Messages are acknowledged (`done`) when the application is finished with them, not before.
 */
export class IncomingStreams {
  /** Those opened longest ago first. */
  readonly #streams = new Map<string, IncomingStream>();
  /** By the array that messages carry as `stream`: cheaper than to spell the id. */
  readonly #byId = new WeakMap<Uint8Array, IncomingStream>();
  #byHandle: (IncomingStream | undefined)[] = [];
  readonly #queue = new IncomingQueue();
  readonly #held: HeldRuns;
  #queuedMessages = 0;
  #queuedBytes = 0;
  #receivedMessages = 0;
  #receivedBytes = 0;
  #grantedMessages = 0;
  #grantedBytes = 0;
  readonly #dirty = new Set<IncomingStream>();

  constructor(
    private readonly window: IncomingWindow,
    private readonly events: IncomingEvents,
    marks: Iterable<StreamMark> = [],
  ) {
    this.#held = new HeldRuns(window);
    for (const mark of marks) this.#keep(newStream(mark.sender, mark.stream, mark));
  }

  /** Messages that wait for `next`. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** A new session: handles and credit start anew; what is queued stays queued. */
  attached(): void {
    this.#byHandle = [];
    this.#forgetOldest();
    for (const stream of this.#streams.values()) stream.handle = 0;
    this.#held.clear(this.#streams.values());
    this.#dirty.clear();
    this.#receivedMessages = this.#receivedBytes = this.#grantedMessages = this.#grantedBytes = 0;
  }

  /** @returns why the session must end: a handle used twice is no protocol. */
  open(handle: number, sender: Uint8Array, id: Uint8Array, deliveryClass: number): ErrorReason | undefined {
    if (this.#byHandle[handle] !== undefined) return 'malformed';
    if (handle > mostHandles) return 'stream_limit';
    const key = keyOf(sender, id);
    let stream = this.#streams.get(key);
    if (stream === undefined) {
      stream = newStream(new Uint8Array(sender), new Uint8Array(id));
      this.#byId.set(stream.id, stream);
    } else this.#streams.delete(key);
    this.#streams.set(key, stream); // the one used last
    stream.deliveryClass = deliveryClass === classIds.live ? 'live' : 'durable';
    stream.handle = handle;
    stream.fresh = true;
    this.#byHandle[handle] = stream;
    return undefined;
  }

  /** Takes a run as `StreamFrames.run` gives it. @returns why the session must end, when it must. */
  run(
    handle: number,
    firstSeq: number,
    createdMs: number,
    storedMs: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
  ): ErrorReason | undefined {
    const stream = this.#byHandle[handle];
    if (stream === undefined) return 'malformed';
    const overdrawn = this.#receivedMessages >= this.#grantedMessages || this.#receivedBytes >= this.#grantedBytes;
    if (overdrawn && count > 0) return 'backpressure'; // credit bounds the beginning of a run
    this.#receivedMessages += count;
    this.#receivedBytes += bodies.length;
    const fresh = stream.fresh;
    stream.fresh = false;
    stream.received ??= firstSeq - 1;
    const last = firstSeq + count + skipped - 1;
    if (last <= stream.received) {
      if (last <= stream.done) this.#dirty.add(stream); // the router missed our word: say it again
      return undefined;
    }
    if (stream.deliveryClass === 'durable' && firstSeq > stream.received + 1) {
      // A session begins with the oldest message the router has. What lies before it was acknowledged under marks that were lost
      // since (power failure, an older copy of the state): waiting for it would hold the stream back for ever.
      if (fresh) this.#skip(stream, stream.received + 1, firstSeq - stream.received - 1);
      else {
        const run = { createdMs, storedMs, skipped, bodies: new Uint8Array(bodies), count };
        return this.#held.hold(stream, firstSeq, run) ? undefined : 'stream_gap';
      }
    }
    this.#take(stream, firstSeq, { createdMs, storedMs, skipped, bodies, count });
    if (stream.held !== undefined) this.#held.release(stream, (first, run) => this.#take(stream, first, run));
    return undefined;
  }

  /** When the session must end with `stream_gap`: see `HeldRuns`. Ask after every input. */
  gapDeadline(nowMs: number): number {
    return this.#held.deadline(nowMs);
  }

  /** The next message in order; undefined: none waits. It stays unacknowledged until `done`. */
  next(): IncomingMessage | undefined {
    for (let item = this.#queue.take(); item !== undefined; item = this.#queue.take()) {
      if (item.message !== undefined) {
        item.stream.outstanding += 1;
        return item.message;
      }
      const last = item.seq + item.skipped - 1;
      if (item.stream.outstanding > 0)
        item.stream.skippedTo = last; // else it would acknowledge what is still in hand
      else this.#finish(item.stream, last);
      this.events.skipped(item.stream.sender, item.stream.id, item.seq, item.skipped);
    }
    return undefined;
  }

  /** The application is finished with a message of `next`; messages of one stream in their order. @returns the mark to keep. */
  done(message: IncomingMessage): StreamMark {
    const stream = this.#byId.get(message.stream)!;
    this.#queuedMessages -= 1;
    this.#queuedBytes -= message.body.length;
    stream.outstanding -= 1;
    this.#finish(stream, message.seq);
    if (stream.outstanding === 0) this.#finish(stream, stream.skippedTo);
    return { sender: stream.sender, stream: stream.id, done: stream.done, inHand: 0 };
  }

  /** The marks of all streams, to be kept where they survive. */
  *marks(): Iterable<StreamMark> {
    for (const s of this.#streams.values()) if (s.done > 0) yield { sender: s.sender, stream: s.id, done: s.done, inHand: 0 };
  }

  /** Writes what the router should know: what is stored here, and how much more it may send. */
  writeAcks(out: FrameWriter): void {
    for (const stream of this.#dirty) {
      if (out.length > limits.recordSoftBytes) return; // the rest goes with the next record
      this.#dirty.delete(stream);
      if (stream.handle !== 0 && stream.deliveryClass === 'durable') out.stored(stream.handle, stream.done);
    }
    const messages = this.#receivedMessages + Math.max(0, this.window.messages - this.#queuedMessages);
    const bytes = this.#receivedBytes + Math.max(0, this.window.bytes - this.#queuedBytes);
    const much = messages - this.#grantedMessages >= this.window.messages / 4 || bytes - this.#grantedBytes >= this.window.bytes / 4;
    if (!much || messages < this.#grantedMessages || bytes < this.#grantedBytes) return;
    this.#grantedMessages = messages;
    this.#grantedBytes = bytes;
    out.credit(messages, bytes);
  }

  #take(stream: IncomingStream, firstSeq: number, run: IncomingRun): void {
    const received = stream.received!;
    if (run.skipped > 0) {
      const from = Math.max(firstSeq, received + 1);
      return this.#skip(stream, from, firstSeq + run.skipped - from);
    }
    const { deliveryClass, sender, id } = stream;
    const copy = run.bodies.length < run.bodies.buffer.byteLength / 4; // a small body must not keep a large record alive
    eachBody(run.bodies, (slice, index) => {
      const seq = firstSeq + index;
      if (seq <= received) return;
      const body = copy ? new Uint8Array(slice) : slice;
      const message = {
        sender,
        stream: id,
        deliveryClass,
        seq,
        createdMs: run.createdMs,
        storedMs: run.storedMs,
        body,
        redelivered: seq === stream.redeliveredSeq,
      };
      this.#queue.push({ stream, seq, skipped: 0, message });
      this.#queuedMessages += 1;
      this.#queuedBytes += body.length;
    });
    stream.received = firstSeq + run.count - 1;
  }

  #keep(stream: IncomingStream): void {
    this.#streams.set(keyOf(stream.sender, stream.id), stream);
    this.#byId.set(stream.id, stream);
  }

  /** At the beginning of a session only, and nothing that is on its way to the application. */
  #forgetOldest(): void {
    let more = this.#streams.size - mostMarks;
    if (more <= 0) return;
    for (const [key, stream] of this.#streams) {
      if (stream.received !== undefined && stream.received > stream.done) continue;
      this.#streams.delete(key);
      if ((more -= 1) === 0) return;
    }
  }

  #skip(stream: IncomingStream, seq: number, skipped: number): void {
    this.#queue.push({ stream, seq, skipped, message: undefined });
    stream.received = seq + skipped - 1;
  }

  #finish(stream: IncomingStream, seq: number): void {
    if (seq > stream.done) stream.done = seq;
    this.#dirty.add(stream);
  }
}

const mostHandles = 65_536;
