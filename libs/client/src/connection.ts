import { encodeId, wipe } from '@keyway/crypto';
import type { Channel } from '@keyway/session';
import { servicesOf } from '@keyway/session';
import { encodeSignedManifest, errorTable, WireError } from '@keyway/wire';
import { pause } from './alarm.js';
import { Attachment, type End, type Holdings, type RouterChoice } from './attachment.js';
import { Backoff } from './backoff.js';
import { requestChannel, suiteName, type Standing } from './channel.js';
import type { Events } from './events.js';
import type { StepOptions } from './exchange.js';

/** Lasting so long, a session counts as healthy, and the next loss as a first one. */
const healthyMs = 5_000;
/** A new channel is asked for when so much of the lease is over. */
const renewAt = 0.8;
const renewRetryMs = 5_000;
/** Anybody on the path can forge a refusal, so one is not believed; somebody who is waiting for his first session is told after so many. */
const mostRefusals = 2;

export interface ConnectionOptions {
  readonly edge: 'tcp' | 'zmq';
  readonly step: StepOptions;
  /** Keep trying to attach the first time until then (the clock's ms); undefined: one round. */
  readonly firstUntil: number | undefined;
  readonly backoff?: Backoff | undefined;
}

interface Lease {
  /** With the settings heard last: a session begins with them. */
  channel: Channel;
  renewAtMs: number;
  readonly endsAtMs: number;
}

/** Keeps the client attached: channel, router, session, and again after every loss. */
export class Connection {
  #lease: Lease | undefined;
  #attachment: Attachment | undefined;
  #lastRouter: string | undefined;
  /** `outbox.counters.accepted` when the session began. */
  #acceptedBefore = 0;
  readonly #backoff: Backoff;
  readonly counters = { channels: 0, attaches: 0, attempts: 0 };

  constructor(
    private readonly standing: Standing,
    private readonly holdings: Holdings,
    private readonly events: Events,
    private readonly options: ConnectionOptions,
  ) {
    this.#backoff = options.backoff ?? new Backoff();
  }

  get attachment(): Attachment | undefined {
    return this.#attachment;
  }

