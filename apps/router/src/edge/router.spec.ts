import { decodeFleetAnswer } from '@keyway/wire';
import { EdgeClient } from '../testing/edge-client.js';
import { namedId } from '../testing/keys.js';
import { RouterFleet } from '../testing/router-process.js';
import { until as sooner } from '../testing/until.js';

let fleet: RouterFleet;
const clients: EdgeClient[] = [];
beforeEach(() => {
  fleet = new RouterFleet();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await fleet.stop();
});

const client = (name: string, edge: 0 | 1): EdgeClient => {
  const made = new EdgeClient(fleet, name, edge).start();
  clients.push(made);
  return made;
};
const until = (what: string, condition: () => boolean | Promise<boolean>): Promise<void> =>
  sooner(what, condition, () =>
    clients.map(({ ended, refusals, texts, settled }) => ({ ended, refusals, texts: texts.length, settled: settled.length })),
  );
const numbered = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => `${from + i}`);

it('is ready only with auth’s keys; before that it asks clients to come back; then both edges serve', async () => {
  const router = await fleet.open(fleet.startRouter());
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  await until('told to come back', () => adam.refusals.length > 0 && eve.refusals.length > 0);
  expect(new Set([...adam.refusals, ...eve.refusals])).toEqual(new Set(['unavailable']));
  const { status, body } = await router.get('/ready');
  expect([status, JSON.parse(body)]).toMatchObject([
    503,
    { checks: { auth: 'not connected', keys: 'no manifest yet', revocations: 'no revocations yet', mailboxes: 'ok', edge: 'ok' } },
  ]);
  await fleet.startAuth();
  await fleet.ready(router);
  for (const text of numbered(50)) {
    adam.send(eve, text);
    eve.send(adam, text);
  }
  await until('all there', () => adam.texts.length === 50 && eve.texts.length === 50 && adam.accepted.length === 50);
  adam.send(eve, 'live', 'live');
  eve.send(adam, 'live', 'live');
  await until('live too', () => adam.texts.length === 51 && eve.texts.length === 51);
  expect(adam.texts).toEqual([...numbered(50), 'live']);
  await until('all released', async () => (await router.count('durable_released_total')) === 100);
  const counts = ['sessions', 'durable_in_total', 'durable_stored_total', 'live_relayed_total', 'refused_total', 'appending_bytes'];
  expect(await Promise.all(counts.map((name) => router.count(name)))).toEqual([2, 100, 100, 2, 0, 0]);
}, 30_000);

it('works on while auth is away: attached clients, new sessions, recipients it knows; others wait', async () => {
  await fleet.startAuth();
  const router = await fleet.ready(fleet.startRouter());
  const adam = client('adam', 0);
  await until('attached', () => adam.attached);
  await fleet.stopAuth();
  const eve = client('eve', 1);
  await until('attached without auth', () => eve.attached);
  adam.send(eve, 'known');
  await until('delivered', () => eve.texts.includes('known'));
  await until('said in the log', () => router.lines.some(({ event }) => event === 'auth_away'));
  expect((await router.get('/ready')).status).toBe(200);
  expect([await router.count('auth_connected'), (await router.count('auth_silent_ms')) >= 2_000]).toEqual([0, true]);
  const ada = new EdgeClient(fleet, 'ada', 0);
  adam.send(ada, 'unknown for now');
  adam.send(namedId('ghost'), 'nobody');
  await until('said so', async () => (await router.count('refused_total')) >= 2);
  expect(adam.settled.length).toBe(1);
  await fleet.startAuth();
  await until('back', () => router.lines.some(({ event }) => event === 'auth_back'));
  adam.reconnect();
  await until('accepted after all', () => adam.settled.length === 3);
  expect(adam.settled).toEqual(
    expect.arrayContaining([
      ['unknown for now', undefined],
      ['nobody', 'recipient_unknown'],
    ]),
  );
}, 30_000);

it('brings requests to who serves, presence to who watches, calls for operators to auth, and says how it is', async () => {
  fleet.auth.services.set('sum', 'everybody');
  await fleet.startAuth();
  const router = await fleet.ready(fleet.startRouter());
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  await until('attached', () => adam.attached && eve.attached);
  expect([await adam.ask('sum', 'x'), await adam.ask('none', 'x')]).toEqual(['no_worker', 'no_such_service']);
  expect(await eve.call({ kind: 'serve', value: { service: 'sum', inFlight: 4 } })).toEqual(Buffer.alloc(0));
  const asked = await Promise.all(Array.from({ length: 50 }, (_, n) => adam.ask('sum', `${n}`)));
  expect(asked.map(String)).toEqual(numbered(50).map((n) => `eve says ${n}`));
  expect(String(await adam.ask('keyway.admin', 'sealed'))).toBe('answer to sealed');
  await adam.call({ kind: 'watch', value: { clients: [eve.id] } });
  eve.close();
  await until('told', () => adam.news.includes('eve off'));
  const status = decodeFleetAnswer((await adam.call({ kind: 'status', value: {} })) as Buffer)!.status!;
  expect(status).toMatchObject({ attached: 1, manifestVersion: 1, rights: 13, router: Buffer.from(fleet.router.keyId) });
  expect(status.version).toMatch(/^\d+\.\d+\.\d+/);
  const counts = ['requests_total', 'requests_ended_total', 'requests_given_total', 'presence_sent_total', 'workers', 'request_bytes'];
  expect(await Promise.all(counts.map((name) => router.count(name)))).toEqual([56, 56, 50, 1, 0, 0]);
}, 30_000);

