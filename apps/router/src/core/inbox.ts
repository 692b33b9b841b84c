import type { Append, StoredRun } from '@keyway/mailbox';
import { classIds, sliceBodies } from '@keyway/wire';
import { Outbound } from './outbound.js';
import type { Peer } from './peer.js';
import type { Relay } from './relay.js';
import { kept, keyOf, weightOf, type Route } from './route.js';

/** A live run, or a skip of one, that waits until the client grants more. */
interface WaitingLive {
  readonly route: Route;
  readonly firstSeq: number;
  readonly createdMs: number;
  readonly skipped: number;
  readonly bodies: Uint8Array;
  readonly count: number;
}

/** What a message of a mailbox is taken for when a read is planned: whoever grants few messages has few read. */
const plannedBytes = 1_024;
const none = Object.freeze([]) as never[];

/** What is for one attached client: its mailbox from the oldest waiting row on, and live messages, both within its credit. */
export class Inbox {
  /** Made with the first stream: most sessions of a large fleet are idle. */
  #outbound: Map<string, Outbound> | undefined;
  #byHandle: Outbound[] = none;
  #live: WaitingLive[] = none;
  #liveBytes = 0;
  #liveMessages = 0;
  #grantedMessages = 0;
  #grantedBytes = 0;
  #sentMessages = 0;
  #sentBytes = 0;
  /** Credit kept for rows that are being read, so that live messages cannot use up all of it. */
  #reservedMessages = 0;
  #reservedBytes = 0;
  /** Id of the last row written to the client. */
  #cursor = 0;
  /** Id of the last row that was said to be stored. */
  #told = 0;
  /** A read came back empty: nothing older than what `told` is about is left. */
  #swept = false;
  #reading = false;
  /** Rows were stored while a read was under way. */
  #more = false;
  /** Rows the client has not said `stored` for. */
  #unstored = 0;
  /** The session has no handle left for another stream. */
  #exhausted = false;

  constructor(
    private readonly peer: Peer,
    private readonly relay: Relay,
  ) {}

