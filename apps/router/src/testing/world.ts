import { X25519Key } from '@keyway/crypto';
import { openMemoryMailbox, type MailboxStore, type Quota } from '@keyway/mailbox';
import { decodeLookupAnswer, encodeLookupCall, isWireError, type ErrorReason, type SessionSettings } from '@keyway/wire';
import { defaultDoorLimits, Door, type DoorLimits } from '../core/door.js';
import { defaultRelayLimits, type Effects, type RelayLimits } from '../core/ports.js';
import { Relay } from '../core/relay.js';
import { keyOf } from '../core/route.js';
import { TestAuth } from './auth.js';
import { TestClient, type ClientOptions } from './client.js';
import { TestFleet } from './keys.js';

export type JobKind = 'append' | 'read' | 'release' | 'lookup' | 'ask' | 'count';

/** Something the relay asked for. It is carried out, and later its answer is brought back, when the test says so. */
export class Job {
  #answer: (() => void) | undefined;

  constructor(
    readonly kind: JobKind,
    private readonly work: () => Promise<() => void>,
  ) {}

  get done(): boolean {
    return this.#answer !== undefined;
  }
  async execute(): Promise<void> {
    this.#answer ??= await this.work();
  }
  answer(): void {
    this.#answer!();
  }
}

export interface WorldOptions {
  readonly settings?: Partial<SessionSettings>;
  readonly limits?: Partial<RelayLimits>;
  readonly door?: Partial<DoorLimits>;
  readonly quota?: Partial<Quota>;
  readonly longestLifetimeMs?: number;
}

const settings: SessionSettings = {
  ...{ heartbeatMs: 15_000, timeoutMs: 37_500, maxBodyBytes: 262_144 },
  ...{ windowMessages: 8_192, windowBytes: 1_048_576, maxStreams: 65_536 },
};

/** A router's core over memory mailboxes, and its clients: no sockets, no timers, no order but the test's. */
export class World {
  now = 1_800_000_000_000;
  /** By how much the wall clock was set since the router started; its timers know nothing of that. */
  wallSet = 0;
  readonly fleet = new TestFleet(this.now);
  readonly store: MailboxStore;
  settings: SessionSettings;
  readonly clients: TestClient[] = [];
  readonly auth = new TestAuth();
  /** What the relay asked for and has not heard back about, oldest first. */
  jobs: Job[] = [];
  /** Auth does not answer. */
  authAway = false;
  /** Key pairs the door made. */
  ephemerals = 0;
  /** The epochs the router holds. */
  tickets = this.fleet.tickets;
  door!: Door;
  relay!: Relay;
  #awake = false;
  /** Mailboxes that got room since the last answer was made. */
  #rooms: Uint8Array[] = [];

