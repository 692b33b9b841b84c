import { runSeed } from './testing/random-run.js';

it('200,000 seeds', () => {
  for (let seed = 10_001; seed <= 210_000; seed += 1) runSeed(seed, 40 + (seed % 200));
});
