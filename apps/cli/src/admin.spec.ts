import { startFleet, type Fleet } from '@keyway/fleet';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, freshHome, keyway, type Outcome } from './testing/bin.js';
import { aProfile } from './testing/profile.js';

const home = freshHome();
const run = (...args: string[]): Promise<Outcome> => keyway([...args, '--home', home]);
const said = (text: string): string => expect.stringContaining(text) as string;
let fleet: Fleet;

beforeAll(async () => {
  fleet = await startFleet({ home, ports: 'free', env: { PATH: '/usr/bin:/bin' } });
  aProfile(home, 'adam');
  await run('enroll', '--as', 'adam', '--name', 'adam');
});
afterAll(async () => {
  await cleanUp();
  await fleet.stop();
});

it('shows the policy and changes what is named, and nothing else', async () => {
  expect(JSON.parse((await run('admin', 'policy', '--json')).out)).toEqual({ enrolment: 'open', seeing: 'members', serving: 'first' });
  const changed = await run('admin', 'policy', '--seeing', 'nobody', '--serving', 'declared');
  expect(changed.out).toMatch(/^enrolment +open: .*\nseeing +nobody: .*\(set now\)\nserving +declared: .*\(set now\)\n$/);
  expect(JSON.parse((await run('admin', 'policy', 'open', '--seeing', 'members', '--serving', 'first', '--json')).out)).toMatchObject({
    seeing: 'members',
  });
  expect(await run('admin', 'policy', 'ajar')).toMatchObject({ code: 2, err: said('show, open, closed') });
});

it('shows the settings of sessions and changes them for clients that are attached', async () => {
  expect((await run('admin', 'config')).out).toMatch(/^heartbeat +\d+ms /);
  expect((await run('admin', 'config', 'set', 'heartbeat=4s', 'max-body=100k')).out).toMatch(/heartbeat +4000ms .*\(set now\)\n/);
  expect(JSON.parse((await run('admin', 'config', 'show', '--json')).out)).toMatchObject({ heartbeatMs: 4_000, maxBodyBytes: 100_000 });
});

it('says of a setting that is out of its range what the range is', async () => {
  expect(await run('admin', 'config', 'set', 'heartbeat=1ms')).toMatchObject({ code: 3, err: said('set: heartbeat_ms is from 10 to') });
});

it.each([
  ['heartbeat', 'write key=value'],
  ['pulse=1s', 'heartbeat, timeout, max-body'],
  ['heartbeat=often', 'write 10s'],
  ['max-streams=0', 'write 1000'],
])('refuses the setting %s', async (pair, words) => {
  expect(await run('admin', 'config', 'set', pair)).toMatchObject({ code: 2, out: '', err: said(words) });
});

it('keeps a log of what was done, which verifies, and finds a head that was kept', async () => {
  const { out } = await run('admin', 'audit', '--json');
  const entries = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number; action: string });
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  const verified = await run('admin', 'audit', 'verify');
  const head = /head {2}(\d+:[0-9a-f]{64})\n/.exec(verified.out)![1]!;
  expect(verified).toMatchObject({ code: 0, err: said(`--head`) });
  expect(await run('admin', 'audit', 'verify', '--head', head)).toMatchObject({ code: 0, out: said('the one that was kept') });
  const other = `${head.slice(0, -1)}${head.endsWith('0') ? '1' : '0'}`;
  expect(await run('admin', 'audit', 'verify', '--head', other)).toMatchObject({ code: 3, err: said('audit_broken 5019') });
  expect(await run('admin', 'audit', 'verify', '--head', 'abc')).toMatchObject({ code: 2, err: said('(usage)') });
  expect((await run('admin', 'audit', '--after', String(entries.length))).out.split('\n').length).toBeLessThan(entries.length + 2);
});

it('lets commands of one operator run side by side: they wait for each other', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => run('admin', 'policy', '--timeout', '20s')));
  expect(outcomes.map(({ code, err }) => ({ code, err }))).toEqual(outcomes.map(() => ({ code: 0, err: '' })));
});

it('declares services, says who may serve them, and forgets them', async () => {
  expect(await run('admin', 'service', 'add', 'print', 'adam')).toMatchObject({ code: 0, out: 'print: 1 client may serve it\n' });
  expect((await run('admin', 'service', 'list')).out).toMatch(/^print +owner [a-z2-7]{52}\n +[a-z2-7]{52}$/m);
  expect(await run('admin', 'service', 'allow', 'print', '@adam', '--remove')).toMatchObject({ out: 'print: 0 clients may serve it\n' });
  expect(await run('admin', 'service', 'remove', 'print')).toMatchObject({ code: 0 });
  expect((await run('admin', 'service')).out).not.toContain('print');
});

it.each([
  ['a service nobody declared', 6, 'no_such_service 4011', ['admin', 'service', 'allow', 'nothing', 'adam']],
  ['nobody who may serve', 2, '(usage)', ['admin', 'service', 'add', 'lonely']],
  ['a name of the fleet itself', 2, 'name_invalid 2011', ['admin', 'service', 'add', 'keyway.print', '--members']],
  ['a client that is none', 6, 'recipient_unknown 4003', ['admin', 'service', 'add', 'print', 'lilith']],
])('tells of %s with %d', async (_, code, words, args) => {
  expect(await run(...args)).toMatchObject({ code, out: '', err: said(words) });
});

describe('doctor', () => {
  const checks = (outcome: Outcome): Record<string, string>[] =>
    outcome.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);

  it('finds a fleet that is well, with every service, port and figure', async () => {
    const outcome = await run('admin', 'doctor', '--json');
    const found = checks(outcome);
    expect(found.filter(({ state }) => state === 'fail')).toEqual([]);
    expect([0, 9]).toContain(outcome.code); // a disk that is nearly full is no fault of the test
    for (const what of [
      'node',
      'disk',
      'permissions',
      'auth',
      'router',
      'channel-broker',
      'manifest',
      'round trip',
      'clock',
      'versions',
      'registry',
    ]) {
      expect(found.map((check) => check['what'])).toContain(what);
    }
    expect(found).toContainEqual(expect.objectContaining({ found: `${fleet.endpoints.router[0]} is reachable` }));
  });

  it('says of what fails what to do, and ends with 5', async () => {
    const exposed = join(home, 'clients', 'adam', 'identity.pem');
    chmodSync(exposed, 0o644);
    const outcome = await run('admin', 'doctor');
    chmodSync(exposed, 0o600);
    expect(outcome.code).toBe(5);
    expect(outcome.out).toMatch(new RegExp(`fail +permissions +others can get at ${exposed}\\n +→ chmod go= ${exposed}\\n`));
    const nowhere = await keyway(['admin', 'doctor', '--home', freshHome()]);
    expect(nowhere).toMatchObject({ code: 5, out: said('fleet_unpinned') });
  });
});
