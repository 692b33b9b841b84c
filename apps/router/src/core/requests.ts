import { codeOf, encodePayload, type ErrorReason } from '@keyway/wire';
import { AdminDesk } from './admin-desk.js';
import { Ask } from './ask.js';
import type { Desk } from './desk.js';
import { DueList } from './due-list.js';
import { FleetDesk } from './fleet-desk.js';
import type { RouterFacts } from './ports.js';
import type { Relay } from './relay.js';
import { kept } from './route.js';
import { Services } from './services.js';
import { Turns } from './turns.js';

const none = new Uint8Array(0);

/**
 * Requests, from where they come in to their answer: each gets exactly one, or its session ends. The fleet's own services are
 * answered here, the others by those who serve them.
 */
export class Requests {
  readonly services: Services;
  readonly turns: Turns;
  /** Bodies held, of requests and of answers. */
  heldBytes = 0;
  readonly #due = new DueList<Ask>();
  readonly #own: ReadonlyMap<string, { call(ask: Ask): void }>;

  constructor(
    readonly relay: Relay,
    readonly facts: RouterFacts,
  ) {
    this.turns = new Turns(relay);
    this.services = new Services(relay, this);
    this.#own = new Map<string, { call(ask: Ask): void }>([
      ['keyway.fleet', new FleetDesk(relay, this)],
      ['keyway.admin', new AdminDesk(relay, this)],
    ]);
  }

  take(desk: Desk, id: number, service: string, timeoutMs: number, key: Uint8Array, body: Uint8Array): void {
    const { relay } = this;
    if (id <= desk.lastId) return desk.peer.stop('malformed');
    desk.lastId = id;
    relay.totals.requests += 1;
    if (relay.draining) return relay.totals.requested('unanswered'); // its session ends in a moment
    const crowded = desk.waiting >= relay.limits.sessionRequests || !desk.holds(body.length);
    const ask = new Ask(desk, id, service, key.slice(), relay.now + timeoutMs, crowded ? none : kept(body));
    desk.open.set(id, ask);
    desk.hold(ask.body.length);
    this.#due.add(ask, ask.deadline);
    if (crowded) return this.refuse(ask, 'backpressure');
    if (body.length > desk.peer.session.settings.maxBodyBytes) return this.refuse(ask, 'too_large');
    const own = this.#own.get(service);
    if (own !== undefined) own.call(ask);
    else this.services.request(ask);
  }

  /** Done: `body` is the answer. The first word counts, later ones do nothing. */
  answer(ask: Ask, source: Uint8Array, body: Uint8Array): void {
    if (this.#settle(ask, 'done')) ask.desk.reply(ask.id, 0, source, body);
  }

  /** Says no. @param detail - a sentence for people. @param source - who says so: the fleet unless given. */
  refuse(ask: Ask, reason: ErrorReason, detail?: string, source = this.facts.router): void {
    this.refuseWith(ask, reason, detail === undefined ? none : sentence(detail), source);
  }

  /** @param body - what the wire has beside a code: see `Reply`. */
  refuseWith(ask: Ask, reason: ErrorReason, body: Uint8Array, source: Uint8Array): void {
    if (this.#settle(ask, reason)) ask.desk.reply(ask.id, codeOf(reason), source, body);
  }

  /** Nobody works on it any more. */
  released(ask: Ask): void {
    if (ask.settled) this.#due.delete(ask, ask.deadline);
  }

  /** The session is over: its requests are nobody's, and what it worked on goes to others. */
  detached(desk: Desk): void {
    for (const ask of desk.open.values()) this.#settle(ask, 'unanswered');
    this.services.detached(desk);
    desk.close();
  }

  /** Answers for what nobody answered in time. */
  sweep(now: number): void {
    for (const ask of this.#due.take(now)) {
      this.refuse(ask, 'deadline_passed');
      this.services.overdue(ask);
    }
  }

  #settle(ask: Ask, outcome: string): boolean {
    if (ask.settled) return false;
    ask.settled = true;
    const { desk } = ask;
    this.services.forget(ask);
    desk.open.delete(ask.id);
    desk.hold(-ask.drop());
    this.relay.totals.requested(outcome);
    if (ask.worker === undefined) this.#due.delete(ask, ask.deadline);
    return true;
  }
}

const sentence = (text: string): Uint8Array => encodePayload({ contentType: 'text/plain; charset=utf-8', data: Buffer.from(text) });
