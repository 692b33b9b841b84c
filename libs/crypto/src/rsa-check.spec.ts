import { createPrivateKey, generateKeyPairSync, generatePrimeSync } from 'node:crypto';
import { encodePem } from './pem.js';
import { PrivateIdentity } from './private-identity.js';
import { checkRsaParts } from './rsa-check.js';
import { readPkcs1, rsaPartsOf, writePkcs1, type RsaPartName, type RsaParts } from './rsa-parts.js';
import { namedRefusal, refusal } from './testing/reason.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const sound = readPkcs1(privateKey.export({ type: 'pkcs1', format: 'der' }));

/** The same key with one bit of one of its numbers changed. */
function corrupt(name: RsaPartName): RsaParts {
  const value = Uint8Array.from(sound[name]);
  value[value.length - 3]! ^= 0x10;
  return { ...sound, [name]: value };
}

const bytesOf = (value: bigint): Uint8Array => Buffer.from(value.toString(16).padStart(514, '0'), 'hex');
const numberOf = (name: RsaPartName): bigint => BigInt(`0x${Buffer.from(sound[name]).toString('hex')}`);

/** A key of these primes whose numbers do belong together. */
function keyOf(p: bigint, q: bigint): RsaParts {
  const phi = (p - 1n) * (q - 1n);
  const inverse = (a: bigint, m: bigint): bigint => {
    let [r0, r1, t0, t1] = [m, a % m, 0n, 1n];
    while (r1 > 0n) [r0, r1, t0, t1] = [r1, r0 % r1, t1, t0 - (r0 / r1) * t1];
    return ((t0 % m) + m) % m;
  };
  const d = inverse(65537n, phi);
  const numbers = { n: p * q, e: 65537n, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  return rsaPartsOf((name) => bytesOf(numbers[name]));
}

it('takes a sound key, and numbers with zeros in front', () => {
  expect(refusal(() => checkRsaParts(sound))).toBeUndefined();
  const padded = rsaPartsOf((name) => Buffer.concat([Uint8Array.of(0, 0), sound[name]]));
  expect(refusal(() => checkRsaParts(padded))).toBeUndefined();
  expect(writePkcs1(padded)).toEqual(writePkcs1(sound));
});

it.each(['n', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const)('refuses a key whose %s has one bit changed, and names it', async (name) => {
  const reason = await namedRefusal(() => checkRsaParts(corrupt(name)));
  expect(reason).toMatch(new RegExp(`^key_damaged: .*: ${name} is wrong`));
  const pem = encodePem('RSA PRIVATE KEY', writePkcs1(corrupt(name)));
  expect(await namedRefusal(() => PrivateIdentity.fromPem(pem))).toBe(reason);
});

it.each(['dp', 'dq', 'qi'] as const)('which OpenSSL does not: it imports a wrong %s', (name) => {
  const key = createPrivateKey({ key: Buffer.from(writePkcs1(corrupt(name))), format: 'der', type: 'pkcs1' });
  expect(key.asymmetricKeyType).toBe('rsa');
});

it('refuses every number that is zero or one', async () => {
  for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi'] as const) {
    for (const value of [0, 1]) {
      expect(await namedRefusal(() => checkRsaParts({ ...sound, [name]: Uint8Array.of(value) }))).toMatch(`${name} is wrong`);
    }
  }
});

it.each([
  ['e = 3', { e: Uint8Array.of(3) }, 'weak_key: the key is too weak: rsa-2048 with e other than 65537: e is 3'],
  ['an even e', { e: Uint8Array.of(1, 0, 0) }, 'rsa-2048 with e other than 65537: e is 65536, which is even'],
  ['a huge e', { e: sound.n }, 'e is a number of 256 bytes'],
  ['1,024 bits', { n: sound.n.subarray(128) }, 'weak_key: the key is too weak: rsa-10'],
  ['no modulus', { n: Uint8Array.of(0) }, 'weak_key: the key is too weak: rsa-0'],
  ['2,056 bits', { n: Buffer.concat([Uint8Array.of(0xff), sound.n]) }, 'key_unsupported: this kind of key is not supported: rsa-2056'],
  ['an even n', { n: bytesOf(numberOf('n') - 1n) }, 'rsa-2048 with an even n'],
  ['d above n', { d: bytesOf(numberOf('d') + (numberOf('p') - 1n) * (numberOf('q') - 1n)) }, 'd is not below n'],
  ['qi above p', { qi: bytesOf(numberOf('qi') + numberOf('p')) }, 'qi is not below p'],
] as const)('refuses %s by name', async (_title, change, expected) => {
  expect(await namedRefusal(() => checkRsaParts({ ...sound, ...change }))).toContain(expected);
});

it('refuses two primes so close that the root of n gives them away, and twice the same one', async () => {
  const p = generatePrimeSync(1024, { bigint: true });
  let q = p + 2n ** 900n;
  while (pow(2n, q - 1n, q) !== 1n || (q - 1n) % 65537n === 0n) q += 2n; // a Fermat test will do here
  expect(refusal(() => checkRsaParts(keyOf(p, generatePrimeSync(1024, { bigint: true }))))).toBeUndefined();
  expect(await namedRefusal(() => checkRsaParts(keyOf(p, q)))).toContain('weak_key: the key is too weak: p and q are too close');
  expect(refusal(() => checkRsaParts(keyOf(p, p)))).toBe('key_damaged'); // q has no inverse
});

function pow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base % modulus; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
