import { Command } from 'commander';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Act } from '../act.js';
import type { Context } from '../context.js';
import { readKnownFleets } from '../known-fleets.js';
import { profileNames } from '../profile.js';
import { candidatesFor, type Known } from './candidates.js';
import { splitLine } from './split.js';

interface CompleteOptions {
  readonly line?: string;
  readonly current?: string;
}

/**
 * What the scripts of `keyway completion` ask: prints `word<tab>hint` lines, and `:files` or `:folders` where the shell knows
 * better. Never complains: a shell that completes must not get an error into its prompt.
 */
export function completeCommand(act: Act): Command {
  const command: Command = new Command('complete')
    .option('--line <text>', 'the line up to the cursor')
    .option('--current <text>', 'what the shell holds for the word under the cursor, when it splits words elsewhere than we do')
    .argument('[words...]', 'the words behind the command, up to the cursor')
    .action(act((context: Context, options: CompleteOptions, words: readonly string[]) => complete(command, context, options, words)));
  return command;
}

function complete({ parent }: Command, context: Context, { line, current }: CompleteOptions, given: readonly string[]): Promise<void> {
  const words = line === undefined ? given : splitLine(line).slice(1);
  const { words: found, paths } = candidatesFor(parent!, words, knownIn(homeIn(words) ?? context.home));
  const typed = words.at(-1) ?? '';
  const held = current === undefined || !typed.endsWith(current) ? 0 : typed.length - current.length;
  for (const { word, hint } of found) context.terminal.say(`${word.slice(held)}\t${hint}`);
  if (paths) context.terminal.say(`:${paths}`);
  return Promise.resolve();
}

const knownIn = (home: string): Known => ({
  profiles: () => profileNames(home),
  fleets: () => knownFleets(home),
});

/** Nothing of a file that cannot be read: this is no place to complain. */
function knownFleets(home: string): readonly string[] {
  try {
    return readKnownFleets(home).map(({ name, place }) => name ?? place);
  } catch {
    return [];
  }
}

/** The home that is named on the line which is being typed. */
function homeIn(words: readonly string[]): string | undefined {
  const at = words.indexOf('--home');
  const home = words.find((word) => word.startsWith('--home='))?.slice(7) ?? (at < 0 || at >= words.length - 2 ? undefined : words[at + 1]);
  return home === undefined ? undefined : resolve(home.replace(/^~(?=\/|$)/, homedir()));
}
