import type { Clock } from '@keyway/transport';
import type { FrameWriter } from '@keyway/wire';
import { replySizeBound, reservedServicePrefix, WireError } from '@keyway/wire';
import { Alarm } from './alarm.js';
import { encodeAnswer, encodeError, encodeFault, isTellable, type EncodedAnswer } from './answer.js';
import { report } from './events.js';
import type { FleetCalls } from './fleet-calls.js';
import { checkServiceName } from './service-name.js';
import { ReceivedRequest } from './service-request.js';
import { Service, type ServiceHandler, type Serving, type Work } from './service.js';

export interface ServeOptions {
  /** Requests it takes at a time, 1 to 1,024. Default 16. */
  readonly inFlight?: number | undefined;
}

interface Outgoing {
  readonly id: number;
  readonly work: Work | undefined;
  readonly answer: EncodedAnswer;
}

export interface ServicesParts {
  readonly clock: Clock;
  readonly wallMs: () => number;
  readonly fleet: FleetCalls;
  readonly isAttached: () => boolean;
  /** There is something to send. */
  readonly wake: () => void;
}

/** All services this client works for. */
export class Services {
  readonly #services = new Map<string, Service>();
  readonly #alarm: Alarm;
  #replies: Outgoing[] = [];
  #maxBodyBytes = Infinity;
  #closing = false;

  constructor(private readonly parts: ServicesParts) {
    this.#alarm = new Alarm(parts.clock, () => this.#ring());
  }

