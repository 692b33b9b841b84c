import { readFileSync } from 'node:fs';
import { MLKEM_CIPHERTEXT_BYTES, MLKEM_PUBLIC_BYTES, MlKemKey, mlKemEncapsulate } from './mlkem.js';
import { flip, hex } from './testing/hex.js';

// C2SP/wycheproof, testvectors_v1/mlkem_768_test.json, tcId 1 (from C2SP/CCTV, ML-KEM/strcmp): key generation from a seed (FIPS 203 §6.1),
// and decapsulation along the path of implicit rejection (§6.3)
const vector = JSON.parse(readFileSync(new URL('testing/mlkem-768.vector.json', import.meta.url), 'utf8')) as Readonly<
  Record<'seed' | 'ek' | 'c' | 'K', string>
>;

it('generates the published key from its seed and decapsulates the published ciphertext', () => {
  const key = MlKemKey.fromSeed(hex(vector.seed));
  expect(key.publicKey).toEqual(Buffer.from(hex(vector.ek)));
  expect(key.decapsulate(hex(vector.c))).toEqual(Buffer.from(hex(vector.K)));
});

it('agrees with whoever encapsulates to it, on a fresh secret each time', () => {
  const key = MlKemKey.generate();
  expect(key.publicKey.length).toBe(MLKEM_PUBLIC_BYTES);
  const [one, two] = [mlKemEncapsulate(key.publicKey)!, mlKemEncapsulate(key.publicKey)!];
  expect(one.ciphertext.length).toBe(MLKEM_CIPHERTEXT_BYTES);
  expect(one.secret.length).toBe(32);
  expect(key.decapsulate(one.ciphertext)).toEqual(one.secret);
  expect(key.decapsulate(two.ciphertext)).toEqual(two.secret);
  expect(one.secret).not.toEqual(two.secret);
});

it('gives an unrelated secret, and no error, for a forged ciphertext', () => {
  const key = MlKemKey.generate();
  const { ciphertext, secret } = mlKemEncapsulate(key.publicKey)!;
  for (let bit = 0; bit < ciphertext.length * 8; bit += 97) {
    const forged = key.decapsulate(flip(ciphertext, bit))!;
    expect(forged.length).toBe(32);
    expect(forged).not.toEqual(secret);
  }
});

it.each([0, 32, 1087, 1089, 1568])('does not decapsulate %i bytes', (length) => {
  expect(MlKemKey.generate().decapsulate(new Uint8Array(length))).toBeUndefined();
});

it.each([0, 32, 800, 1183, 1185])('does not encapsulate to a key of %i bytes', (length) => {
  expect(mlKemEncapsulate(new Uint8Array(length))).toBeUndefined();
});

it('does not encapsulate to a key with a coefficient of q or more (FIPS 203 §7.2)', () => {
  const key = Uint8Array.from(MlKemKey.generate().publicKey);
  key[0] = 0x01; // the first 12 bits, little-endian: 3329 = 0xd01
  key[1] = (key[1]! & 0xf0) | 0x0d;
  expect(mlKemEncapsulate(key)).toBeUndefined();
  key[0] = 0x00; // 3328 is the largest that is allowed
  expect(mlKemEncapsulate(key)).toBeDefined();
});

it('takes seeds of 64 bytes only', () => {
  expect(() => MlKemKey.fromSeed(new Uint8Array(32))).toThrow(RangeError);
});

it('decapsulates no more once wiped', () => {
  const key = MlKemKey.generate();
  key.wipe();
  expect(() => key.decapsulate(new Uint8Array(1088))).toThrow('wiped');
});
