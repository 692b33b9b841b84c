import { rightBits, sightIds } from '@keyway/wire';
import { Contacts } from './contacts.js';
import type { Peer } from './peer.js';
import type { Relay } from './relay.js';
import { keyOf, type Route } from './route.js';

/** A client id is remembered as everybody's for one to two such whiles, and who is attached is asked about so often: policies change. */
const rememberedMs = 60_000;
/** Who comes is asked about so late: when many come at once, one question is about many of them. */
const gatherMs = 5;

/** One question about who sees whom, and who waits for its answer. */
interface Pending {
  readonly key: string;
  readonly clientId: Uint8Array;
  readonly viewer: Uint8Array;
  readonly routes: Set<Route>;
  /** Newcomers who ask about themselves. */
  readonly peers: Set<Peer>;
}

/** What a session waits to ask about: the recipient of a stream, or itself. */
type Wanted = Route | 'itself';

/**
 * Who may know of whom. A hidden client and one that does not exist are told apart by nobody who may not see it: both are asked for,
 * and turned away, in the same way. What everybody may know is remembered; the rest only by the stream it was asked for.
 */
export class Sights {
  readonly contacts: Contacts;
  #everybodys = new Set<string>();
  #everybodysBefore = new Set<string>();
  #rememberedSince: number;
  /** Questions that were asked, or will be with the next batch; by viewer and client. */
  readonly #asking = new Map<string, Pending>();
  /** What is to be asked, in turns: who asks for thousands holds up nobody else. */
  readonly #wanted = new Map<Peer, Wanted[]>();
  /** A stream waits among them. */
  #urgent = false;
  /** When they are asked all the same. */
  #deadline = Infinity;
  /** Whom auth could not be asked about when they came: their ticket was believed. */
  readonly #believed = new Set<Peer>();
  #underWay: readonly Pending[] | undefined;

  constructor(private readonly relay: Relay) {
    this.contacts = new Contacts(relay);
    this.#rememberedSince = relay.now;
  }

  /** May everybody know of this client? */
  knows(key: string): boolean {
    return this.#everybodys.has(key) || this.#everybodysBefore.has(key) || this.relay.peer(key)?.public === true;
  }

  /** May a stream go on without a question? */
  mayPass(route: Route): boolean {
    return this.knows(route.key) && !this.contacts.lacks(route);
  }

  /** A client is attached: who may know? */
  greet(peer: Peer): void {
    this.#want(peer, 'itself');
  }

  /** Asks for the recipient of a route; `Outbox.lookedUp` hears the answer. */
  ask(route: Route): void {
    const asked = this.#asking.get(pairOf(route));
    if (asked === undefined) this.#want(route.peer, route);
    else asked.routes.add(route);
  }

  /** The session is over. */
  end(peer: Peer): void {
    this.#wanted.delete(peer);
    this.#believed.delete(peer);
    this.contacts.end(peer);
    for (const route of peer.outbox.askingRoutes) {
      this.#asking.get(pairOf(route))?.routes.delete(route);
      peer.outbox.lookedUp(route, undefined);
    }
  }

  /** A client hides, or shows itself again. */
  changed(peer: Peer, hidden: boolean): void {
    const was = peer.public;
    peer.hidden = hidden;
    peer.public = false;
    this.#forget(peer.key);
    if (hidden) for (const route of peer.outbox.passedRoutes) this.contacts.note(route, false);
    if (was && hidden) this.relay.presence.hid(peer);
    this.#want(peer, 'itself'); // the fleet’s policy has a say, and an answer on its way may be older than this
  }

