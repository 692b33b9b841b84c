import { connect, FileStore, parseFleetAddress } from '@keyway/client';
import { hkdf, label, PrivateIdentity } from '@keyway/crypto';
import type { Fleet } from '@keyway/fleet';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsOf } from '../harness/memory.js';
import { aClient, aKey, freshFolder, reasonOf } from '../harness/places.js';
import { aChannel, anAttachment, aRequest, flushTo, requestBytes, sayTo } from '../harness/stranger.js';
import { Thief } from '../harness/thief.js';

const none = new Uint8Array(0);
const marker = 'what nobody else may read: 4711';
/** Behind the head of PKCS#8 (RFC 8410 §7): the seed of an Ed25519 key. */
const seedOf = (identity: PrivateIdentity): Uint8Array => identity.toPkcs8().subarray(-32);
/** Factors and exponents of an RSA key: whatever lies behind its first 400 bytes is private. */
const privateParts = (identity: PrivateIdentity): readonly Uint8Array[] =>
  [400, 600, 800, 1_000].map((at) => identity.toPkcs8().subarray(at, at + 48));

/** All files below a folder, sockets left out. */
function filesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return names.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Which secrets stand in the bytes, in any of the forms in which somebody may have written them. */
const standsIn = (bytes: Buffer, secrets: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  [...secrets].flatMap(([name, secret]) => {
    const forms = [Buffer.from(secret), ...textsOf(secret).map((text) => Buffer.from(text, 'latin1'))];
    return forms.some((form) => bytes.includes(form)) ? [name] : [];
  });

/** T37 and T38: what the fleet writes down. Everything that it has secrets for happens once, and all of them are looked for. */
export function traces(place: () => Fleet): void {
  const clients = new Map<string, Uint8Array>();
  const secrets = new Map<string, Uint8Array>();
  const adam = aKey();
  beforeAll(() => liveADay(place(), adam, clients, secrets), 60_000);

  it('T38 no log, health report or metric of a fleet that logs all it can has a secret in it, in any form', async () => {
    const fleet = place();
    const logs = filesOf(fleet.paths.logs).map((path) => readFileSync(path));
    const reports = await Promise.all(
      Object.values(fleet.health).flatMap((at) =>
        ['/live', '/ready', '/metrics'].map((path) => fetch(at + path).then((answer) => answer.text())),
      ),
    );
    const said = Buffer.concat([...logs, ...reports.map((text) => Buffer.from(text))]);
    expect(logs.map(({ length }) => length > 0)).toEqual([true, true, true]);
    expect(said.includes('"level":"debug"')).toBe(true);
    expect(secrets.size).toBeGreaterThan(15);
    expect(standsIn(said, new Map([...secrets, ...clients]))).toEqual([]);
  });

  it('T37 no file of a fleet has a private key of a client in it, nor a token; it has what is public', () => {
    const { paths } = place();
    const files = filesOf(paths.fleet);
    const all = Buffer.concat(files.map((path) => readFileSync(path)));
    expect(files.some((path) => path.endsWith('registry.sqlite'))).toBe(true);
    expect(all.includes(Buffer.from(adam.public.spki))).toBe(true);
    expect(clients.size).toBeGreaterThan(6);
    expect(standsIn(all, clients)).toEqual([]);
  });

  it('T37 the contract has no message that could bring a private key to a fleet, or have it make one', () => {
    const folder = fileURLToPath(new URL('../../../proto/keyway/v1', import.meta.url));
    const found = filesOf(folder).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^\s+(?:repeated |optional )?\w+ (\w*(?:key|secret|seed|pass|private)\w*) = /gm)].map(
        ([, name]) => name,
      ),
    );
    // public halves and ids of keys; random values of one call; and, sealed, what fleets make for channels, epochs and tokens
    const known = [
      'key_id',
      'signing_key',
      'exchange_key',
      'root_key',
      'enrol_key',
      'keys',
      'answer_key',
      'key',
      'channel_secret',
      'secret',
      'rekey',
    ];
    expect(found.length).toBeGreaterThan(8);
    expect([...new Set(found)].filter((name) => !known.includes(name!))).toEqual([]);
  });
}

