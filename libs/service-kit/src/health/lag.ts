const BEAT_MS = 250;
const BEATS = 4;

/** How late the event loop is: the worst of the last second, measured by a timer that holds no process open. */
export class LoopLag {
  readonly #recent: number[] = new Array<number>(BEATS).fill(0);
  #beat = 0;
  #dueAt = performance.now() + BEAT_MS;
  readonly #timer = setInterval(() => this.#tick(), BEAT_MS).unref();

  /** Milliseconds. */
  read(): number {
    return Math.max(...this.#recent, performance.now() - this.#dueAt, 0);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const now = performance.now();
    this.#recent[this.#beat] = Math.max(0, now - this.#dueAt);
    this.#beat = (this.#beat + 1) % BEATS;
    this.#dueAt = now + BEAT_MS;
  }
}
