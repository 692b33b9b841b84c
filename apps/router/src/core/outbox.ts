import type { ErrorReason } from '@keyway/wire';
import { classIds, codeOf, limits, rightBits, runSizeBound } from '@keyway/wire';
import type { Peer } from './peer.js';
import type { Relay } from './relay.js';
import { kept, Route, weightOf, type Run } from './route.js';

/** More than any frame without bodies takes: an Open is the largest. */
export const frameBytes = 72;
/** The bodies of the longest run that can be written to its recipient, behind its Open. One more byte in a mailbox would block it. */
const largestRunBytes = limits.recordBytes - runSizeBound(0) - 2 * frameBytes;
/**
 * Windows of a client that are taken at a time; more is refused for the moment. Twice what it was granted, and never a reason to
 * cut it: one that was told to halt starts counting anew, while the store may still hold all it had sent.
 */
const windows = 2;
const none = Object.freeze([]) as never[];

/** What one attached client sends: each stream it opened, what waits until its recipient is known, and what it is answered. */
export class Outbox {
  /** By handle; none has the number 0. */
  #routes: (Route | undefined)[] = none;
  #answered: Route[] = none;
  /** Sent by this client, on its way into a mailbox or held. */
  #unansweredMessages = 0;
  #unansweredBytes = 0;
  /** Live ones whose answers wait for company. */
  #lateMessages = 0;
  #lateBytes = 0;
  /** Answers that wait for nothing. */
  #urgent = false;

  constructor(
    private readonly peer: Peer,
    private readonly relay: Relay,
  ) {}

  /** Its routes that wait for room at their recipients. */
  get waitingRoutes(): readonly Route[] {
    return this.#routes.filter((route): route is Route => route?.waitsForRoom === true);
  }
  /** Its routes whose recipients it may know of. */
  get passedRoutes(): readonly Route[] {
    return this.#routes.filter((route): route is Route => route?.passed === true);
  }
  /** Its routes whose recipients are being looked up. */
  get askingRoutes(): readonly Route[] {
    return this.#routes.filter((route): route is Route => route?.asking === true);
  }

