import type { Append, StoredRun } from '@keyway/mailbox';
import { classIds } from '@keyway/wire';
import { trimmed, type Peer } from './peer.js';
import type { Relay } from './relay.js';
import { keyOf, type Route } from './route.js';

/** A stream on its way to the client, and the rows of it that the client has not yet said `stored` for. */
interface Outbound {
  readonly handle: number;
  /** Row ids and the last number in each, oldest first. */
  readonly rows: { readonly id: number; readonly last: number; readonly count: number }[];
}

/** A live run that waits until the client grants more. */
interface WaitingLive {
  readonly from: Peer;
  readonly route: Route;
  readonly firstSeq: number;
  readonly createdMs: number;
  readonly bodies: Uint8Array;
  readonly count: number;
}

/** What is for one attached client: its mailbox from the oldest waiting row on, and live messages, both within its credit. */
export class Inbox {
  readonly #outbound = new Map<string, Outbound>();
  readonly #byHandle: Outbound[] = [];
  #live: WaitingLive[] = [];
  #liveBytes = 0;
  #liveMessages = 0;
  #grantedMessages = 0;
  #grantedBytes = 0;
  #sentMessages = 0;
  #sentBytes = 0;
  /** Id of the last row written to the client. */
  #cursor = 0;
  /** Every stored row up to now was written: new ones may go straight on. */
  #caughtUp = false;
  #reading = false;
  /** Rows were stored while a read was under way. */
  #more = true;

  constructor(
    private readonly peer: Peer,
    private readonly relay: Relay,
  ) {}

  /** Grants are totals since the session began; a smaller one changes nothing. */
  credit(messages: number, bytes: number): void {
    if (messages > this.#grantedMessages) this.#grantedMessages = messages;
    if (bytes > this.#grantedBytes) this.#grantedBytes = bytes;
    this.relay.touch(this.peer);
  }

  /** The client holds every number up to this one: the rows go. */
  stored(handle: number, upTo: number): void {
    const outbound = this.#byHandle[handle - 1];
    if (outbound === undefined) return;
    const { rows } = outbound;
    let released = 0;
    while (released < rows.length && rows[released]!.last <= upTo) {
      this.relay.release(rows[released]!.id, rows[released]!.count);
      released += 1;
    }
    if (released > 0) rows.splice(0, released);
  }

  /** A row for this client was stored and synced. */
  appended(id: number, append: Append, fromSeq: number, storedMs: number, now: number): void {
    if (id <= this.#cursor) return;
    if (this.#caughtUp && !this.#reading && this.#open) {
      const run = trimmed(append, fromSeq);
      const count = append.firstSeq + append.count - fromSeq;
      this.#write(id, append.sender, append.stream, run, count, append.skipped, storedMs, now);
    } else {
      this.#caughtUp = false;
      this.#more = true;
    }
    this.relay.touch(this.peer);
  }

  readDone(runs: readonly StoredRun[], now: number): void {
    this.#reading = false;
    for (const run of runs) {
      if (!this.#open) break; // the rest is read again when there is credit
      if (run.id > this.#cursor) this.#write(run.id, run.sender, run.stream, run, run.count, run.skipped, run.storedMs, now);
    }
    if (runs.length === 0 && !this.#more) this.#caughtUp = true;
    this.relay.touch(this.peer);
  }

  /** A live run; it goes at once, waits for credit, or is refused when too much waits. */
  live(from: Peer, route: Route, firstSeq: number, createdMs: number, bodies: Uint8Array, count: number, now: number): void {
    if (this.#live.length === 0 && this.#open) return this.#writeLive(from, route, firstSeq, createdMs, bodies, count, now);
    const { liveQueueBytes, liveQueueMessages } = this.relay.limits;
    if (this.#liveBytes >= liveQueueBytes || this.#liveMessages >= liveQueueMessages) {
      return from.refuse(route, firstSeq, firstSeq + count - 1, 'backpressure', count);
    }
    this.#live.push({ from, route, firstSeq, createdMs, bodies, count });
    this.#liveBytes += bodies.length;
    this.#liveMessages += count;
    this.relay.totals.liveQueued += count;
  }

  /** Moves what waits, as far as credit and link allow. */
  pump(now: number): void {
    let sent = 0;
    while (sent < this.#live.length && this.#open) {
      const { from, route, firstSeq, createdMs, bodies, count } = this.#live[sent]!;
      sent += 1;
      this.#liveBytes -= bodies.length;
      this.#liveMessages -= count;
      this.#writeLive(from, route, firstSeq, createdMs, bodies, count, now);
    }
    if (sent > 0) this.#live.splice(0, sent);
    if (!this.#caughtUp && !this.#reading && this.#open) {
      this.#reading = true;
      this.#more = false;
      const bytes = Math.min(this.relay.limits.readBytes, this.#grantedBytes - this.#sentBytes);
      this.relay.effects.read(this.peer, this.#cursor, bytes);
    }
  }

  /** The client is gone: what waits live was not relayed. Its mailbox keeps the rest. */
  close(): void {
    for (const { from, route, firstSeq, count } of this.#live) {
      from.refuse(route, firstSeq, firstSeq + count - 1, 'recipient_offline', count);
    }
    this.#live = [];
  }

  /** May a run be begun? Credit bounds the beginning, so that the largest run always fits. */
  get #open(): boolean {
    return (
      this.peer.writable && this.peer.attached && this.#sentMessages < this.#grantedMessages && this.#sentBytes < this.#grantedBytes
    );
  }

  #write(
    id: number,
    sender: Uint8Array,
    stream: Uint8Array,
    run: Pick<StoredRun, 'firstSeq' | 'createdMs' | 'bodies'>,
    count: number,
    skipped: boolean,
    storedMs: number,
    now: number,
  ): void {
    const outbound = this.#stream(sender, stream, classIds.durable);
    this.peer.writeRun(outbound.handle, run, storedMs, skipped ? count : 0, now);
    outbound.rows.push({ id, last: run.firstSeq + count - 1, count: skipped ? 0 : count });
    this.#cursor = id;
    this.#spend(skipped ? 0 : count, run.bodies.length);
    this.relay.totals.durableOut += count;
  }

  #writeLive(from: Peer, route: Route, firstSeq: number, createdMs: number, bodies: Uint8Array, count: number, now: number): void {
    const { handle } = this.#stream(from.clientId, route.stream, classIds.live);
    this.peer.writeRun(handle, { firstSeq, createdMs, bodies }, 0, 0, now);
    this.#spend(count, bodies.length);
    this.relay.totals.liveRelayed += count;
    from.accept(route, firstSeq + count - 1);
    this.relay.touch(this.peer);
  }

  #spend(messages: number, bytes: number): void {
    this.#sentMessages += messages;
    this.#sentBytes += bytes;
  }

  #stream(sender: Uint8Array, stream: Uint8Array, deliveryClass: number): Outbound {
    const key = keyOf(sender) + keyOf(stream);
    let outbound = this.#outbound.get(key);
    if (outbound === undefined) {
      outbound = { handle: this.#byHandle.length + 1, rows: [] };
      this.#outbound.set(key, outbound);
      this.#byHandle.push(outbound);
      this.peer.session.out.open(outbound.handle, sender, stream, deliveryClass);
    }
    return outbound;
  }
}
