import { IdentityCache, randomBytes, sha256 } from '@keyway/crypto';
import { channelIdOf, requestTranscript } from '@keyway/session';
import type { ChannelRequest } from '@keyway/wire';
import { generateKeyPairSync } from 'node:crypto';
import { adam, callOf, eve, fleet, leaseMs, noon, requestOf } from '../testing/ask.js';
import { dummyKey } from './dummy-keys.js';
import { Gatekeeper, type Asked } from './gatekeeper.js';

const open = () => {
  const identities = new IdentityCache(16);
  return { gate: new Gatekeeper({ fleet, longestLeaseMs: leaseMs }, identities), identities };
};
const reasonOf = (step: { readonly kind: string; readonly reason?: string }): string => step.reason ?? step.kind;
const read = (request: ChannelRequest, now = noon): string => reasonOf(open().gate.read(callOf(request), now));
const prove = (request: ChannelRequest, spki?: Uint8Array): string => {
  const { gate } = open();
  return reasonOf(gate.prove(gate.read(callOf(request), noon) as Asked, spki));
};
const enrolling = (spki: Uint8Array): ChannelRequest => ({ ...requestOf(eve), enrolKey: spki, clientId: sha256(spki) });
const spkiOf = (key: { export(options: { type: 'spki'; format: 'der' }): Buffer }): Uint8Array =>
  key.export({ type: 'spki', format: 'der' });

describe.each([
  ['RSA-2048', adam],
  ['Ed25519', eve],
])('a request of a client with %s', (_name, client) => {
  it('passes when the client is known and signed it, and names the channel by its transcript', () => {
    const { gate } = open();
    const request = requestOf(client);
    const proven = gate.prove(gate.read(callOf(request), noon) as Asked, client.public.spki);
    expect(proven).toMatchObject({ kind: 'proven', isNew: false, channelId: channelIdOf(requestTranscript(request)) });
  });

  it('enrols its sender when the key is sent along and proved', () => {
    const { gate } = open();
    const proven = gate.prove(gate.read(callOf(requestOf(client, { enrol: true })), noon) as Asked, undefined);
    expect(proven).toMatchObject({ kind: 'proven', isNew: true, client: { kind: client.public.kind } });
  });

  it('does not enrol a client twice', () => {
    expect(prove(requestOf(client, { enrol: true }), client.public.spki)).toBe('proven');
  });

  it('is unauthorised when the client is unknown and sends no key', () => expect(prove(requestOf(client))).toBe('unauthorised'));

  it('is a bad transcript when a byte of it changed on the way', () => {
    const request = requestOf(client);
    for (const changed of [
      { salt: randomBytes(32) },
      { x25519: randomBytes(32) },
      { suites: [2] },
      { timeMs: noon + 1 },
      { manifestHash: randomBytes(32) },
    ]) {
      expect(prove({ ...request, ...changed }, client.public.spki)).toBe('bad_transcript');
    }
  });

  it('is a bad transcript when somebody who only has the public key signed it, also to enrol', () => {
    const thief = client === adam ? eve : adam;
    const stolen = { ...requestOf(thief), clientId: client.public.fingerprint, enrolKey: client.public.spki };
    expect(prove(stolen)).toBe('bad_transcript');
    expect(prove(stolen, client.public.spki)).toBe('bad_transcript');
  });
});

it.each(['unauthorised', 'bad_transcript'] as const)('keeps no key of a sender who is %s', (reason) => {
  const { gate, identities } = open();
  const request = requestOf(eve, { enrol: reason === 'bad_transcript' });
  const forged = { ...request, signature: randomBytes(64) };
  expect(reasonOf(gate.prove(gate.read(callOf(forged), noon) as Asked, undefined))).toBe(reason);
  expect(identities.size).toBe(0);
});

it('keeps the key of a known client, which it need not import again', () => {
  const { gate, identities } = open();
  const asked = gate.read(callOf(requestOf(adam)), noon) as Asked;
  gate.prove(asked, adam.public.spki);
  expect(identities.get(adam.public.fingerprint)?.fingerprint).toEqual(adam.public.fingerprint);
  expect(reasonOf(gate.prove(asked, new Uint8Array(1)))).toBe('proven'); // not looked at
});

