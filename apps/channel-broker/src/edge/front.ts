import { randomBytes, X25519Key, type PrivateIdentity } from '@keyway/crypto';
import type { Logger } from '@keyway/service-kit';
import { transportFor, type Accept, type Link, type LinkCloseReason, type LinkEvents, type Listener } from '@keyway/transport';
import { limits, type AuthorizeAnswer } from '@keyway/wire';
import type { Asked, Broker, Reply } from '../core/broker.js';
import type { AuthRpc } from './auth-rpc.js';
import type { BrokerCounters } from './broker-counters.js';

export interface FrontOptions {
  readonly listen: readonly string[];
  readonly maxLinks: number;
  readonly firstMessageMs: number;
  readonly idleMs: number;
  readonly signingKey: PrivateIdentity;
}

/** Requests of one link that wait for auth. A client has one; a gateway may gather some. */
const maxPending = 64;
/** A client reads one answer at a time: who lets more lie than this does not read at all. */
const highWaterBytes = 262_144;

interface Guest {
  readonly link: Link;
  heardAt: number;
  pending: number;
}

/** The public side: strangers' links, and the way of one request from step to step. Holds no state of the protocol. */
export class Front {
  readonly #guests = new Set<Guest>();
  /** Who else waits for a grant that is being signed. */
  readonly #waiting = new Map<string, Guest[]>();
  #listeners: readonly Listener[] = [];
  #sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: FrontOptions,
    private readonly broker: Broker,
    private readonly auth: Pick<AuthRpc, 'authorize'>,
    private readonly counters: BrokerCounters,
    private readonly logger: Logger,
  ) {}

  get links(): number {
    return this.#guests.size;
  }

  /** With their true ports, once open. */
  get endpoints(): readonly string[] {
    return this.#listeners.map(({ endpoint }) => endpoint);
  }

  /** Rejects with a WireError (`port_taken`, `address_invalid`) and leaves nothing open. */
  async open(): Promise<void> {
    const { listen, maxLinks, firstMessageMs, idleMs } = this.options;
    const sizes = { maxMessageBytes: limits.answerBytes, maxReceivedBytes: limits.helloBytes, highWaterBytes, lowWaterBytes: 65_536 };
    const bounds = { ...sizes, firstMessageMs, maxLinks };
    const onFault = (thrown: unknown): void => this.logger.error('link_owner_failed', {}, thrown);
    const opened: Listener[] = [];
    try {
      for (const endpoint of listen) opened.push(await transportFor(endpoint, { onFault }).listen(endpoint, this.#accept, bounds));
    } catch (thrown) {
      await Promise.all(opened.map((listener) => listener.close()));
      throw thrown;
    }
    this.#listeners = opened;
    this.#sweep = setInterval(() => this.#closeIdle(performance.now()), Math.min(1_000, idleMs)).unref();
  }

  /** Takes no more links; requests that are on their way to auth are still answered, within `graceMs`. */
  async close(graceMs = 2_500): Promise<void> {
    clearInterval(this.#sweep);
    const until = performance.now() + graceMs;
    while ([...this.#guests].some(({ pending }) => pending > 0) && performance.now() < until) await pause(10);
    await Promise.all(this.#listeners.map((listener) => listener.close()));
  }

  readonly #accept: Accept = (link): LinkEvents | undefined => {
    if (this.#guests.size >= this.options.maxLinks) {
      this.counters.overLinks.value += 1;
      return undefined;
    }
    const guest: Guest = { link, heardAt: performance.now(), pending: 0 };
    this.#guests.add(guest);
    return {
      received: (bytes) => this.#received(guest, bytes),
      drained: () => undefined,
      closed: (reason) => this.#left(guest, reason),
    };
  };

  #received(guest: Guest, bytes: Uint8Array): void {
    guest.heardAt = performance.now();
    const step = this.broker.receive(bytes, guest.link.source, Date.now());
    if (step.kind === 'authorize') void this.#ask(guest, step.asked, step.body);
    else this.#reply(guest, step);
  }

  async #ask(guest: Guest, asked: Asked, body: Uint8Array): Promise<void> {
    if (guest.pending >= maxPending) return this.#reply(guest, this.broker.busy(asked, Date.now()));
    guest.pending += 1;
    try {
      const step = this.broker.decide(asked, await this.auth.authorize(body), Date.now());
      if (step.kind === 'issue') await this.#issue(guest, asked, step.client);
      else if (step.kind === 'wait') this.#waiting.get(step.name)?.push(guest);
      else this.#reply(guest, step);
    } catch (thrown) {
      this.logger.error('request_failed', { from: guest.link.source }, thrown);
      this.#reply(guest, this.broker.failed(asked, Date.now()));
    }
    guest.pending -= 1;
  }

  async #issue(guest: Guest, asked: Asked, client: AuthorizeAnswer): Promise<void> {
    const step = this.broker.issue(asked, client, { x25519: X25519Key.generate(), share: randomBytes(32) }, Date.now());
    if (step.kind !== 'sign') return this.#reply(guest, step);
    const { grant } = step;
    const waiting: Guest[] = [];
    this.#waiting.set(grant.name, waiting);
    try {
      const { signingKey } = this.options;
      const signature = signingKey.public.kind === 'ed25519' ? signingKey.sign(grant.toSign) : await signingKey.signAsync(grant.toSign);
      const bytes = this.broker.signed(grant, signature, Date.now());
      for (const other of waiting) this.#reply(other, { kind: 'repeated', bytes: new Uint8Array(bytes) });
      this.counters.grants.value += 1;
      this.#say(guest, bytes);
    } catch (thrown) {
      this.broker.abandon(grant);
      for (const other of waiting) this.#reply(other, this.broker.failed(asked, Date.now()));
      throw thrown;
    } finally {
      this.#waiting.delete(grant.name);
    }
  }

  #reply(guest: Guest, reply: Reply): void {
    this.#count(reply);
    if (reply.bytes) this.#say(guest, reply.bytes);
    if (reply.kind === 'malformed') this.#part(guest);
  }

  #count(reply: Reply): void {
    switch (reply.kind) {
      case 'manifest':
        this.counters.manifests.value += 1;
        return;
      case 'repeated':
        this.counters.repeats.value += 1;
        return;
      case 'forbidden':
        return this.counters.forbidden(reply.what);
      case 'malformed':
        this.counters.malformed.value += 1;
        return;
      case 'refused':
        return this.counters.refused(reply.reason);
    }
  }

  /** A guest that lets its answers pile up is parted with. */
  #say(guest: Guest, bytes: Uint8Array): void {
    if (this.#guests.has(guest) && !guest.link.send(bytes)) this.#part(guest);
  }

  #part(guest: Guest): void {
    this.#guests.delete(guest);
    guest.link.close();
  }

  #left(guest: Guest, reason: LinkCloseReason): void {
    this.#guests.delete(guest);
    if (reason === 'malformed' || reason === 'too_large') this.counters.malformed.value += 1; // the transport saw it first
  }

  #closeIdle(now: number): void {
    for (const guest of this.#guests) {
      if (guest.pending === 0 && now - guest.heardAt >= this.options.idleMs) this.#part(guest);
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
