import { runSeed } from './testing/random-run.js';

const perBlock = 20_000;

// R16: some ten million actions
it.each([1, 2, 3, 4])('20,000 seeds of up to 240 steps each, block %i of 4', (block) => {
  for (let i = 0; i < perBlock; i += 1) runSeed(block * 100_000 + i, 40 + (i % 200));
});
