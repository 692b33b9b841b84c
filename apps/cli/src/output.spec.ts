import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run, type Surroundings } from './program.js';
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

/** The same code as the process runs, in this one: there are many commands. */
async function runHere(args: readonly string[]): Promise<Outcome> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end();
  const code = await run({ args, env: { PATH: '/usr/bin:/bin' }, stdin, stdout, stderr } as unknown as Surroundings);
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

it.each(commands.map((command) => [pathOf(command), command] as const))(
  '%s writes JSON and nothing else with --json, errors too',
  async (path, command) => {
    const given = ['--json', '--home', freshHome(), '--as', path.replaceAll(' ', '-')];
    const { code, out, err } = await runHere([...path.split(' '), ...argumentsOf(command), ...given]);
    for (const line of [...lines(out), ...lines(err)]) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(lines(err)).toHaveLength(code === 0 || path === 'admin doctor' || path === 'status' ? 0 : 1);
  },
);

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
