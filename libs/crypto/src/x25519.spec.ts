import { generateKeyPairSync } from 'node:crypto';
import { Secret } from './secret.js';
import { hex } from './testing/hex.js';
import { refusal } from './testing/reason.js';
import { X25519Key } from './x25519.js';

// RFC 7748 §6.1
const alice = X25519Key.fromPrivate(hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'));
const bob = X25519Key.fromPrivate(hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'));
const shared = hex('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742');

it('matches RFC 7748 §6.1', () => {
  expect(alice.publicKey).toEqual(Buffer.from(hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')));
  expect(bob.publicKey).toEqual(Buffer.from(hex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f')));
  expect(alice.agree(bob.publicKey)).toEqual(Buffer.from(shared));
  expect(bob.agree(alice.publicKey)).toEqual(Buffer.from(shared));
});

it('generates a new key each time, on which both sides agree', () => {
  const [a, b] = [X25519Key.generate(), X25519Key.generate()];
  expect(a.publicKey).not.toEqual(b.publicKey);
  expect(a.agree(b.publicKey)).toEqual(b.agree(a.publicKey));
});

// the points of small order and their other encodings: RFC 7748 §6.1 and §7, listed at cr.yp.to/ecdh.html
it.each([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
])('does not agree on an all-zero secret with %s', (point) => {
  expect(X25519Key.generate().agree(hex(point))).toBeUndefined();
});

it.each([0, 31, 33, 64])('does not agree with %i bytes', (length) => {
  expect(alice.agree(new Uint8Array(length).fill(9))).toBeUndefined();
});

it('takes private keys of 32 bytes only, and copies them', () => {
  expect(() => X25519Key.fromPrivate(new Uint8Array(31))).toThrow(RangeError);
  const raw = hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
  const key = X25519Key.fromPrivate(raw);
  raw.fill(0);
  expect(key.agree(alice.publicKey)).toEqual(Buffer.from(shared));
});

it('takes a view into the middle of a larger buffer', () => {
  const frame = new Uint8Array(100).fill(0xaa);
  frame.set(bob.publicKey, 17);
  expect(alice.agree(frame.subarray(17, 49))).toEqual(Buffer.from(shared));
});

it('comes back from PEM, plain and encrypted', () => {
  const passphrase = Secret.of('correct horse');
  expect(X25519Key.fromPem(alice.toPem()).agree(bob.publicKey)).toEqual(Buffer.from(shared));
  expect(X25519Key.fromPem(alice.toPem(passphrase), passphrase).publicKey).toEqual(alice.publicKey);
  expect(refusal(() => X25519Key.fromPem(alice.toPem(passphrase)))).toBe('passphrase_required');
});

it('refuses the PEM of an identity', () => {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(refusal(() => X25519Key.fromPem(pem))).toBe('key_unsupported');
  expect(refusal(() => X25519Key.fromPem('junk'))).toBe('key_damaged');
});

it('agrees no more once wiped, while its public key stays', () => {
  const key = X25519Key.generate();
  key.wipe();
  expect(() => key.agree(alice.publicKey)).toThrow('wiped');
  expect(() => key.toPem()).toThrow('wiped');
  expect(key.publicKey.length).toBe(32);
});