it.each([
  ['another protocol version', { version: 2 }, 'version_unsupported'],
  ['another fleet', { fleet: randomBytes(32) }, 'fleet_wrong'],
  ['a time over a minute ago', { timeMs: noon - 60_001 }, 'request_stale'],
  ['a time over a minute ahead', { timeMs: noon + 60_001 }, 'request_stale'],
  ['the hybrid group without its key', { mlKem: new Uint8Array(0) }, 'malformed'],
  ['a key that is not the one of its client id', { enrolKey: adam.public.spki }, 'malformed'],
] as const)('refuses %s before it asks for the client', (_what, changed, reason) => {
  expect(read({ ...requestOf(eve), ...changed })).toBe(reason);
});

it('takes a request whose clock is off by a minute', () => {
  for (const off of [-60_000, 60_000]) expect(read(requestOf(eve), noon + off)).toBe('asked');
});

it('says what is first wrong, in the order version, fleet, time, contents', () => {
  const all = { version: 2, fleet: randomBytes(32), timeMs: 0, mlKem: new Uint8Array(0) };
  const request = { ...requestOf(eve), ...all };
  expect(read(request)).toBe('version_unsupported');
  expect(read({ ...request, version: 1 })).toBe('fleet_wrong');
  expect(read({ ...request, version: 1, fleet })).toBe('request_stale');
  expect(read({ ...request, version: 1, fleet, timeMs: noon })).toBe('malformed');
});

it.each([
  ['RSA-1024', () => spkiOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey), 'weak_key'],
  ['RSA with e = 3', () => spkiOf(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey), 'weak_key'],
  ['P-256', () => spkiOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey), 'key_unsupported'],
  ['X25519', () => spkiOf(generateKeyPairSync('x25519').publicKey), 'key_unsupported'],
  ['no key at all', () => randomBytes(44), 'malformed'],
  ['a key with bytes behind it', () => Buffer.concat([eve.public.spki, Buffer.of(0)]), 'malformed'],
])('does not enrol %s', (_name, spki, reason) => {
  expect(prove(enrolling(spki()))).toBe(reason);
});

it('refuses an Ed25519 point of small order as weak', () => {
  const spki = Uint8Array.from(eve.public.spki);
  spki.fill(0, 12);
  spki[12] = 1;
  expect(prove(enrolling(spki))).toBe('weak_key');
});

it('verifies one signature of the kind its length says, whoever is named: unknown, forged and mistaken cost the same', () => {
  for (const [bytes, kind] of [
    [64, 'ed25519'],
    [256, 'rsa-2048'],
    [384, 'rsa-3072'],
    [512, 'rsa-4096'],
  ] as const) {
    expect(dummyKey(bytes)?.kind).toBe(kind);
    for (const spki of [undefined, eve.public.spki]) {
      expect(prove({ ...requestOf(eve), signature: randomBytes(bytes) }, spki)).toBe(spki ? 'bad_transcript' : 'unauthorised');
    }
  }
  expect(dummyKey(65)).toBeUndefined();
});

it('does not trust a registry that holds one client under the id of another', () => {
  const { gate } = open();
  const asked = gate.read(callOf(requestOf(eve)), noon) as Asked;
  expect(() => gate.prove(asked, adam.public.spki)).toThrow(/under the id of another/);
});

it('tells a channel-broker that asks for longer leases than tickets can be opened', () => {
  const { gate } = open();
  expect(() => gate.read(callOf(requestOf(eve), noon + leaseMs + 120_000), noon)).toThrow(/AUTH_LONGEST_LEASE_MS/);
});

it('throws malformed at bytes that no channel-broker sends', () => {
  for (const junk of [new Uint8Array(0), randomBytes(100), callOf(requestOf(eve)).subarray(0, 200)]) {
    expect(() => open().gate.read(junk, noon)).toThrow(/protocol/);
  }
});

it('refuses what is no channel request inside a good call', () => {
  const { gate } = open();
  const body = Buffer.concat([Buffer.of(0x0a, 3), Buffer.from('abc'), Buffer.of(0x18, 1)]);
  expect(gate.read(body, noon)).toEqual({ kind: 'refused', reason: 'malformed' });
});
