import { connect, type Backoff, type Client, type ConnectOptions, type StateStore } from '@keyway/client';
import { encodeId } from '@keyway/crypto';
import type { History } from './history.js';
import { digestOf, tagOf } from './history.js';
import { aKey, atEnd, within } from './places.js';

export interface PersonOptions {
  readonly fleet: string;
  readonly history: History;
  /** Integers 0 … below - 1. */
  readonly random: (below: number) => number;
  readonly edge?: 'tcp' | 'zmq';
  /** A store that outlives the client, for somebody who is closed and opened again. */
  readonly store?: () => StateStore;
  readonly backoff?: (() => Backoff) | undefined;
}

const inFlight = 256;
const burst = 5;
const pauseMs = 12;
const connectMs = 30_000;

/** Somebody who sends to everybody without waiting for answers, and takes what comes. */
export class Person {
  readonly #key = aKey();
  readonly id = encodeId(this.#key.public.fingerprint);
  #client: Client | undefined;
  #life = 0;
  #waiting = 0;
  #sending = false;
  #receiving: Promise<void> = Promise.resolve();
  #loop: Promise<void> = Promise.resolve();
  readonly #numbers = new Map<string, number>();
  reopened = 0;

  constructor(
    readonly name: string,
    private readonly options: PersonOptions,
  ) {}

  get client(): Client {
    return this.#client!;
  }
  /** Messages without an answer. */
  get waiting(): number {
    return this.#waiting;
  }

  async open(more: Partial<ConnectOptions> = {}): Promise<void> {
    const { fleet, edge, store, backoff } = this.options;
    const base = { fleet, identity: this.#key, edge, store: store?.(), backoff: backoff?.(), timeoutMs: connectMs };
    const client = await connect({ ...base, ...more });
    atEnd(() => client.close());
    this.#client = client;
    this.#life += 1;
    this.#numbers.clear();
    this.#receiving = this.#receive(client);
  }

  /** Closes in an orderly way and comes back with the same state. */
  async reopen(people: readonly Person[]): Promise<void> {
    await this.stop();
    await this.client.close();
    await this.#receiving;
    await this.open();
    this.reopened += 1;
    this.start(people);
  }

  start(people: readonly Person[]): void {
    this.#sending = true;
    this.#loop = this.#send(people.filter((other) => other !== this));
  }

  async stop(): Promise<void> {
    this.#sending = false;
    await within(connectMs, `${this.name} stops sending`, this.#loop);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.client.close();
    await this.#receiving;
  }

  async #receive(client: Client): Promise<void> {
    for await (const message of client.messages()) this.options.history.receive(this.name, message);
  }

  async #send(others: readonly Person[]): Promise<void> {
    while (this.#sending) {
      for (let i = 0; i < burst && this.#waiting < inFlight; i += 1) this.#post(others[this.options.random(others.length)]!);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  #post(to: Person): void {
    const { history, random } = this.options;
    const deliveryClass = random(8) === 0 ? 'live' : 'durable';
    const from = `${this.name}.${this.#life}`;
    const key = `${to.name} ${deliveryClass}`;
    const n = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, n);
    const body = aBody(random);
    history.of(deliveryClass).attempted(from, to.name, n, digestOf(n, body));
    this.#waiting += 1;
    this.client.post(
      to.id,
      body,
      (error) => {
        this.#waiting -= 1;
        if (error === undefined) history.accept(deliveryClass, from, to.name, n);
        // closed before the answer came: what is durable stays in the store, so its fate is open
        else if (error.reason !== 'session_closed') history.of(deliveryClass).refused(from, to.name, n, error.reason);
      },
      { class: deliveryClass, contentType: tagOf(from, n) },
    );
  }
}

/** 0 B to 60 KiB: a tenth empty, most of them short, a few long ones. */
function aBody(random: (below: number) => number): Uint8Array {
  const kind = random(40);
  const size = kind < 4 ? 0 : kind < 34 ? random(1_024) : kind < 39 ? random(8_192) : random(61_441);
  return new Uint8Array(size).fill(random(256));
}
