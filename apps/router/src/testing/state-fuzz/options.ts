import { report, play } from './play.js';
import { storyOf } from './story-bytes.js';

/** Bytes of a story: some 250 actions. */
export const storyBytes = 700;

/** KEYWAY_FUZZ_ACTIONS and KEYWAY_FUZZ_SEED of the environment; else as many as given, and a seed that was never used. */
export function fuzzOptions(actions: number): { readonly actions: number; readonly seed: number } {
  // eslint-disable-next-line no-restricted-properties -- a run that failed is repeated with the seed that it printed
  const { KEYWAY_FUZZ_ACTIONS, KEYWAY_FUZZ_SEED } = process.env;
  return { actions: Number(KEYWAY_FUZZ_ACTIONS ?? actions), seed: Number(KEYWAY_FUZZ_SEED ?? Date.now() % 1_000_000_000) };
}

/**
 * Plays stories, the one of `seed` first, until so many actions were played. Throws with a report of the first that goes wrong.
 * @returns what happened in them at all.
 */
export async function playStories(seed: number, actions: number): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  let played = 0;
  for (let next = seed; played < actions; next += 1) {
    const story = storyOf(next, storyBytes);
    const one = await play(story);
    if (one.faults.length > 0) throw new Error(await report(`KEYWAY_FUZZ_SEED=${next}`, story));
    played += one.actions;
    for (const what of one.seen) seen.add(what);
  }
  return seen;
}
