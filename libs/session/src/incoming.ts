import type { DeliveryClass, ErrorReason, FrameWriter } from '@keyway/wire';
import { classIds, eachBody, limits } from '@keyway/wire';

/** A message for the application. Times in Unix milliseconds; `storedMs` is 0 for live messages. */
export interface IncomingMessage {
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly deliveryClass: DeliveryClass;
  readonly seq: number;
  readonly createdMs: number;
  readonly storedMs: number;
  readonly body: Uint8Array;
  /** It was in the application's hands when an earlier process ended: it may have been handled. */
  readonly redelivered: boolean;
}

/** How far a stream got: `done` is in the application's hands for good; `inHand` was handed out when this was written (0: none). */
export interface StreamMark {
  readonly sender: Uint8Array;
  readonly stream: Uint8Array;
  readonly done: number;
  readonly inHand: number;
}

export interface IncomingWindow {
  readonly messages: number;
  readonly bytes: number;
}

export interface IncomingEvents {
  /** Numbers the sender gave up, or that lapsed in the mailbox: the stream goes on behind them. */
  skipped(sender: Uint8Array, stream: Uint8Array, firstSeq: number, count: number): void;
}

interface Stream {
  readonly sender: Uint8Array;
  readonly id: Uint8Array;
  deliveryClass: DeliveryClass;
  /** Every number up to this one was queued. undefined: the first one seen decides. */
  received: number | undefined;
  done: number;
  readonly redeliveredSeq: number;
  handle: number;
  /** Handed out by `next` and not `done` yet. */
  outstanding: number;
  /** Skipped up to here, to be acknowledged with the message before it. */
  skippedTo: number;
  /** No run was seen since the stream was opened in this session. */
  fresh: boolean;
  held: Map<number, HeldRun> | undefined;
}

interface HeldRun {
  readonly createdMs: number;
  readonly storedMs: number;
  readonly skipped: number;
  readonly bodies: Uint8Array;
  readonly count: number;
}

interface Queued {
  readonly stream: Stream;
  readonly seq: number;
  readonly skipped: number;
  readonly message: IncomingMessage | undefined;
  readonly bytes: number;
}

const mostHeldRuns = 256;
/** How long a session may go on without what is missing, once nothing before it is in the application's hands. */
const gapMs = 5_000;
/** As many as one session opens at most: whatever a router still had for us in the last one is among the newest. */
const mostMarks = 65_536;

/**
 * The receiving half of a client: every message once, in the order of its stream, however often the router sends it. Keeps one mark
 * per stream, of the 65,536 used last; outlives sessions. Messages are acknowledged (`done`) when the application is finished with them, not before.
 */
export class IncomingStreams {
  /** Those opened longest ago first. */
  readonly #streams = new Map<string, Stream>();
  /** By the array that messages carry as `stream`: cheaper than to spell the id. */
  readonly #byId = new WeakMap<Uint8Array, Stream>();
  #byHandle: (Stream | undefined)[] = [];
  readonly #queue: (Queued | undefined)[] = [];
  #head = 0;
  #queuedMessages = 0;
  #queuedBytes = 0;
  #receivedMessages = 0;
  #receivedBytes = 0;
  #heldMessages = 0;
  #heldBytes = 0;
  #grantedMessages = 0;
  #grantedBytes = 0;
  readonly #dirty = new Set<Stream>();
  /** Streams that hold runs back, and since when nothing but what is missing is waited for; Infinity: not yet. */
  readonly #gaps = new Map<Stream, number>();

