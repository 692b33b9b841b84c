import { fuzzOptions, playStories } from './testing/state-fuzz/options.js';

const { actions, seed } = fuzzOptions(10_000_000);
const blocks = 10;

// R16
it.each(Array.from({ length: blocks }, (_, i) => seed + i * 1_000_000_000))(
  `a tenth of ${actions} actions of stories that nobody has played, from KEYWAY_FUZZ_SEED=%i on`,
  async (first) => void (await playStories(first, actions / blocks)),
  3_600_000,
);