  /** Auth answers again: who was believed is asked about. And nothing is remembered for ever. */
  refresh(): void {
    for (const peer of this.#believed) this.#want(peer, 'itself');
    this.#believed.clear();
    if (this.relay.now - this.#rememberedSince < rememberedMs) return;
    this.#rememberedSince = this.relay.now;
    this.#everybodysBefore = this.#everybodys;
    this.#everybodys = new Set();
    for (const peer of this.relay.peers) this.#want(peer, 'itself');
  }

  /** When `flush` must be called next, though nothing woke; Infinity: nobody waits to be asked about. */
  get deadline(): number {
    return this.#underWay === undefined ? this.#deadline : Infinity;
  }

  flush(): void {
    this.contacts.flush();
    const due = this.#urgent || this.relay.now >= this.#deadline;
    if (!due || this.#underWay !== undefined) return;
    this.#deadline = Infinity;
    if (this.#wanted.size > 0) this.#lookUp();
    this.#urgent = this.#wanted.size > 0; // the rest has waited as well
  }

  /** @param sights - undefined when nobody could say: then nobody can say of those that still wait to be asked either. */
  lookedUp(sights: readonly number[] | undefined): void {
    const batch = this.#underWay ?? [];
    this.#underWay = undefined;
    const answers = sights?.length === batch.length ? sights : undefined;
    for (const { key } of batch) this.#asking.delete(key);
    if (answers === undefined) return this.#unanswered(batch);
    batch.forEach(({ clientId, routes, peers }, index) => {
      const sight = answers[index];
      if (sight === sightIds.everybody) this.#remember(keyOf(clientId));
      for (const peer of peers) this.#placed(peer, sight === sightIds.everybody, sight === sightIds.thisViewer);
      for (const route of routes) this.#found(route, sight !== sightIds.unknown);
    });
    if (this.#wanted.size > 0) this.relay.effects.wake();
  }

  #unanswered(batch: readonly Pending[]): void {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    const routes: Route[] = [];
    for (const pending of batch) {
      for (const peer of pending.peers) this.#believe(peer);
      routes.push(...pending.routes);
    }
    for (const [peer, all] of wanted) {
      for (const one of all) {
        if (one === 'itself') this.#believe(peer);
        else routes.push(one);
      }
    }
    for (const route of routes) {
      if (this.knows(route.key)) this.#found(route, true);
      else route.peer.outbox.lookedUp(route, undefined);
    }
  }

  #want(peer: Peer, what: Wanted): void {
    const wanted = this.#wanted.get(peer);
    if (what !== 'itself') this.#urgent = true;
    else this.#deadline = Math.min(this.#deadline, this.relay.now + gatherMs);
    if (wanted === undefined) this.#wanted.set(peer, [what]);
    else wanted.push(what);
    this.relay.touch(peer);
  }

  /** Asks about the next: of everybody's an equal share, and then everybody's next. */
  #lookUp(): void {
    const { lookupIds } = this.relay.limits;
    const batch: Pending[] = [];
    const share = Math.ceil(lookupIds / Math.max(1, this.#wanted.size));
    for (const [peer, wanted] of this.#wanted) {
      this.#wanted.delete(peer);
      const some = wanted.splice(0, share);
      if (wanted.length > 0) this.#wanted.set(peer, wanted);
      for (const one of some) this.#prepare(peer, one, batch);
      if (batch.length + share > lookupIds) break;
    }
    if (batch.length === 0) return;
    this.#underWay = batch;
    this.relay.effects.lookup({ clientIds: batch.map(({ clientId }) => clientId), viewers: batch.map(({ viewer }) => viewer) });
  }

  #prepare(peer: Peer, one: Wanted, batch: Pending[]): void {
    if (one !== 'itself' && this.knows(one.key)) return this.#found(one, true);
    const key = one === 'itself' ? peer.key + peer.key : pairOf(one);
    let pending = this.#asking.get(key);
    if (pending === undefined) {
      const clientId = one === 'itself' ? peer.clientId : one.recipient;
      pending = { key, clientId, viewer: peer.clientId, routes: new Set(), peers: new Set() };
      this.#asking.set(key, pending);
      batch.push(pending);
    }
    if (one === 'itself') pending.peers.add(peer);
    else pending.routes.add(one);
  }

  #found(route: Route, known: boolean): void {
    if (known && this.contacts.lacks(route)) this.contacts.note(route);
    else route.peer.outbox.lookedUp(route, known);
  }

  /** Auth is away: what its ticket says must do for now. */
  #believe(peer: Peer): void {
    this.#believed.add(peer);
    this.#placed(peer, !peer.hidden, peer.hidden);
  }

  #placed(peer: Peer, everybodys: boolean, hidden: boolean): void {
    if (!peer.attached || this.relay.peer(peer.key) !== peer) return;
    const was = peer.public;
    peer.public = everybodys;
    if (everybodys) peer.hidden = false;
    else this.#hide(peer, hidden);
    if (!peer.announced || (everybodys && !was)) {
      peer.announced = true;
      this.relay.presence.came(peer);
    } else if (was && !everybodys) this.relay.presence.hid(peer);
  }

  #hide(peer: Peer, hidden: boolean): void {
    this.#forget(peer.key);
    if (!hidden || peer.hidden) return;
    peer.hidden = true;
    for (const route of peer.outbox.passedRoutes) this.contacts.note(route, false);
  }

  #remember(key: string): void {
    if (this.#everybodys.size >= this.relay.limits.knownClients && !this.#everybodys.has(key)) {
      const [oldest] = this.#everybodys;
      if (oldest !== undefined) this.#everybodys.delete(oldest);
    }
    this.#everybodys.add(key);
  }

  #forget(key: string): void {
    this.#everybodys.delete(key);
    this.#everybodysBefore.delete(key);
  }
}

/** Two keys of 32 characters. */
const pairOf = (route: Route): string => route.peer.key + route.key;

/** As its ticket says. */
export const isHidden = (rights: number): boolean => (rights & rightBits.hidden) !== 0;
