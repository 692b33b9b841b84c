import {
  decodeFleetAnswer,
  decodeFleetCall,
  decodeFleetRpcAnswer,
  encodeFleetAnswer,
  encodeFleetCall,
  encodeFleetRpcCall,
  limits,
  reasonOf,
  type ErrorReason,
  type FleetAnswer,
  type List,
  type Member,
  type Visibility,
  type Watch,
} from '@keyway/wire';
import type { Ask } from './ask.js';
import type { Question } from './ports.js';
import type { Relay } from './relay.js';
import type { Requests } from './requests.js';
import { keyOf } from './route.js';

const askMs = 2_000;
const nobody: FleetAnswer = { members: [], more: false, status: undefined };

/** keyway.fleet: auth says who is there and what may be seen of them, this router who is attached. */
export class FleetDesk {
  constructor(
    private readonly relay: Relay,
    private readonly requests: Requests,
  ) {}

  call(ask: Ask): void {
    const call = decodeFleetCall(ask.body);
    switch (call?.kind) {
      case undefined:
        return this.requests.refuse(ask, 'malformed', 'not a call of keyway.fleet');
      case 'serve':
        return this.requests.services.serve(ask, call.value.service, call.value.inFlight);
      case 'status':
        return this.#status(ask);
      case 'watch':
        return call.value.off ? this.#unwatch(ask, call.value) : this.#watch(ask, call.value);
      case 'list':
        return call.value.online ? this.#listOnline(ask, call.value, call.value.after, []) : this.#forward(ask, ask.body);
      case 'visibility':
        return this.#forward(ask, ask.body, () => this.#shown(ask, call.value));
      default:
        return this.#forward(ask, ask.body);
    }
  }

  /** What auth says, with who is online filled in. */
  #forward(ask: Ask, call: Uint8Array, before: (answer: FleetAnswer) => void = () => undefined): void {
    this.#ask(ask, call, (answer) => {
      before(answer);
      this.#answer(ask, { ...answer, members: this.#filled(answer.members) });
    });
  }

  #watch(ask: Ask, { all, clients }: Watch): void {
    const { presence, limits: most } = this.relay;
    const { peer } = ask.desk;
    const reason = presence.refusal(peer, all, clients);
    if (reason === 'too_large')
      return this.requests.refuse(ask, reason, `one session watches at most ${most.watchedClients} clients by their ids`);
    if (reason !== undefined) return this.requests.refuse(ask, reason);
    this.#forward(ask, ask.body, ({ members }) => {
      const seen = members.filter(({ id }) => id.length === 32).map(({ id }) => id);
      presence.watch(peer, all, seen);
    });
  }

  #unwatch(ask: Ask, { all, clients }: Watch): void {
    this.relay.presence.unwatch(ask.desk.peer, all, clients);
    this.#answer(ask, nobody);
  }

  /** Of those who are attached, page by page, whom the asker may see: a fleet has more members than sessions. */
  #listOnline(ask: Ask, list: List, after: Uint8Array, found: readonly Member[]): void {
    const ids = this.relay.attachedAfter(after, limits.entries);
    if (ids.length === 0) return this.#answer(ask, { ...nobody, members: this.#filled(found) });
    this.#ask(ask, encodeFleetCall({ kind: 'who', value: { clients: ids } }), ({ members }) => {
      const all = [...found, ...members.filter(({ id }) => id.length === 32)];
      if (all.length < list.limit) return this.#listOnline(ask, list, ids.at(-1)!, all);
      this.#answer(ask, { ...nobody, members: this.#filled(all.slice(0, list.limit)), more: true });
    });
  }

  #status(ask: Ask): void {
    const { peer } = ask.desk;
    this.#question(ask, encodeFleetCall({ kind: 'who', value: { clients: [peer.clientId] } }), (answer) => {
      const name = typeof answer === 'string' ? '' : (answer.members[0]?.name ?? ''); // the rest is true without auth
      this.relay.effects.count(peer.clientId, (waiting) => {
        const { facts } = this.requests;
        const status = {
          ...{ timeMs: Math.floor(this.relay.now), version: facts.version, router: facts.router, startedMs: facts.startedMs },
          ...{ attached: this.relay.attachedCount, manifestVersion: facts.manifestVersion(), name, rights: peer.ticket.rights },
          ...{ waitingMessages: waiting?.messages ?? 0, waitingBytes: waiting?.bytes ?? 0 },
        };
        this.#answer(ask, { ...nobody, status });
      });
    });
  }

  #shown(ask: Ask, { hidden }: Visibility): void {
    const { peer } = ask.desk;
    if (peer.attached) this.relay.sights.changed(peer, hidden);
  }

  /** As they are now. */
  #filled(members: readonly Member[]): readonly Member[] {
    return members.map((member) => (member.id.length === 32 ? { ...member, ...this.relay.presence.of(keyOf(member.id)) } : member));
  }

  #answer(ask: Ask, answer: FleetAnswer): void {
    this.requests.answer(ask, this.requests.facts.router, encodeFleetAnswer(answer));
  }

  #ask(ask: Ask, call: Uint8Array, done: (answer: FleetAnswer) => void): void {
    this.#question(ask, call, (answer) => {
      if (ask.settled) return; // its session ended, or its time is over
      if (typeof answer === 'string') this.requests.refuse(ask, answer);
      else done(answer);
    });
  }

  #question(ask: Ask, call: Uint8Array, told: (answer: FleetAnswer | ErrorReason) => void): void {
    const { peer } = ask.desk;
    const question = (): Question => ({
      pattern: 'auth.fleet',
      body: encodeFleetRpcCall({ viewer: peer.clientId, rights: peer.ticket.rights, call }),
      timeoutMs: Math.max(1, Math.min(askMs, Math.ceil(ask.deadline - this.relay.now))),
      answered: (answer) => told(typeof answer === 'string' ? 'unavailable' : read(answer)),
    });
    this.requests.turns.ask(ask.desk, () => (ask.settled ? undefined : question()));
  }
}

/** The answer of auth.fleet, or its reason. */
function read(bytes: Uint8Array): FleetAnswer | ErrorReason {
  const answer = decodeFleetRpcAnswer(bytes);
  if (answer === undefined) return 'internal';
  if (answer.code !== 0) return reasonOf(answer.code) ?? 'internal';
  return decodeFleetAnswer(answer.answer) ?? 'internal';
}
