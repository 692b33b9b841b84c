import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { exportComponents, exportPrivateKey, exportPublicKey } from './key-export.js';
import { importPrivateKey, importPublicKey, inspectKey } from './key-import.js';
import { PrivateIdentity } from './private-identity.js';
import { Secret } from './secret.js';
import { derOf, keyFile, keyText, passphrase } from './testing/key-files.js';
import { namedRefusal } from './testing/reason.js';

const spkiOf = (name: string): Uint8Array => derOf(name);
const rsa = spkiOf('rsa.spki.pem');
const jwkOf = (name: string): JsonWebKey => createPrivateKey(keyText(name)).export({ format: 'jwk' });
const refusalOf = (file: string | Uint8Array, word?: Secret): Promise<string | undefined> =>
  namedRefusal(() => importPrivateKey(file, { passphrase: word }));

describe('a private key of ssh-keygen or openssl', () => {
  it.each([
    ['OpenSSH, RSA', 'id_rsa'],
    ['OpenSSH, RSA, encrypted', 'id_rsa_encrypted'],
    ['PKCS#1', 'rsa.pkcs1.pem'],
    ['PKCS#8', 'rsa.pkcs8.pem'],
    ['PKCS#8, encrypted', 'rsa.pkcs8-encrypted.pem'],
  ])('%s: is the key of its public half, as text and as bytes', async (_title, name) => {
    for (const file of [keyText(name), keyFile(name), `around it\r\n${keyText(name).replaceAll('\n', '\r\n')}`]) {
      expect((await importPrivateKey(file, { passphrase })).public.spki).toEqual(rsa);
    }
  });

  it.each(['rsa.pkcs1.pem', 'rsa.pkcs8.pem', 'rsa.pkcs8-encrypted.pem'])('%s: is read as DER as well', async (name) => {
    expect((await importPrivateKey(derOf(name), { passphrase })).public.spki).toEqual(rsa);
  });

  it.each(['id_ed25519', 'id_ed25519_encrypted', 'id_ed25519_cbc'])('%s: is the Ed25519 key of its .pub file', async (name) => {
    const expected = importPublicKey(keyText('id_ed25519.pub'));
    expect((await importPrivateKey(keyFile(name), { passphrase })).public.spki).toEqual(expected.spki);
  });

  it('comes from a JWK, with members that nobody knows', async () => {
    const note = { kid: 'adam', alg: 'PS256', use: 'sig', key_ops: ['sign'], ext: true, x5t: 7 };
    expect((await importPrivateKey(JSON.stringify({ ...note, ...jwkOf('rsa.pkcs8.pem') }))).public.spki).toEqual(rsa);
    const ed = await importPrivateKey(JSON.stringify({ ...jwkOf('ed25519.pkcs8.pem'), alg: 'EdDSA' }));
    expect(ed.public.spki).toEqual(spkiOf('ed25519.spki.pem'));
  });

  it('comes from its raw numbers, as bytes and as hexadecimal text', async () => {
    const identity = await importPrivateKey(keyText('id_rsa'));
    expect((await importPrivateKey(exportComponents(identity))).public.spki).toEqual(rsa);
    const json = JSON.parse(await exportPrivateKey(identity, 'components')) as Record<string, string>;
    expect(json['e']).toBe('010001');
    expect((await importPrivateKey(JSON.stringify({ ...json, e: '0x10001', comment: 1 }))).public.spki).toEqual(rsa);
  });
});

describe('a passphrase', () => {
  it.each(['id_rsa_encrypted', 'id_ed25519_cbc', 'rsa.pkcs8-encrypted.pem'])('%s: is asked for, and a wrong one told', async (name) => {
    expect(await refusalOf(keyText(name))).toMatch('passphrase_required');
    expect(await refusalOf(keyText(name), Secret.of('wrong'))).toMatch('wrong_passphrase');
    expect(await refusalOf(keyText(name), Secret.of(''))).toMatch('wrong_passphrase');
  });

  it('is ignored where none is needed', async () => {
    expect((await importPrivateKey(keyText('id_rsa'), { passphrase })).public.spki).toEqual(rsa);
  });
});

