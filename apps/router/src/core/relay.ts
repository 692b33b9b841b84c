import type { Append, AppendOutcome, StoredRun, Waiting } from '@keyway/mailbox';
import type { ChangesAnswer, ErrorReason, SessionSettings } from '@keyway/wire';
import { errorTable } from '@keyway/wire';
import { Halts } from './halts.js';
import { LateAnswers } from './late-answers.js';
import { Online } from './online.js';
import type { Peer } from './peer.js';
import { defaultRelayLimits, RelayTotals } from './ports.js';
import type { AppendOrigin, Effects, Question, RelayLimits, RouterFacts } from './ports.js';
import { Presence } from './presence.js';
import { Requests } from './requests.js';
import { Revocations } from './revocations.js';
import { keyOf, type Route, type Run } from './route.js';
import { Sights } from './sights.js';

/** What an append takes beside its bodies, so that a flood of empty ones is bounded too. */
const appendOverheadBytes = 256;

/**
 * Says where each message goes: to an attached client now, into a mailbox, or back with a named refusal. Pure and synchronous:
 * what it needs from outside it asks through `Effects`, and hears about through the methods below.
 */
export class Relay {
  readonly totals = new RelayTotals();
  readonly sights: Sights;
  readonly presence: Presence;
  readonly requests: Requests;
  readonly revocations: Revocations;
  readonly late = new LateAnswers();
  readonly #peers = new Map<string, Peer>();
  readonly #online = new Online(this.#peers);
  readonly #halts = new Halts();
  #dirty: Peer[] = [];
  #routes = 0;
  #batch: Append[] = [];
  #origins: AppendOrigin[] = [];
  #appendingBytes = 0;
  #released: number[] = [];
  #draining = false;

  constructor(
    readonly effects: Effects,
    /** Unix milliseconds, of the input at hand. */
    public now: number,
    facts: RouterFacts,
    readonly limits: RelayLimits = defaultRelayLimits,
  ) {
    this.sights = new Sights(this);
    this.presence = new Presence(this);
    this.requests = new Requests(this, facts);
    this.revocations = new Revocations(limits.revokedClients);
  }

  get peers(): Iterable<Peer> {
    return this.#peers.values();
  }
  get attachedCount(): number {
    return this.#peers.size;
  }
  /** The attached session of a client. */
  peer(key: string): Peer | undefined {
    return this.#peers.get(key);
  }
  /** At most so many ids of attached clients behind this one, ascending, as they were within the last second. */
  attachedAfter(clientId: Uint8Array, most: number): readonly Uint8Array[] {
    return this.#online.after(keyOf(clientId), most, this.now);
  }
  /** Bytes handed to the mailboxes whose outcome is not known yet. */
  get appendingBytes(): number {
    return this.#appendingBytes;
  }
  /** Streams that were told to halt until their recipient's mailbox has room. */
  get haltedCount(): number {
    return this.#halts.size;
  }
  get draining(): boolean {
    return this.#draining;
  }

  /** From now on nothing is taken; what is on its way is still answered for. */
  drain(): void {
    this.#draining = true;
  }

  /** A session has proven its keys: it replaces the client's older one, which is told. */
  attach(peer: Peer): void {
    const older = this.#peers.get(peer.key);
    if (older !== undefined) {
      this.totals.replaced += 1;
      older.stop('session_replaced');
      peer.sinceMs = older.sinceMs;
      peer.public = older.public;
      peer.hidden ||= older.hidden;
      peer.announced = older.announced;
    }
    this.#peers.set(peer.key, peer);
    this.sights.greet(peer);
    this.totals.attached += 1;
    this.touch(peer);
  }

