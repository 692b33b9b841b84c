import { RpcClient } from '@keyway/service-kit';
import { decodeLookupAnswer, decodeManifestAnswer, encodeContactCall, encodeKeyringCall, encodeLookupCall, sightIds } from '@keyway/wire';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { adam, eve } from '../testing/ask.js';
import { AuthHome } from '../testing/auth-home.js';
import { Member } from '../testing/member.js';
import { Caller } from '../testing/operator.js';
import type { AuthController } from './auth.controller.js';

// the process runs what `npm test` has built
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const home = new AuthHome();
const rpc = new RpcClient({ endpoint: home.rpc });
let child: ChildProcess;

async function start(): Promise<void> {
  const env = { ...home.env(), KEYWAY_HTTP_PORT: '0', KEYWAY_PARENT_WATCH: '1', KEYWAY_LOG_LEVEL: 'silent' };
  child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`auth ended with ${String(code)}`)));
  });
}
async function kill(): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
beforeAll(start, 30_000);
afterAll(async () => {
  rpc.close();
  await kill();
  await home.end();
});

const call = (pattern: string, body: Uint8Array): Promise<Uint8Array> => rpc.call(pattern, body, 5_000);
/** The calls as another service makes them. */
const remote = {
  authorize: (body: Uint8Array) => call('auth.authorize', body),
  answerMember: (body: Uint8Array) => call('auth.fleet', body),
  judgeService: (body: Uint8Array) => call('auth.service', body),
  administer: (body: Uint8Array) => call('auth.admin', body),
} as unknown as AuthController;
const operator = new Caller(home, remote);
const [a, e] = [new Member(home, remote, adam), new Member(home, remote, eve)];

it('answers channel-brokers, routers and operators over RPC', async () => {
  const { token } = await operator.done({ kind: 'createToken', value: { lifetimeS: 60, uses: 1, name: 'eve' } });
  await operator.done({ kind: 'setPolicy', value: { enrolment: 2 } });
  expect([await a.asks(), await e.asks({ token: token! })]).toEqual(['unauthorised', 'granted']);
  await operator.done({ kind: 'addClients', value: { clients: [{ spki: adam.public.spki, name: 'adam' }] } });
  expect(await a.asks({ enrol: false })).toBe('granted');
  expect(await a.sees({ kind: 'resolve', value: { names: ['eve', 'nobody'] } })).toEqual(['eve', '']);
  expect([await a.serves('index'), await e.serves('index')]).toEqual(['yes', 'forbidden']);
  await e.hide(true);
  const look = async () => decodeLookupAnswer(await call('auth.lookup', encodeLookupCall({ clientIds: [e.id], viewers: [a.id] })));
  expect(await look()).toEqual([sightIds.unknown]);
  await call('auth.contact', encodeContactCall({ clientId: e.id, peers: [a.id] }));
  expect(await look()).toEqual([sightIds.thisViewer]);
  expect(decodeManifestAnswer(await call('auth.manifest', new Uint8Array(0)))!.length).toBeGreaterThan(100);
  expect((await call('auth.keyring', encodeKeyringCall(home.holders.router.id))).length).toBeGreaterThan(100);
});

it("tells what went wrong by its reason: a call of nobody's, and one that is not the protocol", async () => {
  await expect(call('auth.everything', new Uint8Array(0))).rejects.toMatchObject({ name: 'WireError' });
  for (const pattern of ['auth.lookup', 'auth.fleet', 'auth.service', 'auth.contact', 'auth.changes', 'auth.admin'])
    await expect(call(pattern, Uint8Array.of(0xff, 0xff, 0xff))).rejects.toMatchObject({ reason: 'malformed' });
});

it('a block that was answered holds after kill -9, and so does every entry of the log', async () => {
  await operator.done({ kind: 'block', value: { client: e.id, reason: 'gone' } });
  const before = await operator.log();
  await kill();
  await start();
  expect(await e.asks({ enrol: false })).toBe('forbidden');
  expect(await operator.log()).toEqual(before);
}, 30_000);