describe('refused by name', () => {
  const text = (type: 'rsa', modulusLength: number, publicExponent = 65537): string =>
    generateKeyPairSync(type, { modulusLength, publicExponent }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const ed = (change: object): string => JSON.stringify({ ...jwkOf('ed25519.pkcs8.pem'), ...change });
  const rsaJwk = (change: object): string => JSON.stringify({ ...jwkOf('rsa.pkcs8.pem'), ...change });
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });

  it.each([
    ['an empty file', () => '', 'key_damaged: the key is damaged or in no known form: no key in a known form'],
    ['some text', () => 'dear diary, ssh-keygen -t rsa makes keys', 'no key in a known form'],
    ['a file of 100 KB', () => new Uint8Array(100_000).fill(65), 'too long'],
    ['RSA with 1,024 bits', () => keyText('id_rsa_1024'), 'weak_key: the key is too weak: rsa-1024'],
    ['RSA with 2,056 bits', () => text('rsa', 2056), 'key_unsupported: this kind of key is not supported: rsa-2056'],
    ['RSA with e = 3', () => text('rsa', 2048, 3), 'weak_key: the key is too weak: rsa-2048 with e other than 65537: e is 3'],
    ['ECDSA', () => keyText('id_ecdsa'), 'key_unsupported: this kind of key is not supported: ecdsa-sha2-nistp256'],
    ['legacy encryption', () => keyText('rsa.rfc1421.pem'), 'RFC 1421 encryption (one round of MD5). `ssh-keygen -p'],
    ['an OpenSSH file with AES-GCM', () => keyText('id_ed25519_gcm'), 'ssh-keygen -p -Z aes256-ctr'],
    ['a PuTTY file', () => 'PuTTY-User-Key-File-3: ssh-ed25519\n', 'puttygen'],
    [
      'a certificate',
      () => keyText('rsa.spki.pem').replaceAll('PUBLIC KEY', 'CERTIFICATE'),
      'key_unsupported: this kind of key is not supported: CERTIFICATE',
    ],
    ['a public key', () => keyText('id_rsa.pub'), 'a public key where a private one is needed'],
    ['two keys', () => keyText('id_rsa') + keyText('id_ed25519'), 'more than one key'],
    ['a set of keys', () => JSON.stringify({ keys: [jwkOf('rsa.pkcs8.pem')] }), 'a set of keys'],
    ['broken JSON', () => '{"kty":', 'broken JSON'],
    ['a symmetric JWK', () => '{"kty":"oct","k":"AA","d":"AA"}', 'kty oct'],
    ['an X25519 JWK', () => ed({ crv: 'X25519' }), 'crv X25519'],
    ['a JWK for encryption', () => rsaJwk({ use: 'enc' }), 'use enc: an identity signs'],
    ['a JWK for RS256', () => rsaJwk({ alg: 'RS256' }), 'alg RS256: an identity signs by PS256'],
    ['a JWK for RSA-OAEP', () => rsaJwk({ alg: 'RSA-OAEP-256' }), 'alg RSA-OAEP-256'],
    ['an Ed25519 JWK for ES256', () => ed({ alg: 'ES256' }), 'alg ES256: an identity signs by EdDSA or Ed25519'],
    ['a JWK that may not sign', () => rsaJwk({ key_ops: ['verify'] }), 'key_ops without sign'],
    ['an RSA JWK without its primes', () => rsaJwk({ p: undefined }), 'key_damaged: the key is damaged or in no known form: p is missing'],
    ['an RSA JWK with three primes', () => rsaJwk({ oth: [] }), 'more than two primes'],
    ['base64 where base64url belongs', () => ed({ d: `${'A'.repeat(42)}+` }), 'd is no base64url'],
    ['base64url with set trailing bits', () => ed({ d: `${'A'.repeat(42)}B` }), 'd is no base64url'],
    ['a JWK with a number', () => ed({ d: 7 }), 'd is no base64url'],
    ['a JWK with a short seed', () => ed({ d: 'AAAA' }), 'd of 3 bytes'],
    ['a JWK whose x belongs to another d', () => ed({ x: other.x }), 'private and public half do not match'],
    ['a JWK with a wrong dp', () => rsaJwk({ dp: jwkOf('rsa.pkcs8.pem').dq }), 'dp is wrong'],
    ['numbers without d', () => '{"n":"ff","e":"10001","d":""}', 'd is no hexadecimal text'],
  ])('%s', async (_title, make, expected) => {
    expect(await refusalOf(make(), passphrase)).toContain(expected);
  });

  it('raw numbers of which one is wrong or missing', async () => {
    const numbers = exportComponents(await importPrivateKey(keyText('id_rsa')));
    const wrong = Uint8Array.from(numbers.qi, (octet) => octet ^ 1);
    expect(await namedRefusal(() => importPrivateKey({ ...numbers, qi: wrong }))).toContain('qi is wrong');
    const { qi: _left, ...seven } = numbers;
    expect(await namedRefusal(() => importPrivateKey(seven as typeof numbers))).toContain('qi is missing');
  });
});

