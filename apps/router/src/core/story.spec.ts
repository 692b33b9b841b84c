import { Story } from '../testing/story.js';

async function faultsOf(seed: number, steps: number): Promise<string[]> {
  const story = new Story(seed);
  try {
    await story.run(steps);
    return await story.faults();
  } catch (thrown) {
    return [(thrown as Error).stack ?? String(thrown)];
  }
}

/** Fewer steps that still go wrong, so that there is less to read. */
async function shortest(seed: number, steps: number): Promise<string> {
  for (let fewer = 1; fewer <= steps; fewer += 1) {
    const faults = await faultsOf(seed, fewer);
    if (faults.length > 0) return `seed ${seed}, ${fewer} steps:\n${faults.slice(0, 5).join('\n')}`;
  }
  return `seed ${seed}, ${steps} steps`;
}

const seeds = 1_000;
const steps = 200;

it(`${seeds} stories: nothing accepted is lost, nothing shown twice or out of order, and the counters add up`, async () => {
  for (let seed = 1; seed <= seeds; seed += 1) {
    if ((await faultsOf(seed, steps)).length > 0) throw new Error(await shortest(seed, steps));
  }
}, 60_000);