  constructor(
    private readonly window: IncomingWindow,
    private readonly events: IncomingEvents,
    marks: Iterable<StreamMark> = [],
  ) {
    for (const mark of marks) {
      this.#keep({
        sender: mark.sender,
        id: mark.stream,
        deliveryClass: 'durable',
        received: mark.done,
        done: mark.done,
        redeliveredSeq: mark.inHand > mark.done ? mark.inHand : 0,
        handle: 0,
        outstanding: 0,
        skippedTo: 0,
        fresh: true,
        held: undefined,
      });
    }
  }

  /** Messages that wait for `next`. */
  get waiting(): number {
    return this.#queue.length - this.#head;
  }

  /** A new session: handles and credit start anew; what is queued stays queued. */
  attached(): void {
    this.#byHandle = [];
    this.#gaps.clear();
    this.#forgetOldest();
    for (const stream of this.#streams.values()) {
      stream.handle = 0;
      stream.held = undefined; // it comes again, with what was missing before it
    }
    this.#heldMessages = this.#heldBytes = 0;
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
      stream = {
        sender: new Uint8Array(sender),
        id: new Uint8Array(id),
        deliveryClass: 'durable',
        received: undefined,
        done: 0,
        redeliveredSeq: 0,
        handle,
        outstanding: 0,
        skippedTo: 0,
        fresh: true,
        held: undefined,
      };
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
      else return this.#hold(stream, firstSeq, { createdMs, storedMs, skipped, bodies: new Uint8Array(bodies), count });
    }
    this.#take(stream, firstSeq, { createdMs, storedMs, skipped, bodies, count });
    if (stream.held !== undefined) this.#takeHeld(stream);
    return undefined;
  }

  /**
   * When the session must end with `stream_gap`, because what is missing does not come: the next one shows whether the router still
   * has it. Infinity: nothing is missing, or what was before it is not done yet. Ask after every input.
   */
  gapDeadline(nowMs: number): number {
    let earliest = Infinity;
    for (const [stream, before] of this.#gaps) {
      const since = stream.received === stream.done ? Math.min(before, nowMs) : Infinity;
      this.#gaps.set(stream, since);
      earliest = Math.min(earliest, since + gapMs);
    }
    return earliest;
  }

  /** The next message in order; undefined: none waits. It stays unacknowledged until `done`. */
  next(): IncomingMessage | undefined {
    while (this.#head < this.#queue.length) {
      const item = this.#queue[this.#head]!;
      this.#queue[this.#head] = undefined;
      this.#head += 1;
      if (this.#head === this.#queue.length) this.#queue.length = this.#head = 0;
      else if (this.#head > 1_024 && this.#head * 2 > this.#queue.length) {
        this.#queue.splice(0, this.#head);
        this.#head = 0;
      }
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

  #take(stream: Stream, firstSeq: number, run: HeldRun): void {
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
      this.#queue.push({ stream, seq, skipped: 0, message, bytes: body.length });
      this.#queuedMessages += 1;
      this.#queuedBytes += body.length;
    });
    stream.received = firstSeq + run.count - 1;
  }

  #keep(stream: Stream): void {
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

  #skip(stream: Stream, seq: number, skipped: number): void {
    this.#queue.push({ stream, seq, skipped, message: undefined, bytes: 0 });
    stream.received = seq + skipped - 1;
  }

  #hold(stream: Stream, firstSeq: number, run: HeldRun): ErrorReason | undefined {
    stream.held ??= new Map();
    if (stream.held.has(firstSeq)) return undefined;
    this.#heldMessages += run.count;
    this.#heldBytes += run.bodies.length;
    const tooMuch = this.#heldMessages > this.window.messages || this.#heldBytes > this.window.bytes || stream.held.size >= mostHeldRuns;
    if (tooMuch) return 'stream_gap';
    stream.held.set(firstSeq, run);
    if (!this.#gaps.has(stream)) this.#gaps.set(stream, Infinity);
    return undefined;
  }

  #takeHeld(stream: Stream): void {
    const firsts = [...stream.held!.keys()].sort((a, b) => a - b);
    for (const first of firsts) {
      if (first > stream.received! + 1) return;
      const run = stream.held!.get(first)!;
      stream.held!.delete(first);
      this.#heldMessages -= run.count;
      this.#heldBytes -= run.bodies.length;
      if (first + run.count + run.skipped - 1 > stream.received!) this.#take(stream, first, run);
    }
    stream.held = undefined;
    this.#gaps.delete(stream);
  }

  #finish(stream: Stream, seq: number): void {
    if (seq > stream.done) stream.done = seq;
    this.#dirty.add(stream);
  }
}

const mostHandles = 65_536;
/** One character per byte: cheaper to make and to compare than hexadecimal. */
const keyOf = (sender: Uint8Array, stream: Uint8Array): string => latin1(sender) + latin1(stream);
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
