/**
 * Keeps a number of messages in flight between two ends in one process. The sender is called in bursts from the event loop, so that
 * neither end waits for timers.
 */
export class Flow {
  #inFlight = 0;
  #received = 0;
  #until = 0;
  #sending = false;
  #done: (() => void) | undefined;
  #trip: (() => void) | undefined;

  constructor(
    private readonly send: () => void,
    private readonly window: number,
  ) {}

  /** Sends until `ms` are over and everything sent has arrived. @returns messages. */
  async run(ms: number): Promise<number> {
    this.#received = 0;
    this.#until = performance.now() + ms;
    const done = new Promise<void>((resolve) => (this.#done = resolve));
    this.#burst();
    await done;
    return this.#received;
  }

  /** One message and its answer, in milliseconds. */
  async trip(): Promise<number> {
    const at = performance.now();
    await new Promise<void>((resolve) => {
      this.#trip = resolve;
      this.send();
    });
    return performance.now() - at;
  }

  /** B got a message. */
  arrived(): void {
    this.#received += 1;
    this.#inFlight -= 1;
    if (this.#inFlight === 0 && performance.now() >= this.#until) this.#done?.();
    else if (!this.#sending && this.#inFlight < this.window / 2) this.#schedule();
  }

  /** A got its answer. */
  answered(): void {
    this.#trip?.();
  }

  #schedule(): void {
    this.#sending = true;
    setImmediate(() => {
      this.#sending = false;
      this.#burst();
    });
  }

  #burst(): void {
    if (performance.now() >= this.#until) {
      if (this.#inFlight === 0) this.#done?.();
      return;
    }
    while (this.#inFlight < this.window) {
      this.#inFlight += 1;
      this.send();
    }
  }
}

/** Messages in flight for a size: enough to fill pipes, bounded like a client's window (8,192 messages, 1 MiB). */
export const windowFor = (bytes: number): number => Math.max(16, Math.min(4_096, Math.floor(786_432 / bytes)));
