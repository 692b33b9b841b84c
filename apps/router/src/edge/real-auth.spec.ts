import { PrivateIdentity } from '@keyway/crypto';
import { decodeFleetAnswer, type FleetAnswer } from '@keyway/wire';
import { EdgeClient, edgeSettings } from '../testing/edge-client.js';
import type { RealAuth } from '../testing/real-auth.js';
import { RouterFleet } from '../testing/router-process.js';
import { until as sooner } from '../testing/until.js';

let fleet: RouterFleet;
let auth: RealAuth;
const clients: EdgeClient[] = [];
beforeEach(async () => {
  fleet = new RouterFleet();
  auth = fleet.startRealAuth();
  await fleet.ready(fleet.startRouter());
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await fleet.stop();
});

async function member(name: string, edge: 0 | 1 = 0, identity = PrivateIdentity.generate('ed25519')): Promise<EdgeClient> {
  const channel = { id: identity.public.fingerprint, channel: await auth.channel(identity, edgeSettings) };
  const client = new EdgeClient(fleet, name, edge, channel).start();
  clients.push(client);
  await until(`${name} is attached`, () => client.attached);
  return client;
}
const until = (what: string, condition: () => boolean | Promise<boolean>): Promise<void> =>
  sooner(what, condition, () => clients.map(({ ended, refusals, settled }) => ({ ended, refusals, settled })));
const call = async (client: EdgeClient, what: Parameters<EdgeClient['call']>[0]): Promise<FleetAnswer> => {
  const answer = await client.call(what);
  if (typeof answer === 'string') throw new Error(answer);
  return decodeFleetAnswer(answer)!;
};

it('members take names, find each other and see who is here', async () => {
  const [adam, eve] = [await member('adam', 0), await member('eve', 1)];
  await call(eve, { kind: 'claim', value: { name: 'eve' } });
  expect(await adam.call({ kind: 'claim', value: { name: 'eve' } })).toBe('name_taken');
  const { members } = await call(adam, { kind: 'resolve', value: { names: ['eve', 'nobody'] } });
  expect(members).toMatchObject([
    { id: Buffer.from(eve.id), name: 'eve', online: true },
    { name: '', online: false },
  ]);
  for (const online of [true, false]) {
    const listed = await call(adam, { kind: 'list', value: { limit: 9, online } });
    const here = listed.members.filter((one) => one.online).map(({ name }) => name);
    expect([here.sort(), listed.members.length]).toEqual([['', 'eve'], online ? 2 : 3]); // an operator is a member too
  }
  const { status } = await call(eve, { kind: 'status', value: {} });
  expect(status).toMatchObject({ name: 'eve', attached: 2, rights: 13, waitingMessages: 0 });
  adam.send(eve, 'hello');
  await until('there', () => eve.texts.length === 1 && adam.accepted.length === 1);
}, 30_000);

it('the first who serves a service owns it; who is not on its list may not', async () => {
  const [adam, eve] = [await member('adam'), await member('eve')];
  expect(await adam.ask('sum', 'x')).toBe('no_such_service');
  await call(eve, { kind: 'serve', value: { service: 'sum', inFlight: 4 } });
  expect(await adam.call({ kind: 'serve', value: { service: 'sum', inFlight: 4 } })).toBe('forbidden');
  expect(String(await adam.ask('sum', '1'))).toBe('eve says 1');
  await call(eve, { kind: 'serve', value: { service: 'sum', inFlight: 0 } });
  expect(await adam.ask('sum', '2')).toBe('no_worker');
}, 30_000);

it('who hides is nobody for strangers, in messages, lists and presence, until it writes to them', async () => {
  const [adam, bob, eve] = [await member('adam'), await member('bob'), await member('eve')];
  await call(adam, { kind: 'watch', value: { clients: [eve.id] } });
  await call(bob, { kind: 'watch', value: { all: true } });
  await call(eve, { kind: 'visibility', value: { hidden: true } });
  await until('gone for those who watched', () => [adam, bob].every(({ news }) => news.at(-1)?.endsWith(' off')));
  adam.send(eve, 'where are you?');
  adam.send(eve, 'live?', 'live');
  await until('refused', () => adam.settled.length === 2);
  expect(adam.settled.map(([, reason]) => reason)).toEqual(['recipient_unknown', 'recipient_unknown']);
  expect((await call(adam, { kind: 'who', value: { clients: [eve.id] } })).members[0]!.id.length).toBe(0);
  expect((await call(adam, { kind: 'list', value: { limit: 9, online: true } })).members.length).toBe(2);
  eve.send(adam, 'here');
  await until('heard', () => adam.texts.includes('here'));
  adam.send(eve, 'good');
  await until('answered', () => eve.texts.includes('good'));
  bob.send(eve, 'and me?');
  await until('refused too', () => bob.settled.length === 1);
  expect([bob.settled[0]![1], eve.texts]).toEqual(['recipient_unknown', ['good']]);
}, 30_000);

it('an operator’s sealed calls reach auth: who is blocked is cut and stays out, and settings reach every session', async () => {
  const [op, eve] = [await member('op', 0, auth.operator), await member('eve', 1)];
  const done = async (call: Parameters<RealAuth['sealed']>[0]): Promise<void> => {
    expect(await op.ask('keyway.admin', auth.sealed(call))).toBeInstanceOf(Buffer);
  };
  await done({ kind: 'setSettings', value: { heartbeatMs: 2_000, timeoutMs: 5_000 } });
  await until('told', () => eve.settings.length > 1 && op.settings.length > 1);
  expect(eve.settings[1]).toMatchObject({ heartbeatMs: 2_000, timeoutMs: 5_000, maxBodyBytes: 262_144 });
  await done({ kind: 'block', value: { client: eve.id, reason: 'a test' } });
  await until('cut, and refused', () => eve.refusals.length > 0);
  expect([eve.ended, new Set(eve.refusals), op.ended]).toEqual([['unauthorised'], new Set(['unauthorised']), []]);
  expect(await op.ask('keyway.admin', 'junk')).not.toBeInstanceOf(Buffer);
}, 30_000);
