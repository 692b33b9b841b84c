import { timingPairs } from './attacks/timing.js';
import { compareTimes } from './harness/welch.js';

/* Short forms, with bounds that a busy machine keeps to; the statistics are in timing.long.spec.ts. */
const samples = 2_000_000;
it.each(timingPairs().map((pair) => [pair.title, pair] as const))('T17 %s take as long as each other', (_title, { a, b, calls, weight }) => {
  const count = Math.max(300, Math.round(samples / weight / calls / 60));
  compareTimes(a, b, { samples: Math.min(count, 500), calls }); // until everything is compiled
  const { medians } = compareTimes(a, b, { samples: count, calls });
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
});
