import type { Argument, Command, Option } from 'commander';
import { everyOption, valueName } from '../docs/shape.js';

/** What a shell may offer for the word under the cursor. */
export interface Candidates {
  readonly words: readonly Candidate[];
  /** The shell completes names of files or folders itself. */
  readonly paths?: 'files' | 'folders';
}
export interface Candidate {
  readonly word: string;
  readonly hint: string;
}

/** What is known on this machine; asked for only where it is needed. */
export interface Known {
  profiles(): readonly string[];
  fleets(): readonly string[];
}

const nothing: Candidates = { words: [] };

/** @param words - what stands behind `keyway`; the last one is the one under the cursor, perhaps empty. */
export function candidatesFor(program: Command, words: readonly string[], known: Known): Candidates {
  const current = words.at(-1) ?? '';
  const { command, open, places, given, literal } = read(program, words.slice(0, -1));
  if (open) return starting(valuesOf(valueName(open.flags), open.argChoices, known), current);
  const joined = literal ? undefined : /^(--[a-z-]+)=(.*)$/.exec(current);
  if (joined) {
    const option = optionsOf(command).find(({ long }) => long === joined[1]);
    const found = option ? starting(valuesOf(valueName(option.flags), option.argChoices, known), joined[2]!) : nothing;
    return { words: found.words.map(({ word, hint }) => ({ word: `${joined[1]}=${word}`, hint })) };
  }
  if (!literal && current.startsWith('-')) return starting(optionWords(command, given), current);
  const place = placeAt(command.registeredArguments, places);
  const values = place ? valuesOf(place.name(), place.argChoices, known) : nothing;
  const below = places === 0 ? command.commands.filter((child) => !isHidden(child)) : [];
  const commands = below.map((child) => ({ word: child.name(), hint: child.description() }));
  return starting({ ...values, words: [...commands, ...values.words] }, current);
}

interface Line {
  readonly command: Command;
  /** The option whose value is under the cursor. */
  readonly open: Option | undefined;
  /** How many arguments of the command stand already. */
  readonly places: number;
  readonly given: ReadonlySet<string>;
  /** Behind `--`: nothing is an option any more. */
  readonly literal: boolean;
}

function read(program: Command, words: readonly string[]): Line {
  let command = program;
  let open: Option | undefined;
  let places = 0;
  let literal = false;
  const given = new Set<string>();
  for (const word of words) {
    if (open) {
      open = undefined;
    } else if (!literal && word === '--') {
      literal = true;
    } else if (!literal && word.startsWith('-') && word !== '-') {
      const option = optionsOf(command).find((one) => one.long === word || one.short === word);
      if (option?.required) open = option;
      given.add(word.split('=')[0]!);
    } else {
      const next = places === 0 ? command.commands.find((child) => child.name() === word) : undefined;
      if (next) command = next;
      else places += 1;
    }
  }
  return { command, open, places, given, literal };
}

const optionsOf = (command: Command): readonly Option[] => everyOption(command);

const optionWords = (command: Command, given: ReadonlySet<string>): Candidates => ({
  words: optionsOf(command)
    .filter((option) => option.long && !option.hidden && (option.variadic || !given.has(option.long)))
    .map((option) => ({ word: option.long!, hint: option.description })),
});

const placeAt = (places: readonly Argument[], at: number): Argument | undefined =>
  places[at] ?? (places.at(-1)?.variadic ? places.at(-1) : undefined);

/** By the name of a value in the help: `<file>`, `<profile>`, `<client>`, … */
function valuesOf(names: string, choices: readonly string[] | undefined, known: Known): Candidates {
  if (choices) return { words: choices.map((word) => ({ word, hint: '' })) };
  const found = names.split('|').map((name) => valuesNamed(name, known));
  const paths = found.find((one) => one.paths)?.paths;
  return { words: found.flatMap(({ words }) => words), ...(paths && { paths }) };
}

function valuesNamed(name: string, known: Known): Candidates {
  if (name === 'profile') return { words: known.profiles().map((word) => ({ word, hint: 'profile' })) };
  if (/^(@profile|to|client|owner)$/.test(name)) return { words: known.profiles().map((word) => ({ word: `@${word}`, hint: 'profile' })) };
  if (/folder$/.test(name)) return { words: [], paths: 'folders' };
  if (/(file|path|\.csv)$/.test(name)) return { words: [], paths: 'files' };
  if (/^(address|fleet)$/.test(name)) return { words: known.fleets().map((word) => ({ word, hint: 'known fleet' })) };
  return nothing;
}

const starting = ({ words, paths }: Candidates, start: string): Candidates => ({
  words: words.filter(({ word }) => word.startsWith(start)),
  ...(paths && { paths }),
});

const isHidden = (command: Command): boolean => (command as unknown as { _hidden?: boolean })._hidden === true;
