import type { Append, StoredRun } from '@keyway/mailbox';
import type { Session, StreamFrames } from '@keyway/session';
import type { ErrorReason, TicketBody } from '@keyway/wire';
import { classIds, codeOf, runSizeBound, sliceBodies } from '@keyway/wire';
import { Inbox } from './inbox.js';
import type { PeerLink } from './ports.js';
import type { Relay } from './relay.js';
import { keyOf, Route, type Run } from './route.js';

/** Control frames that may pile up for a peer that does not read; then it is cut. */
const unreadBytes = 65_536;

/** An attached client: what it sends is routed, what is for it waits in its inbox. */
export class Peer implements StreamFrames {
  readonly clientId: Uint8Array;
  readonly key: string;
  readonly inbox: Inbox;
  /** In the relay's list of peers to flush. */
  dirty = false;
  /** The link takes more. */
  writable = true;
  #routes: (Route | undefined)[] = [undefined];
  #answered: Route[] = [];
  /** Sent by this client, not yet answered. */
  #unansweredMessages = 0;
  #unansweredBytes = 0;
  #gone = false;
  #now = 0;

  constructor(
    private readonly relay: Relay,
    readonly session: Session,
    readonly link: PeerLink,
    readonly ticket: TicketBody,
  ) {
    this.clientId = new Uint8Array(ticket.clientId);
    this.key = keyOf(ticket.clientId);
    this.inbox = new Inbox(this, relay);
  }

  get attached(): boolean {
    return this.session.closed === undefined;
  }

  /** Takes one record. @returns false when the session is over. */
  receive(record: Uint8Array, now: number): boolean {
    this.#now = now;
    const received = this.session.receive(record, now, this);
    if (received === 'dropped') this.relay.totals.recordsDropped += 1;
    if (this.session.out.length > unreadBytes) this.flush(now);
    this.relay.touch(this);
    return received !== 'closed';
  }

