import { hpkeSeal, label, X25519Key } from '@keyway/crypto';
import { decodeAdminCall, decodeSealedAdminCall, encodeSealedAdminCall, limits } from '@keyway/wire';
import {
  adminCallHash,
  adminCallTranscript,
  openAdminAnswer,
  openAdminCall,
  sealAdminAnswer,
  sealAdminCall,
  verifyAdminCall,
} from './admin-call.js';
import { adminCallInput, adminCalls, operator } from './testing/calls.js';
import { TestFleet } from './testing/fleet.js';
import { counting, ed25519, rsa2048 } from './testing/keys.js';

const fleet = new TestFleet();
const { service, exchange } = fleet.auth;
const recipient = { fleet: fleet.fleet, keyId: service.keyId, exchangeKey: exchange };
const fresh = (change: Partial<ReturnType<typeof adminCallInput>> = {}): Uint8Array =>
  sealAdminCall({ ...adminCallInput(fleet), ephemeral: X25519Key.generate(), ...change });
const sealed = fresh();
const flip = (bytes: Uint8Array, at: number): Uint8Array => new Uint8Array(bytes).with(at, bytes[at]! ^ 1);

it.each([
  ['Ed25519', operator],
  ['RSA-2048', rsa2048()],
])('of an operator with an %s key reaches auth whole, and is proven', (_, identity) => {
  const signed = openAdminCall(fresh({ identity }), recipient)!;
  expect(decodeAdminCall(signed.call)).toEqual(adminCalls[5]);
  expect([Buffer.from(signed.nonce), Buffer.from(signed.answerKey)]).toEqual([
    Buffer.from(counting(0x51, 16)),
    Buffer.from(counting(0x61)),
  ]);
  expect(verifyAdminCall(signed, fleet.fleet, service.keyId, identity.public)).toBe(true);
  expect(verifyAdminCall(signed, fleet.fleet, service.keyId, ed25519(51).public)).toBe(false);
});

it('proves nothing where somebody signs under the id of another', () => {
  const signed = openAdminCall(fresh(), recipient)!;
  const named = { ...signed, clientId: ed25519(51).public.fingerprint };
  const signature = operator.sign(adminCallTranscript(named, fleet.fleet, service.keyId));
  expect(verifyAdminCall({ ...named, signature }, fleet.fleet, service.keyId, operator.public)).toBe(false);
});

it('shows a router nothing of itself', () => {
  const plaintexts = [counting(0x61), operator.public.fingerprint, Buffer.from('left the company')];
  for (const part of plaintexts) expect(Buffer.from(sealed).includes(Buffer.from(part))).toBe(false);
});

it('does not open once any bit of it was changed, nor cut', () => {
  for (let at = 0; at < sealed.length; at += 1) expect(openAdminCall(flip(sealed, at), recipient)).toBeUndefined();
  for (let length = 0; length < sealed.length; length += 1) expect(openAdminCall(sealed.subarray(0, length), recipient)).toBeUndefined();
  expect(openAdminCall(sealed, recipient)).toBeDefined();
});

it('is for one fleet and one key of auth', () => {
  expect(openAdminCall(sealed, { ...recipient, fleet: counting(1) })).toBeUndefined();
  expect(openAdminCall(sealed, { ...recipient, keyId: counting(1) })).toBeUndefined();
  expect(openAdminCall(sealed, { ...recipient, exchangeKey: fleet.routers[0]!.exchange })).toBeUndefined();
  const signed = openAdminCall(sealed, recipient)!;
  expect(verifyAdminCall(signed, counting(1), service.keyId, operator.public)).toBe(false);
  expect(verifyAdminCall(signed, fleet.fleet, counting(1), operator.public)).toBe(false);
});

it('T2: cannot be sealed anew with another content: every field is signed', () => {
  const signed = openAdminCall(sealed, recipient)!;
  const changes = {
    clientId: ed25519(51).public.fingerprint,
    timeMs: signed.timeMs + 1,
    nonce: flip(signed.nonce, 3),
    answerKey: flip(signed.answerKey, 3),
    call: flip(signed.call, 3),
    signature: flip(signed.signature, 3),
  };
  for (const [field, value] of Object.entries(changes))
    expect([field, verifyAdminCall({ ...signed, [field]: value }, fleet.fleet, service.keyId, operator.public)]).toEqual([field, false]);
});

it('holds junk that anybody sealed to auth, and answers undefined', () => {
  const aad = Buffer.concat([fleet.fleet, service.keyId]);
  for (const plaintext of [new Uint8Array(1), counting(0, 200), new Uint8Array(limits.bodyBytes - 100)]) {
    const junk = hpkeSeal(service.exchangeKey, label('admin-call'), aad, plaintext);
    expect(openAdminCall(encodeSealedAdminCall({ keyId: service.keyId, sealed: junk }), recipient)).toBeUndefined();
  }
});

it('wipes its ephemeral key, and two calls share nothing a router could see', () => {
  const ephemeral = X25519Key.generate();
  const [a, b] = [decodeSealedAdminCall(fresh({ ephemeral }))!, decodeSealedAdminCall(fresh())!];
  expect(() => ephemeral.agree(service.exchangeKey)).toThrow('wiped');
  expect(Buffer.from(a.sealed.subarray(0, 32))).not.toEqual(Buffer.from(b.sealed.subarray(0, 32)));
});

describe('an answer', () => {
  const callHash = adminCallHash(sealed);
  const answer = sealAdminAnswer(counting(0x61), callHash, counting(0, 50));

  it('opens for who asked', () => expect(openAdminAnswer(counting(0x61), callHash, answer)).toEqual(Buffer.from(counting(0, 50))));

  it('opens not once changed, not under another key, and not as the answer to another call', () => {
    for (let at = 0; at < answer.length; at += 1) expect(openAdminAnswer(counting(0x61), callHash, flip(answer, at))).toBeUndefined();
    expect(openAdminAnswer(counting(0x62), callHash, answer)).toBeUndefined();
    expect(openAdminAnswer(counting(0x61), adminCallHash(fresh()), answer)).toBeUndefined();
    expect(openAdminAnswer(counting(0x61), callHash, new Uint8Array(0))).toBeUndefined();
  });
});
