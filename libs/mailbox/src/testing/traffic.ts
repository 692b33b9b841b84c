import { below } from '@keyway/sqlite-log/testing';
import type { Append } from '../mailbox.js';
import type { Engine } from '../sqlite/engine.js';
import { recipient, testRun } from './runs.js';

const streams = [0, 1, 2];

/** What waits, in words: the same for two stores that hold the same. Throws when a body is not the one that was sent. */
export function waitingIn(engine: Engine): string {
  return streams
    .map((to) => {
      const runs = engine.read(recipient(to), 0, 1e9, 1);
      for (const { firstSeq, count, bodies } of runs) {
        if (Buffer.compare(bodies, testRun({ first: firstSeq, count, bodySize: sizeOf(firstSeq) }).bodies) !== 0)
          throw new Error(`stream ${to}: ${firstSeq} is not what was sent`);
      }
      return runs.map(({ firstSeq, count }) => `${firstSeq}+${count}`).join(' ');
    })
    .join(' | ');
}

/** Some runs lie within a page, some span many. */
const sizeOf = (firstSeq: number): number => (firstSeq % 3 === 0 ? 12_000 : 300);

/** Appends and releases without end, the same in every run: a few dozen rows wait at a time. */
export class Traffic {
  readonly #random;
  readonly #next = streams.map(() => 1);

  constructor(
    private readonly engine: Engine,
    seed: number,
  ) {
    this.#random = below(seed);
  }

  /** One commit. @returns the batch in it. */
  step(): readonly Append[] {
    const batch = Array.from({ length: 1 + this.#random(4) }, () => {
      const stream = this.#random(streams.length);
      const first = this.#next[stream]!;
      const count = 1 + this.#random(3);
      this.#next[stream] = first + count;
      return testRun({ to: stream, stream, first, count, bodySize: sizeOf(first) });
    });
    const waiting = streams.flatMap((to) => this.engine.read(recipient(to), 0, 1e9, 1).map(({ id }) => id));
    const released = waiting.slice(0, Math.max(0, waiting.length - 30)).concat(waiting.filter(() => this.#random(20) === 0));
    for (const outcome of this.engine.write(batch, released, 1)) if (outcome.kind !== 'stored') throw new Error(JSON.stringify(outcome));
    return batch;
  }
}
