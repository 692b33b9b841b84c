import type { HotCounter, Metrics } from '@keyway/service-kit';
import type { ErrorReason } from '@keyway/wire';
import type { NotEnrolled } from '../core/enrolment.js';

/** What auth decided, by name. */
export class AuthCounters {
  readonly admitted: HotCounter;
  readonly enrolled: HotCounter;
  readonly known: HotCounter;
  readonly #byReason = new Map<string, HotCounter>();

  constructor(private readonly metrics: Metrics) {
    this.admitted = metrics.counter('auth_admitted_total', 'channel requests admitted');
    this.enrolled = metrics.counter('auth_enrolled_total', 'channel requests admitted that enrolled their client');
    this.known = metrics.counter('auth_known_total', 'proven requests that were admitted before');
  }

  refused(reason: ErrorReason): void {
    this.#count('auth_refused_total', 'channel requests refused', reason);
  }

  /** Counted as refused too, as `unauthorised`. */
  notEnrolled(reason: NotEnrolled): void {
    this.#count('auth_not_enrolled_total', 'clients that proved their key and were not enrolled', reason);
  }

  fleetRefused(reason: ErrorReason): void {
    this.#count('auth_fleet_refused_total', 'calls of members refused: names, services, visibility', reason);
  }

  /** @param reason - `done`, or why not. */
  admin(reason: ErrorReason | 'done'): void {
    this.#count('auth_admin_total', "operators' calls, by how they ended", reason);
  }

  #count(name: string, help: string, reason: string): void {
    const key = `${name} ${reason}`;
    let counter = this.#byReason.get(key);
    if (!counter) {
      counter = this.metrics.counter(name, help, { reason });
      this.#byReason.set(key, counter);
    }
    counter.value += 1;
  }
}