  /** Attaches for the first time. Rejects with a WireError. */
  async first(): Promise<void> {
    const { firstUntil, step } = this.options;
    for (let refusals = 0; ;) {
      try {
        return await this.#attach();
      } catch (thrown) {
        const error = WireError.from(thrown);
        if (error.reason === 'unauthorised') refusals += 1;
        if (refusals >= mostRefusals) throw error;
        const wait = Math.max(this.#backoff.next(), retryAfterMs(thrown));
        const mayWait = firstUntil !== undefined && this.holdings.clock.now() + wait < firstUntil;
        if (step.signal.aborted || errorTable[error.reason].retry === 'never' || !mayWait) throw error;
        this.#warn(error);
        await pause(this.holdings.clock, wait, step.signal);
      }
    }
  }

  /** Stays attached until the signal is aborted (undefined), or something final happens (why). Never rejects. */
  async keep(): Promise<WireError | undefined> {
    const { signal } = this.options.step;
    while (!signal.aborted) {
      const end = await this.#untilLostOrDue();
      if (signal.aborted) return undefined;
      if (end !== undefined) {
        const final = this.#lost(end);
        if (final !== undefined) return final;
      }
      const failure = await this.#again(end);
      if (failure !== undefined) return failure;
    }
    return undefined;
  }

  stop(): void {
    this.#attachment?.stop('session_closed');
    this.#attachment = undefined;
    this.#drop();
  }

  /** @returns how the session ended; undefined when a new channel is due. */
  async #untilLostOrDue(): Promise<End | undefined> {
    const { clock } = this.holdings;
    const attachment = this.#attachment;
    if (attachment === undefined) return undefined;
    const over = new AbortController();
    const wait = pause(clock, (this.#lease?.renewAtMs ?? Infinity) - clock.now(), AbortSignal.any([over.signal, this.options.step.signal]));
    const end = await Promise.race([attachment.ended, wait.then(() => undefined)]);
    over.abort();
    return end;
  }

  /** Notes a loss. @returns why the client cannot go on, when it cannot. */
  #lost(end: End): WireError | undefined {
    const settings = this.#attachment?.settings;
    if (this.#lease && settings) this.#lease.channel = { ...this.#lease.channel, settings };
    this.#attachment = undefined;
    this.events.emit('detached', { reason: end.reason });
    const advice = errorTable[end.reason].retry;
    if (advice === 'renew_channel') this.#drop();
    // a router that says "closed as asked" to somebody who did not ask is left for another one
    if (end.told && advice === 'never' && end.reason !== 'session_closed') return new WireError(end.reason, 'said by the router');
    return undefined;
  }

  /** Attaches again, or renews, however long it takes. @returns why the client cannot go on, when it cannot. */
  async #again(end: End | undefined): Promise<WireError | undefined> {
    const { signal } = this.options.step;
    const accepted = this.holdings.outbox.counters.accepted > this.#acceptedBefore;
    const atOnce = end === undefined || (end.reason === 'stream_limit' && accepted); // its handles were used up; one that achieved nothing may do so again
    let wait = atOnce ? 0 : Math.max(this.#backoff.next(), end.retryAfterMs);
    for (;;) {
      if (wait > 0) await pause(this.holdings.clock, wait, signal);
      if (signal.aborted) return undefined;
      try {
        await this.#attach();
        return undefined;
      } catch (thrown) {
        if (signal.aborted) return undefined;
        const error = WireError.from(thrown);
        if (error.reason === 'fleet_key_mismatch') return error; // somebody deceives us: not one byte more
        this.#warn(error);
        wait = Math.max(this.#backoff.next(), retryAfterMs(thrown));
        if (errorTable[error.reason].retry === 'never') wait = Math.max(wait, 1_000); // unsigned, so no reason to end; but no hurry
        if (this.#attachment !== undefined) return undefined; // a renewal that failed: the old session goes on
      }
    }
  }

  /** One round: a channel if none is fit, then each router once. */
  async #attach(): Promise<void> {
    const startedAt = this.holdings.clock.now();
    this.counters.attempts += 1;
    const isNew = await this.#freshLease();
    try {
      await this.#attachAny(this.#lease!.channel, startedAt);
    } catch (thrown) {
      if (errorTable[WireError.from(thrown).reason].retry !== 'renew_channel') throw thrown;
      this.#drop();
      if (isNew) throw thrown; // refused although it is new: not so fast
      await this.#request();
      await this.#attachAny(this.#lease!.channel, startedAt);
    }
  }

  async #attachAny(channel: Channel, startedAt: number): Promise<void> {
    let failure: unknown;
    for (const router of this.#routers(channel)) {
      try {
        const before = this.#attachment;
        const attachment = await Attachment.open(channel, router, this.holdings, () => before?.abandon(), this.#step());
        this.#attachment = attachment;
        this.#lastRouter = router.endpoint;
        this.#acceptedBefore = this.holdings.outbox.counters.accepted;
        this.counters.attaches += 1;
        const ms = Math.round(this.holdings.clock.now() - startedAt);
        this.events.emit('attached', { router: encodeId(router.keyId), endpoint: router.endpoint, ms });
        void this.#watchHealth(attachment);
        return;
      } catch (thrown) {
        failure = thrown;
        const { reason } = WireError.from(thrown);
        if (this.options.step.signal.aborted || errorTable[reason].retry === 'renew_channel') throw thrown;
      }
    }
    throw failure ?? new WireError('unavailable', `the fleet names no router that speaks ${this.options.edge}`);
  }

  async #watchHealth(attachment: Attachment): Promise<void> {
    const over = new AbortController();
    void attachment.ended.then(() => over.abort());
    await pause(this.holdings.clock, healthyMs, over.signal);
    if (!over.signal.aborted) this.#backoff.reset();
  }

  /** In the order of the grant, the rest of the manifest behind; the one that was lost last comes last. */
  #routers(channel: Channel): readonly RouterChoice[] {
    const { manifest } = channel.manifest;
    const order = new Map(channel.routers.map((keyId, index) => [encodeId(keyId), index]));
    const rank = (keyId: Uint8Array): number => order.get(encodeId(keyId)) ?? order.size;
    const choices = servicesOf(manifest, 'router').flatMap(({ keyId, exchangeKey, endpoints }) => {
      const endpoint = endpoints.find((text) => text.startsWith(`${this.options.edge}://`));
      return endpoint === undefined ? [] : [{ keyId, exchangeKey, endpoint }];
    });
    const wasLost = (choice: RouterChoice): number => (this.#attachment === undefined && choice.endpoint === this.#lastRouter ? 1 : 0);
    return choices.sort((a, b) => wasLost(a) - wasLost(b) || rank(a.keyId) - rank(b.keyId));
  }

  async #request(): Promise<void> {
    const { standing, holdings } = this;
    const channel = await requestChannel(standing, this.#step());
    this.#drop();
    const now = holdings.clock.now();
    const leaseMs = Math.max(0, channel.validUntilMs - channel.issuedMs); // both by the fleet's clock: ours does not matter
    this.#lease = { channel, renewAtMs: now + renewAt * leaseMs, endsAtMs: now + leaseMs };
    this.counters.channels += 1;
    if (!standing.enrolled) holdings.writer.add({ kind: 'enrolled' });
    standing.enrolled = true;
    if (standing.token !== undefined) wipe(standing.token.secret);
    standing.token = undefined;
    const { manifest, signed } = channel.manifest;
    if (manifest.version > standing.newestVersion || standing.manifest === undefined) {
      holdings.writer.add({ kind: 'manifest', version: manifest.version, signed: encodeSignedManifest(signed) });
    }
    standing.manifest = channel.manifest;
    standing.newestVersion = manifest.version;
    const routers = channel.routers.map((keyId) => encodeId(keyId));
    this.events.emit('channel', {
      ...{ id: encodeId(channel.id), validUntil: new Date(channel.validUntilMs) },
      ...{ suite: suiteName(channel.suite), routers },
    });
  }

  /** Sees to it that there is a lease. @returns whether it is new. */
  async #freshLease(): Promise<boolean> {
    const { clock } = this.holdings;
    const lease = this.#lease;
    if (lease !== undefined && clock.now() < lease.renewAtMs) return false;
    try {
      await this.#request();
      return true;
    } catch (thrown) {
      if (lease === undefined || clock.now() >= lease.endsAtMs) throw thrown;
      lease.renewAtMs = clock.now() + Math.max(renewRetryMs, retryAfterMs(thrown)); // it still serves
      if (this.#attachment !== undefined) throw thrown;
      this.#warn(WireError.from(thrown));
      return false;
    }
  }

  #drop(): void {
    this.#lease?.channel.secret.fill(0);
    this.#lease = undefined;
  }

  /** One step's time; the first attachment has a limit in all. */
  #step(): StepOptions {
    const { step, firstUntil = Infinity } = this.options;
    const left = this.counters.attaches > 0 ? Infinity : firstUntil - this.holdings.clock.now();
    return { signal: step.signal, stepMs: Math.max(1, Math.min(step.stepMs, left)) };
  }

  #warn(error: WireError): void {
    this.events.emit('warning', { reason: error.reason, text: error.message });
  }
}

const retryAfterMs = (thrown: unknown): number => {
  const value = (thrown as { retryAfterMs?: unknown } | null)?.retryAfterMs;
  return typeof value === 'number' ? Math.min(value, 60_000) : 0;
};
