import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { importPrivateDer } from './private-der.js';
import { readPrivatePem, writePrivatePem } from './private-pem.js';
import { Secret } from './secret.js';
import { refusal } from './testing/reason.js';

const key = generateKeyPairSync('ed25519').privateKey;
const other = generateKeyPairSync('ed25519').privateKey;
const passphrase = Secret.of('correct horse');
const plain = writePrivatePem(key);
const encrypted = writePrivatePem(key, passphrase);
const [plainPrivate = '', plainPublic = ''] = plain.split(/(?=-----BEGIN PUBLIC)/);

it('writes the private block, then the public one', () => {
  expect(plain.match(/BEGIN [A-Z ]+/g)).toEqual(['BEGIN PRIVATE KEY', 'BEGIN PUBLIC KEY']);
  expect(encrypted.match(/BEGIN [A-Z ]+/g)).toEqual(['BEGIN ENCRYPTED PRIVATE KEY', 'BEGIN PUBLIC KEY']);
});

it('reads what it wrote, and so does OpenSSL', () => {
  expect(readPrivatePem(plain, undefined).equals(key)).toBe(true);
  expect(readPrivatePem(encrypted, passphrase).equals(key)).toBe(true);
  expect(createPrivateKey(plain).equals(key)).toBe(true);
  expect(createPrivateKey({ key: encrypted, passphrase: 'correct horse' }).equals(key)).toBe(true);
});

it('reads a file without the public block, and ignores a passphrase that is not needed', () => {
  expect(readPrivatePem(plainPrivate, passphrase).equals(key)).toBe(true);
});

it('asks for a passphrase, and tells a wrong one', () => {
  expect(refusal(() => readPrivatePem(encrypted, undefined))).toBe('passphrase_required');
  expect(refusal(() => readPrivatePem(encrypted, Secret.of('Correct horse')))).toBe('wrong_passphrase');
});

it('detects every changed character: the file is refused, or still gives the same key', () => {
  let refused = 0;
  for (let i = 0; i < plain.length; i += 1) {
    const changed = plain.slice(0, i) + (plain[i] === 'A' ? 'B' : 'A') + plain.slice(i + 1);
    let read: KeyObject | undefined;
    if (refusal(() => (read = readPrivatePem(changed, undefined)))) refused += 1;
    else expect(read!.equals(key)).toBe(true);
  }
  expect(refused).toBeGreaterThan(plainPrivate.length - 10);
});

it('refuses a file cut short anywhere within its private block', () => {
  for (let length = 0; length < plainPrivate.length - 1; length += 1) {
    expect(refusal(() => readPrivatePem(plain.slice(0, length), undefined))).toBe('key_damaged');
  }
});

it('detects a changed character of an encrypted key, which may decrypt to a key of somebody else', () => {
  const der = generateKeyPairSync('ed25519').privateKey;
  const pem = der.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'correct horse' }).toString();
  const lines = pem.trim().split('\n');
  const spki = writePrivatePem(der).split(/(?=-----BEGIN PUBLIC)/)[1]!;
  let refused = 0;
  for (let i = 0; i < lines[2]!.length; i += 1) {
    const line = lines[2]!.slice(0, i) + (lines[2]![i] === 'A' ? 'B' : 'A') + lines[2]!.slice(i + 1);
    const changed = `${[lines[0], lines[1], line, ...lines.slice(3)].join('\n')}\n${spki}`;
    let read: KeyObject | undefined;
    const reason = refusal(() => (read = readPrivatePem(changed, passphrase)));
    if (reason === undefined) expect(read!.equals(der)).toBe(true);
    else refused += 1;
  }
  expect(refused).toBeGreaterThan(50);
});

it.each([
  ['the public key of another private one', () => plainPrivate + writePrivatePem(other).split(/(?=-----BEGIN PUBLIC)/)[1]!, 'key_damaged'],
  ['two private keys', () => plainPrivate + writePrivatePem(other), 'key_damaged'],
  ['two public keys', () => plain + plainPublic, 'key_damaged'],
  ['a public key alone', () => plainPublic, 'key_unsupported'],
  ['an OpenSSH key', () => plainPrivate.replaceAll('PRIVATE KEY', 'OPENSSH PRIVATE KEY'), 'key_unsupported'],
  ['a SEC 1 key', () => plainPrivate.replaceAll('PRIVATE KEY', 'EC PRIVATE KEY'), 'key_unsupported'],
  ['PKCS#8 that says it is PKCS#1', () => plainPrivate.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY'), 'key_damaged'],
  ['a plain key that says it is encrypted', () => plainPrivate.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'), 'key_damaged'],
] as const)('refuses %s', (_name, make, reason) => {
  expect(refusal(() => readPrivatePem(make(), passphrase))).toBe(reason);
});

it('wipes the decrypted DER before it returns, on success and on refusal', () => {
  let seen: Uint8Array | undefined;
  readPrivatePem(encrypted, passphrase, (der, type) => importPrivateDer((seen = der), type));
  expect(seen!.length).toBeGreaterThan(40);
  expect(seen!.every((byte) => byte === 0)).toBe(true);
  expect(() =>
    readPrivatePem(plain, undefined, (der) => {
      seen = der;
      expect(der.some((byte) => byte !== 0)).toBe(true);
      throw new Error('refused');
    }),
  ).toThrow('refused');
  expect(seen!.every((byte) => byte === 0)).toBe(true);
});
