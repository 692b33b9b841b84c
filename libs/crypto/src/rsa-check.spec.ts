import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { der, DerReader, Tag } from './der.js';
import { encodePem } from './pem.js';
import { PrivateIdentity } from './private-identity.js';
import { checkRsaParts } from './rsa-check.js';
import { refusal } from './testing/reason.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pkcs1 = privateKey.export({ type: 'pkcs1', format: 'der' });
const names = ['version', 'n', 'e', 'd', 'p', 'q', 'dP', 'dQ', 'qInv']; // RFC 8017 appendix A.1.2

/** The same key with one bit of one of its nine integers changed. */
function corrupt(name: string): Uint8Array {
  const reader = new DerReader(pkcs1).within(Tag.sequence);
  const integers = names.map((each) => {
    const value = Uint8Array.from(reader.next(Tag.integer));
    if (each === name) value[value.length - 3]! ^= 0x10;
    return der(Tag.integer, value);
  });
  return der(Tag.sequence, ...integers);
}

it('takes a sound key in PKCS#1 and in PKCS#8', () => {
  expect(refusal(() => checkRsaParts(pkcs1, 'pkcs1'))).toBeUndefined();
  expect(refusal(() => checkRsaParts(privateKey.export({ type: 'pkcs8', format: 'der' }), 'pkcs8'))).toBeUndefined();
});

it.each(['n', 'd', 'p', 'q', 'dP', 'dQ', 'qInv'])('refuses a key whose %s has one bit changed', (name) => {
  expect(refusal(() => checkRsaParts(corrupt(name), 'pkcs1'))).toBe('key_damaged');
  const pem = encodePem('RSA PRIVATE KEY', corrupt(name));
  expect(refusal(() => PrivateIdentity.fromPem(pem))).toMatch(/^(key_damaged|key_unsupported|weak_key)$/);
});

it.each(['dP', 'dQ', 'qInv'])('which OpenSSL does not: it imports a wrong %s', (name) => {
  const key = createPrivateKey({ key: Buffer.from(corrupt(name)), format: 'der', type: 'pkcs1' });
  expect(key.asymmetricKeyType).toBe('rsa');
});
