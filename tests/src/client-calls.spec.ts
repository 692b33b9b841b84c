import { fetchFingerprint, PrivateIdentity, shareName, type Client, type FleetAdmin } from '@keyway/client';
import type { Fleet } from '@keyway/fleet';
import { readFileSync } from 'node:fs';
import { aClient, aFleet, aKey, cleanUp, reasonOf, until } from './harness/places.js';

let fleet: Fleet;
beforeAll(async () => {
  fleet = await aFleet();
});
afterAll(cleanUp);

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const anOperator = async (): Promise<{ admin: FleetAdmin; client: Client; key: PrivateIdentity }> => {
  const key = PrivateIdentity.fromPem(readFileSync(fleet.paths.operatorKey, 'utf8'));
  const client = await aClient(fleet, { identity: key });
  return { admin: client.admin(key), client, key };
};

it('a place answers with its fingerprint, and the address that it makes is the fleet’s', async () => {
  expect(await fetchFingerprint(fleet.address.split('@')[1]!)).toMatchObject({ address: fleet.address, fingerprint: fleet.fingerprint });
});

it('a name is claimed, shared, found and sent to; somebody else’s is not to be had', async () => {
  const owner = aKey();
  const [a, b, c] = [await aClient(fleet), await aClient(fleet, { identity: owner }), await aClient(fleet)];
  await b.claimName('eve');
  expect(await reasonOf(a.claimName('eve'))).toBe('name_taken');
  expect(await reasonOf(c.claimName('eve-2'))).toBe('name_taken');
  await c.claimName('eve-2', shareName({ identity: owner, fleet: fleet.address, client: c.id, name: 'eve-2' }));
  expect(await a.resolve('eve')).toMatchObject({ id: b.id, name: 'eve', online: true });
  expect((await a.who([c.id, b.id])).map((member) => member?.name)).toEqual(['eve-2', 'eve']);
  await a.send('eve', 'hello');
  for await (const message of b.messages()) {
    expect([message.from, message.text()]).toEqual([a.id, 'hello']);
    message.done();
    break;
  }
  expect((await b.status()).name).toBe('eve');
  await c.claimName('');
  expect(await a.resolve('eve-2')).toBeUndefined();
});

it('services are asked over TCP and ZeroMQ, with bodies of every size, and refuse under their names', async () => {
  const [a, b] = [await aClient(fleet), await aClient(fleet, { edge: 'zmq' })];
  const serving = await b.serve('echo', ({ body, from }) => (body.length === 0 ? from : body));
  expect((await a.request('echo', '')).text()).toBe(a.id);
  const sizes = [1, 65_536, 262_130];
  const replies = await Promise.all(sizes.map((size) => a.request('echo', new Uint8Array(size).fill(1))));
  expect(replies.map(({ body, source }) => [body.length, source])).toEqual(sizes.map((size) => [size, b.id]));
  expect(await reasonOf(a.request('nobody.knows', ''))).toBe('no_such_service');
  await serving.stop();
  expect(await reasonOf(a.request('echo', ''))).toBe('no_worker');
  expect(await reasonOf(a.serve('echo', () => 'mine'))).toBe('forbidden'); // it belongs to who served it first
});

it('workers share requests, and what one has in hand when it vanishes goes to another', async () => {
  const [a, { admin }] = [await aClient(fleet), await anOperator()];
  await admin.declareService({ name: 'shared', members: true });
  const [first, second] = [await aClient(fleet), await aClient(fleet)];
  const hanging: string[] = [];
  await first.serve('shared', ({ key }) => new Promise((resolve) => (hanging.push(key), setTimeout(resolve, 60_000).unref())), {
    inFlight: 2,
  });
  const attempts: number[] = [];
  await second.serve('shared', ({ attempt }) => (attempts.push(attempt), 'second'), { inFlight: 2 });
  const replies = Array.from({ length: 20 }, () => a.request('shared', ''));
  await until('the first one has work', () => hanging.length === 2 && attempts.length === 18);
  await first.close();
  expect(new Set((await Promise.all(replies)).map((reply) => reply.text()))).toEqual(new Set(['second']));
  expect(attempts.filter((attempt) => attempt === 2)).toHaveLength(2);
});

