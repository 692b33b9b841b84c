import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { Tag, der, derInteger } from './der.js';
import { openPkcs8, sealPkcs8 } from './pbes2.js';
import { Secret } from './secret.js';
import { flip, hex, toHex } from './testing/hex.js';
import { refusal } from './testing/reason.js';

const passphrase = Secret.of('correct horse');
const { privateKey } = generateKeyPairSync('ed25519');
const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
const byOpenssl = (cipher: string) => privateKey.export({ type: 'pkcs8', format: 'der', cipher, passphrase: 'correct horse' });
const ours = sealPkcs8(pkcs8, passphrase);

it('opens what it sealed', () => {
  expect(openPkcs8(ours, passphrase)).toEqual(Uint8Array.from(pkcs8));
});

it('is read by OpenSSL', () => {
  const key = createPrivateKey({ key: Buffer.from(ours), format: 'der', type: 'pkcs8', passphrase: 'correct horse' });
  expect(key.equals(privateKey)).toBe(true);
});

it.each(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc'])('opens what OpenSSL sealed with %s', (cipher) => {
  expect(openPkcs8(byOpenssl(cipher), passphrase)).toEqual(Uint8Array.from(pkcs8));
});

it('derives its key with 600,000 iterations of HMAC-SHA-256 over 16 fresh bytes of salt', () => {
  const encoded = toHex(ours);
  expect(encoded).toContain(`${toHex(derInteger(600_000))}300c06082a864886f70d02090500`);
  expect(sealPkcs8(pkcs8, passphrase)).not.toEqual(ours);
});

it('tells every one of 300 wrong passphrases, also those that happen to give right padding', () => {
  const sealed = byOpenssl('aes-256-cbc');
  for (let i = 0; i < 300; i += 1) expect(refusal(() => openPkcs8(sealed, Secret.of(`wrong ${i}`)))).toBe('wrong_passphrase');
});

it('refuses other schemes by name', () => {
  expect(() => openPkcs8(byOpenssl('des-ede3-cbc'), passphrase)).toThrow('a cipher other than AES-CBC');
  // PKCS#5 v1.5 pbeWithMD5AndDES-CBC (1.2.840.113549.1.5.3)
  const pbes1 = der(
    Tag.sequence,
    der(Tag.sequence, der(Tag.oid, hex('2a864886f70d010503')), der(Tag.sequence, der(Tag.octets, hex('0102030405060708')), derInteger(1))),
    der(Tag.octets, new Uint8Array(16)),
  );
  expect(() => openPkcs8(pbes1, passphrase)).toThrow('encryption other than PBES2');
});

it('refuses an iteration count that would hang the process', () => {
  const at = toHex(ours).indexOf('02030927c0');
  const greedy = hex(toHex(ours).replace('02030927c0', '02037fffff'));
  expect(at).toBeGreaterThan(0);
  expect(refusal(() => openPkcs8(hex(toHex(greedy).replace('02037fffff', '0203000000')), passphrase))).toBe('key_damaged');
});

it('never opens a container cut short or with one bit changed as if it were whole', () => {
  const sealed = byOpenssl('aes-128-cbc'); // 2,048 iterations: quick
  const body = sealed.length - 64; // the ciphertext of an Ed25519 key is unauthenticated: see private-pem.spec.ts
  for (let length = 0; length < sealed.length; length += 1) {
    expect(refusal(() => openPkcs8(sealed.subarray(0, length), passphrase))).toBe('key_damaged');
  }
  for (let bit = 0; bit < body * 8; bit += 1) {
    const reason = refusal(() => openPkcs8(flip(sealed, bit), passphrase));
    expect(reason === undefined ? isInIv(sealed, bit) : true).toBe(true);
  }
});

/** CBC: a changed IV bit changes that bit of the first block, here the version number or the algorithm, and nothing else. */
function isInIv(sealed: Uint8Array, bit: number): boolean {
  const at = toHex(sealed).indexOf('60864801650304010204 10'.replace(' ', '')) / 2 + 11;
  return at > 10 && bit >> 3 >= at && bit >> 3 < at + 16;
}
