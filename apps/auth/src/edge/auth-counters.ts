import type { HotCounter, Metrics } from '@keyway/service-kit';
import type { ErrorReason } from '@keyway/wire';

/** What auth decided, by name. */
export class AuthCounters {
  readonly admitted: HotCounter;
  readonly enrolled: HotCounter;
  readonly known: HotCounter;
  readonly #refused = new Map<ErrorReason, HotCounter>();

  constructor(private readonly metrics: Metrics) {
    this.admitted = metrics.counter('auth_admitted_total', 'channel requests admitted');
    this.enrolled = metrics.counter('auth_enrolled_total', 'channel requests admitted that enrolled their client');
    this.known = metrics.counter('auth_known_total', 'proven requests that were admitted before');
  }

  refused(reason: ErrorReason): void {
    let counter = this.#refused.get(reason);
    if (!counter) {
      counter = this.metrics.counter('auth_refused_total', 'channel requests refused', { reason });
      this.#refused.set(reason, counter);
    }
    counter.value += 1;
  }
}
