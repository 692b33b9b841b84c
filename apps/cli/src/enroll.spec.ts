import { exportPublicKey } from '@keyway/crypto';
import { startFleet, type Fleet } from '@keyway/fleet';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanUp, freshHome, keyway, start, type Outcome } from './testing/bin.js';
import { aProfile } from './testing/profile.js';
import { startAtTerminal } from './testing/pty.js';

const home = freshHome();
const file = (name: string): string => join(dirname(home), name);
const run = (...args: string[]): Promise<Outcome> => keyway([...args, '--home', home]);
const json = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const { out, err } = await run(...args, '--json');
  if (err) throw new Error(err);
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
const said = (text: string): string => expect.stringContaining(text) as string;
let fleet: Fleet;

beforeAll(async () => {
  fleet = await startFleet({ home, ports: 'free', env: { PATH: '/usr/bin:/bin' } });
});
afterAll(async () => {
  await cleanUp();
  await fleet.stop();
});

it('closes the fleet for who has no token, and lets in who has one, by file and by standard input', async () => {
  expect(await run('admin', 'policy', 'closed')).toMatchObject({ code: 0, out: said('closed') });
  expect(await run('enroll', '--as', 'adam', '--type', 'ed25519')).toMatchObject({ code: 3, out: '', err: said('unauthorised 2001') });
  const [created] = await json('admin', 'token', 'create', '--lifetime', '1h', '--out', file('token'));
  expect(created).toMatchObject({ uses: 1, file: file('token') });
  expect(created).not.toHaveProperty('token');
  expect((statSync(file('token')).mode & 0o777).toString(8)).toBe('600');
  const [enrolled] = await json('enroll', '--as', 'adam', '--name', 'adam', '--token-file', file('token'));
  expect(enrolled).toMatchObject({ profile: 'adam', name: 'adam', keyMade: false });

  const [{ token }] = (await json('admin', 'token', 'create', '--name', 'eve')) as [{ token: string }];
  const eve = await keyway(['enroll', '--as', 'eve', '--type', 'ed25519', '--home', home], { input: `${token}\n` });
  expect(eve).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/client id +[a-z2-7]{52}\nname +eve\n/) as string });
  expect(eve.out).not.toContain(token);
  expect(await keyway(['enroll', '--as', 'late', '--type', 'ed25519', '--home', home], { input: token })).toMatchObject({ code: 3 }); // it is used up
});

it('asks for the token at a terminal and shows nothing of it', async () => {
  const [{ token }] = (await json('admin', 'token', 'create')) as [{ token: string }];
  const terminal = startAtTerminal(['enroll', '--as', 'mara', '--type', 'ed25519', '--home', home]);
  await terminal.says(/Token/);
  terminal.type(`${token}\n`);
  const { code, out } = await terminal.ended;
  expect(code).toBe(0);
  expect(out).toMatch(/client id/);
  expect(out).not.toContain(token.slice(10, 30));
});

it('refuses a token that is none before a key is made, and one that others can read', async () => {
  const garbled = await keyway(['enroll', '--as', 'nobody', '--home', home], { input: 'kwt1_garbled' });
  expect(garbled).toMatchObject({ code: 2, err: said('config_invalid 5014') });
  expect(garbled.err).not.toContain('garbled');
  writeFileSync(file('open-token'), 'kwt1_x', { mode: 0o644 });
  expect(await run('enroll', '--as', 'nobody', '--token-file', file('open-token'))).toMatchObject({ code: 4, err: said('key_exposed') });
  expect(await run('channel', '--as', 'nobody')).toMatchObject({ code: 4, err: said('key_missing') });
});

it('sends to names and shows them beside ids', async () => {
  expect(await run('send', '--as', 'adam', 'eve', 'by name')).toMatchObject({ code: 0, out: said('stored for eve') });
  const heard = await run('listen', '--as', 'eve', '--count', '1');
  expect(heard.out).toMatch(/\] adam [a-z2-7]{52}: by name\n/);
  expect(await run('send', '--as', 'adam', 'lilith', 'x')).toMatchObject({ code: 6, err: said('recipient_unknown 4003') });
});

it('takes no name twice', async () => {
  expect(await run('enroll', '--as', 'eve', '--name', 'adam')).toMatchObject({ code: 3, err: said('name_taken 2010') });
  expect(await run('enroll', '--as', 'eve', '--name', 'two words')).toMatchObject({ code: 2, err: said('name_invalid 2011') });
});

