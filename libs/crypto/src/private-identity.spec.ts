import { constants, createPrivateKey, createPublicKey, publicEncrypt } from 'node:crypto';
import NodeRSA from 'node-rsa';
import { PrivateIdentity } from './private-identity.js';
import { PublicIdentity } from './public-identity.js';
import { randomBytes } from './random.js';
import { Secret } from './secret.js';
import { flip, hex, utf8 } from './testing/hex.js';
import { refusal } from './testing/reason.js';

const message = utf8('the transcript');
const rsa = PrivateIdentity.generate('rsa-2048');
const ed = PrivateIdentity.generate('ed25519');
const both = [
  ['rsa-2048', rsa],
  ['ed25519', ed],
] as const;

it('generates RSA-3072 where nothing else is asked for', async () => {
  expect((await PrivateIdentity.generateAsync()).public.kind).toBe('rsa-3072');
});

// RFC 8032 §7.1 TEST 2; PKCS#8 as in RFC 8410 §7
it('signs as RFC 8032 does', async () => {
  const seed = hex('302e020100300506032b657004220420 4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const identity = PrivateIdentity.fromPem(
    `-----BEGIN PRIVATE KEY-----\n${Buffer.from(seed).toString('base64')}\n-----END PRIVATE KEY-----`,
  );
  const expected = hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da 085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(identity.sign(hex('72'))).toEqual(Buffer.from(expected));
  expect(await identity.signAsync(hex('72'))).toEqual(Buffer.from(expected));
});

it.each(both)('%s: sign and signAsync make signatures that verify', async (_kind, identity) => {
  expect(identity.public.verify(message, identity.sign(message))).toBe(true);
  expect(identity.public.verify(message, await identity.signAsync(message))).toBe(true);
});

describe('PEM', () => {
  it.each(both)('%s: comes back from a plain and from an encrypted file', (_kind, identity) => {
    const passphrase = Secret.of('correct horse');
    for (const back of [PrivateIdentity.fromPem(identity.toPem()), PrivateIdentity.fromPem(identity.toPem(passphrase), passphrase)]) {
      expect(back.public.fingerprint).toEqual(identity.public.fingerprint);
      expect(identity.public.verify(message, back.sign(message))).toBe(true);
    }
  });

  it.each(both)('%s: wants the passphrase, and the right one', (_kind, identity) => {
    const pem = identity.toPem(Secret.of('correct horse'));
    expect(refusal(() => PrivateIdentity.fromPem(pem))).toBe('passphrase_required');
    expect(refusal(() => PrivateIdentity.fromPem(pem, Secret.of('wrong')))).toBe('wrong_passphrase');
    expect(refusal(() => PrivateIdentity.fromPem(pem, Secret.of('')))).toBe('wrong_passphrase');
  });

  it('reads PKCS#1, as text and as bytes', () => {
    const pem = createPrivateKey(rsa.toPem()).export({ type: 'pkcs1', format: 'pem' }).toString();
    expect(PrivateIdentity.fromPem(pem).public.fingerprint).toEqual(rsa.public.fingerprint);
    expect(PrivateIdentity.fromPem(utf8(pem)).public.fingerprint).toEqual(rsa.public.fingerprint);
  });

  it.each(both)('%s: detects a changed character anywhere in the key', (_kind, identity) => {
    const pem = identity.toPem();
    const end = pem.indexOf('-----END');
    for (let i = 30; i < end; i += 41) {
      if (pem[i] === '\n') continue;
      const changed = pem.slice(0, i) + (pem[i] === 'A' ? 'B' : 'A') + pem.slice(i + 1);
      expect(refusal(() => PrivateIdentity.fromPem(changed))).toMatch(/^(key_|weak_)/);
    }
  });
});

describe('openShare', () => {
  const share = randomBytes(32);
  const sealed = rsa.public.sealShare(share);
  const key = createPublicKey({ key: Buffer.from(rsa.public.spki), format: 'der', type: 'spki' });
  const oaep = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const oaepLabel = Buffer.from('keyway/1 grant-share');

  it('opens what was sealed to it', () => {
    expect(rsa.openShare(sealed)).toEqual(Buffer.from(share));
    expect(rsa.openShare(publicEncrypt({ ...oaep, oaepLabel }, share))).toEqual(Buffer.from(share));
  });

  it.each([
    ['nothing', () => new Uint8Array()],
    ['a truncated ciphertext', () => sealed.subarray(1)],
    ['a longer ciphertext', () => Buffer.concat([sealed, sealed])],
    ['zeros', () => new Uint8Array(256)],
    ['a number above the modulus', () => new Uint8Array(256).fill(0xff)],
    ['a share for somebody else', () => PrivateIdentity.generate('rsa-2048').public.sealShare(share)],
    ['another label', () => publicEncrypt({ ...oaep, oaepLabel: Buffer.from('keyway/1 grant-key') }, share)],
    ['no label', () => publicEncrypt(oaep, share)],
    ['OAEP with SHA-1', () => publicEncrypt({ ...oaep, oaepHash: 'sha1', oaepLabel }, share)],
    ['PKCS#1 v1.5', () => publicEncrypt({ key, padding: 1 }, share)],
    ['31 bytes', () => publicEncrypt({ ...oaep, oaepLabel }, share.subarray(1))],
  ])('answers undefined to %s', (_name, make) => {
    expect(rsa.openShare(make())).toBeUndefined();
  });

  it('answers undefined to a ciphertext without its leading zero byte, though it is the same number', () => {
    let zeroFirst = sealed;
    while (zeroFirst[0] !== 0) zeroFirst = rsa.public.sealShare(share);
    expect(rsa.openShare(zeroFirst)).toEqual(Buffer.from(share));
    expect(rsa.openShare(zeroFirst.subarray(1))).toBeUndefined();
  });

  it('answers undefined to flipped bits, and with an Ed25519 key', () => {
    for (let bit = 0; bit < 2048; bit += 41) expect(rsa.openShare(flip(sealed, bit))).toBeUndefined();
    expect(ed.openShare(sealed)).toBeUndefined();
  });
});

describe('node-rsa, an independent implementation in JavaScript, agrees', () => {
  const nodeRsa = new NodeRSA(rsa.toPem(), 'pkcs8-private-pem', {
    environment: 'browser', // no node:crypto underneath
    signingScheme: { scheme: 'pss', hash: 'sha256', saltLength: 32 },
    encryptionScheme: { scheme: 'pkcs1_oaep', hash: 'sha256', label: utf8('keyway/1 grant-share') },
  });

  it('on RSASSA-PSS, both ways', () => {
    expect(nodeRsa.verify(message, rsa.sign(message))).toBe(true);
    expect(rsa.public.verify(message, nodeRsa.sign(message))).toBe(true);
    expect(rsa.public.verify(utf8('another'), nodeRsa.sign(message))).toBe(false);
  });

  it('on RSA-OAEP with our label, both ways', () => {
    const share = randomBytes(32);
    expect(nodeRsa.decrypt(rsa.public.sealShare(share))).toEqual(share);
    expect(rsa.openShare(nodeRsa.encrypt(share))).toEqual(Buffer.from(share));
  });

  it('on what the public key is', () => {
    const spki = nodeRsa.exportKey('pkcs8-public-der');
    expect(PublicIdentity.fromSpki(spki).fingerprint).toEqual(rsa.public.fingerprint);
  });
});
