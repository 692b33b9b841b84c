import type { Act } from '../act.js';
import { commandTree } from '../tree.js';
import { candidatesFor } from './candidates.js';
import { splitLine } from './split.js';

const act: Act = () => () => Promise.resolve();
const known = { profiles: () => ['adam', 'eve'], fleets: () => ['office'] };
const offered = (line: string): readonly string[] => candidatesFor(commandTree(act), splitLine(line), known).words.map(({ word }) => word);

it.each([
  ['k', ['keygen', 'key']],
  ['send @', ['@adam', '@eve']],
  ['send --as eve @', ['@adam', '@eve']],
  ['send --as=e', ['--as=eve']],
  ['send --as ', ['adam', 'eve']],
  ['--as ad', ['adam']],
  ['--fleet o', ['office']],
  ['send -- --l', []],
  ['send --live --l', ['--lifetime']],
  ['up --log-level ', ['debug', 'info', 'warn', 'error', 'silent']],
  ['completion ', ['bash', 'zsh', 'fish']],
  ['nonsense ', []],
  ['complet', ['completion']],
])('offers for %j: %j', (line, words) => {
  expect(offered(line)).toEqual(words);
});

it('leaves files and folders to the shell', () => {
  expect(candidatesFor(commandTree(act), ['send', '--file', ''], known).paths).toBe('files');
  expect(candidatesFor(commandTree(act), ['listen', '--home', ''], known).paths).toBe('folders');
  expect(candidatesFor(commandTree(act), ['key', 'show', ''], known)).toEqual({
    words: ['@adam', '@eve'].map((word) => ({ word, hint: 'profile' })),
    paths: 'files',
  });
});

it.each([
  ['keyway send', ['keyway', 'send']],
  ['keyway  send ', ['keyway', 'send', '']],
  ['a "b c" \'d "e\' f\\ g', ['a', 'b c', 'd "e', 'f g']],
  ['a "b c', ['a', 'b c']],
  ['a\\', ['a']],
  ['', ['']],
])('splits %j as a shell does', (line, words) => {
  expect(splitLine(line)).toEqual(words);
});
