import { commandWords } from './line.js';

/** Whole lines that may be meant by what was typed so far: commands and recipients. @param names - those with a beginning. */
export function completions(line: string, names: (start: string) => readonly string[], profiles: readonly string[]): readonly string[] {
  const watched = /^(\/?watch )(\S*)$/.exec(line);
  if (watched) return names(watched[2]!).map((name) => `${watched[1]}${name}`);
  if (/[\s:]/.test(line)) return [];
  if (line.startsWith('@')) return profiles.map((profile) => `@${profile}: `).filter((word) => word.startsWith(line));
  const slash = line.startsWith('/') ? '/' : '';
  const commands = commandWords.map((word) => `${slash}${word}`).filter((word) => word.startsWith(line));
  return [...commands, ...(slash ? [] : names(line).map((name) => `${name}: `))];
}