  /** Grants are totals since the session began; a smaller one changes nothing. */
  credit(messages: number, bytes: number): void {
    if (messages > this.#grantedMessages) this.#grantedMessages = messages;
    if (bytes > this.#grantedBytes) this.#grantedBytes = bytes;
  }

  /** The client holds every number up to this one: the rows go. */
  stored(handle: number, upTo: number): void {
    this.#byHandle[handle - 1]?.stored(upTo, this);
  }

  /** A row for this client was stored and synced. Told of all rows, in the order of their ids. */
  appended(route: Route, id: number, append: Append, fromSeq: number, storedMs: number): void {
    if (id <= this.#cursor) return; // a read was faster
    const straightOn = this.#caughtUp && this.#mayWrite(append.bodies.length);
    this.#told = id;
    this.#more = true;
    if (straightOn) this.#write(this.#outboundOf(route, classIds.durable), id, append, fromSeq, storedMs);
    this.relay.touch(this.peer);
  }

  readDone(runs: readonly StoredRun[]): void {
    this.#reading = false;
    this.#reservedMessages = this.#reservedBytes = 0;
    for (const run of runs) {
      if (run.id <= this.#cursor) continue;
      if (!this.#mayWrite(run.bodies.length)) break; // the rest is read again when there is credit
      const outbound = this.#find(keyOf(run.sender), run.sender, run.stream, classIds.durable);
      this.#write(outbound, run.id, run, run.firstSeq, run.storedMs);
    }
    if (runs.length === 0 && !this.#more) {
      this.#swept = true;
      this.#told = this.#cursor;
    }
    this.relay.touch(this.peer);
  }

  /** The store could not say. Asked again at the next occasion. */
  readFailed(): void {
    this.#reading = false;
    this.#reservedMessages = this.#reservedBytes = 0;
  }

  /** A live run; it goes at once, waits for credit, or is refused when too much waits. A skip is answered in its turn. */
  live(route: Route, firstSeq: number, createdMs: number, skipped: number, bodies: Uint8Array, count: number): void {
    if (this.#live.length === 0) {
      if (skipped > 0) return route.peer.outbox.accept(route, firstSeq + skipped - 1);
      if (this.#mayWriteLive(bodies.length)) return this.#writeLive(route, firstSeq, createdMs, bodies, count);
    }
    const { liveQueueBytes, liveQueueMessages } = this.relay.limits;
    if (this.#liveBytes >= liveQueueBytes || this.#liveMessages >= liveQueueMessages) {
      return route.peer.outbox.refuseLive(route, firstSeq, firstSeq + count + skipped - 1, 'backpressure', count);
    }
    const waiting = { route, firstSeq, createdMs, skipped, bodies: kept(bodies), count };
    if (this.#live === none) this.#live = [];
    this.#live.push(waiting);
    this.#liveBytes += bodies.length;
    this.#liveMessages += weightOf(waiting);
    this.relay.totals.liveQueued += count;
  }

  /** Moves what waits, as far as credit and link allow. */
  pump(): void {
    if (this.#exhausted) return this.#startAnew();
    if (!this.#caughtUp && !this.#reading && this.#mayWrite(0)) this.#read();
    if (this.#live.length > 0) this.#pumpLive();
  }

  /** The client is gone: what waits live was not relayed. Its mailbox keeps the rest. */
  close(): void {
    const live = this.#live;
    this.#live = none;
    for (const { route, firstSeq, skipped, count } of live) {
      route.peer.outbox.refuseLive(route, firstSeq, firstSeq + count + skipped - 1, 'recipient_offline', count);
    }
  }

  /** Every stored row was written: new ones may go straight on. Never while a read is under way. */
  get #caughtUp(): boolean {
    return this.#swept && this.#cursor >= this.#told;
  }

  #read(): void {
    const messages = this.#grantedMessages - this.#sentMessages;
    const bytes = Math.min(this.relay.limits.readBytes, this.#grantedBytes - this.#sentBytes, messages * plannedBytes);
    this.#reading = true;
    this.#more = false;
    this.#reservedMessages = Math.ceil(messages / 2);
    this.#reservedBytes = Math.ceil(bytes / 2);
    this.relay.effects.read(this.peer, this.#cursor, bytes);
  }

  /** May a run be begun? Credit bounds the beginning, so that the largest run always fits. */
  #mayWrite(bytes: number): boolean {
    const granted = this.#sentMessages < this.#grantedMessages && this.#sentBytes < this.#grantedBytes;
    return granted && !this.#exhausted && this.peer.room(bytes);
  }

  #mayWriteLive(bytes: number): boolean {
    const messages = this.#sentMessages + this.#reservedMessages < this.#grantedMessages;
    return messages && this.#sentBytes + this.#reservedBytes < this.#grantedBytes && !this.#exhausted && this.peer.room(bytes);
  }

  #pumpLive(): void {
    let sent = 0;
    for (; sent < this.#live.length; sent += 1) {
      const waiting = this.#live[sent]!;
      const { route, firstSeq, createdMs, skipped, bodies, count } = waiting;
      if (skipped > 0) route.peer.outbox.accept(route, firstSeq + skipped - 1);
      else if (this.#mayWriteLive(bodies.length)) this.#writeLive(route, firstSeq, createdMs, bodies, count);
      else break;
      this.#liveBytes -= bodies.length;
      this.#liveMessages -= weightOf(waiting);
    }
    if (sent > 0) this.#live.splice(0, sent);
  }

  /** Writes a row from number `fromSeq` on: its first part may have been stored, and written, in an earlier row. */
  #write(outbound: Outbound | undefined, id: number, run: Append | StoredRun, fromSeq: number, storedMs: number): void {
    if (outbound === undefined) return;
    const last = run.firstSeq + run.count - 1;
    const skipped = run.skipped ? last - fromSeq + 1 : 0;
    const messages = last - fromSeq + 1 - skipped;
    const bodies = fromSeq === run.firstSeq || run.skipped ? run.bodies : sliceBodies(run.bodies, fromSeq - run.firstSeq);
    this.peer.session.out.run(outbound.handle, fromSeq, run.createdMs, storedMs, 0, skipped, bodies);
    outbound.wrote(id, last, messages);
    this.#unstored += 1;
    this.#cursor = id;
    this.#sentMessages += messages;
    this.#sentBytes += bodies.length;
    this.relay.totals.durableOut += messages;
  }

  #writeLive(route: Route, firstSeq: number, createdMs: number, bodies: Uint8Array, count: number): void {
    const last = firstSeq + count - 1;
    const outbound = this.#outboundOf(route, classIds.live);
    if (outbound === undefined) return route.peer.outbox.refuseLive(route, firstSeq, last, 'backpressure', count);
    this.peer.session.out.run(outbound.handle, firstSeq, createdMs, 0, 0, 0, bodies);
    this.#sentMessages += count;
    this.#sentBytes += bodies.length;
    this.relay.totals.liveRelayed += count;
    this.relay.touch(this.peer); // first: the message leaves before its sender hears of it
    route.peer.outbox.accept(route, last, bodies.length);
  }

  #outboundOf(route: Route, deliveryClass: number): Outbound | undefined {
    const known = route.outbound;
    if (known !== undefined && this.#byHandle[known.handle - 1] === known) return known;
    return (route.outbound = this.#find(route.peer.key, route.peer.clientId, route.stream, deliveryClass));
  }

  /** @returns undefined when the session has no handle left: see `#startAnew`. */
  #find(senderKey: string, sender: Uint8Array, stream: Uint8Array, deliveryClass: number): Outbound | undefined {
    const key = senderKey + keyOf(stream);
    let outbound = this.#outbound?.get(key);
    if (outbound !== undefined) return outbound;
    if (this.#byHandle.length >= this.relay.limits.outboundStreams) {
      this.#exhausted = true;
      this.relay.touch(this.peer);
      return undefined;
    }
    outbound = new Outbound(this.#byHandle.length + 1);
    if (this.#outbound === undefined) {
      this.#outbound = new Map();
      this.#byHandle = [];
    }
    this.#outbound.set(key, outbound);
    this.#byHandle.push(outbound);
    this.peer.session.out.open(outbound.handle, sender, stream, deliveryClass);
    return outbound;
  }

  /** The session ends once the client has answered for what it was sent: the next one would begin with the very same streams. */
  #startAnew(): void {
    if (this.#unstored === 0) this.peer.stop('stream_limit');
  }

  /** The client holds a row, of so many messages. */
  release(id: number, messages: number): void {
    this.#unstored -= 1;
    this.relay.release(id, messages);
  }
}
