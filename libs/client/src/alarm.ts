import type { Clock } from '@keyway/transport';
import { WireError } from '@keyway/wire';

/**
 * One timer for a deadline that moves all the time: set anew only when the deadline comes nearer. One that rings early asks for
 * the deadline again, which is cheaper than a timer for every record.
 */
export class Alarm {
  #cancel: (() => void) | undefined;
  #time = Infinity;

  constructor(
    private readonly clock: Clock,
    private readonly ring: () => void,
  ) {}

  /** Rings at `time` or earlier; Infinity: whatever is set stays set. */
  at(time: number): void {
    if (time >= this.#time) return;
    this.#cancel?.();
    this.#time = time;
    this.#cancel = this.clock.at(time, () => {
      this.#cancel = undefined;
      this.#time = Infinity;
      this.ring();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#time = Infinity;
  }
}

export const aborted = (signal: AbortSignal): WireError => new WireError('aborted', undefined, { cause: signal.reason });

/** Resolves after `ms`, or as soon as `signal` is aborted; never rejects, leaves no timer and no listener. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.at(clock.now() + ms, done);
    signal.addEventListener('abort', done, { once: true });
  });
}
