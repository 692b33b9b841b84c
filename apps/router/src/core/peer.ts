import type { Session, StreamFrames } from '@keyway/session';
import type { ErrorReason, SessionSettings, TicketBody } from '@keyway/wire';
import { classIds, codeOf, limits, rightBits, runSizeBound } from '@keyway/wire';
import { Desk } from './desk.js';
import { Inbox } from './inbox.js';
import type { PeerLink, RelayLimits } from './ports.js';
import type { Watch } from './presence.js';
import type { Relay } from './relay.js';
import { kept, keyOf, Route, weightOf, type Run } from './route.js';
import { isHidden } from './sights.js';

/** More than any frame without bodies takes: an Open is the largest. */
const frameBytes = 72;
/** The bodies of the longest run that can be written to its recipient, behind its Open. One more byte in a mailbox would block it. */
const largestRunBytes = limits.recordBytes - runSizeBound(0) - 2 * frameBytes;
/**
 * Windows of a client that are taken at a time; more is refused for the moment. Twice what it was granted, and never a reason to
 * cut it: one that was told to halt starts counting anew, while the store may still hold all it had sent.
 */
const windows = 2;

/** An attached client: what it sends is routed, what is for it waits in its inbox. */
export class Peer implements StreamFrames {
  readonly clientId: Uint8Array;
  readonly key: string;
  readonly inbox: Inbox;
  /** In the relay's list of peers to flush. */
  dirty = false;
  /** Its streams in the relay's count of all. */
  counted = 0;
  /** The link takes more. Otherwise nothing but control frames is written: so many as one record holds, then the peer is cut. */
  writable = true;
  /** Since when it is attached, over replaced sessions too. */
  sinceMs: number;
  /** Everybody may know of it: auth said so, or could not be asked and its ticket says so. */
  public = false;
  /** Nobody may know of it but operators, those it wrote to and those it named. */
  hidden: boolean;
  /** Watchers were told of it. */
  announced = false;
  /** Whom it wrote to in this session while it was hidden, as far as auth knows it. */
  contacts: Set<string> | undefined;
  /** Whom it watches. */
  watch: Watch | undefined;
  #desk: Desk | undefined;
  #settings: SessionSettings | undefined;
  #routes: (Route | undefined)[] = [undefined];
  #answered: Route[] = [];
  /** Sent by this client, on its way into a mailbox or held. */
  #unansweredMessages = 0;
  #unansweredBytes = 0;
  #gone = false;

  constructor(
    private readonly relay: Relay,
    readonly session: Session,
    readonly link: PeerLink,
    readonly ticket: TicketBody,
  ) {
    this.clientId = new Uint8Array(ticket.clientId);
    this.key = keyOf(ticket.clientId);
    this.sinceMs = relay.now;
    this.hidden = isHidden(ticket.rights);
    this.inbox = new Inbox(this, relay);
  }

  get attached(): boolean {
    return this.session.closed === undefined;
  }
  /** Its routes that wait for room at their recipients. */
  get waitingRoutes(): readonly Route[] {
    return this.#routes.filter((route): route is Route => route?.waitsForRoom === true);
  }
  /** Its routes whose recipients it may know of. */
  get passedRoutes(): readonly Route[] {
    return this.#routes.filter((route): route is Route => route?.passed === true);
  }
  get limits(): RelayLimits {
    return this.relay.limits;
  }
  /** Its routes whose recipients are being looked up. */
  get askingRoutes(): readonly Route[] {
    return this.#routes.filter((route): route is Route => route?.asking === true);
  }

