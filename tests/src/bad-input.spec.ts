import { connect, formatFleetAddress, parseFleetAddress } from '@keyway/client';
import { encodeId, randomBytes, Secret } from '@keyway/crypto';
import { serviceNames, type Fleet, type FleetEvent } from '@keyway/fleet';
import { servicesOf } from '@keyway/session';
import { limits, payloadOverheadBytes } from '@keyway/wire';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { aProfile, run } from './harness/keyway.js';
import { countOf } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, reasonOf } from './harness/places.js';
import { aChannel, aHello, helloBytes, sayTo, wordOf } from './harness/stranger.js';
import { freePorts } from './harness/watched.js';

let fleet: Fleet;
let home: string;
const exits: FleetEvent[] = [];
const pids: (number | undefined)[] = [];
beforeAll(async () => {
  home = join(freshFolder(), 'home');
  fleet = await aFleet({ home });
  fleet.on('exited', (event) => exits.push(event));
  pids.push(...serviceNames.map((name) => fleet.pid(name)));
  aProfile(home, 'adam', aKey().toPem());
});
afterAll(cleanUp);

// whatever was tried: nothing crashed, and the fleet serves
afterEach(async () => {
  const [adam, eve] = await Promise.all([aClient(fleet), aClient(fleet, { edge: 'zmq' })]);
  await adam.send(eve.id, 'still here');
  const { value: message } = await eve.messages().next();
  expect(message?.text()).toBe('still here');
  await Promise.all([adam.close(), eve.close()]);
  expect(exits).toEqual([]);
  expect(serviceNames.map((name) => fleet.pid(name))).toEqual(pids);
});

const keyway = (...args: readonly string[]) => run(['--home', home, ...args]);
const told = async (work: ReturnType<typeof run>) => {
  const { code, reason, err, out } = await work;
  expect(err).not.toMatch(/\n\s+at /); // a sentence, no stack
  expect(out).toBe('');
  return [reason, code];
};
const passphraseFile = (text: string): string => {
  const path = join(freshFolder(), 'passphrase');
  writeFileSync(path, text, { mode: 0o600 });
  return path;
};

it('a wrong fingerprint is refused by name', async () => {
  const other = formatFleetAddress({ ...parseFleetAddress(fleet.address), fingerprint: randomBytes(32) });
  expect(await told(keyway('channel', '--as', 'adam', '--fleet', other))).toEqual(['fleet_wrong', 3]);
});

it('an unknown, a readable, a damaged, a weak and a foreign key file are told apart, each by its name', async () => {
  chmodSync(aProfile(home, 'readable', aKey().toPem()), 0o644);
  const pem = aKey().toPem();
  const damaged = Buffer.from(pem);
  damaged[60]! ^= 2;
  aProfile(home, 'damaged', damaged);
  aProfile(home, 'empty', '');
  const weak = generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  aProfile(home, 'weak', weak as string);
  const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  aProfile(home, 'foreign', foreign as string);
  const names = ['nobody', 'readable', 'damaged', 'empty', 'weak', 'foreign', '../adam'];
  const outcomes = await Promise.all(names.map((name) => told(keyway('channel', '--as', name))));
  expect(Object.fromEntries(names.map((name, i) => [name, outcomes[i]]))).toEqual({
    nobody: ['key_missing', 4],
    readable: ['key_exposed', 4],
    damaged: ['key_damaged', 4],
    empty: ['key_damaged', 4],
    weak: ['weak_key', 4],
    foreign: ['key_unsupported', 4],
    '../adam': ['profile_invalid', 2],
  });
});

