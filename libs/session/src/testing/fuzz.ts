import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mutate } from './mutate.js';
import { Seeded } from './seeded.js';

/** A parser, and valid traffic for it. `feed` must neither throw nor take long, whatever it is given. */
export interface FuzzTarget {
  readonly name: string;
  readonly corpus: readonly Uint8Array[];
  feed(frame: Uint8Array): unknown;
}

export interface FuzzReport {
  readonly frames: number;
  readonly perSecond: number;
  /** Milliseconds of the slowest frame; 0 when no batch of them took 10. */
  readonly slowestMs: number;
  /** Bytes by which the heap grew from the first tenth to the end, after garbage collection. */
  readonly heapGrowth: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is reachable; array buffers are given back by another thread, a little after they are found dead. */
function heap(): number {
  let least = Infinity;
  for (let tries = 0; tries < 4; tries += 1) {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    least = Math.min(least, heapUsed + arrayBuffers);
  }
  return least;
}

/** Frames between two looks at the clock. */
const batch = 50;
const clock = performance;

/** Feeds `frames` mutated frames. Throws with the seed and the frame in hex when the parser throws. */
export function fuzz(target: FuzzTarget, frames: number, seed: number): FuzzReport {
  const random = new Seeded(seed);
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // what is thrown and caught inside a decoder needs none
  const held: Uint8Array[] = [];
  let slowestMs = 0;
  let heapBefore = 0;
  const began = clock.now();
  for (let i = 0; i < frames; i += batch) {
    held.length = 0;
    for (let n = 0; n < batch; n += 1) held.push(mutate(target.corpus, random));
    const start = clock.now();
    for (const frame of held) feed(target, frame, seed);
    if (clock.now() - start > 10) slowestMs = Math.max(slowestMs, slowestOf(target, held, seed));
    if (i === Math.floor(frames / 10 / batch) * batch) heapBefore = heap();
  }
  const seconds = (clock.now() - began) / 1_000;
  Error.stackTraceLimit = stackTraceLimit;
  held.length = 0;
  return { frames, perSecond: Math.round(frames / seconds), slowestMs, heapGrowth: heap() - heapBefore };
}

/** A batch took long: which frame of it does so every time? Once may be the machine's doing. */
function slowestOf(target: FuzzTarget, frames: readonly Uint8Array[], seed: number): number {
  let slowest = 0;
  for (const frame of frames) {
    let best = Infinity;
    for (let tries = 0; tries < 5 && best > slowest; tries += 1) {
      const start = clock.now();
      feed(target, frame, seed);
      best = Math.min(best, clock.now() - start);
    }
    slowest = Math.max(slowest, best);
  }
  return slowest;
}

function feed(target: FuzzTarget, frame: Uint8Array, seed: number): void {
  try {
    target.feed(frame);
  } catch (cause) {
    throw new Error(`${target.name} threw at seed ${seed}: ${Buffer.from(frame).toString('hex')}`, { cause });
  }
}
