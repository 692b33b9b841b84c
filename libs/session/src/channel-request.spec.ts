import { signedBytes } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope, groupIds, limits } from '@keyway/wire';
import { channelIdOf, checkRequest, freshMs, requestHash, verifyRequest } from './channel-request.js';
import { requestTranscript } from './request-transcript.js';
import { startMs, TestFleet } from './testing/fleet.js';
import { counting, ed25519, rsa2048, rsa3072 } from './testing/keys.js';
import { signaturesIn } from './testing/signatures.js';

const fleet = new TestFleet();
const adam = ed25519(50);
const token = { id: counting(0x31, 16), secret: counting(0x41) };
const pending = fleet.request(adam, { enrol: true, manifestHash: fleet.manifest.hash, token });
const { request } = pending;
const flip = (bytes: Uint8Array): Uint8Array => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1);

it.each([
  ['Ed25519', adam],
  ['RSA-2048', rsa2048()],
  ['RSA-3072', rsa3072()],
])('proves possession of an %s key, once signed and sent', (_, identity) => {
  const asked = fleet.request(identity, { enrol: true });
  const sent = encodeEnvelope({ kind: 'channel_request', value: asked.request });
  expect(sent.length).toBeLessThanOrEqual(limits.helloBytes);
  const received = decodeEnvelope(sent);
  if (received?.kind !== 'channel_request') throw new Error('not a request');
  expect(verifyRequest(received.value, identity.public)).toBe(true);
  expect(requestHash(received.value)).toEqual(asked.hash);
  expect(verifyRequest(received.value, ed25519(51).public)).toBe(false);
});

/** Every field with another value in it. */
const changes: { readonly [K in keyof ChannelRequest]: ChannelRequest[K] } = {
  version: 2,
  fleet: flip(request.fleet),
  clientId: flip(request.clientId),
  suites: [2, 1],
  groups: [2, 1],
  salt: flip(request.salt),
  timeMs: request.timeMs + 1,
  x25519: flip(request.x25519),
  mlKem: flip(request.mlKem),
  manifestHash: flip(request.manifestHash),
  enrolKey: flip(request.enrolKey),
  signature: flip(request.signature),
  enrolment: flip(request.enrolment),
};
it.each(Object.keys(changes) as (keyof ChannelRequest)[])('T1, T5: refuses a request whose %s was changed on the way', (field) => {
  expect(verifyRequest({ ...request, [field]: changes[field] }, adam.public)).toBe(false);
});

it('T13: a stripped, shortened or reordered offer breaks the signature', () => {
  for (const offer of [
    { suites: [1] },
    { suites: [4] },
    { suites: [4, 3, 2, 1] },
    { suites: [1, 2, 3, 4, 4] },
    { groups: [groupIds.X25519] },
    { groups: [1, 2], suites: [1, 2, 2] },
  ]) {
    expect(verifyRequest({ ...request, ...offer }, adam.public)).toBe(false);
  }
  const weaker = { ...request, groups: [groupIds.X25519], mlKem: new Uint8Array(0) };
  expect(verifyRequest(weaker, adam.public)).toBe(false);
});

it('moves no byte from one field into the next without another transcript', () => {
  const split = (mlKem: number, hash: number, key: number): Uint8Array =>
    requestTranscript({
      ...request,
      mlKem: counting(0, mlKem),
      manifestHash: counting(mlKem, hash),
      enrolKey: counting(mlKem + hash, key),
      enrolment: counting(mlKem + hash + key, 100 - mlKem - hash - key),
    });
  const seen = new Set<string>();
  for (let a = 0; a <= 40; a += 10)
    for (let b = 0; b <= 30; b += 10) for (let c = 0; c <= 30; c += 10) seen.add(Buffer.from(split(a, b, c)).toString('hex'));
  expect(seen.size).toBe(80);
});

it('T2: a recorded signature serves no other salt and no other type of message', () => {
  expect(verifyRequest({ ...request, salt: counting(7) }, adam.public)).toBe(false);
  const bare = requestTranscript(request).subarray(64 + 'keyway/1 channel-request\0'.length);
  for (const type of ['manifest', 'channel-grant', 'channel-reques']) {
    expect(verifyRequest({ ...request, signature: adam.sign(signedBytes(type, bare)) }, adam.public)).toBe(false);
  }
  expect(verifyRequest({ ...request, signature: adam.sign(signedBytes('channel-request', bare)) }, adam.public)).toBe(true);
});

it('T3: the client signs exactly once', () => {
  expect(signaturesIn(() => fleet.request(adam, { enrol: true }))).toBe(1);
});

it('names the channel after what was signed, not after the signature', () => {
  const rsa = rsa2048();
  const asked = fleet.request(rsa);
  const again = { ...asked.request, signature: rsa.sign(requestTranscript(asked.request)) };
  expect(again.signature).not.toEqual(asked.request.signature); // PSS is salted
  expect(channelIdOf(requestTranscript(again))).toEqual(channelIdOf(requestTranscript(asked.request)));
  expect(channelIdOf(requestTranscript(asked.request))).not.toEqual(asked.hash);
});

it('is fresh for a minute either way', () => {
  const at = (ms: number): unknown => checkRequest(request, fleet.fleet, startMs + ms);
  expect([at(-freshMs - 1), at(-freshMs), at(0), at(freshMs), at(freshMs + 1)]).toEqual([
    'request_stale',
    undefined,
    undefined,
    undefined,
    'request_stale',
  ]);
});

it.each<[string, Partial<ChannelRequest>, string]>([
  ['another version', { version: 2 }, 'version_unsupported'],
  ['another version with the same low byte', { version: 257 }, 'version_unsupported'],
  ['another fleet', { fleet: counting(3) }, 'fleet_wrong'],
  ['the hybrid group without its key', { mlKem: new Uint8Array(0) }, 'malformed'],
  ['the key of a group that is not offered', { groups: [groupIds.X25519] }, 'malformed'],
  ['a proof of enrolment without a key to enrol', { enrolKey: new Uint8Array(0) }, 'malformed'],
  ['a key to enrol that is not the client', { enrolKey: ed25519(51).public.spki }, 'malformed'],
])('refuses %s before any signature is looked at', (_, change, reason) => {
  expect(checkRequest({ ...request, ...change }, fleet.fleet, startMs)).toBe(reason);
});

it('sends the ML-KEM key only with its group', () => {
  const small = fleet.request(adam, { groups: [groupIds.X25519] });
  expect([small.request.mlKem.length, checkRequest(small.request, fleet.fleet, startMs)]).toEqual([0, undefined]);
});