it('who watches hears who comes, hides and goes; who is hidden is found by those it chose', async () => {
  const [a, b, c] = [await aClient(fleet), await aClient(fleet), await aClient(fleet)];
  const heard: string[] = [];
  const names = new Map([
    [b.id, 'b'],
    [c.id, 'c'],
  ]);
  const stop = await a.watch([b.id, c.id], ({ id, online }) => heard.push(`${names.get(id)} ${online ? 'came' : 'went'}`));
  await until('both are there', () => heard.length === 2);
  await b.setVisibility({ hidden: true });
  await until('b hid', () => heard.length === 3);
  expect([heard[2], (await a.who([b.id]))[0]]).toEqual(['b went', undefined]);
  await b.setVisibility({ hidden: true, shownTo: [a.id] });
  expect((await a.who([b.id]))[0]).toMatchObject({ id: b.id });
  expect((await c.who([b.id]))[0]).toBeUndefined();
  await c.close();
  await until('c went', () => heard.includes('c went'));
  stop();
  const online = (await collect(a.list({ online: true }))).map(({ id }) => id);
  expect([online.includes(a.id), online.includes(c.id)]).toEqual([true, false]);
});

it('an operator closes the fleet, lets somebody in with a token, blocks and unblocks; all of it is in the audit log', async () => {
  const { admin, client } = await anOperator();
  expect(await admin.policy()).toEqual({ enrolment: 'open', seeing: 'members', serving: 'first' });
  await admin.setPolicy({ enrolment: 'closed' });
  expect(await reasonOf(aClient(fleet))).toBe('unauthorised');
  const { token, id } = await admin.createToken({ name: 'dora' });
  const key = aKey();
  const dora = await aClient(fleet, { identity: key, token });
  expect((await dora.status()).name).toBe('dora');
  expect(await reasonOf(aClient(fleet, { token }))).toBe('unauthorised');
  expect((await admin.tokens()).find((one) => one.id === id)).toMatchObject({ uses: 1, used: 1 });
  const ended = new Promise((resolve) => dora.on('detached', ({ reason }) => resolve(reason)));
  await admin.block(dora.id, 'lost');
  expect(await ended).toBe('unauthorised');
  expect(await collect(admin.clients({ blocked: true }))).toMatchObject([{ id: dora.id, name: 'dora', blocked: true }]);
  await admin.unblock(dora.id);
  await until('dora is back', () => dora.state === 'attached', 40_000); // who is blocked asks again after ten seconds or more
  await admin.setPolicy({ enrolment: 'open' });
  const head = (await admin.verifyAudit()).head!;
  const actions = (await collect(admin.audit())).map(({ action, actor }) => `${action}${actor === client.id ? ' by us' : ''}`);
  for (const action of ['policy_set by us', 'token_created by us', 'block by us', 'unblock by us']) expect(actions).toContain(action);
  expect((await admin.verifyAudit(head)).entries).toBeGreaterThanOrEqual(head.seq);
  expect((await admin.health()).auditSeq).toBeGreaterThanOrEqual(head.seq);
});

it('an operator declares who serves what, and members administrate nothing', async () => {
  const { admin } = await anOperator();
  const key = aKey();
  const [a, b] = [await aClient(fleet), await aClient(fleet, { identity: key })];
  await admin.declareService({ name: 'declared', workers: [b.id] });
  expect(await reasonOf(a.serve('declared', () => 'a'))).toBe('forbidden');
  await b.serve('declared', () => 'b');
  expect((await a.request('declared', '')).text()).toBe('b');
  expect((await admin.services()).find(({ name }) => name === 'declared')).toMatchObject({ workers: [b.id], members: false });
  expect(await reasonOf(b.admin(key).policy())).toBe('forbidden');
  await admin.setSettings({ heartbeatMs: 5_000 });
  expect(await admin.settings()).toMatchObject({ heartbeatMs: 5_000 });
});

it('a router that is killed costs no request: it is asked again, and its work is not begun again', async () => {
  const [a, b] = [await aClient(fleet), await aClient(fleet)];
  const work = Promise.withResolvers<string>();
  let begun = 0;
  await b.serve('survivor', () => ((begun += 1), work.promise));
  const reply = a.request('survivor', 'x', { timeoutMs: 60_000 });
  await until('it is in work', () => begun === 1);
  fleet.kill('router', 'SIGKILL');
  await until('both have lost it', () => a.state === 'detached' && b.state === 'detached');
  work.resolve('kept');
  expect((await reply).text()).toBe('kept');
  expect([begun, a.stats().requests.repeated]).toEqual([1, 1]);
  expect((await a.request('survivor', 'x')).text()).toBe('kept'); // and b serves again
}, 60_000);