it('ends the sessions of revoked tickets, and tells every session of new settings, without being asked', async () => {
  await fleet.startAuth();
  await fleet.ready(fleet.startRouter());
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  await until('attached', () => adam.attached && eve.attached);
  fleet.auth.revoke(eve.id, 1);
  await until('cut and refused', () => eve.refusals.length > 0);
  expect([eve.ended, new Set(eve.refusals), adam.ended]).toEqual([['unauthorised'], new Set(['unauthorised']), []]);
  fleet.auth.settings = {
    heartbeatMs: 500,
    timeoutMs: 1_500,
    maxBodyBytes: 10_000,
    windowMessages: 10,
    windowBytes: 20_000,
    maxStreams: 7,
  };
  await until('told', () => adam.settings.length > 1); // the first are those it was attached with
  expect(adam.settings.slice(1)).toEqual([fleet.auth.settings]);
}, 30_000);

it('drains at SIGTERM under load: says so, answers for what it took, ends with 0 in time, and nothing accepted is lost', async () => {
  await fleet.startAuth();
  const router = await fleet.ready(fleet.startRouter());
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  await until('attached', () => adam.attached && eve.attached);
  let sent = 0;
  const load = setInterval(() => {
    for (let i = 0; i < 20; i += 1) adam.send(eve, `${sent++}`);
  }, 2);
  await until('some accepted', () => adam.accepted.length > 200);
  const asked = performance.now();
  expect(await router.kill('SIGTERM')).toBe(0);
  expect(performance.now() - asked).toBeLessThan(5_000);
  clearInterval(load);
  expect([adam.ended, eve.ended]).toEqual([['session_draining'], ['session_draining']]);
  await fleet.ready(fleet.startRouter());
  await until('everything there', () => eve.texts.length === sent && adam.accepted.length === sent);
  expect(eve.texts).toEqual(numbered(sent));
}, 30_000);

it('ends when its mailboxes died, and its supervisor’s next one has all that was accepted', async () => {
  await fleet.startAuth();
  const router = await fleet.ready(fleet.startRouter());
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  for (const text of numbered(100)) adam.send(eve, text);
  await until('some accepted', () => adam.accepted.length > 0);
  await router.kill('SIGUSR2');
  expect(router.lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['mailbox_failed', 'draining', 'stopped']));
  await fleet.ready(fleet.startRouter());
  await until('everything there', () => eve.texts.length === 100 && adam.accepted.length === 100);
  expect(eve.texts).toEqual(numbered(100));
}, 30_000);

it('loses nothing accepted, and shows nothing twice, when it is killed again and again in the middle of appends', async () => {
  await fleet.startAuth();
  let router = await fleet.ready(fleet.startRouter());
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  let sent = 0;
  const load = setInterval(() => {
    for (let i = 0; i < 10; i += 1) adam.send(eve, `${sent++}`);
  }, 2);
  for (let kills = 0; kills < 4; kills += 1) {
    const before = adam.accepted.length;
    await until('more accepted', () => adam.accepted.length > before + 50);
    await router.kill('SIGKILL');
    router = await fleet.ready(fleet.startRouter());
  }
  clearInterval(load);
  await until('everything there', () => eve.texts.length >= sent && adam.accepted.length === sent);
  expect(eve.texts).toEqual(numbered(sent));
  expect(adam.accepted).toEqual(numbered(sent));
}, 30_000);

it('lets no message lapse because the wall clock was set forward, or the machine slept: one clock says when', async () => {
  await fleet.startAuth();
  const inHalfAnHour = `data:text/javascript,${encodeURIComponent('const { now } = Date; Date.now = () => now() + 18e5;')}`;
  await fleet.ready(fleet.startRouter({ NODE_OPTIONS: `--import=${inHalfAnHour}`, ROUTER_LONGEST_LIFETIME_MS: '600000' }));
  const [adam, eve] = [client('adam', 0), client('eve', 1)];
  for (const text of numbered(50)) adam.send(eve, text);
  await until('all there', () => eve.texts.length === 50 && adam.accepted.length === 50);
  eve.close();
  for (const text of numbered(50, 50)) adam.send(eve, text);
  await until('all accepted', () => adam.accepted.length === 100);
  const again = client('eve', 1);
  await until('what waited too', () => again.texts.length >= 50);
  expect([eve.texts, again.texts]).toEqual([numbered(50), numbered(50, 50)]);
}, 30_000);

it.each([
  ['a mailbox smaller than a run', { ROUTER_MAILBOX_BYTES: '100000' }, 'ROUTER_MAILBOX_BYTES'],
  ['a mailbox of fewer messages than a window', { ROUTER_MAILBOX_MESSAGES: '100' }, 'ROUTER_MAILBOX_MESSAGES'],
  ['a timeout within the heartbeat', { ROUTER_TIMEOUT_MS: '1000' }, 'ROUTER_TIMEOUT_MS'],
  ['no fleet', { KEYWAY_FLEET: 'x' }, 'KEYWAY_FLEET'],
])('does not start with %s, and says which variable', async (_what, env, variable) => {
  const router = fleet.startRouter(env);
  expect(await router.ended).toBe(78);
  expect(JSON.stringify(router.lines)).toContain(variable);
});
