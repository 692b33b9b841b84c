import {
  decodeServiceAnswer,
  encodeServiceCall,
  isServiceName,
  limits,
  reasonOf,
  requestSizeBound,
  reservedServicePrefix,
  rightBits,
  type ErrorReason,
} from '@keyway/wire';
import type { Ask } from './ask.js';
import type { Desk } from './desk.js';
import type { Question } from './ports.js';
import type { Relay } from './relay.js';
import type { Requests } from './requests.js';
import { Crew, Worker } from './worker.js';

const askMs = 2_000;
const none = new Uint8Array(0);

/** What a worker may say no with; anything else reads `worker_failed`: it does not speak for the fleet. */
const workersReasons: ReadonlySet<ErrorReason> = new Set([
  ...(['forbidden', 'malformed', 'too_large', 'unavailable', 'worker_failed'] as const),
  ...(['name_invalid', 'recipient_unknown', 'backpressure'] as const),
]);

/** Who works for which service, and what they are given. Auth says what is a service, and who may serve it. */
export class Services {
  readonly #crews = new Map<string, Crew>();
  /** Requests to services nobody serves, until auth has said whether there is such a service: one question for all of them. */
  readonly #unsure = new Map<string, Set<Ask>>();
  #turns = 0;

  constructor(
    private readonly relay: Relay,
    private readonly requests: Requests,
  ) {}

  get workers(): number {
    let sum = 0;
    for (const { workers } of this.#crews.values()) sum += workers.size;
    return sum;
  }
  /** Requests that wait for a free worker. */
  get queued(): number {
    let sum = 0;
    for (const { queue } of this.#crews.values()) sum += queue.size;
    return sum;
  }

  request(ask: Ask): void {
    if ((ask.desk.peer.ticket.rights & rightBits.send) === 0) return this.requests.refuse(ask, 'forbidden');
    const crew = this.#crews.get(ask.service);
    if (crew !== undefined) this.#join(crew, ask);
    else if (ask.service.startsWith(reservedServicePrefix)) this.requests.refuse(ask, 'no_such_service');
    else this.#isThere(ask);
  }

  /** A client offers to work, or changes how much; 0: no more. What it has is still to be answered. */
  serve(ask: Ask, service: string, slots: number): void {
    const { desk } = ask;
    const known = desk.offers.get(service);
    if (known !== undefined) return this.#change(known, ask, slots);
    if (slots === 0) return this.#welcome(ask);
    if ((desk.peer.ticket.rights & rightBits.serve) === 0) return this.requests.refuse(ask, 'forbidden');
    if (!isServiceName(service)) return this.requests.refuse(ask, 'name_invalid', 'a service is 1 to 64 of a-z 0-9 . _ -');
    if (service.startsWith(reservedServicePrefix)) {
      return this.requests.refuse(ask, 'name_invalid', `services whose names begin with ${reservedServicePrefix} are the fleet’s own`);
    }
    const { sessionServices, serviceWorkers } = this.relay.limits;
    const full = desk.offers.size >= sessionServices || (this.#crews.get(service)?.workers.size ?? 0) >= serviceWorkers;
    if (full) return this.requests.refuse(ask, 'backpressure');
    const worker = new Worker(desk, service, slots);
    worker.asks!.push(ask);
    desk.offers.set(service, worker);
    const question = this.#question(service, desk.peer.clientId, desk.peer.ticket.rights, (reason) => this.#judged(worker, reason));
    this.requests.turns.ask(desk, () => (desk.peer.attached ? question : undefined));
  }

  /** An answer of a worker. Whoever asked may be gone, and the answer may be to nothing. */
  replied(desk: Desk, id: number, code: number, body: Uint8Array): void {
    const ask = desk.works.get(id);
    if (ask === undefined) {
      if (id <= desk.lastWorkId) this.relay.totals.repliesLate += 1;
      else this.relay.totals.repliesUnknown += 1;
      return;
    }
    const worker = this.#release(ask);
    const reason = code === 0 ? undefined : (reasonOf(code) ?? 'worker_failed');
    const { clientId } = desk.peer;
    if (ask.settled) this.relay.totals.repliesLate += 1;
    else if (reason === undefined) this.requests.answer(ask, clientId, body);
    else if (reason === 'no_worker') {
      this.#retire(worker); // it had stopped when this reached it: then it is not offered the same again
      this.#again(ask);
    } else if (workersReasons.has(reason)) this.requests.refuseWith(ask, reason, body, clientId);
    else this.requests.refuse(ask, 'worker_failed', undefined, clientId);
  }

  /** Whoever asked waits no longer: the place is free, whatever the worker does. */
  overdue(ask: Ask): void {
    if (ask.worker !== undefined) this.#dispatch(this.#release(ask).service);
  }

  /** It waits for nobody any more. While it still has its body. */
  forget(ask: Ask): void {
    this.#crews.get(ask.service)?.queue.delete(ask);
    this.#unsure.get(ask.service)?.delete(ask);
  }

  /** The turn of a worker that was heard ends: it may have places free, or a link that takes more. */
  ready(desk: Desk): void {
    for (const { service } of desk.offers.values()) this.#dispatch(service);
  }

  detached(desk: Desk): void {
    for (const worker of desk.offers.values()) this.#leave(worker);
    desk.offers.clear();
    for (const ask of [...desk.works.values()]) {
      this.#release(ask);
      if (!ask.settled) this.#again(ask);
    }
  }

  #join(crew: Crew, ask: Ask): void {
    const { serviceRequests, serviceRequestBytes } = this.relay.limits;
    const { queue } = crew;
    if (queue.size === 0 && this.#give(crew, ask)) return;
    while (queue.size >= serviceRequests || queue.bytes + ask.body.length > serviceRequestBytes) {
      const last = queue.lastOfMost(ask.desk);
      this.requests.refuse(last ?? ask, 'backpressure');
      if (last === undefined) return;
    }
    queue.push(ask);
  }

  /** @returns false when nobody is free. */
  #give(crew: Crew, ask: Ask): boolean {
    for (let worker = crew.pick(); worker !== undefined; worker = crew.pick()) {
      const { peer } = worker.desk;
      if (!peer.makeRoom(requestSizeBound(ask.body.length))) continue; // its link was filled by what waited: it is not free any more
      const id = worker.desk.nextWorkId();
      worker.desk.works.set(id, ask);
      worker.busy += 1;
      worker.turn = this.#turns += 1;
      ask.worker = worker;
      ask.workId = id;
      ask.attempt += 1;
      const left = Math.min(limits.requestTimeoutMs, Math.max(1, Math.ceil(ask.deadline - this.relay.now)));
      peer.session.out.request(id, ask.service, left, ask.key, ask.desk.peer.clientId, ask.attempt, ask.body);
      this.relay.touch(peer);
      this.relay.totals.requestsGiven += 1;
      return true;
    }
    return false;
  }

  #release(ask: Ask): Worker {
    const worker = ask.worker!;
    worker.desk.works.delete(ask.workId);
    worker.busy -= 1;
    ask.worker = undefined;
    this.requests.released(ask);
    return worker;
  }

  /** Its worker vanished. */
  #again(ask: Ask): void {
    const crew = this.#crews.get(ask.service);
    if (ask.attempt >= this.relay.limits.attempts) this.requests.refuse(ask, 'worker_failed');
    else if (crew === undefined) this.requests.refuse(ask, 'no_worker');
    else if (!this.#give(crew, ask)) crew.queue.putBack(ask);
  }

  #dispatch(service: string): void {
    const crew = this.#crews.get(service);
    for (let ask = crew?.queue.first; ask !== undefined; ask = crew!.queue.first) {
      if (!this.#give(crew!, ask)) return;
      crew!.queue.delete(ask);
    }
  }

  #change(worker: Worker, ask: Ask, slots: number): void {
    worker.slots = slots;
    if (worker.asks !== undefined) return void worker.asks.push(ask);
    this.#welcome(ask);
    if (slots === 0) this.#retire(worker);
  }

