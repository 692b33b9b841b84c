import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin, cleanUp, freshHome, keyway } from '../testing/bin.js';
import { aProfile } from '../testing/profile.js';
import { completionScript, scriptFile, shells, type Shell } from './scripts.js';

const home = freshHome();
const folder = dirname(home);
const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin', HOME: folder, KEYWAY_HOME: home, TERM: 'dumb' };

beforeAll(() => {
  for (const profile of ['adam', 'eve']) aProfile(home, profile);
  writeFileSync(join(folder, 'report.pdf'), '');
});
afterAll(cleanUp);

const isHere = (shell: Shell): boolean => spawnSync(shell, ['-c', ':'], { env }).status === 0;
const run = (shell: Shell, args: readonly string[], input = ''): string => {
  const { stdout, stderr, error } = spawnSync(shell, args, { env, cwd: folder, input, encoding: 'utf8', timeout: 20_000 });
  if (error) throw error;
  return stdout + stderr;
};

/** Answers the questions of the script with the real command, and shows what else it is called with. */
const stub = `keyway() { if [ "$1" = complete ]; then "${process.execPath}" "${bin}" "$@"; else echo "got:$*"; fi; }`;

/** What is typed at a prompt, TAB and all. */
const typed: Record<Shell, (keys: readonly string[]) => string> = {
  bash: (keys) => run('bash', ['--norc', '-i'], [stub, `source ${scriptFile('bash')}`, ...keys, ''].join('\n')),
  zsh: (keys) => {
    writeFileSync(join(folder, 'stub.zsh'), `autoload -Uz compinit; compinit -D -u; ${stub}; source ${scriptFile('zsh')}\n`);
    const lines = keys.map((line) => `zpty -n -w shell $'${line.replaceAll('\t', String.raw`\t`)}\\n'`);
    const start = ['zmodload zsh/zpty', 'zpty shell zsh -f -i', 'zpty -w shell "source stub.zsh"'];
    return run('zsh', [
      '-f',
      '-c',
      [...start, ...lines, 'zpty -w shell exit', 'while zpty -r shell line; do print -rn -- $line; done'].join('\n'),
    ]);
  },
  // fish has a command that completes a line as TAB would
  fish: (keys) => {
    const completed = keys.map((key) => {
      const line = key.replace('\t', '');
      const head = line.slice('keyway '.length, line.lastIndexOf(' ') + 1);
      return `echo got:${head}(complete -C '${line}' | string split -f1 \\t)`;
    });
    const real = `function keyway; "${process.execPath}" "${bin}" $argv; end; source ${scriptFile('fish')}`;
    return run('fish', ['--no-config', '-c', [real, ...completed].join('\n')]);
  },
};

describe.each(shells)('%s', (shell) => {
  const here = isHere(shell);
  if (!here)
    console.warn(
      `${shell} is not installed here: its completion is not typed, only its text is looked at. Install it with: apt-get install ${shell}`,
    );

  it(`is asked for by keyway completion ${shell}`, async () => {
    expect(await keyway(['completion', shell])).toMatchObject({ code: 0, out: completionScript(shell), err: '' });
  });

  it('asks the command itself for the words and knows none of them', () => {
    const script = completionScript(shell);
    expect(script).toMatch(/ complete -/);
    expect(script).not.toMatch(/\b(send|listen|keygen|--as)\b/);
  });

  if (here) {
    it('completes commands, profiles, choices, options and files as they are typed', () => {
      const said = typed[shell]([
        'keyway stat\t',
        'keyway send @ev\t',
        'keyway keygen --type rsa-4\t',
        'keyway up --ports=f\t',
        'keyway listen --as ad\t',
        'keyway send --file rep\t',
      ]);
      for (const line of [
        'status',
        'send @eve',
        'keygen --type rsa-4096',
        'up --ports=free',
        'listen --as adam',
        'send --file report.pdf',
      ]) {
        expect(said).toContain(`got:${line}`);
      }
    });
  }
});

it('refuses another shell and names those it knows', async () => {
  expect(await keyway(['completion', 'csh'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('bash, zsh, fish') as string,
  });
});