  open(handle: number, recipient: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (this.#routes === none) this.#routes = [undefined];
    if (handle !== this.#routes.length) return this.peer.stop('malformed');
    if (handle > this.peer.session.settings.maxStreams) return this.peer.stop('stream_limit');
    this.relay.opened(this.peer);
    if (!this.peer.attached) return;
    const live = deliveryClass === classIds.live;
    const route = new Route(this.peer, handle, recipient, stream, live);
    this.#routes.push(route);
    if ((this.peer.ticket.rights & rightBits.send) === 0) route.dead = 'forbidden';
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
    if (route === undefined || storedMs !== 0) return this.peer.stop('malformed');
    if (bodies.length > largestRunBytes) return this.peer.stop('too_large');
    const { totals } = this.relay;
    if (route.live) totals.liveIn += count;
    else totals.durableIn += count;
    if (this.relay.draining) totals.unanswered += count;
    else if (route.live && route.passed) {
      this.relay.live(route, firstSeq, createdMs, skipped, bodies, count);
    } else this.#take(route, { firstSeq, createdMs, lifetimeS, skipped, bodies: kept(bodies), count });
  }

  /** Its run left the window: stored, refused, or handed on. */
  decided(run: Pick<Run, 'count' | 'bodies'>): void {
    this.#unansweredMessages -= weightOf(run);
    this.#unansweredBytes -= run.bodies.length;
  }

  /** Every number of the route up to this one is stored or relayed. @param liveBytes - of the bodies that were relayed now. */
  accept(route: Route, upTo: number, liveBytes = 0): void {
    if (route.live) this.#noteLate(upTo - route.acceptedUpTo, liveBytes);
    else this.#urgent = true;
    if (upTo > route.acceptedUpTo) route.acceptedUpTo = upTo;
    if (route.acceptedDirty) return;
    route.acceptedDirty = true;
    if (this.#answered === none) this.#answered = [];
    this.#answered.push(route);
    this.relay.touch(this.peer);
  }

  /** These live numbers were not relayed. */
  refuseLive(route: Route, first: number, last: number, reason: ErrorReason, messages: number): void {
    this.relay.totals.refuse(reason, messages);
    if (!this.peer.mayWrite()) return;
    this.peer.session.out.refused(route.handle, first, last, codeOf(reason));
    this.relay.touch(this.peer);
  }

  /** Tells the sender of a durable stream to halt at `first`; it ends there when the reason says `never`. */
  halt(route: Route, first: number, reason: ErrorReason, messages: number): void {
    this.relay.totals.refuse(reason, messages);
    route.halt(first);
    if (!this.peer.mayWrite()) return;
    this.peer.session.out.refused(route.handle, first, 0, codeOf(reason));
    this.relay.touch(this.peer);
  }

  /** There is room again for a stream that was told to halt. */
  resume(route: Route): void {
    if (!this.peer.mayWrite()) return;
    this.peer.session.out.goOn(route.handle);
    this.relay.touch(this.peer);
  }

  /** The answer to the lookup of a route's recipient; undefined: nobody could say, and the next run asks again. */
  lookedUp(route: Route, known: boolean | undefined): void {
    const { held } = route;
    route.held = undefined;
    route.asking = false;
    if (known === true) route.passed = true;
    if (known === false) route.dead = 'recipient_unknown';
    for (const run of held ?? []) {
      if (!this.peer.attached)
        this.relay.totals.unanswered += run.count; // its next session sends them again, in order
      else if (known === true) this.#route(route, run);
      else this.#turnAway(route, run, route.dead ?? 'unavailable');
    }
  }

  /** Sees to what was accepted, behind all else that is written in this turn: answers to live messages may wait for company. */
  answer(): void {
    const { peer } = this;
    const { late, now } = this.relay;
    const alone = peer.session.out.length === 0;
    const pending = this.#answered.length > 0;
    if (pending && alone && !this.#urgent && late.wait(peer, now)) return;
    if (this.#lateMessages > 0 || !alone) late.left(peer, pending, alone, now);
    if (pending) this.writeAccepted();
  }

  /** Its answers have waited long enough. */
  hurry(): void {
    this.#urgent = true;
    this.relay.touch(this.peer);
  }

  /** Writes what was accepted, one range for each stream, as far as the link takes it. */
  writeAccepted(): void {
    if (this.#answered.length === 0) return;
    let written = 0;
    for (; written < this.#answered.length; written += 1) {
      if (!this.peer.makeRoom()) break; // the rest waits, one range for each stream
      const route = this.#answered[written]!;
      route.acceptedDirty = false;
      this.peer.session.out.accepted(route.handle, route.acceptedUpTo);
    }
    if (written < this.#answered.length) return void this.#answered.splice(0, written);
    this.#answered.length = this.#lateMessages = this.#lateBytes = 0;
    this.#urgent = false;
  }

  /** The session is over: nothing it had routed needs more than its Route. */
  close(): void {
    this.#routes = none;
    this.#answered = none;
  }

  /** A quarter of the window is answered for at once: its sender must not run into its end. */
  #noteLate(messages: number, bytes: number): void {
    this.#lateMessages += Math.max(1, messages); // a repeat may say less than was said
    this.#lateBytes += bytes;
    const { windowMessages, windowBytes } = this.peer.session.settings;
    if (this.#lateMessages * 4 >= windowMessages || this.#lateBytes * 4 >= windowBytes) this.#urgent = true;
  }

  #take(route: Route, run: Run): void {
    if (route.dead !== undefined) return this.#turnAway(route, run, route.dead, false);
    const { windowMessages, windowBytes } = this.peer.session.settings;
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
}
