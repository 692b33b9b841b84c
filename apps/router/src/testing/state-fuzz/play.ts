import { defaultRekey } from '@keyway/session';
import { NonceLedger } from '@keyway/session/testing';
import type { Sabotage } from './fuzz-world.js';
import { StoryBytes } from './story-bytes.js';
import { Tale } from './tale.js';

export interface Played {
  readonly actions: number;
  /** Empty when every invariant held. */
  readonly faults: readonly string[];
  /** The last actions, oldest first. */
  readonly last: readonly string[];
  /** What happened at all. */
  readonly seen: ReadonlySet<string>;
}

const mostSaid = 40;

/** Plays one story to its end and heals what it broke. */
export async function play(bytes: Uint8Array, sabotage: Sabotage = {}): Promise<Played> {
  const ledger = new NonceLedger().install();
  const rekey = { ...defaultRekey };
  const last: string[] = [];
  const faults: string[] = [];
  let tale: Tale | undefined;
  const say = (): void => {
    last.push(`${tale!.actions}: ${tale!.said}`);
    if (last.length > mostSaid) last.shift();
  };
  try {
    tale = new Tale(new StoryBytes(bytes), sabotage);
    while (await tale.act()) say();
    if (tale.world.account.faults.length === 0) await tale.heal();
  } catch (thrown) {
    if (tale !== undefined) say();
    faults.push((thrown as Error).stack ?? String(thrown));
  } finally {
    ledger.uninstall();
    sabotage.undo?.();
    Object.assign(defaultRekey, rekey);
    await tale?.end();
  }
  faults.push(...(tale?.world.account.faults ?? []), ...ledger.repeats.map((repeat) => `a nonce was used twice: ${repeat}`));
  const seen = tale?.world.account.seen ?? new Set<string>();
  return { actions: tale?.actions ?? 0, faults, last, seen };
}

const mostTries = 400;

/** A shorter story that still goes wrong: pieces are cut out, large ones first, while it does. */
export async function shrink(bytes: Uint8Array, sabotage: Sabotage = {}): Promise<Uint8Array> {
  let story = bytes;
  let tries = 0;
  for (let size = story.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < story.length && tries < mostTries;) {
      const shorter = Buffer.concat([story.subarray(0, at), story.subarray(at + size)]);
      tries += 1;
      if ((await play(shorter, sabotage)).faults.length > 0) story = shorter;
      else at += size;
    }
  }
  return story;
}

/** What a person needs: the seed, the shortest story, what went wrong in it, and what happened last. */
export async function report(what: string, bytes: Uint8Array, sabotage: Sabotage = {}): Promise<string> {
  const story = await shrink(bytes, sabotage);
  const { faults, last } = await play(story, sabotage);
  const hex = Buffer.from(story).toString('hex');
  return [`${what}, ${story.length} bytes: ${hex}`, ...faults.slice(0, 8), 'the last actions:', ...last].join('\n');
}
