import type { HotCounter, Metrics } from '@keyway/service-kit';
import type { EnvelopeKind, ErrorReason } from '@keyway/wire';

/** What happened, by name. Labels come from our own tables, never from a peer. */
export class BrokerCounters {
  readonly grants: HotCounter;
  readonly repeats: HotCounter;
  readonly manifests: HotCounter;
  readonly malformed: HotCounter;
  readonly overLinks: HotCounter;
  readonly #refused = new Map<ErrorReason, HotCounter>();
  readonly #forbidden = new Map<EnvelopeKind, HotCounter>();

  constructor(private readonly metrics: Metrics) {
    this.grants = metrics.counter('broker_grants_total', 'channels issued');
    this.repeats = metrics.counter('broker_repeats_total', 'repeated requests that got their answer again');
    this.manifests = metrics.counter('broker_manifests_total', 'manifests given to clients');
    this.malformed = metrics.counter('broker_malformed_total', 'links closed because what came was not the protocol');
    this.overLinks = metrics.counter('broker_links_refused_total', 'links refused because there were too many');
  }

  /** By the true reason, also where the client is told less. */
  refused(reason: ErrorReason): void {
    let counter = this.#refused.get(reason);
    if (!counter) {
      counter = this.metrics.counter('broker_refused_total', 'channel and manifest requests refused', { reason });
      this.#refused.set(reason, counter);
    }
    counter.value += 1;
  }

  forbidden(kind: EnvelopeKind): void {
    let counter = this.#forbidden.get(kind);
    if (!counter) {
      counter = this.metrics.counter('broker_forbidden_total', 'messages of a kind that has no place on this socket', { kind });
      this.#forbidden.set(kind, counter);
    }
    counter.value += 1;
  }
}