it('a wrong passphrase, none, and one that others can read are told apart', async () => {
  aProfile(home, 'locked', aKey().toPem(Secret.of(Buffer.from('correct horse'))));
  const open = passphraseFile('correct horse\n');
  const readable = passphraseFile('correct horse\n');
  chmodSync(readable, 0o644);
  const tries = [[], ['--passphrase-file', passphraseFile('battery staple\n')], ['--passphrase-file', readable]];
  expect(await Promise.all(tries.map((how) => told(keyway('channel', '--as', 'locked', ...how))))).toEqual([
    ['passphrase_required', 4],
    ['wrong_passphrase', 4],
    ['key_exposed', 4],
  ]);
  expect((await keyway('channel', '--as', 'locked', '--passphrase-file', open)).code).toBe(0);
});

it('an unknown recipient is named, as is one that is no address and a body over the limit', async () => {
  const send = (to: string, text: string, input?: string) => run(['--home', home, 'send', '--as', 'adam', to, text], input);
  expect(await told(send(encodeId(randomBytes(32)), 'hello'))).toEqual(['recipient_unknown', 6]);
  expect(await told(send('nobody-has-this-name', 'hello'))).toEqual(['recipient_unknown', 6]);
  expect(await told(send('two words', 'hello'))).toEqual(['address_invalid', 2]);
  expect(await told(send(encodeId(randomBytes(32)), '-', 'x'.repeat(limits.bodyBytes + 1)))).toEqual(['too_large', 3]);
});

it('the largest body passes, one byte more does not, and the next message does', async () => {
  const eve = await aClient(fleet);
  const inbox = eve.messages();
  const most = limits.bodyBytes - payloadOverheadBytes;
  await eve.send(eve.id, new Uint8Array(most));
  expect((await inbox.next()).value?.body.length).toBe(most);
  expect(await reasonOf(eve.send(eve.id, new Uint8Array(limits.bodyBytes + 1)))).toBe('too_large');
  await eve.send(eve.id, 'after');
  expect((await inbox.next()).value?.text()).toBe('after');
  await eve.close();
});

it('the ticket of another real fleet is refused like any other, at attach and not before', async () => {
  const other = await aFleet();
  const own = await aChannel(fleet.ports.brokerTcp, aKey(), parseFleetAddress(fleet.address).fingerprint);
  const foreign = await aChannel(other.ports.brokerTcp, aKey(), parseFleetAddress(other.address).fingerprint);
  await other.stop({ atOnce: true });
  const router = servicesOf(own.manifest.manifest, 'router')[0]!;
  const refused = 'router_attach_refused_total{reason="unauthorised"}';
  const before = await countOf(fleet, 'router', refused);
  const hello = helloBytes(aHello({ ...foreign, manifest: own.manifest }));
  expect(wordOf(await sayTo(fleet.ports.routerTcp, hello))).toBe('unauthorised');
  expect(await countOf(fleet, 'router', refused)).toBe(before + 1);
  expect(router.endpoints.length).toBe(2);
});

it.each([
  ['a day slow', -86_400_000],
  ['a day fast', 86_400_000],
])('a clock that is %s is named, with both times', async (_what, offsetMs) => {
  const attempt = connect({ fleet: fleet.address, identity: aKey(), wallMs: () => Date.now() + offsetMs });
  await expect(attempt).rejects.toMatchObject({ reason: 'request_stale' });
  const sentence = await attempt.catch((thrown: Error) => thrown.message);
  expect(sentence).toMatch(/check the clock of this machine: the fleet says \d{4}-.*Z, this machine \d{4}-.*Z/);
});

it('a port that is taken is named, and nothing is left behind', async () => {
  const [base] = await freePorts(1);
  const server = createServer().listen(base! + 10, '127.0.0.1');
  const elsewhere = join(freshFolder(), 'home');
  const { code, reason, err } = await run(['--home', elsewhere, 'up', '--port-base', String(base)]);
  expect([reason, code, err.includes(String(base! + 10))]).toEqual(['port_taken', 7, true]);
  server.close();
});

it('a second fleet on one home is refused, and names the process that has it', async () => {
  const { code, reason, err } = await keyway('up', '--ports', 'free');
  expect([reason, code, err.includes(`process ${process.pid} `)]).toEqual(['state_locked', 7, true]);
});