  /** Works for a service from now on. Rejects with a WireError: `forbidden`, `no_such_service`, `name_invalid`, … */
  async serve(name: string, handler: ServiceHandler, { inFlight = 16 }: ServeOptions = {}): Promise<Serving> {
    checkServiceName(name);
    if (name.startsWith(reservedServicePrefix))
      throw new WireError('name_invalid', `${name}: names with ${reservedServicePrefix} are the fleet's own`);
    if (!Number.isInteger(inFlight) || inFlight < 1 || inFlight > 1_024)
      throw new RangeError('a service takes 1 to 1,024 requests at a time');
    if (this.#services.has(name)) throw new TypeError(`this client serves ${name} already`);
    const service: Service = new Service(name, handler, inFlight, () => this.#stop(service));
    this.#services.set(name, service);
    try {
      await this.#offer(service, inFlight);
    } catch (thrown) {
      this.#services.delete(name);
      void this.#offer(service, 0).catch(() => undefined); // whoever gave no answer in time may have heard of it all the same
      throw thrown;
    }
    return service;
  }

  get serving(): boolean {
    return this.#services.size > 0;
  }

  /** Work that runs, and answers that have not left. */
  get busy(): boolean {
    if (this.#replies.length > 0) return true;
    for (const { running } of this.#services.values()) if (running > 0) return true;
    return false;
  }

  limit(maxBodyBytes: number): void {
    this.#maxBodyBytes = maxBodyBytes;
  }

  /** A new session: what was given to us in the one before may have been given to somebody else. */
  attached(): void {
    for (const { work } of this.#replies) if (work !== undefined) this.#keep(work);
    this.#replies = [];
    for (const { works } of this.#services.values()) for (const work of works.values()) work.ids = [];
  }

  /** Offers everything again, in a new session. */
  async renew(): Promise<void> {
    for (const service of [...this.#services.values()]) if (!service.stopping) await this.#offer(service, service.inFlight);
  }

  /** Takes a Request frame; the bytes may alias a record. */
  given(id: number, name: string, timeoutMs: number, key: Uint8Array, source: Uint8Array, attempt: number, body: Uint8Array): void {
    const service = this.#services.get(name);
    if (this.#closing) return; // when this session has ended, somebody else gets it
    if (service === undefined) return this.#refuse(id, new WireError('no_worker'));
    const abort = new AbortController();
    const deadlineMs = this.parts.wallMs() + timeoutMs;
    const request = ReceivedRequest.read({ service: name, key, source, attempt, body, deadlineMs, signal: abort.signal });
    if (request === undefined) return this.#refuse(id, new WireError('malformed', 'the request is no payload'));
    const known = service.works.get(request.name);
    if (known !== undefined) return this.#again(known, id);
    const deadline = this.parts.clock.now() + timeoutMs;
    const work: Work = { service, name: request.name, request, abort, deadline, ids: [id], state: 'waiting', answer: undefined };
    if (!service.take(work)) return this.#refuse(id, new WireError('backpressure'));
    this.#alarm.at(deadline);
    this.#startWaiting(service);
  }

  /** Writes answers as far as they fit into this record. */
  pump(out: FrameWriter): void {
    if (this.#replies.length === 0) return;
    let written = 0;
    for (const { id, answer } of this.#replies) {
      if (out.wouldOverflow(replySizeBound(answer.body.length))) break;
      out.reply(id, answer.code, none, answer.body);
      written += 1;
    }
    if (written > 0) this.#replies.splice(0, written);
  }

  /** Begins nothing any more, and tells the handlers. */
  close(): void {
    this.#closing = true;
    this.#alarm.stop();
    for (const { works } of this.#services.values()) for (const { abort } of works.values()) abort.abort(new WireError('session_closed'));
  }

  async #offer(service: Service, inFlight: number): Promise<void> {
    await this.parts.fleet.call({ kind: 'serve', value: { service: service.service, inFlight } });
  }

  async #stop(service: Service): Promise<void> {
    if (this.parts.isAttached()) await this.#offer(service, 0).catch(() => undefined); // a session that ended gives nothing either
    await service.idle();
    this.#services.delete(service.service);
    this.parts.wake();
  }

  /** Given to us once more: after a re-attach, or because who asked did. */
  #again(work: Work, id: number): void {
    if (work.state === 'kept') {
      work.service.forget(work);
      work.service.counters.lost -= 1;
      this.#reply({ id, work, answer: work.answer! });
    } else work.ids.push(id);
  }

  #startWaiting(service: Service): void {
    for (const work of service.works.values()) {
      if (service.running >= service.inFlight) return;
      if (work.state === 'waiting') void this.#run(work);
    }
  }

  async #run(work: Work): Promise<void> {
    const { service } = work;
    service.begun(work);
    try {
      const answer = encodeAnswer(await service.handler(work.request));
      if (answer.body.length > this.#maxBodyBytes) throw new WireError('too_large', `an answer has ${this.#maxBodyBytes} bytes at most`);
      work.answer = answer;
    } catch (thrown) {
      if (!isTellable(thrown)) report(thrown, 'KeywayHandlerFault'); // who asked hears nothing of it: somebody has to
      work.answer = encodeFault(thrown);
    }
    this.#done(work, work.answer);
  }

  #done(work: Work, answer: EncodedAnswer): void {
    const { service, ids } = work;
    service.ended(work, answer.code);
    if (ids.length === 0) this.#keep(work);
    for (const id of ids) this.#reply({ id, work, answer });
    this.#startWaiting(service);
  }

  #keep(work: Work): void {
    work.service.keep(work);
    this.#alarm.at(work.deadline);
  }

  #refuse(id: number, error: WireError): void {
    this.#reply({ id, work: undefined, answer: encodeError(error) });
  }

  #reply(reply: Outgoing): void {
    this.#replies.push(reply);
    this.parts.wake();
  }

  /** Deadlines: whoever asked has stopped waiting. */
  #ring(): void {
    const now = this.parts.clock.now();
    let next = Infinity;
    for (const service of this.#services.values()) {
      for (const work of service.works.values()) {
        if (work.deadline > now) next = Math.min(next, work.deadline);
        else if (work.state === 'running') work.abort.abort(new WireError('deadline_passed'));
        else service.forget(work);
      }
    }
    this.#alarm.at(next);
  }
}

const none = new Uint8Array(0);
