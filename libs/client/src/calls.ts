import type { Clock } from '@keyway/transport';
import type { FrameWriter } from '@keyway/wire';
import { WireError } from '@keyway/wire';
import { pause } from './alarm.js';
import { Asking } from './asking.js';
import { Backoff } from './backoff.js';
import type { Events } from './events.js';
import { FleetCalls } from './fleet-calls.js';
import { NameBook } from './names.js';
import { Presence } from './presence.js';
import { Services } from './serving.js';

export interface CallsParts {
  readonly clock: Clock;
  readonly wallMs: () => number;
  readonly events: Events;
  readonly isAttached: () => boolean;
  /** There is something to send. */
  readonly wake: () => void;
  /** Aborted when the client ends. */
  readonly signal: AbortSignal;
}

/** Everything that is asked and answered, rather than sent: requests, services, presence, names. Outlives sessions. */
export class Calls {
  readonly asking: Asking;
  readonly fleet: FleetCalls;
  readonly services: Services;
  readonly presence: Presence;
  readonly names: NameBook;
  /** Renewals under way, and whether what they asked has changed since. */
  readonly #renewals = new Map<string, { readonly session: number; anew: boolean }>();
  #session = 0;

  constructor(private readonly parts: CallsParts) {
    const { clock, wallMs, events, isAttached, wake } = parts;
    this.asking = new Asking(clock, wake);
    this.fleet = new FleetCalls(this.asking);
    this.services = new Services({ clock, wallMs, fleet: this.fleet, isAttached, wake });
    this.presence = new Presence(this.fleet, wallMs, () => void this.#again('watch', () => this.presence.renew()));
    this.names = new NameBook(this.fleet, events);
  }

  /** The fleet's word on the size of a body. */
  limit(maxBodyBytes: number): void {
    this.asking.limit(maxBodyBytes);
    this.services.limit(maxBodyBytes);
  }

  /** A new session: the router knows nothing of the one before. */
  attached(): void {
    this.#session += 1;
    this.asking.requests.attached(this.parts.clock.now());
    this.services.attached();
    this.names.attached();
    if (this.services.serving) void this.#again('serve', () => this.services.renew());
    if (this.presence.watching) void this.#again('watch', () => this.presence.renew());
  }

  /** Writes what fits into this record. */
  pump(out: FrameWriter, now: number): void {
    this.services.pump(out);
    this.asking.requests.pump(out, now);
  }

  close(error: WireError): void {
    this.services.close();
    this.asking.close(error);
  }

  /** What the session before had: until it stands again, or this session has ended as well. */
  async #again(what: string, renew: () => Promise<void>): Promise<void> {
    const session = this.#session;
    const running = this.#renewals.get(what);
    if (running?.session === session) return void (running.anew = true);
    const renewal = { session, anew: true };
    this.#renewals.set(what, renewal);
    const { clock, events, signal } = this.parts;
    const backoff = new Backoff(500, 30_000);
    let told = false;
    while (renewal.anew && session === this.#session && !signal.aborted) {
      renewal.anew = false;
      try {
        await renew();
      } catch (thrown) {
        if (signal.aborted) return;
        renewal.anew = true;
        const { reason, message } = WireError.from(thrown);
        if (!told) events.emit('warning', { reason, text: `to ${what} again failed, and is tried on: ${message}` });
        told = true;
        await pause(clock, 100 + backoff.next(), signal);
      }
    }
    if (this.#renewals.get(what) === renewal) this.#renewals.delete(what);
  }
}
