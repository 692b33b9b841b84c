import { decodeAdminRpcAnswer, encodeAdminRpcCall, reasonOf, rightBits, type ErrorReason } from '@keyway/wire';
import type { Ask } from './ask.js';
import type { Relay } from './relay.js';
import type { Requests } from './requests.js';

/** Auth answers no admin call later than this: what a disk takes. */
const longestMs = 10_000;

/** keyway.admin: carries what operators seal to auth, and auth's sealed answers. It can read neither. */
export class AdminDesk {
  #underWay = 0;

  constructor(
    private readonly relay: Relay,
    private readonly requests: Requests,
  ) {}

  call(ask: Ask): void {
    const { adminCalls, sessionAdminCalls } = this.relay.limits;
    const { desk } = ask;
    const most = (desk.peer.ticket.rights & rightBits.operator) === 0 ? adminCalls >> 1 : adminCalls;
    if (this.#underWay >= most || desk.adminCalls >= sessionAdminCalls) return this.requests.refuse(ask, 'backpressure');
    this.#underWay += 1;
    desk.adminCalls += 1;
    const { clientId, link } = desk.peer;
    this.relay.effects.ask({
      pattern: 'auth.admin',
      body: encodeAdminRpcCall({ clientId, sealed: ask.body, source: link.source }),
      timeoutMs: Math.max(1, Math.min(longestMs, Math.ceil(ask.deadline - this.relay.now))),
      answered: (answer) => {
        this.#underWay -= 1;
        desk.adminCalls -= 1;
        this.#answered(ask, answer);
      },
    });
  }

  #answered(ask: Ask, answer: Uint8Array | ErrorReason): void {
    if (typeof answer === 'string') return this.requests.refuse(ask, answer === 'too_large' ? answer : 'unavailable');
    const decoded = decodeAdminRpcAnswer(answer);
    if (decoded?.code === 0) return this.requests.answer(ask, this.requests.facts.router, decoded.sealed);
    this.requests.refuse(ask, (decoded && reasonOf(decoded.code)) ?? 'internal');
  }
}