  open(handle: number, recipient: Uint8Array, stream: Uint8Array, deliveryClass: number): void {
    if (handle !== this.#routes.length) return this.session.stop('malformed', this.#now);
    if (handle > this.session.settings.maxStreams) return this.session.stop('stream_limit', this.#now);
    const route = new Route(handle, new Uint8Array(recipient), keyOf(recipient), new Uint8Array(stream), deliveryClass === classIds.live);
    this.#routes.push(route);
    if ((this.ticket.rights & maySend) === 0) route.dead = 'forbidden';
    else if (!this.relay.knows(route.key)) this.#ask(route);
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
    if (route === undefined || storedMs !== 0) return this.session.stop('malformed', this.#now);
    if (route.dead !== undefined) return this.refuse(route, firstSeq, firstSeq + count - 1, route.dead, count);
    if (route.live && !route.asking && skipped === 0) {
      return this.relay.live(this, route, firstSeq, createdMs, lifetimeS, bodies, count);
    }
    const { windowMessages, windowBytes } = this.session.settings;
    if (this.#unansweredMessages >= windowMessages || this.#unansweredBytes >= windowBytes) return this.session.stop('backpressure', this.#now);
    this.waiting(count + skipped, bodies.length);
    const run = { firstSeq, createdMs, lifetimeS, skipped, bodies, count };
    if (route.asking) route.held.push(run);
    else this.#route(route, run);
  }

  stored(handle: number, upTo: number): void {
    this.inbox.stored(handle, upTo);
  }
  credit(messages: number, bytes: number): void {
    this.inbox.credit(messages, bytes);
  }
  /** Frames no client may send end the session before they get here. */
  refused(): void {}
  accepted(): void {}
  goOn(): void {}
  settings(): void {}

  /** Counts what is on its way into a mailbox, or waits for room at a recipient. */
  waiting(messages: number, bytes: number): void {
    this.#unansweredMessages += messages;
    this.#unansweredBytes += bytes;
  }

  /** Every number of the route up to this one is stored or relayed. */
  accept(route: Route, upTo: number): void {
    if (upTo <= route.acceptedUpTo) return this.#answer(route);
    route.acceptedUpTo = upTo;
    this.#answer(route);
  }

  /** Live: these numbers were not relayed. Durable: the stream is to halt at `first`, or ends there when the reason says `never`. */
  refuse(route: Route, first: number, last: number, reason: ErrorReason, messages: number): void {
    this.relay.totals.refuse(reason, messages);
    if (!this.attached) return;
    this.#writeAccepted(); // what came before is answered first
    this.session.out.refused(route.handle, first, route.live ? last : 0, codeOf(reason));
    if (!route.live) route.halt(first, reason);
    this.relay.touch(this);
  }

  /** There is room again for a stream that was told to halt. */
  resume(route: Route): void {
    if (!this.attached || route.haltedBy === undefined) return;
    route.haltedBy = undefined;
    this.session.out.goOn(route.handle);
    this.relay.touch(this);
  }

  /** The answer to the lookup of a route's recipient; undefined: nobody could say, and the next run asks again. */
  lookedUp(route: Route, known: boolean | undefined): void {
    const { held } = route;
    route.held = [];
    route.asking = false;
    if (!this.attached) return; // its next session sends them again, in order
    if (known === false) route.dead = 'recipient_unknown';
    for (const run of held) {
      if (known === true) this.#route(route, run);
      else this.#refuseHeld(route, run, route.dead ?? 'unavailable');
    }
  }

  /** Writes one run to this client, sealing what waits first when the record would grow too long. */
  writeRun(handle: number, run: Pick<StoredRun, 'firstSeq' | 'createdMs' | 'bodies'>, storedMs: number, skipped: number, now: number): void {
    if (this.session.out.wouldOverflow(runSizeBound(run.bodies.length))) this.#seal(now);
    this.session.out.run(handle, run.firstSeq, run.createdMs, storedMs, 0, skipped, run.bodies);
  }

  /** Writes what waits and sends it, unless the link is full. Called once per turn. */
  flush(now: number): void {
    this.#writeAccepted();
    if (this.attached && this.writable) this.inbox.pump(now);
    if (this.writable || !this.attached) this.#seal(now);
    else if (this.session.out.length > unreadBytes) this.session.abandon('backpressure'); // it sends and does not read
    if (!this.attached && !this.#gone) {
      this.#gone = true;
      this.relay.detach(this, this.session.closed ?? 'session_closed');
      this.link.close();
    }
  }

  /** The link is gone. */
  lost(): void {
    this.session.abandon('peer_unreachable');
    this.relay.touch(this);
  }

  #seal(now: number): void {
    const bytes = this.session.flush(now);
    if (bytes !== undefined && !this.link.send(bytes)) this.writable = false;
  }

  #route(route: Route, run: Run): void {
    if (!this.relay.knows(route.key)) {
      this.#ask(route);
      route.held.push(run);
    } else if (route.live) {
      this.waiting(-run.count - run.skipped, -run.bodies.length);
      this.relay.live(this, route, run.firstSeq, run.createdMs, run.lifetimeS, run.bodies, run.count);
    } else if (route.mayTake(run.firstSeq)) this.relay.durable(this, route, run);
    else this.#refuseHeld(route, run, 'stream_gap'); // sent before it heard of the halt: the halted number comes first
  }

  #refuseHeld(route: Route, run: Run, reason: ErrorReason): void {
    this.waiting(-run.count - run.skipped, -run.bodies.length);
    this.refuse(route, run.firstSeq, run.firstSeq + run.count - 1, reason, run.count);
  }

  #ask(route: Route): void {
    route.asking = true;
    this.relay.ask(this, route);
  }

  #answer(route: Route): void {
    if (!route.acceptedDirty) {
      route.acceptedDirty = true;
      this.#answered.push(route);
    }
    this.relay.touch(this);
  }

  #writeAccepted(): void {
    if (this.#answered.length === 0) return;
    for (const route of this.#answered) {
      route.acceptedDirty = false;
      if (this.attached) this.session.out.accepted(route.handle, route.acceptedUpTo);
    }
    this.#answered.length = 0;
  }
}

/** Ticket right: bit 1. */
const maySend = 1;

/** What is left of a run when the store had its first part already. */
export function trimmed(append: Append, fromSeq: number): Pick<Append, 'firstSeq' | 'createdMs' | 'bodies'> {
  if (fromSeq === append.firstSeq) return append;
  const bodies = append.skipped ? append.bodies : sliceBodies(append.bodies, fromSeq - append.firstSeq);
  return { firstSeq: fromSeq, createdMs: append.createdMs, bodies };
}