  /** A session is over. What it had sent is stored or refused all the same; what was for it waits in its mailbox. */
  detach(peer: Peer, reason: ErrorReason): void {
    this.totals.close(reason);
    peer.inbox.close();
    this.late.forget(peer);
    for (const route of peer.outbox.waitingRoutes) this.#halts.delete(route);
    this.#uncount(peer);
    this.sights.end(peer);
    this.presence.end(peer);
    if (this.#peers.get(peer.key) !== peer) return;
    this.#peers.delete(peer.key);
    this.presence.went(peer);
  }

  /** Puts a peer on the list of the next flush. */
  touch(peer: Peer): void {
    if (peer.dirty) return;
    peer.dirty = true;
    this.#dirty.push(peer);
    if (this.#dirty.length === 1) this.effects.wake();
  }

  /** A session opens one more stream. Too many in all: the session that has the most begins anew. */
  opened(peer: Peer): void {
    peer.counted += 1;
    this.#routes += 1;
    if (this.#routes <= this.limits.routes) return;
    let most = peer;
    for (const other of this.#peers.values()) if (other.counted > most.counted) most = other;
    this.#uncount(most);
    most.stop('stream_limit');
  }

  /** What became of `Effects.lookup`; undefined: nobody could say. */
  lookedUp(sights: readonly number[] | undefined, now: number): void {
    this.now = now;
    this.sights.lookedUp(sights);
  }

  /** What became of `Effects.ask`. */
  answered(question: Question, answer: Uint8Array | ErrorReason, now: number): void {
    this.now = now;
    question.answered(answer);
  }

  /** What became of `Effects.count`. */
  counted(told: (waiting: Waiting | undefined) => void, waiting: Waiting | undefined, now: number): void {
    this.now = now;
    told(waiting);
  }

  /** What auth tells by itself: whose tickets open nothing any more. Their sessions end. */
  changed({ revoked, whole }: Pick<ChangesAnswer, 'revoked' | 'whole'>, now: number): void {
    this.now = now;
    this.revocations.learn(revoked, whole, now);
    for (const { clientId } of revoked) {
      const peer = this.#peers.get(keyOf(clientId));
      if (peer?.attached !== true || !this.revocations.covers(peer.key, peer.ticket.serial)) continue;
      this.totals.revoked += 1;
      peer.stop('unauthorised');
    }
    this.sights.refresh();
  }

  /** From now on these settings hold; everybody is told. */
  configure(settings: SessionSettings, now: number): void {
    this.now = now;
    for (const peer of this.#peers.values()) peer.configure(settings);
  }

  /** Answers for what is overdue. */
  sweep(now: number): void {
    this.now = now;
    this.requests.sweep(now);
  }

  /** A live run: now, or back. */
  live(route: Route, firstSeq: number, createdMs: number, skipped: number, bodies: Uint8Array, count: number): void {
    const recipient = this.#peers.get(route.key);
    if (recipient?.attached) recipient.inbox.live(route, firstSeq, createdMs, skipped, bodies, count);
    else if (skipped > 0) route.peer.outbox.accept(route, firstSeq + skipped - 1);
    else route.peer.outbox.refuseLive(route, firstSeq, firstSeq + count - 1, 'recipient_offline', count);
  }

  /** A durable run: first into the mailbox, whoever is attached. */
  durable(route: Route, run: Run): void {
    const { firstSeq, skipped, bodies, lifetimeS } = run;
    const { longestLifetimeMs, appendingBytes } = this.limits;
    if (this.#appendingBytes >= appendingBytes) {
      route.peer.outbox.decided(run);
      return route.peer.outbox.halt(route, firstSeq, 'backpressure', run.count);
    }
    this.#appendingBytes += bodies.length + appendOverheadBytes;
    this.#batch.push({
      recipient: route.recipient,
      sender: route.peer.clientId,
      stream: route.stream,
      firstSeq,
      count: run.count + skipped,
      skipped: skipped > 0,
      createdMs: run.createdMs,
      expiresMs: Math.floor(this.now) + (lifetimeS === 0 ? longestLifetimeMs : Math.min(lifetimeS * 1_000, longestLifetimeMs)),
      bodies,
    });
    this.#origins.push({ route, halts: route.halts });
    this.touch(route.peer);
  }

  /** What became of a batch; the only place from which durable messages are accepted. */
  appended(origins: readonly AppendOrigin[], batch: readonly Append[], outcomes: readonly AppendOutcome[], now: number): void {
    this.now = now;
    for (let i = 0; i < batch.length; i += 1) {
      const append = batch[i]!;
      const { route, halts } = origins[i]!;
      this.#appendingBytes -= append.bodies.length + appendOverheadBytes;
      route.peer.outbox.decided({ count: append.skipped ? 0 : append.count, bodies: append.bodies });
      this.#conclude(route, halts, append, outcomes[i]!);
    }
  }

  readDone(peer: Peer, runs: readonly StoredRun[], now: number): void {
    this.now = now;
    if (peer.attached) peer.inbox.readDone(runs);
  }
  readFailed(peer: Peer): void {
    if (peer.attached) peer.inbox.readFailed();
  }

  release(id: number, messages: number): void {
    this.#released.push(id);
    this.totals.durableReleased += messages;
  }

  /** A mailbox has room again: the streams that wait for it go on. */
  room(recipient: Uint8Array): void {
    for (const route of this.#halts.room(keyOf(recipient))) route.peer.outbox.resume(route);
  }

  /** When `flush` must be called though nothing woke: something has waited long enough for company. Look after each flush. */
  get deadline(): number {
    return Math.min(this.late.deadline, this.sights.deadline);
  }

  /** Sends what waits, to everybody, and hands over what is to be stored. Once per turn of the event loop. */
  flush(now: number): void {
    this.now = now;
    this.late.overdue(now);
    while (this.#dirty.length > 0) {
      const dirty = this.#dirty;
      this.#dirty = [];
      for (const peer of dirty) {
        peer.dirty = false;
        peer.flush();
      }
    }
    this.sights.flush();
    if (this.#batch.length > 0) {
      const [batch, origins] = [this.#batch, this.#origins];
      [this.#batch, this.#origins] = [[], []];
      this.effects.append(batch, origins);
    }
    if (this.#released.length > 0) {
      const released = this.#released;
      this.#released = [];
      this.effects.release(released);
    }
  }

  #uncount(peer: Peer): void {
    this.#routes -= peer.counted;
    peer.counted = 0;
  }

  #conclude(route: Route, halts: number, append: Append, outcome: AppendOutcome): void {
    const { totals } = this;
    const messages = append.skipped ? 0 : append.count;
    if (outcome.kind === 'duplicate') {
      totals.durableDuplicate += messages;
      return this.#accept(route, halts, append, outcome.upTo);
    }
    const before = append.skipped ? 0 : outcome.fromSeq - append.firstSeq; // there already
    totals.durableDuplicate += before;
    if (outcome.kind === 'refused') {
      this.#accept(route, halts, append, outcome.fromSeq - 1);
      return this.#refuse(route, halts, outcome.fromSeq, outcome.reason, messages - before);
    }
    totals.durableStored += messages - before;
    this.#peers.get(route.key)?.inbox.appended(route, outcome.id, append, outcome.fromSeq, Math.floor(this.now));
    this.#accept(route, halts, append, outcome.upTo);
  }

  /** What is stored behind a halt comes again all the same, and is accepted then: its sender would not believe it now. */
  #accept(route: Route, halts: number, { firstSeq }: Append, upTo: number): void {
    const most = route.acceptable(upTo, halts);
    if (most >= firstSeq) route.peer.outbox.accept(route, most);
  }

  #refuse(route: Route, halts: number, fromSeq: number, reason: ErrorReason, messages: number): void {
    if (route.covers(fromSeq, halts)) this.totals.refuse(reason, messages);
    else route.peer.outbox.halt(route, fromSeq, reason, messages);
    if (errorTable[reason].retry === 'wait' && route.peer.attached) this.#halts.add(route);
  }
}