describe('two halves that do not belong together', () => {
  const differ = 'key_damaged: the key is damaged or in no known form: private and public half do not match';
  const openSsh = (name: string): Buffer => derOf(name);
  const armour = (bytes: Uint8Array): string =>
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from(bytes).toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;

  it('are refused in front of an OpenSSH file', async () => {
    const stranger = PrivateIdentity.generate('ed25519').public.spki.subarray(12);
    const point = importPublicKey(keyText('id_ed25519.pub')).spki.subarray(12);
    for (const name of ['id_ed25519', 'id_ed25519_cbc']) {
      const bytes = openSsh(name);
      bytes.set(stranger, bytes.indexOf(point));
      expect(await refusalOf(armour(bytes), passphrase)).toBe(differ);
    }
  });

  it('are refused within an OpenSSH file, wherever the seed or a copy of the public key changes', async () => {
    const bytes = openSsh('id_ed25519');
    const point = importPublicKey(keyText('id_ed25519.pub')).spki.subarray(12);
    const inner = bytes.indexOf(point, bytes.indexOf(point) + 32);
    for (const at of [inner + 3, inner + 36 + 3, inner + 36 + 32 + 3]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(await refusalOf(armour(changed))).toBe(differ);
    }
  });

  it('are refused in a PKCS#8 file of version 2, where OpenSSL does not look', async () => {
    const [d, x] = [jwkOf('ed25519.pkcs8.pem').d!, jwkOf('ed25519.pkcs8.pem').x!].map((part) => Buffer.from(part, 'base64url'));
    const file = (point: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from('3051020101300506032b657004220420', 'hex'), d!, Buffer.from('812100', 'hex'), point]);
    expect((await importPrivateKey(file(x!))).public.spki).toEqual(spkiOf('ed25519.spki.pem'));
    const wrong = file(Buffer.alloc(32, 3));
    expect(createPrivateKey({ key: wrong, format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe('ed25519');
    expect(await refusalOf(wrong)).toBe(differ);
  });

  it('a wrong padding and bytes behind the key are refused as well', async () => {
    const bytes = openSsh('id_ed25519');
    const padded = Buffer.from(bytes);
    padded[padded.length - 1]! ^= 1;
    expect(await refusalOf(armour(padded))).toContain('the padding is wrong');
    expect(await refusalOf(armour(Buffer.concat([bytes, Uint8Array.of(0)])))).toContain('something follows the key');
  });

  it('an OpenSSH file cannot ask for hours of bcrypt', async () => {
    const bytes = openSsh('id_ed25519_cbc');
    const at = bytes.indexOf(Buffer.from([0, 0, 0, 2]), bytes.indexOf('bcrypt') + 6 + 8 + 16);
    bytes.writeUInt32BE(1_000_000, at);
    expect(await refusalOf(armour(bytes), passphrase)).toContain('1000000 rounds of bcrypt, more than 1000');
  });
});

describe('a public key', () => {
  it.each(['id_rsa.pub', 'rsa.spki.pem', 'rsa.pkcs1-public.pem'])('%s: is read as text and as bytes', (name) => {
    expect(importPublicKey(keyText(name)).spki).toEqual(rsa);
    expect(importPublicKey(keyFile(name)).spki).toEqual(rsa);
  });

  it('is read as DER, as JWK and as numbers', () => {
    expect(importPublicKey(derOf('rsa.spki.pem')).spki).toEqual(rsa);
    expect(importPublicKey(derOf('rsa.pkcs1-public.pem')).spki).toEqual(rsa);
    const jwk = createPublicKey(keyText('rsa.spki.pem')).export({ format: 'jwk' });
    expect(importPublicKey(JSON.stringify({ ...jwk, use: 'sig', key_ops: ['verify'] })).spki).toEqual(rsa);
    const n = Buffer.from(jwk.n!, 'base64url');
    expect(importPublicKey({ n, e: Uint8Array.of(1, 0, 1) }).spki).toEqual(rsa);
    expect(importPublicKey(JSON.stringify({ n: n.toString('hex'), e: '10001' })).spki).toEqual(rsa);
  });

  it('is read among comments and blank lines', () => {
    expect(importPublicKey(`\n# mine\r\n  ${keyText('id_rsa.pub')}\n`).spki).toEqual(rsa);
  });

  const line = keyText('id_ed25519.pub').trim();
  it.each([
    ['options of authorized_keys', `no-pty,command="x" ${line}`, 'options of authorized_keys in front of the key'],
    ['two lines', `${line}\n${line}`, 'more than one key'],
    ['broken base64', line.replace('AAAAC3', 'AAAA?3'), 'broken base64'],
    ['another type in front', line.replace('ssh-ed25519 ', 'ssh-rsa '), 'a line of ssh-rsa with another key'],
    ['a security key', 'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t', 'sk-ssh-ed25519@openssh.com'],
    ['ECDSA', keyText('id_ecdsa.pub'), 'key_unsupported: this kind of key is not supported: ecdsa-sha2-nistp256'],
    ['1,024 bits', keyText('id_rsa_1024.pub'), 'weak_key: the key is too weak: rsa-1024'],
    ['RFC 4716', '---- BEGIN SSH2 PUBLIC KEY ----\n', 'ssh-keygen -i'],
    ['a private key', keyText('id_ed25519'), 'a private key where a public one is needed'],
    ['a point of small order', `{"kty":"OKP","crv":"Ed25519","x":"${Buffer.alloc(32).fill(1, 0, 1).toString('base64url')}"}`, 'weak_key'],
  ])('with %s is refused by name', async (_title, text, expected) => {
    expect(await namedRefusal(() => importPublicKey(text))).toContain(expected);
  });
});

describe('inspectKey', () => {
  it.each([
    ['id_rsa_encrypted', 'openssh', true],
    ['id_rsa', 'openssh', false],
    ['rsa.pkcs1.pem', 'pkcs1', false],
    ['rsa.pkcs8.pem', 'pkcs8', false],
  ])('tells the form of %s and its public half without a passphrase', async (name, format, encrypted) => {
    const { public: identity, ...summary } = await inspectKey(keyText(name));
    expect(summary).toEqual({ half: 'private', format, encrypted });
    expect(identity!.spki).toEqual(rsa);
  });

  it('finds no public half in encrypted PKCS#8 of openssl, and one in ours', async () => {
    const theirs = keyText('rsa.pkcs8-encrypted.pem');
    expect(await inspectKey(theirs)).toEqual({ half: 'private', format: 'pkcs8', encrypted: true, public: undefined });
    const ours = await exportPrivateKey(await importPrivateKey(keyText('id_ed25519')), 'pkcs8', { passphrase });
    expect((await inspectKey(ours)).public!.spki).toEqual(importPublicKey(keyText('id_ed25519.pub')).spki);
  });

  it('tells public keys too', async () => {
    const { public: identity, ...summary } = await inspectKey(exportPublicKey(importPublicKey(keyText('id_rsa.pub')), 'jwk'));
    expect(summary).toEqual({ half: 'public', format: 'jwk', encrypted: false });
    expect(identity!.spki).toEqual(rsa);
  });
});
