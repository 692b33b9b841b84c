import type { Answer, EncodedAnswer } from './answer.js';
import type { ReceivedRequest, ServiceRequest } from './service-request.js';

/** Does the work. What it throws becomes a code: see `encodeFault`. */
export type ServiceHandler = (request: ServiceRequest) => Answer | Promise<Answer>;

/** A service this client works for. */
export interface Serving {
  readonly service: string;
  /** `lost`: done, but its session had ended and nobody asked again here. */
  readonly counters: { readonly taken: number; readonly answered: number; readonly failed: number; readonly lost: number };
  /** Takes no more and waits for what runs. Idempotent; never rejects. */
  stop(): Promise<void>;
}

/** One request in work. It outlives the session it came in: the work goes on, and is not begun twice when it is given to us again. */
export interface Work {
  readonly service: Service;
  /** Who asked, and the key of the request. */
  readonly name: string;
  readonly request: ReceivedRequest;
  readonly abort: AbortController;
  readonly deadline: number;
  /** Under which ids it was given to us in this session. */
  ids: number[];
  /** `kept`: done, and its answer waits for the request to come again. */
  state: 'waiting' | 'running' | 'kept' | 'gone';
  answer: EncodedAnswer | undefined;
}

/** One served name: what is in work for it, and what was done. */
export class Service implements Serving {
  readonly counters = { taken: 0, answered: 0, failed: 0, lost: 0 };
  /** By name, in the order they came. */
  readonly works = new Map<string, Work>();
  running = 0;
  #kept = 0;
  #stopped: Promise<void> | undefined;
  #idle: (() => void)[] = [];

  constructor(
    readonly service: string,
    readonly handler: ServiceHandler,
    readonly inFlight: number,
    private readonly halt: () => Promise<void>,
  ) {}

  get stopping(): boolean {
    return this.#stopped !== undefined;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.halt();
    return this.#stopped;
  }

  /** Resolves when nothing runs and nothing waits to. */
  async idle(): Promise<void> {
    while (this.works.size > this.#kept) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** @returns false: far more than was asked for. A handler that does not heed its deadline still holds its place, so some may wait. */
  take(work: Work): boolean {
    if (this.works.size - this.#kept >= 2 * this.inFlight) return false;
    this.works.set(work.name, work);
    this.counters.taken += 1;
    return true;
  }

  begun(work: Work): void {
    work.state = 'running';
    this.running += 1;
  }

  ended(work: Work, code: number): void {
    this.running -= 1;
    if (code === 0) this.counters.answered += 1;
    else this.counters.failed += 1;
    this.forget(work);
  }

  /** Done, and nobody to tell: the answer waits for the request to come again, a bounded number of them until their deadlines. */
  keep(work: Work): void {
    if (this.works.has(work.name)) return; // it is in work again, or kept already
    const oldest = this.#kept < this.inFlight ? undefined : [...this.works.values()].find(({ state }) => state === 'kept');
    if (oldest !== undefined) this.forget(oldest);
    work.state = 'kept';
    this.works.set(work.name, work);
    this.#kept += 1;
    this.counters.lost += 1;
  }

  forget(work: Work): void {
    if (!this.works.delete(work.name)) return;
    if (work.state === 'kept') this.#kept -= 1;
    work.state = 'gone';
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
