import type { IncomingRun, IncomingStream } from './incoming-stream.js';

const mostHeldRuns = 256;
/** How long a session may go on without what is missing, once nothing before it is in the application's hands. */
const gapMs = 5_000;

export interface IncomingWindow {
  readonly messages: number;
  readonly bytes: number;
}

/** Runs that came before what is missing in front of them: held back, bounded, and forgotten with the session. */
export class HeldRuns {
  #messages = 0;
  #bytes = 0;
  /** Streams that hold runs back, and since when nothing but what is missing is waited for; Infinity: not yet. */
  readonly #gaps = new Map<IncomingStream, number>();

  constructor(private readonly window: IncomingWindow) {}

  /** A new session: it comes again, with what was missing before it. */
  clear(streams: Iterable<IncomingStream>): void {
    this.#gaps.clear();
    for (const stream of streams) stream.held = undefined;
    this.#messages = this.#bytes = 0;
  }

  /** @param run - kept. @returns false when there is too much of it. */
  hold(stream: IncomingStream, firstSeq: number, run: IncomingRun): boolean {
    stream.held ??= new Map();
    if (stream.held.has(firstSeq)) return true;
    this.#messages += run.count;
    this.#bytes += run.bodies.length;
    const tooMuch = this.#messages > this.window.messages || this.#bytes > this.window.bytes || stream.held.size >= mostHeldRuns;
    if (tooMuch) return false;
    stream.held.set(firstSeq, run);
    if (!this.#gaps.has(stream)) this.#gaps.set(stream, Infinity);
    return true;
  }

  /** Hands out what follows on what has come, in order. */
  release(stream: IncomingStream, take: (firstSeq: number, run: IncomingRun) => void): void {
    if (stream.held === undefined) return;
    const firsts = [...stream.held.keys()].sort((a, b) => a - b);
    for (const first of firsts) {
      if (first > stream.received! + 1) return;
      const run = stream.held.get(first)!;
      stream.held.delete(first);
      this.#messages -= run.count;
      this.#bytes -= run.bodies.length;
      if (first + run.count + run.skipped - 1 > stream.received!) take(first, run);
    }
    stream.held = undefined;
    this.#gaps.delete(stream);
  }

  /**
   * When the session must end with `stream_gap`, because what is missing does not come: the next one shows whether the router still
   * has it. Infinity: nothing is missing, or what was before it is not done yet.
   */
  deadline(nowMs: number): number {
    let earliest = Infinity;
    for (const [stream, before] of this.#gaps) {
      const since = stream.received === stream.done ? Math.min(before, nowMs) : Infinity;
      this.#gaps.set(stream, since);
      earliest = Math.min(earliest, since + gapMs);
    }
    return earliest;
  }
}
