import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanUp, freshHome, keyway, type Outcome } from './testing/bin.js';
import { startAtTerminal } from './testing/pty.js';
import { commandTree, everyCommand, pathOf } from './tree.js';

afterAll(cleanUp);

/** Those that would stay; their own specs look at what they say. */
const staying = new Set(['up', 'demo']);
const commands = everyCommand(commandTree(() => () => Promise.resolve())).filter(
  (command) => command.commands.length === 0 && command.parent && !staying.has(pathOf(command)),
);
const argumentsOf = (command: Command): string[] =>
  command.registeredArguments.map(({ argChoices, required }) => argChoices?.[0] ?? (required ? 'something' : '')).filter(Boolean);

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

it('every command writes JSON and nothing else with --json, errors too', async () => {
  const home = freshHome();
  const outcomes: (Outcome & { readonly path: string })[] = [];
  const waiting = [...commands];
  const work = async (): Promise<void> => {
    for (let command = waiting.pop(); command; command = waiting.pop()) {
      const path = pathOf(command);
      const outcome = await keyway([
        ...path.split(' '),
        ...argumentsOf(command),
        '--json',
        '--home',
        home,
        '--as',
        path.replaceAll(' ', '-'),
      ]);
      outcomes.push({ ...outcome, path });
    }
  };
  await Promise.all([work(), work(), work()]);
  expect(outcomes).toHaveLength(commands.length);
  for (const { path, code, out, err } of outcomes) {
    for (const line of [...lines(out), ...lines(err)]) expect(() => ({ path, line, is: JSON.parse(line) as unknown })).not.toThrow();
    expect({ path, told: lines(err).length }).toEqual({ path, told: code === 0 || path === 'admin doctor' || path === 'status' ? 0 : 1 });
  }
}, 60_000);

const escape = '\u001b[';

it.each([
  ['a terminal', {}, true],
  ['a terminal, and NO_COLOR set', { NO_COLOR: '1' }, false],
])('colours what goes to %s: %j', async (_, env, coloured) => {
  const { out } = await startAtTerminal(['status', '--home', freshHome()], env).ended;
  expect(out).toContain('fleet');
  expect(out.includes(escape)).toBe(coloured);
});

it('colours nothing in a pipe, and draws no bar there', async () => {
  const home = freshHome();
  const list = join(dirname(home), 'clients.csv');
  writeFileSync(list, 'name,key\nadam,nonsense\n');
  const args = ['admin', 'client', 'import', '--dry-run', list, '--home', home];
  const [piped, shown, status] = await Promise.all([keyway(args), startAtTerminal(args).ended, keyway(['status', '--home', home])]);
  expect(piped).toMatchObject({ out: '0 could be added, 1 bad\n', err: expect.stringMatching(/^line 2: .*\n$/) as string });
  expect(shown.out).toContain(`\r${escape}2K`); // the bar, over itself
  expect(status.out).not.toContain(escape);
});