  constructor(private readonly options: WorldOptions = {}) {
    this.settings = { ...settings, ...options.settings };
    const { quota, longestLifetimeMs = 7 * 86_400_000 } = options;
    this.store = openMemoryMailbox({ ...(quota && { quota }), longestLifetimeMs, sweepEveryMs: 2 ** 30, now: () => this.now });
    this.store.onRoom((recipient) => void this.#rooms.push(recipient));
    this.#start();
  }

  client(name: string, options: ClientOptions = {}): TestClient {
    const client = new TestClient(this, name, options);
    this.clients.push(client);
    this.auth.registered.add(keyOf(client.id));
    return client;
  }

  /** Clients that are attached, nothing else going on. */
  async attached<N extends string>(...names: N[]): Promise<Record<N, TestClient>> {
    const clients = names.map((name) => this.client(name).attach());
    await this.settle();
    return Object.fromEntries(clients.map((client) => [client.name, client])) as Record<N, TestClient>;
  }

  /** As `kill -9`: what the store has not carried out never was, answers on their way are lost, every link breaks. */
  restart(): void {
    this.jobs = [];
    for (const client of this.clients) client.sever();
    this.jobs = [];
    this.#start();
  }

  get awake(): boolean {
    return this.#awake;
  }

  /** The end of a turn of the router's event loop. */
  turn(): void {
    if (!this.#awake) return;
    this.#awake = false;
    this.relay.flush(this.now);
  }

  /** What waits a few milliseconds for company waits no more. No time passes for anything else. */
  late(at: number): void {
    this.relay.flush(Math.max(this.now, at));
    this.relay.now = this.now;
  }

  /** Carries out one thing the relay asked for, and brings the answer back. */
  async perform(job: Job | undefined): Promise<void> {
    if (job === undefined) throw new Error('the relay asked for nothing of the kind');
    await job.execute();
    this.bring(job);
  }

  bring(job: Job): void {
    this.jobs.splice(this.jobs.indexOf(job), 1);
    job.answer();
  }

  job(kind: JobKind): Job | undefined {
    return this.jobs.find((job) => job.kind === kind);
  }
  async performAll(...kinds: JobKind[]): Promise<void> {
    for (let job; (job = this.jobs.find(({ kind }) => kinds.includes(kind)));) await this.perform(job);
  }

  /** Bytes travel, turns end, until nothing moves but what waits for the store or for auth. */
  travel(): void {
    for (let rounds = 0; ; rounds += 1) {
      let moved = false;
      for (const client of this.clients) moved = client.work() || moved;
      if (this.#awake) {
        moved = true;
        this.turn();
      }
      const { deadline } = this.relay;
      if (!moved && deadline !== Infinity) {
        moved = true;
        this.late(deadline);
      }
      if (!moved) return;
      if (rounds > 10_000) throw new Error('the world does not come to rest');
    }
  }

  /** Everything that can happen without more time passing. */
  async settle(): Promise<void> {
    for (let rounds = 0; ; rounds += 1) {
      this.travel();
      const [job] = this.jobs;
      if (job === undefined) return;
      await this.perform(job);
      if (rounds > 100_000) throw new Error('the store does not come to rest');
    }
  }

  advance(ms: number): void {
    this.now += ms;
    this.door.sweep(this.now);
    for (const client of this.clients) client.tick();
  }

  /** Operators change the settings. */
  configure(next: SessionSettings): void {
    this.settings = next;
    this.relay.configure(next, this.now);
  }

  /** What the router hears of auth by itself, several times a second. */
  poll(): void {
    if (this.authAway) return;
    this.relay.changed({ revoked: this.auth.revoked, whole: true }, this.now);
    this.relay.changed({ revoked: [], whole: false }, this.now);
  }

  #start(): void {
    const { fleet } = this;
    const facts = { router: fleet.keyId, version: 'test', startedMs: this.now, manifestVersion: () => 1 };
    this.relay = new Relay(this.#effects(), this.now, facts, { ...defaultRelayLimits, ...this.options.limits });
    this.poll();
    const ephemeral = (): X25519Key => {
      this.ephemerals += 1;
      return X25519Key.generate();
    };
    const wallMs = (): number => this.now + this.wallSet;
    const keys = { identity: fleet.identity, tickets: () => this.tickets, ephemeral, wallMs };
    this.door = new Door(this.relay, keys, () => this.settings, { ...defaultDoorLimits, ...this.options.door });
  }

  #effects(): Effects {
    const ask = (kind: JobKind, work: () => Promise<() => void>): void => {
      const withEvents = async (): Promise<() => void> => {
        const answer = await work();
        const rooms = this.#rooms.splice(0);
        return () => {
          answer();
          for (const recipient of rooms) relay().room(recipient); // as the store does it: after the answer of the call that caused it
        };
      };
      this.jobs.push(new Job(kind, withEvents));
    };
    const relay = (): Relay => this.relay;
    return {
      append: (batch, origins) =>
        ask('append', async () => {
          const outcomes = await this.store.append(batch);
          return () => relay().appended(origins, batch, outcomes, this.now);
        }),
      read: (peer, afterId, maxBytes) =>
        ask('read', async () => {
          const runs = await this.store.read(peer.clientId, afterId, maxBytes);
          return () => relay().readDone(peer, runs, this.now);
        }),
      release: (ids) =>
        ask('release', async () => {
          await this.store.release(ids);
          return () => undefined;
        }),
      lookup: (lookup) =>
        ask('lookup', async () => {
          const answer = this.#askAuth('auth.lookup', encodeLookupCall(lookup));
          return () => relay().lookedUp(typeof answer === 'string' ? undefined : decodeLookupAnswer(answer), this.now);
        }),
      ask: (question) =>
        ask('ask', async () => {
          const answer = this.#askAuth(question.pattern, question.body);
          return () => relay().answered(question, answer, this.now);
        }),
      count: (clientId, told) =>
        ask('count', async () => {
          const waiting = await this.store.waiting(clientId);
          return () => relay().counted(told, waiting, this.now);
        }),
      wake: () => void (this.#awake = true),
    };
  }

  #askAuth(pattern: string, body: Uint8Array): Uint8Array | ErrorReason {
    if (this.authAway) return 'unavailable';
    try {
      return this.auth.answer(pattern, body);
    } catch (thrown) {
      if (isWireError(thrown)) return thrown.reason;
      throw thrown;
    }
  }
}
