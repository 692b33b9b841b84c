import type { Append, AppendOutcome, StoredRun } from '@keyway/mailbox';
import type { ErrorReason } from '@keyway/wire';
import { errorTable } from '@keyway/wire';
import type { Peer } from './peer.js';
import { defaultRelayLimits, RelayTotals, type AppendOrigin, type Effects, type RelayLimits } from './ports.js';
import { keyOf, type Route, type Run } from './route.js';

/** What an append takes beside its bodies, so that a flood of empty ones is bounded too. */
const appendOverheadBytes = 256;

/**
 * Says where each message goes: to an attached client now, into a mailbox, or back with a named refusal. Pure and synchronous:
 * what it needs from outside it asks through `Effects`, and hears about through the methods below.
 */
export class Relay {
  readonly totals = new RelayTotals();
  readonly #peers = new Map<string, Peer>();
  readonly #known = new Set<string>();
  /** Who waits to hear of a recipient that auth is being asked about. */
  readonly #asking = new Map<string, Set<Route>>();
  /** Whose recipients are to be asked about, in turns: who asks for thousands holds up nobody else. */
  readonly #wanted = new Map<Peer, Route[]>();
  /** Who waits for room at a recipient. */
  readonly #halted = new Map<string, Set<Route>>();
  #dirty: Peer[] = [];
  #lookingUp = false;
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
    readonly limits: RelayLimits = defaultRelayLimits,
  ) {}

  get peers(): Iterable<Peer> {
    return this.#peers.values();
  }
  get attachedCount(): number {
    return this.#peers.size;
  }
  /** Bytes handed to the mailboxes whose outcome is not known yet. */
  get appendingBytes(): number {
    return this.#appendingBytes;
  }
  /** Streams that were told to halt until their recipient's mailbox has room. */
  get haltedCount(): number {
    let sum = 0;
    for (const { size } of this.#halted.values()) sum += size;
    return sum;
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
    }
    this.#peers.set(peer.key, peer);
    this.#remember(peer.key);
    this.totals.attached += 1;
    this.touch(peer);
  }

  /** A session is over. What it had sent is stored or refused all the same; what was for it waits in its mailbox. */
  detach(peer: Peer, reason: ErrorReason): void {
    this.totals.close(reason);
    peer.inbox.close();
    for (const route of peer.waitingRoutes) this.#goOn(route);
    this.#uncount(peer);
    this.#wanted.delete(peer);
    for (const route of peer.askingRoutes) {
      this.#asking.get(route.key)?.delete(route);
      peer.lookedUp(route, undefined);
    }
    if (this.#peers.get(peer.key) === peer) this.#peers.delete(peer.key);
  }

  /** Puts a peer on the list of the next flush. */
  touch(peer: Peer): void {
    if (peer.dirty) return;
    peer.dirty = true;
    this.#dirty.push(peer);
    if (this.#dirty.length === 1) this.effects.wake();
  }

  knows(key: string): boolean {
    return this.#known.has(key) || this.#peers.has(key);
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

  /** Asks for the recipient of a route; `Peer.lookedUp` hears the answer. */
  ask(route: Route): void {
    const asked = this.#asking.get(route.key);
    if (asked !== undefined) return void asked.add(route);
    const wanted = this.#wanted.get(route.peer);
    if (wanted === undefined) this.#wanted.set(route.peer, [route]);
    else wanted.push(route);
    this.touch(route.peer);
  }

  /** @param known - undefined when nobody could say: then nobody can say of those that still wait to be asked either. */
  lookedUp(clientIds: readonly Uint8Array[], known: readonly boolean[] | undefined): void {
    this.#lookingUp = false;
    if (known === undefined) {
      const wanted = [...this.#wanted];
      this.#wanted.clear();
      for (const [peer, routes] of wanted) for (const route of routes) peer.lookedUp(route, undefined);
    }
    clientIds.forEach((id, index) => {
      const key = keyOf(id);
      const routes = this.#asking.get(key) ?? [];
      this.#asking.delete(key);
      if (known?.[index] === true) this.#remember(key);
      for (const route of routes) route.peer.lookedUp(route, known?.[index]);
    });
    if (this.#wanted.size > 0) this.effects.wake();
  }

  /** A live run: now, or back. */
  live(route: Route, firstSeq: number, createdMs: number, skipped: number, bodies: Uint8Array, count: number): void {
    const recipient = this.#peers.get(route.key);
    if (recipient?.attached) recipient.inbox.live(route, firstSeq, createdMs, skipped, bodies, count);
    else if (skipped > 0) route.peer.accept(route, firstSeq + skipped - 1);
    else route.peer.refuseLive(route, firstSeq, firstSeq + count - 1, 'recipient_offline', count);
  }

  /** A durable run: first into the mailbox, whoever is attached. */
  durable(route: Route, run: Run): void {
    const { firstSeq, skipped, bodies, lifetimeS } = run;
    const { longestLifetimeMs, appendingBytes } = this.limits;
    if (this.#appendingBytes >= appendingBytes) {
      route.peer.decided(run);
      return route.peer.halt(route, firstSeq, 'backpressure', run.count);
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
      route.peer.decided({ count: append.skipped ? 0 : append.count, bodies: append.bodies });
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
    const routes = this.#halted.get(keyOf(recipient));
    for (const route of [...(routes ?? [])]) {
      this.#goOn(route);
      route.peer.resume(route);
    }
  }

  /** Sends what waits, to everybody, and hands over what is to be stored. Once per turn of the event loop. */
  flush(now: number): void {
    this.now = now;
    while (this.#dirty.length > 0) {
      const dirty = this.#dirty;
      this.#dirty = [];
      for (const peer of dirty) {
        peer.dirty = false;
        peer.flush();
      }
    }
    if (!this.#lookingUp) this.#lookUp();
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

  /** Asks about the next recipients: of everybody's an equal share, and then everybody's next. */
  #lookUp(): void {
    const { lookupIds } = this.limits;
    const ids: Uint8Array[] = [];
    const share = Math.ceil(lookupIds / Math.max(1, this.#wanted.size));
    for (const [peer, routes] of this.#wanted) {
      this.#wanted.delete(peer);
      const some = routes.splice(0, share);
      if (routes.length > 0) this.#wanted.set(peer, routes);
      for (const route of some) this.#askFor(route, ids);
      if (ids.length + share > lookupIds) break;
    }
    if (ids.length === 0) return;
    this.#lookingUp = true;
    this.effects.lookup(ids);
  }

  #askFor(route: Route, ids: Uint8Array[]): void {
    const asked = this.#asking.get(route.key);
    if (this.knows(route.key)) route.peer.lookedUp(route, true);
    else if (asked !== undefined) asked.add(route);
    else {
      this.#asking.set(route.key, new Set([route]));
      ids.push(route.recipient);
    }
  }

  #uncount(peer: Peer): void {
    this.#routes -= peer.counted;
    peer.counted = 0;
  }

  #conclude(route: Route, halts: number, append: Append, outcome: AppendOutcome): void {
    const { totals } = this;
    const { peer } = route;
    const messages = append.skipped ? 0 : append.count;
    if (outcome.kind === 'duplicate') {
      totals.durableDuplicate += messages;
      return peer.accept(route, outcome.upTo);
    }
    const before = append.skipped ? 0 : outcome.fromSeq - append.firstSeq; // there already
    totals.durableDuplicate += before;
    if (outcome.kind === 'refused') {
      if (outcome.fromSeq > append.firstSeq) peer.accept(route, outcome.fromSeq - 1);
      return this.#refuse(route, halts, outcome.fromSeq, outcome.reason, messages - before);
    }
    totals.durableStored += messages - before;
    this.#peers.get(route.key)?.inbox.appended(route, outcome.id, append, outcome.fromSeq, Math.floor(this.now));
    peer.accept(route, outcome.upTo);
  }

  #refuse(route: Route, halts: number, fromSeq: number, reason: ErrorReason, messages: number): void {
    if (route.covers(fromSeq, halts)) this.totals.refuse(reason, messages);
    else route.peer.halt(route, fromSeq, reason, messages);
    if (errorTable[reason].retry !== 'wait' || route.waitsForRoom || !route.peer.attached) return;
    const waiting = this.#halted.get(route.key);
    if (waiting === undefined) this.#halted.set(route.key, new Set([route]));
    else waiting.add(route);
    route.waitsForRoom = true;
  }

  #goOn(route: Route): void {
    route.waitsForRoom = false;
    const waiting = this.#halted.get(route.key);
    if (waiting?.delete(route) && waiting.size === 0) this.#halted.delete(route.key);
  }

  #remember(key: string): void {
    if (this.#known.size >= this.limits.knownClients && !this.#known.has(key)) {
      const [oldest] = this.#known;
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.add(key);
  }
}