  /** It works for this service no more. What it has is still to be answered. */
  #retire(worker: Worker): void {
    const { offers } = worker.desk;
    if (offers.get(worker.service) === worker) offers.delete(worker.service);
    this.#leave(worker);
  }

  /** Auth has said whether it may serve. */
  #judged(worker: Worker, reason: ErrorReason | undefined): void {
    const { desk, service, slots } = worker;
    const asks = (worker.asks ?? []).filter(({ settled }) => !settled);
    worker.asks = undefined;
    const starts = reason === undefined && asks.length > 0 && slots > 0;
    if (!starts) desk.offers.delete(service);
    for (const ask of asks) {
      if (reason === undefined) this.#welcome(ask);
      else this.requests.refuse(ask, reason);
    }
    if (!starts) return;
    const crew = this.#crews.get(service) ?? new Crew();
    this.#crews.set(service, crew);
    crew.workers.add(worker);
    for (const ask of this.#unsure.get(service) ?? []) this.#join(crew, ask);
    this.#unsure.get(service)?.clear(); // what auth still says is no news
  }

  /** With the last one everything that waits hears it. */
  #leave(worker: Worker): void {
    const crew = this.#crews.get(worker.service);
    if (crew?.workers.delete(worker) !== true || crew.workers.size > 0) return;
    this.#crews.delete(worker.service);
    for (const ask of crew.queue.drain()) this.requests.refuse(ask, 'no_worker');
  }

  /** Nobody serves it here: is it a service at all? */
  #isThere(ask: Ask): void {
    const { service } = ask;
    const asks = this.#unsure.get(service);
    if (asks !== undefined) return void asks.add(ask);
    const waiting = new Set([ask]);
    this.#unsure.set(service, waiting);
    const question = this.#question(service, none, 0, (reason) => {
      this.#unsure.delete(service);
      for (const one of [...waiting]) this.requests.refuse(one, reason ?? 'no_worker');
    });
    this.requests.turns.ask(ask.desk, () => {
      if (waiting.size > 0) return question;
      this.#unsure.delete(service);
      return undefined;
    });
  }

  #question(service: string, clientId: Uint8Array, rights: number, told: (reason: ErrorReason | undefined) => void): Question {
    const body = encodeServiceCall({ service, clientId, rights });
    const answered = (answer: Uint8Array | ErrorReason): void => {
      if (typeof answer === 'string') return told('unavailable');
      const code = decodeServiceAnswer(answer)?.code;
      told(code === 0 ? undefined : ((code === undefined ? undefined : reasonOf(code)) ?? 'unavailable'));
    };
    return { pattern: 'auth.service', body, timeoutMs: askMs, answered };
  }

  #welcome(ask: Ask): void {
    this.requests.answer(ask, this.requests.facts.router, none);
  }
}
