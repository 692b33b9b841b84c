import { connect, PrivateIdentity } from '@keyway/client';
import { startFleet, type Fleet } from '@keyway/fleet';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanUp, freshHome, keyway, start, type Outcome, type Running } from './testing/bin.js';

const home = freshHome();
const file = (name: string): string => join(dirname(home), name);
const as = (profile: string, ...args: string[]): Promise<Outcome> => keyway([...args, '--as', profile, '--home', home]);
const json = ({ out }: Outcome): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const said = (text: string): string => expect.stringContaining(text) as string;
const ids: Record<string, string> = {};
let fleet: Fleet;

beforeAll(async () => {
  fleet = await startFleet({ home, ports: 'free', env: { PATH: '/usr/bin:/bin' } });
  for (const profile of ['adam', 'eve']) {
    const [{ id }] = json(await as(profile, 'enroll', '--name', profile, '--type', 'ed25519', '--json')) as [{ id: string }];
    ids[profile] = id;
  }
});
afterAll(async () => {
  await cleanUp();
  await fleet.stop();
});

/** `keyway serve` as a process, ready. */
async function serving(service: string, options: string[], args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const worker = start(['serve', service, '--as', 'eve', '--home', home, ...options, '--', ...args], { env });
  await worker.says(/^serving /m);
  return worker;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Also what only waits to be collected. */
function isGone(pid: string): boolean {
  try {
    return /^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return true;
  }
}

async function stopped(worker: Running): Promise<Outcome> {
  worker.interrupt();
  return worker.ended;
}

it('asks a command and shows its answer: text as it is in a pipe, with who answered beside it', async () => {
  const worker = await serving('upper', ['--exec', 'tr'], ['a-z', 'A-Z']);
  const reply = await as('adam', 'request', 'upper', 'hello; $(id)');
  expect(reply).toMatchObject({ code: 0, out: 'HELLO; $(ID)' });
  expect(reply.err).toMatch(new RegExp(`^answered by eve ${ids['eve']} in \\d+ ms, text/plain; charset=utf-8\n$`));
  expect(json(await as('adam', 'request', 'upper', 'x', '--json'))).toMatchObject([
    { event: 'reply', service: 'upper', source: ids['eve'], sourceName: 'eve', text: 'X', contentType: 'text/plain; charset=utf-8' },
  ]);
  expect(await as('adam', 'request', 'upper')).toMatchObject({ code: 0, out: '' });
  const ended = await stopped(worker);
  expect(ended).toMatchObject({ code: 0, out: '' });
  expect(ended.err).toMatch(new RegExp(`^\\[\\d\\d:\\d\\d:\\d\\d\\] adam ${ids['adam']}: 12 B → 12 B \\(\\d+ ms\\)$`, 'm'));
});

it('carries any bytes both ways, from a file, from standard input and to a pipe', async () => {
  const worker = await serving('echo', ['--exec', 'cat', '--max-output', '262144']);
  const body = randomBytes(262_000);
  writeFileSync(file('body'), body);
  const [reply] = json(await as('adam', 'request', 'echo', '--file', file('body'), '--json'));
  expect(reply).toMatchObject({ contentType: 'application/octet-stream', base64: body.toString('base64') });
  const piped = await keyway(['request', 'echo', '-', '--as', 'adam', '--home', home], { input: '\u001b[2Jtext\n' });
  expect(piped).toMatchObject({ code: 0, out: '\u001b[2Jtext\n' });
  writeFileSync(file('large'), randomBytes(262_145));
  expect(await as('adam', 'request', 'echo', '--file', file('large'))).toMatchObject({ code: 3, err: said('too_large 1002') });
  expect(await stopped(worker)).toMatchObject({ code: 0 });
});

it('tells the command who asks, and nothing else of its surroundings', async () => {
  const env = { SECRET: 's', KEYWAY_PASSPHRASE_FILE: '', LANG: 'C.UTF-8' };
  const worker = await serving('env', ['--exec', 'env'], [], env);
  const { out } = await as('adam', 'request', 'env', '--content-type', 'text/x; a=\u0007');
  const seen = Object.fromEntries(
    out
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  ) as Record<string, string>;
  expect(Object.keys(seen).sort()).toEqual(
    [
      'HOME',
      ...['ATTEMPT', 'CONTENT_TYPE', 'DEADLINE_MS', 'FROM', 'FROM_NAME', 'KEY', 'SERVICE'].map((name) => `KEYWAY_${name}`),
      'LANG',
      'PATH',
    ].sort(),
  );
  expect(seen).toMatchObject({
    ...{
      KEYWAY_FROM: ids['adam'],
      KEYWAY_FROM_NAME: 'adam',
      KEYWAY_SERVICE: 'env',
      KEYWAY_ATTEMPT: '1',
      KEYWAY_CONTENT_TYPE: 'text/x; a=\ufffd',
    },
    ...{ KEYWAY_KEY: expect.stringMatching(/^[0-9a-f]{32}$/) as string, HOME: '/nonexistent', PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
  });
  await stopped(worker);
});

it('says that the work failed, and why only to who serves', async () => {
  const worker = start(['serve', 'fail', '--as', 'eve', '--home', home, '--json', '--exec', 'sh', '--', '-c', 'echo why >&2; exit 9']);
  await worker.says(/"event":"serving"/);
  const failed = await as('adam', 'request', 'fail', 'x');
  expect(failed).toMatchObject({ code: 6, out: '', err: said('worker_failed 4013') });
  expect(failed.err).not.toContain('why');
  await worker.says(/"event":"failed".*"why":"it ended with 9: why"/);
  expect((await stopped(worker)).out).toContain('"event":"served","service":"fail","taken":1,"answered":0,"failed":1');
  expect(await as('adam', 'request', 'fail', 'x')).toMatchObject({
    code: 6,
    err: expect.stringMatching(/no_worker|no_such_service/) as string,
  });
});

it('does as many at a time as it was told', async () => {
  const log = file('log');
  const script = `echo + >> ${log}; read seconds; sleep $seconds; echo - >> ${log}`;
  const worker = await serving('slow', ['--exec', 'sh', '--in-flight', '2'], ['-c', script]);
  const client = await connect({ fleet: fleet.address, identity: PrivateIdentity.generate('ed25519') });
  await Promise.all(Array.from({ length: 6 }, () => client.request('slow', '0.2\n', { timeoutMs: 20_000 })));
  await client.close();
  await stopped(worker);
  let running = 0;
  const depths = [...readFileSync(log, 'utf8').replaceAll('\n', '')].map((mark) => (running += mark === '+' ? 1 : -1));
  expect([Math.max(...depths), depths.length]).toEqual([2, 12]);
});

it('ends a command whose asker has stopped waiting, and one that takes longer than it may', async () => {
  const worker = await serving('deaf', ['--exec', 'sh'], ['-c', "trap '' TERM; sleep 600 & wait; wait"]);
  expect(await as('adam', 'request', 'deaf', 'x', '--timeout', '700ms')).toMatchObject({ code: 8, err: said('deadline_passed 4014') });
  await worker.says(/failed: nobody waits for it any more/);
  await stopped(worker);
  const hasty = await serving('hasty', ['--exec', 'sleep', '--deadline', '200ms'], ['600']);
  expect(await as('adam', 'request', 'hasty', 'x')).toMatchObject({ code: 6, err: said('worker_failed') });
  await stopped(hasty);
});

it('answers what is in work before it ends with 0; the second Ctrl-C ends it at once with 130', async () => {
  const script = `echo $$ > ${file('pid')}; sleep 1; echo done`;
  const worker = await serving('drain', ['--exec', 'sh'], ['-c', script]);
  const asked = as('adam', 'request', 'drain', 'x');
  await until(() => existsSync(file('pid')));
  worker.interrupt();
  expect(await asked).toMatchObject({ code: 0, out: 'done\n' });
  expect(await worker.ended).toMatchObject({ code: 0, err: said('1 in work; Ctrl-C again ends at once') });

  const hurried = await serving('hurry', ['--exec', 'sh'], ['-c', `echo $$ > ${file('pid2')}; sleep 600`]);
  const lost = as('adam', 'request', 'hurry', 'x', '--timeout', '3s');
  await until(() => existsSync(file('pid2')) && readFileSync(file('pid2'), 'utf8') !== '');
  hurried.interrupt();
  await hurried.says(/Ctrl-C again/);
  await new Promise((resolve) => setTimeout(resolve, 450)); // what comes within 0.4 s counts as one
  hurried.interrupt();
  expect(await hurried.ended).toMatchObject({ code: 130 });
  await until(() => isGone(readFileSync(file('pid2'), 'utf8').trim()));
  expect((await lost).code).not.toBe(0);
});

it('lists who is there, and who comes and goes while it watches', async () => {
  const { code, out } = await as('adam', 'list');
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^● adam +${ids['adam']}  since \\d\\d:\\d\\d:\\d\\d\n○ eve +${ids['eve']}`));
  expect(json(await as('adam', 'list', '--online', '--json'))).toMatchObject([{ id: ids['adam'], name: 'adam', online: true }]);
  const watcher = start(['list', '--watch', '--as', 'adam', '--home', home]);
  await watcher.says(/^watching/m);
  const eve = start(['listen', '--as', 'eve', '--home', home]);
  await watcher.says(new RegExp(`\\] ● came eve +${ids['eve']}\n`));
  await stopped(eve);
  await watcher.says(new RegExp(`\\] ○ went eve +${ids['eve']}\n`));
  expect(await stopped(watcher)).toMatchObject({ code: 0 });
});

it.each([
  ['a service nobody knows', 6, 'no_such_service 4011', ['request', 'nothing', 'x']],
  ['a body and a file', 2, '(usage)', ['request', 'upper', 'x', '--file', 'y']],
  ['a file that is none', 7, 'no regular file', ['request', 'upper', '--file', '/dev/zero']],
  ['what is no service', 2, 'name_invalid 2011', ['request', 'Not A Service']],
  ['a patience of hours', 2, '(usage)', ['request', 'upper', '--timeout', '1h']],
  ['a command that is not there', 2, 'there is no command "nonexistent-command"', ['serve', 'x', '--exec', 'nonexistent-command']],
  ['a service of the fleet itself', 2, 'name_invalid 2011', ['serve', 'keyway.fleet', '--exec', 'cat']],
])('tells of %s with %d', async (_, code, text, args) => {
  expect(await as('adam', ...args)).toMatchObject({ code, out: '', err: said(text) });
});
