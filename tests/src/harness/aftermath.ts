import type { Aftermath } from './nemesis.js';

/** What must hold after any number of kills; prints one line with the seed. */
export function checkAftermath(name: string, seed: number, { history, sum, reopened, asked, gotIn }: Aftermath): void {
  const durable = history.durable.verdict();
  const live = history.live.verdict();
  const heard = [...new Set(asked)].sort().join(' ');
  process.stderr.write(
    `kills of ${name}, seed ${seed}: ${durable.attempted} durable ${JSON.stringify(durable.counts)}, ` +
      `${live.attempted} live ${JSON.stringify(live.counts)}, again in hand ${history.again}, asked in the gap: ${heard}\n`,
  );
  expect({ seed, faults: durable.faults, refused: durable.counts.refused }).toEqual({ seed, faults: [], refused: 0 });
  const { duplicate, reordered, corrupt } = live.counts;
  expect({ seed, duplicate, reordered, corrupt }).toEqual({ seed, duplicate: 0, reordered: 0, corrupt: 0 });
  expect(history.again).toBeLessThanOrEqual(reopened); // only what was in hand when its receiver was closed
  expect(gotIn).toBe(2 * asked.length);
  expect(asked.filter((reason) => !heardInGaps.has(reason))).toEqual([]);
  // accepted = stored + waiting + named drops; here nothing waits and nothing was dropped, so every message ever stored was shown
  expect(sum.rest).toBe(0);
  expect(sum.stored).toBe(durable.counts.ok);
}

/** A client that asks while something is dead waits, or hears one of these. */
const heardInGaps: ReadonlySet<string> = new Set(['succeeded', 'unavailable', 'peer_unreachable', 'timed_out']);
