import { corpus } from './corpus.js';
import { broughtBack, mutants } from './mutants.js';
import { play } from './play.js';
import { storyBytes } from './options.js';
import { storyOf } from './story-bytes.js';

const most = 60;

it.each(Object.entries(mutants))(
  'the books show %s',
  async (_, mutant) => {
    for (let seed = 1; seed <= most; seed += 1) {
      const { faults } = await play(storyOf(seed, storyBytes), mutant);
      if (faults.length === 0) continue;
      expect(faults.join('\n')).toMatch(mutant.says);
      return;
    }
    throw new Error(`${most} stories, and nobody noticed`);
  },
  60_000,
);

it.each(Object.entries(broughtBack))(
  'a story of the corpus still shows its fault when that is brought back: %s',
  async (name, sabotage) => {
    const { faults } = await play(Buffer.from(corpus[name as keyof typeof corpus], 'hex'), sabotage);
    expect(faults.join('\n')).toMatch(/was never answered for/);
  },
);