async function liveADay(
  fleet: Fleet,
  adam: PrivateIdentity,
  clients: Map<string, Uint8Array>,
  secrets: Map<string, Uint8Array>,
): Promise<void> {
  const { fingerprint } = parseFleetAddress(fleet.address);
  const rsa = await PrivateIdentity.generateAsync('rsa-2048');
  const guest = aKey();
  for (const [name, identity] of Object.entries({ adam, guest })) clients.set(`the key of ${name}`, seedOf(identity));
  privateParts(rsa).forEach((part, i) => clients.set(`part ${i} of an RSA key`, part));
  const store = new FileStore(join(freshFolder(), 'state'));
  const [a, r] = await Promise.all([aClient(fleet, { identity: adam, store }), aClient(fleet, { identity: rsa })]);
  await a.send(r.id, marker);
  await r.send(a.id, marker, { class: 'live' });
  secrets.set('a message', Buffer.from(marker));

  const operator = PrivateIdentity.fromPem(readFileSync(fleet.paths.operatorKey));
  secrets.set('the key of the operator', seedOf(operator));
  const o = await aClient(fleet, { identity: operator });
  const admin = o.admin(operator);
  await admin.declareService({ name: 'safe', workers: [r.id] });
  await admin.setPolicy({ enrolment: 'closed' });
  const token = await admin.createToken({ uses: 1 });
  clients.set('a token', Buffer.from(token.token));
  clients.set('a token, without its head', Buffer.from(token.token.slice(5)));
  const g = await aClient(fleet, { identity: guest, token: token.token });
  expect(await reasonOf(connect({ fleet: fleet.address, identity: aKey(), token: token.token }))).toBe('unauthorised'); // used up
  expect(await reasonOf(connect({ fleet: fleet.address, identity: aKey() }))).toBe('unauthorised');
  await admin.setPolicy({ enrolment: 'open' });

  const serving = await r.serve('safe', (request) => `${request.text()}!`);
  expect((await a.request('safe', marker)).text()).toBe(`${marker}!`);
  await a.claimName('adam');
  await g.resolve('adam');
  await reasonOf(a.request('safe', marker, { timeoutMs: 1 }));
  await serving.stop();

  // by hand, where every secret is known; and refused ones, which are the ones that are logged
  const channel = await aChannel(fleet.ports.brokerTcp, adam, fingerprint);
  const derived = hkdf(channel.secret, none, label('attach'), 64);
  secrets.set('a channel', channel.secret).set('a psk', derived.slice(0, 32)).set('a proof key', derived.slice(32));
  const attached = await anAttachment(fleet.ports.routerTcp, channel);
  attached.session.out.heartbeat(Date.now());
  flushTo(attached);
  const { request } = aRequest(aKey(), fingerprint);
  await sayTo(fleet.ports.brokerTcp, requestBytes({ ...request, signature: request.signature.fill(1) }));
  attached.stranger.close();
  for (const [name, secret] of secretsOfFleet(fleet, fingerprint)) secrets.set(name, secret);
  await Promise.all([a, r, g, o].map((client) => client.close()));
}

/** Its long-term keys, and the ticket epochs. */
function secretsOfFleet({ paths }: Fleet, fingerprint: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const folder of [paths.auth, paths.broker, paths.router]) {
    for (const name of ['signing.pem', 'exchange.pem']) {
      const lines = readFileSync(join(folder, name), 'latin1').trim().split('\n').slice(1, -1);
      found.set(`${name} of ${folder}`, Buffer.from(lines.join(''), 'base64').subarray(-32));
      found.set(`the text of ${name} of ${folder}`, Buffer.from(lines[0]!));
    }
  }
  const root = readFileSync(paths.rootKey, 'latin1').trim().split('\n').slice(1, -1);
  found.set('the root', Buffer.from(root.join(''), 'base64').subarray(-32));
  found.set('the key-encryption key', Buffer.from(readFileSync(paths.kek, 'latin1'), 'base64'));
  const copy = freshFolder(); // the registry itself is held by auth
  cpSync(paths.auth, copy, { recursive: true });
  new Thief({ ...paths, auth: copy }, fingerprint).epochs.forEach(({ id, key }) => found.set(`epoch ${id}`, Uint8Array.from(key)));
  return found;
}