  /** Takes one record. */
  receive(record: Uint8Array, now: number): void {
    this.relay.now = now;
    const received = this.session.receive(record, now, this);
    if (received === 'dropped') this.relay.totals.recordsDropped += 1;
    else if (this.#settings !== undefined && received === 'taken') this.#adopt(this.#settings);
    this.relay.touch(this);
  }

  open(handle: number, recipient: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (handle !== this.#routes.length) return this.stop('malformed');
    if (handle > this.session.settings.maxStreams) return this.stop('stream_limit');
    this.relay.opened(this);
    if (!this.attached) return;
    const live = deliveryClass === classIds.live;
    const route = new Route(this, handle, recipient, stream, live);
    this.#routes.push(route);
    if ((this.ticket.rights & rightBits.send) === 0) route.dead = 'forbidden';
    else if (this.relay.sights.mayPass(route)) route.passed = true;
    else this.#ask(route);
  }

  run(
    handle: number,
    firstSeq: number,
    createdMs: number,
    storedMs: number,
    lifetimeS: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
  ): void {
    const route = this.#routes[handle];
    if (route === undefined || storedMs !== 0) return this.stop('malformed');
    if (bodies.length > largestRunBytes) return this.stop('too_large');
    const { totals } = this.relay;
    if (route.live) totals.liveIn += count;
    else totals.durableIn += count;
    if (this.relay.draining) totals.unanswered += count;
    else if (route.live && route.passed) {
      this.relay.live(route, firstSeq, createdMs, skipped, bodies, count);
    } else this.#take(route, { firstSeq, createdMs, lifetimeS, skipped, bodies: kept(bodies), count });
  }

  stored(handle: number, upTo: number): void {
    this.inbox.stored(handle, upTo);
  }
  credit(messages: number, bytes: number): void {
    this.inbox.credit(messages, bytes);
  }
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, _source: Uint8Array, _attempt: number, body: Uint8Array): void {
    this.#desk ??= new Desk(this, this.relay.requests);
    this.relay.requests.take(this.#desk, id, service, timeoutMs, key, body);
  }
  reply(id: number, code: number, _source: Uint8Array, body: Uint8Array): void {
    if (this.#desk === undefined) this.relay.totals.repliesUnknown += 1;
    else this.relay.requests.services.replied(this.#desk, id, code, body);
  }
  /** Frames no client may send end the session before they get here. */
  presence(): void {}
  refused(): void {}
  accepted(): void {}
  goOn(): void {}
  settings(): void {}

  /** New settings: it is told now, and held to them once it is heard of again: it may be silent for as long as the old ones let it. */
  configure(settings: SessionSettings): void {
    if (!this.#mayWrite()) return;
    this.session.out.config(Math.floor(this.relay.now), settings);
    this.#settings = settings;
    this.relay.touch(this);
  }

  /** Its run left the window: stored, refused, or handed on. */
  decided(run: Pick<Run, 'count' | 'bodies'>): void {
    this.#unansweredMessages -= weightOf(run);
    this.#unansweredBytes -= run.bodies.length;
  }

  /** Every number of the route up to this one is stored or relayed. */
  accept(route: Route, upTo: number): void {
    if (upTo > route.acceptedUpTo) route.acceptedUpTo = upTo;
    if (route.acceptedDirty) return;
    route.acceptedDirty = true;
    this.#answered.push(route);
    this.relay.touch(this);
  }

  /** These live numbers were not relayed. */
  refuseLive(route: Route, first: number, last: number, reason: ErrorReason, messages: number): void {
    this.relay.totals.refuse(reason, messages);
    if (!this.#mayWrite()) return;
    this.session.out.refused(route.handle, first, last, codeOf(reason));
    this.relay.touch(this);
  }

  /** Tells the sender of a durable stream to halt at `first`; it ends there when the reason says `never`. */
  halt(route: Route, first: number, reason: ErrorReason, messages: number): void {
    this.relay.totals.refuse(reason, messages);
    route.halt(first);
    if (!this.#mayWrite()) return;
    this.session.out.refused(route.handle, first, 0, codeOf(reason));
    this.relay.touch(this);
  }

  /** There is room again for a stream that was told to halt. */
  resume(route: Route): void {
    if (!this.#mayWrite()) return;
    this.session.out.goOn(route.handle);
    this.relay.touch(this);
  }

  /** The answer to the lookup of a route's recipient; undefined: nobody could say, and the next run asks again. */
  lookedUp(route: Route, known: boolean | undefined): void {
    const { held } = route;
    route.held = undefined;
    route.asking = false;
    if (known === true) route.passed = true;
    if (known === false) route.dead = 'recipient_unknown';
    for (const run of held ?? []) {
      if (!this.attached)
        this.relay.totals.unanswered += run.count; // its next session sends them again, in order
      else if (known === true) this.#route(route, run);
      else this.#turnAway(route, run, route.dead ?? 'unavailable');
    }
  }

  /** Makes room for a run of so many bytes, and its Open. @returns false when the link takes no more. */
  room(bytes: number): boolean {
    return this.makeRoom(runSizeBound(bytes) + frameBytes);
  }
  /** The same for a frame of at most so many bytes; for one without bodies unless given. */
  makeRoom(bytes = frameBytes): boolean {
    if (!this.writable || !this.attached) return false;
    if (this.session.out.wouldOverflow(bytes)) this.#seal();
    return this.writable;
  }
  /** Writes a small frame even when the link takes nothing: so many as one record holds, then the session is cut. */
  control(write: () => void): void {
    if (!this.#mayWrite()) return;
    write();
    this.relay.touch(this);
  }

  /** Says why the session ends, after all that was accepted. */
  stop(reason: ErrorReason, retryAfterMs = 0): void {
    if (this.writable) this.#writeAccepted();
    this.session.stop(reason, this.relay.now, retryAfterMs);
    this.relay.touch(this);
  }

  /** Writes what waits and sends it, unless the link is full. Called once per turn. */
  flush(): void {
    if (this.writable && this.attached) {
      this.#writeAccepted();
      this.inbox.pump();
      this.#desk?.pump();
      if (this.watch !== undefined) this.relay.presence.pump(this.watch);
    }
    if (this.writable || !this.attached) this.#seal();
    if (this.attached || this.#gone) return;
    this.#gone = true;
    this.#answered = [];
    this.relay.detach(this, this.session.closed ?? 'session_closed');
    if (this.#desk !== undefined) this.relay.requests.detached(this.#desk);
    this.#routes = []; // nothing it had routed needs more than its Route
    this.link.close();
  }

  /** The link is gone. */
  lost(): void {
    this.session.abandon('peer_unreachable');
    this.relay.touch(this);
  }

  #seal(): void {
    const bytes = this.session.flush(this.relay.now);
    if (bytes !== undefined && !this.link.send(bytes)) this.writable = false;
  }

  /** Is there room for one more control frame? A peer that sends and does not read is cut once a whole record of them waits. */
  #mayWrite(): boolean {
    if (!this.attached) return false;
    if (!this.session.out.wouldOverflow(frameBytes)) return true;
    if (this.writable) this.#seal();
    else {
      this.session.abandon('backpressure');
      this.relay.touch(this);
    }
    return this.attached;
  }

  #take(route: Route, run: Run): void {
    if (route.dead !== undefined) return this.#turnAway(route, run, route.dead, false);
    const { windowMessages, windowBytes } = this.session.settings;
    const overrun = this.#unansweredMessages >= windows * windowMessages || this.#unansweredBytes >= windows * windowBytes;
    if (overrun) return this.#turnAway(route, run, 'backpressure', false);
    this.#unansweredMessages += weightOf(run);
    this.#unansweredBytes += run.bodies.length;
    if (route.asking) this.#hold(route, run);
    else this.#route(route, run);
  }

  #route(route: Route, run: Run): void {
    if (!route.passed) {
      this.#ask(route);
      this.#hold(route, run);
    } else if (route.live) {
      this.decided(run);
      this.relay.live(route, run.firstSeq, run.createdMs, run.skipped, run.bodies, run.count);
    } else if (!route.mayTake(run)) {
      this.decided(run);
      this.relay.totals.refuse('stream_gap', run.count); // sent before it heard of the halt, and will be sent again
    } else this.relay.durable(route, run);
  }

  #hold(route: Route, run: Run): void {
    route.held ??= [];
    route.held.push(run);
  }

  #turnAway(route: Route, run: Run, reason: ErrorReason, counted = true): void {
    if (counted) this.decided(run);
    if (route.live) this.refuseLive(route, run.firstSeq, run.firstSeq + run.count + run.skipped - 1, reason, run.count);
    else if (route.mayTake(run)) this.halt(route, run.firstSeq, reason, run.count);
    else this.relay.totals.refuse(reason, run.count);
  }

  #ask(route: Route): void {
    route.asking = true;
    this.relay.sights.ask(route);
  }

  #adopt(settings: SessionSettings): void {
    this.#settings = undefined;
    this.session.configured(settings);
  }

  #writeAccepted(): void {
    let written = 0;
    for (; written < this.#answered.length; written += 1) {
      if (this.session.out.wouldOverflow(frameBytes)) this.#seal();
      if (!this.writable || !this.attached) break; // the rest waits, one range for each stream
      const route = this.#answered[written]!;
      route.acceptedDirty = false;
      this.session.out.accepted(route.handle, route.acceptedUpTo);
    }
    if (written === this.#answered.length) this.#answered.length = 0;
    else this.#answered.splice(0, written);
  }
}
