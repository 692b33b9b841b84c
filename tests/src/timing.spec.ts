import { timingPairs } from './attacks/timing.js';
import { compareTimes } from './harness/welch.js';

/* Short forms, with a bound that a busy machine keeps to; the statistics are in timing.long.spec.ts. */
const budgetUs = 150_000;

it.each(timingPairs().map((pair) => [pair.title, pair] as const))('T17 %s take as long as each other', (_title, pair) => {
  const samples = Math.min(20_000, Math.round(budgetUs / pair.cost));
  compareTimes(pair, { samples: Math.round(samples / 4), calls: pair.calls }); // until everything is compiled
  const { medians } = compareTimes(pair, { samples, calls: pair.calls });
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5);
});
