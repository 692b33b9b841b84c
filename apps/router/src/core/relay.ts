import type { Append, AppendOutcome, StoredRun } from '@keyway/mailbox';
import type { ErrorReason } from '@keyway/wire';
import { errorTable } from '@keyway/wire';
import type { Peer } from './peer.js';
import { defaultRelayLimits, RelayTotals, type AppendOrigin, type Effects, type RelayLimits } from './ports.js';
import { keyOf, type Route, type Run } from './route.js';

/**
 * Says where each message goes: to an attached client now, into a mailbox, or back with a named refusal. Pure and synchronous:
 * what it needs from outside it asks through `Effects`, and hears about through the methods below.
 */
export class Relay {
  readonly totals = new RelayTotals();
  readonly #peers = new Map<string, Peer>();
  readonly #known = new Map<string, true>();
  readonly #asking = new Map<string, { readonly id: Uint8Array; readonly waiting: { peer: Peer; route: Route }[] }>();
  readonly #halted = new Map<string, Set<{ peer: Peer; route: Route }>>();
  #dirty: Peer[] = [];
  #lookups: Uint8Array[] = [];
  #batch: Append[] = [];
  #origins: AppendOrigin[] = [];
  #appendingBytes = 0;
  #released: number[] = [];
  #now: number;

  constructor(
    readonly effects: Effects,
    now: number,
    readonly limits: RelayLimits = defaultRelayLimits,
  ) {
    this.#now = now;
  }

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

  /** A session has proven its keys: it replaces the client's older one, which is told. */
  attach(peer: Peer, now: number): void {
    this.#now = now;
    const older = this.#peers.get(peer.key);
    if (older !== undefined && older !== peer) {
      this.totals.replaced += 1;
      older.session.stop('session_replaced', now);
      this.touch(older);
      older.inbox.close();
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

  /** Asks for the recipient of a route; `Peer.lookedUp` hears the answer. */
  ask(peer: Peer, route: Route): void {
    const asked = this.#asking.get(route.key);
    if (asked !== undefined) {
      asked.waiting.push({ peer, route });
      return;
    }
    this.#asking.set(route.key, { id: route.recipient, waiting: [{ peer, route }] });
    this.#lookups.push(route.recipient);
    this.touch(peer);
  }

  /** @param known - undefined when nobody could say. */
  lookedUp(clientIds: readonly Uint8Array[], known: readonly boolean[] | undefined): void {
    clientIds.forEach((id, index) => {
      const key = keyOf(id);
      const asked = this.#asking.get(key);
      this.#asking.delete(key);
      if (known?.[index] === true) this.#remember(key);
      for (const { peer, route } of asked?.waiting ?? []) peer.lookedUp(route, known?.[index]);
    });
  }

  /** A live run: now, or back. */
  live(from: Peer, route: Route, firstSeq: number, createdMs: number, _lifetimeS: number, bodies: Uint8Array, count: number): void {
    const peer = this.#peers.get(route.key);
    if (peer === undefined || !peer.attached) return from.refuse(route, firstSeq, firstSeq + count - 1, 'recipient_offline', count);
    peer.inbox.live(from, route, firstSeq, createdMs, bodies, count, this.#now);
  }

  /** A durable run: first into the mailbox, whoever is attached. */
  durable(from: Peer, route: Route, run: Run): void {
    const { firstSeq, skipped, bodies } = run;
    const count = run.count + skipped;
    this.totals.durableIn += run.count;
    if (this.#appendingBytes + bodies.length > this.limits.appendingBytes) {
      from.waiting(-count, -bodies.length);
      return from.refuse(route, firstSeq, 0, 'backpressure', run.count);
    }
    const lifetimeMs = run.lifetimeS === 0 ? this.limits.longestLifetimeMs : Math.min(run.lifetimeS * 1_000, this.limits.longestLifetimeMs);
    this.#appendingBytes += bodies.length;
    this.#batch.push({
      recipient: route.recipient,
      sender: from.clientId,
      stream: route.stream,
      firstSeq,
      count,
      skipped: skipped > 0,
      createdMs: run.createdMs,
      expiresMs: Math.floor(this.#now) + lifetimeMs,
      bodies,
    });
    this.#origins.push({ peer: from, route });
    this.touch(from);
  }

  /** What became of a batch; the only place from which durable messages are accepted. */
  appended(origins: readonly AppendOrigin[], batch: readonly Append[], outcomes: readonly AppendOutcome[], now: number): void {
    this.#now = now;
    for (let i = 0; i < batch.length; i += 1) {
      const append = batch[i]!;
      const { peer, route } = origins[i]!;
      const outcome = outcomes[i]!;
      this.#appendingBytes -= append.bodies.length;
      peer.waiting(-append.count, -append.bodies.length);
      if (outcome.kind === 'refused') {
        this.#halt(peer, route, outcome.fromSeq, outcome.reason, append);
        continue;
      }
      if (outcome.kind === 'stored') {
        this.totals.durableStored += outcome.upTo - outcome.fromSeq + 1;
        this.#peers.get(route.key)?.inbox.appended(outcome.id, append, outcome.fromSeq, Math.floor(now), now);
      } else this.totals.durableDuplicate += append.count;
      peer.accept(route, outcome.upTo);
    }
  }

  readDone(peer: Peer, runs: readonly StoredRun[], now: number): void {
    this.#now = now;
    if (peer.attached) peer.inbox.readDone(runs, now);
  }

  release(id: number, messages: number): void {
    this.#released.push(id);
    this.totals.durableReleased += messages;
  }

  /** A mailbox has room again: the streams that wait for it go on. */
  room(recipient: Uint8Array): void {
    const key = keyOf(recipient);
    const waiting = this.#halted.get(key);
    this.#halted.delete(key);
    for (const { peer, route } of waiting ?? []) peer.resume(route);
  }

  /** Sends what waits, to everybody, and hands over what is to be stored. Once per turn of the event loop. */
  flush(now: number): void {
    this.#now = now;
    while (this.#dirty.length > 0) {
      const dirty = this.#dirty;
      this.#dirty = [];
      for (const peer of dirty) {
        peer.dirty = false;
        peer.flush(now);
      }
    }
    if (this.#lookups.length > 0) this.effects.lookup(this.#lookups.splice(0));
    if (this.#batch.length > 0) this.effects.append(this.#batch.splice(0), this.#origins.splice(0));
    if (this.#released.length > 0) this.effects.release(this.#released.splice(0));
  }

  #halt(peer: Peer, route: Route, fromSeq: number, reason: ErrorReason, append: Append): void {
    peer.refuse(route, fromSeq, 0, reason, append.skipped ? 0 : append.firstSeq + append.count - fromSeq);
    if (errorTable[reason].retry !== 'wait' || !peer.attached) return;
    let waiting = this.#halted.get(route.key);
    if (waiting === undefined) this.#halted.set(route.key, (waiting = new Set()));
    for (const entry of waiting) {
      if (!entry.peer.attached) waiting.delete(entry);
      else if (entry.route === route) return;
    }
    waiting.add({ peer, route });
  }

  #remember(key: string): void {
    if (this.#known.size >= this.limits.knownClients) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(key, true);
  }
}