it('lists tokens without their secrets, and revokes them', async () => {
  const [{ id, token }] = (await json('admin', 'token', 'create', '--uses', '3')) as [{ id: string; token: string }];
  const listed = await run('admin', 'token', 'list');
  expect(listed.out).toMatch(new RegExp(`^${id} +good +0 of 3 used`, 'm'));
  expect(listed.out).not.toContain('kwt1_');
  expect(await run('admin', 'token', 'revoke', id)).toMatchObject({ code: 0 });
  expect((await json('admin', 'token', 'list')).find((entry) => entry['id'] === id)).toMatchObject({ state: 'revoked' });
  expect(await keyway(['enroll', '--as', 'late', '--type', 'ed25519', '--home', home], { input: token })).toMatchObject({ code: 3 });
  expect(await run('admin', 'token', 'revoke', 'zz')).toMatchObject({ code: 2, err: said('config_invalid') });
  for (const bad of [
    ['--uses', '100001'],
    ['--lifetime', '31d'],
  ]) {
    expect(await run('admin', 'token', 'create', ...bad)).toMatchObject({ code: 2, out: '', err: said('(usage)') });
  }
  expect(await run('admin', 'token', 'create', '--out', file('token'))).toMatchObject({ code: 7, err: said('never overwritten') });
});

it('lets one client in by its public key, and says whether it was there', async () => {
  const key = exportPublicKey(aProfile(home, 'cain'), 'ssh');
  const added = await keyway(['admin', 'client', 'add', '-', '--name', 'cain', '--home', home], { input: key });
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^added +[a-z2-7]{52} as cain\n$/) as string });
  expect(await run('admin', 'client', 'add', '@cain')).toMatchObject({ code: 0, out: said('known already') });
  const again = await run('admin', 'client', 'add', '@cain', '--name', 'abel', '--json');
  expect(JSON.parse(again.out)).toEqual({ id: expect.any(String) as string, known: true, kind: 'ed25519' });
  expect(await run('channel', '--as', 'cain')).toMatchObject({ code: 0 });
  expect(await keyway(['admin', 'client', 'add', '-', '--home', home], { input: 'no key' })).toMatchObject({
    code: 4,
    err: said('standard input'),
  });
});

it('imports a list: the good ones get in, each bad line is named, and a dry run changes nothing', async () => {
  const key = exportPublicKey(aProfile(home, 'abel'), 'ssh');
  writeFileSync(file('clients.csv'), `name,key\nabel,${key.trim()}\nseth,nonsense\ncain,${key.trim()}\n`);
  const dry = await run('admin', 'client', 'import', file('clients.csv'), '--dry-run');
  expect(dry).toMatchObject({ code: 3, out: said('2 could be added, 1 bad'), err: said('line 3: ') });
  expect(await run('channel', '--as', 'abel')).toMatchObject({ code: 3 });
  const { code, out } = await run('admin', 'client', 'import', file('clients.csv'), '--json');
  expect(code).toBe(3);
  const events = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events[0]).toMatchObject({ line: 3 }); // told as it is read
  expect(events).toContainEqual(expect.objectContaining({ line: 2, name: 'abel', known: false }));
  expect(events.at(-1)).toMatchObject({ event: 'imported', dryRun: false });
  expect(await run('channel', '--as', 'abel')).toMatchObject({ code: 0 });
  writeFileSync(file('other.csv'), readFileSync(file('clients.csv'), 'utf8').replace('name,key', 'who,what'));
  expect(await run('admin', 'client', 'import', file('other.csv'))).toMatchObject({ code: 2, err: said('config_invalid') });
  expect(await run('admin', 'client', 'import', file('none.csv'))).toMatchObject({ code: 7, err: said('file_unreadable') });
});

it('lists clients, blocks and unblocks them by name, and revokes channels', async () => {
  const eve = start(['listen', '--as', 'eve', '--home', home]);
  await eve.says(/listening as eve/);
  expect(await run('admin', 'block', 'eve', '--reason', 'a test')).toMatchObject({ code: 0, out: said('blocked') });
  await eve.says(/the connection is gone: not accepted/);
  expect(await json('admin', 'clients', '--blocked')).toMatchObject([{ name: 'eve', blocked: true }]);
  await eve.says(/not allowed/);
  eve.interrupt();
  await eve.ended;
  expect(await run('channel', '--as', 'eve')).toMatchObject({ code: 3, err: said('forbidden 2002') });
  expect(await run('admin', 'unblock', '@eve')).toMatchObject({ code: 0 });
  const again = start(['listen', '--as', 'eve', '--home', home]);
  await again.says(/listening as eve/);
  expect(await run('admin', 'revoke', 'eve')).toMatchObject({ code: 0, out: said('revoked') });
  await again.says(/attached again/); // by a new channel
  again.interrupt();
  await again.ended;
  expect((await run('admin', 'clients', '--name', 'ad')).out).toMatch(/^[a-z2-7]{52} +adam +ed25519 /);
  expect(await run('admin', 'block', 'nobody-here')).toMatchObject({ code: 6, err: said('recipient_unknown') });
});

it('is for operators: a member is refused, and another home needs a key', async () => {
  expect(await run('admin', 'policy', '--as', 'adam')).toMatchObject({ code: 3, err: said('forbidden 2002') });
  const elsewhere = freshHome();
  const away = (...args: string[]): Promise<Outcome> => keyway([...args, '--home', elsewhere, '--fleet', fleet.address]);
  expect(await away('admin', 'policy')).toMatchObject({ code: 4, err: said('key_missing 5003') });
  expect(await away('admin', 'policy', '--key', fleet.paths.operatorKey)).toMatchObject({ code: 0, out: said('closed') });
});
