import type { ChannelRequest } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope, limits } from '@keyway/wire';
import { checkRequest, verifyRequest } from './channel-request.js';
import { enrolmentToken, tokenKeyOf, tokenProofFits } from './enrolment.js';
import { startMs, TestFleet } from './testing/fleet.js';
import { counting, ed25519, rsa3072 } from './testing/keys.js';

const fleet = new TestFleet();
const adam = ed25519(50);
const token = { id: counting(0x31, 16), secret: counting(0x41) };
const tokenKey = tokenKeyOf(token.secret, fleet.fleet);
const { request } = fleet.request(adam, { enrol: true, token });
const flip = (bytes: Uint8Array): Uint8Array => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1);

it('proves the token and never sends it', () => {
  const sent = encodeEnvelope({ kind: 'channel_request', value: request });
  const received = decodeEnvelope(sent);
  if (received?.kind !== 'channel_request') throw new Error('not a request');
  expect(Buffer.from(enrolmentToken(received.value)!)).toEqual(Buffer.from(token.id));
  expect([tokenProofFits(received.value, tokenKey), verifyRequest(received.value, adam.public)]).toEqual([true, true]);
  for (const secret of [token.secret, tokenKey]) expect(Buffer.from(sent).includes(Buffer.from(secret))).toBe(false);
});

it('fits into a request of the largest key', () => {
  const asked = fleet.request(rsa3072(), { enrol: true, token, manifestHash: fleet.manifest.hash });
  const spki = new Uint8Array(550);
  const largest = { ...asked.request, enrolKey: spki, signature: new Uint8Array(512) };
  expect(encodeEnvelope({ kind: 'channel_request', value: largest }).length).toBeLessThanOrEqual(limits.helloBytes);
});

it('is left out by who enrols with no token, and by who does not enrol', () => {
  for (const change of [{ enrol: true }, { enrol: false, token }]) {
    const plain = fleet.request(adam, change).request;
    expect([enrolmentToken(plain), tokenProofFits(plain, tokenKey), checkRequest(plain, fleet.fleet, startMs)]).toEqual([
      undefined,
      false,
      undefined,
    ]);
  }
});

describe('a proof', () => {
  const fits = (change: Partial<ChannelRequest>, key = tokenKey): boolean => tokenProofFits({ ...request, ...change }, key);

  it('serves no other request: every claim is in it', () => {
    const changes: { readonly [K in keyof Omit<ChannelRequest, 'signature'>]: ChannelRequest[K] } = {
      version: 2,
      fleet: flip(request.fleet),
      clientId: flip(request.clientId),
      suites: [1],
      groups: [2],
      salt: flip(request.salt),
      timeMs: request.timeMs + 1,
      x25519: flip(request.x25519),
      mlKem: flip(request.mlKem),
      manifestHash: counting(5),
      enrolKey: flip(request.enrolKey),
      enrolment: flip(request.enrolment),
    };
    for (const [field, value] of Object.entries(changes)) expect([field, fits({ [field]: value })]).toEqual([field, false]);
    expect(fits({})).toBe(true);
  });

  it('seen by a listener enrols no other client', () => {
    const thief = fleet.request(ed25519(51), { enrol: true, token: { id: token.id, secret: counting(9) } }).request;
    expect(tokenProofFits({ ...thief, enrolment: request.enrolment }, tokenKey)).toBe(false);
  });

  it('made at a deceptive fleet is worth nothing at the true one, nor is what that fleet keeps of the token', () => {
    const other = new TestFleet(100);
    const theirs = tokenKeyOf(token.secret, other.fleet);
    expect(theirs).not.toEqual(tokenKey);
    const lured = other.request(adam, { enrol: true, token }).request;
    expect([tokenProofFits(lured, theirs), tokenProofFits(lured, tokenKey)]).toEqual([true, false]);
  });

  it('needs the secret, and its own id', () => {
    expect(fits({}, tokenKeyOf(counting(0x42), fleet.fleet))).toBe(false);
    expect(fits({ enrolment: Buffer.concat([counting(0x32, 16), request.enrolment.subarray(16)]) })).toBe(false);
  });

  it('cannot be taken out, or put in, under the signature of the client', () => {
    expect(verifyRequest({ ...request, enrolment: new Uint8Array(0) }, adam.public)).toBe(false);
    const plain = fleet.request(adam, { enrol: true }).request;
    expect(verifyRequest({ ...plain, enrolment: request.enrolment }, adam.public)).toBe(false);
  });
});
