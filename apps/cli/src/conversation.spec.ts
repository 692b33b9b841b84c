import { inspectFleet, startFleet, type Fleet } from '@keyway/fleet';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanUp, freshHome, keyway, start, type Outcome } from './testing/bin.js';

const home = freshHome();
const ids: Record<string, string> = {};
let fleet: Fleet;
const as = (profile: string, ...args: string[]): Promise<Outcome> => keyway([...args, '--as', profile, '--home', home]);
const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  fleet = await startFleet({ home, ports: 'free', env: { PATH: '/usr/bin:/bin' } });
  for (const profile of ['adam', 'eve', 'stranger']) {
    const { out } = await as(profile, 'keygen', '--type', 'ed25519', '--json');
    ids[profile] = (JSON.parse(out) as { id: string }).id;
  }
  await as('eve', 'channel');
});

afterAll(async () => {
  await cleanUp();
  await fleet.stop();
});

it('shows a channel and nothing secret', async () => {
  const { code, out } = await as('adam', 'channel');
  expect(code).toBe(0);
  expect(out).toMatch(/^channel +[a-z2-7]{52}\nclient +[a-z2-7]{52}\nlease +until .*\nsuite +AES_256_GCM\n/);
  expect(out).toMatch(/\nrouters +([a-z2-7]{52})\nattached +\1 at tcp:\/\/127\.0\.0\.1:\d+\nissued and attached in \d+ ms\n$/);
  const id = expect.stringMatching(/^[a-z2-7]{52}$/) as string;
  expect(JSON.parse((await as('adam', 'channel', '--json')).out)).toEqual({
    ...{ client: ids['adam'], channel: id, suite: 'AES_256_GCM', routers: [id], validUntil: expect.any(String) as string },
    ...{ router: id, endpoint: fleet.endpoints.router[0], ms: expect.any(Number) as number },
  });
});

it('keeps a message for a recipient who is away and shows it once he listens', async () => {
  expect(await as('adam', 'send', ids['eve']!, 'hello\nworld')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^stored for/) as string,
  });
  expect((await as('eve', 'listen', '--count', '1')).out).toMatch(
    new RegExp(`^\\[\\d\\d:\\d\\d:\\d\\d\\] ${ids['adam']}: hello\\n    world\\n$`),
  );
  const piped = await keyway(['send', '@eve', '-', '--as', 'adam', '--home', home, '--json'], { input: 'from a pipe\n' });
  expect(JSON.parse(piped.out)).toMatchObject({ event: 'sent', to: ids['eve'], class: 'durable' });
  const { code, out } = await as('eve', 'listen', '--count', '1', '--json');
  expect(code).toBe(0);
  expect(lines(out)).toMatchObject([
    { event: 'listening', id: ids['eve'] },
    { event: 'message', from: ids['adam'], text: 'from a pipe\n', redelivered: false },
  ]);
});

it('lets nothing of a message reach the terminal that it would obey', async () => {
  await as('adam', 'send', '@eve', '\u001b[2Jgone\u0007');
  const { out } = await as('eve', 'listen', '--count', '1');
  expect(out).toContain('\ufffd[2Jgone\ufffd');
});

it('sends a file and saves it under its name, never over another one', async () => {
  const path = join(dirname(home), 'report.pdf');
  const files = join(dirname(home), 'saved');
  mkdirSync(files);
  writeFileSync(path, randomBytes(200_000));
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  writeFileSync(join(files, 'report.pdf'), 'mine');
  const sent = await as('adam', 'send', '@eve', '--file', path);
  expect(sent).toMatchObject({ code: 0, err: '' });
  expect(sent.out).toContain(`SHA-256 ${sha256}`);
  const { out } = await as('eve', 'listen', '--count', '1', '--files', files, '--json');
  const saved = lines(out).find(({ event }) => event === 'file') as { path: string };
  expect(saved).toMatchObject({ name: 'report.pdf', bytes: 200_000, sha256 });
  expect(createHash('sha256').update(readFileSync(saved.path)).digest('hex')).toBe(sha256);
  expect(readFileSync(join(files, 'report.pdf'), 'utf8')).toBe('mine');
});

it('listens on when the router is killed, says so, and shows what comes later', async () => {
  const eve = start(['listen', '--as', 'eve', '--home', home]);
  await eve.says(/listening as eve/);
  fleet.kill('router', 'SIGKILL');
  await eve.says(/the connection is gone/);
  await fleet.waitReady();
  await as('adam', 'send', '@eve', 'durable');
  await eve.says(/: durable/);
  expect(eve.err).toMatch(/attached again after/);
  expect(await as('eve', 'channel')).toMatchObject({ code: 7, err: expect.stringContaining('state_locked 5012') as string });
  expect(await as('eve', 'status')).toMatchObject({ code: 0, out: expect.stringContaining('not tried: another process') as string });
  eve.interrupt();
  expect(await eve.ended).toMatchObject({ code: 0 });
});

it('shows the fleet, the profile and the round trip', async () => {
  const { code, out } = await as('adam', 'status', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    fleet: { address: inspectFleet(home)!.address, manifestVersion: 1, running: true },
    services: [
      { service: 'auth', ready: true },
      { service: 'channel-broker', ready: true },
      { service: 'router', ready: true },
    ],
    identity: { id: ids['adam'] },
    roundTrip: { endpoint: fleet.endpoints.router[0] },
  });
  expect(await as('nobody', 'status')).toMatchObject({ code: 0, out: expect.stringContaining('keyway keygen --as nobody') as string });
});

it.each([
  ['an unknown recipient', 6, 'recipient_unknown 4003', ['send', '@stranger', 'x']],
  ['a live message to somebody away', 6, 'recipient_offline 4004', ['send', '--live', '@eve', 'x']],
  ['a name nobody has', 6, 'recipient_unknown 4003', ['send', 'lilith', 'x']],
  ['an id that is cut short', 2, 'address_invalid 5009', ['send', `${'a'.repeat(51)}!`, 'x']],
  ['nothing to send', 2, 'what is to be sent to @eve?', ['send', '@eve']],
  ['a text and a file', 2, 'not both', ['send', '@eve', 'x', '--file', 'y']],
  ['a file that is none', 7, 'no regular file', ['send', '@eve', '--file', '/dev/zero']],
  ['another fleet', 3, 'fleet_wrong 2009', ['channel', '--fleet', 'FOREIGN']],
  ['nobody at the address', 5, 'peer_unreachable 4001', ['channel', '--timeout', '300ms', '--fleet', 'NOWHERE']],
])('tells of %s with %d', async (_, code, said, args) => {
  const foreign = `keyway://${'a'.repeat(51)}q@127.0.0.1`;
  const given = args.map((word) => word.replace('FOREIGN', `${foreign}:${fleet.ports.brokerTcp}`).replace('NOWHERE', `${foreign}:9`));
  const outcome = await as('adam', ...given);
  expect(outcome).toMatchObject({ code, out: '' });
  expect(outcome.err).toContain(said);
  expect(outcome.err).not.toMatch(/\n\s+at /);
});

it('ends a send that takes too long with 8', async () => {
  const big = join(dirname(home), 'big.bin');
  writeFileSync(big, randomBytes(6_000_000)); // more than a mailbox holds
  const late = await as('adam', 'send', '@eve', '--file', big, '--timeout', '1500ms');
  expect(late).toMatchObject({ code: 8, err: expect.stringContaining('timed_out 5015') as string });
  expect(late.err).toContain('the mailbox of the recipient is full');
});
