import { createPublicKey, generateKeyPairSync, sign, constants, type KeyObject } from 'node:crypto';
import { sha256 } from './hash.js';
import { PrivateIdentity } from './private-identity.js';
import { PublicIdentity } from './public-identity.js';
import { flip, hex, toHex, utf8 } from './testing/hex.js';
import { refusal } from './testing/reason.js';

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const rsa = PrivateIdentity.generate('rsa-2048');
const ed = PrivateIdentity.generate('ed25519');
const message = utf8('the transcript');

describe('fromSpki', () => {
  it.each([
    ['rsa-2048', 294],
    ['rsa-3072', 422],
    ['rsa-4096', 550],
    ['ed25519', 44],
  ] as const)('takes %s in %i bytes', async (kind, size) => {
    const { spki } = (await PrivateIdentity.generateAsync(kind)).public;
    const identity = PublicIdentity.fromSpki(spki);
    expect(identity.kind).toBe(kind);
    expect(identity.spki).toEqual(spki);
    expect(identity.spki.length).toBe(size);
    expect(identity.fingerprint).toEqual(sha256(spki));
  });

  it.each([
    ['rsa-1024', 'weak_key', () => generateKeyPairSync('rsa', { modulusLength: 1024 })],
    ['rsa-2048 with e other than 65537', 'weak_key', () => generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 })],
    ['rsa-2056', 'key_unsupported', () => generateKeyPairSync('rsa', { modulusLength: 2056 })],
    ['rsa-pss', 'key_unsupported', () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 })],
    ['dsa', 'key_unsupported', () => generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })],
    ['ec', 'key_unsupported', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['ed448', 'key_unsupported', () => generateKeyPairSync('ed448')],
    ['x25519', 'key_unsupported', () => generateKeyPairSync('x25519')],
    ['ml-kem-768', 'key_unsupported', () => generateKeyPairSync('ml-kem-768')],
  ] as const)('refuses %s by name, as %s', (name, reason, generate) => {
    const { publicKey, privateKey } = generate();
    expect(refusal(() => PublicIdentity.fromSpki(spkiOf(publicKey)))).toBe(reason);
    expect(() => PublicIdentity.fromSpki(spkiOf(publicKey))).toThrow(name);
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(refusal(() => PrivateIdentity.fromPem(pem))).toBe(reason);
  });

  it('refuses an Ed25519 key of small order, for which anybody can sign', () => {
    const neutral = hex(`302a300506032b6570032100 01${'00'.repeat(31)}`);
    expect(refusal(() => PublicIdentity.fromSpki(neutral))).toBe('weak_key');
  });

  it('refuses every encoding but the canonical one, so that one key has one id', () => {
    const spki = toHex(ed.public.spki);
    const longLength = hex(spki.replace(/^302a/, '30812a')); // BER: OpenSSL takes it
    expect(createPublicKey({ key: Buffer.from(longLength), format: 'der', type: 'spki' }).asymmetricKeyType).toBe('ed25519');
    expect(refusal(() => PublicIdentity.fromSpki(longLength))).toBe('key_damaged');
    const trailing = Buffer.concat([rsa.public.spki, Uint8Array.of(0)]);
    expect(refusal(() => PublicIdentity.fromSpki(trailing))).toBe('key_damaged');
  });

  it.each([
    ['nothing', () => new Uint8Array()],
    ['junk', () => new Uint8Array(44).fill(0x30)],
    ['100 KB', () => new Uint8Array(100_000)],
    [
      'PKCS#1',
      () => createPublicKey({ key: Buffer.from(rsa.public.spki), format: 'der', type: 'spki' }).export({ type: 'pkcs1', format: 'der' }),
    ],
  ])('refuses %s with a KeyError', (_name, make) => {
    expect(refusal(() => PublicIdentity.fromSpki(make()))).toMatch(/^key_/);
  });

  it('answers every truncation, and every flipped bit outside the key value, with a KeyError', () => {
    for (const { spki } of [rsa.public, ed.public]) {
      for (let length = 0; length < spki.length; length += 1) {
        expect(refusal(() => PublicIdentity.fromSpki(spki.subarray(0, length)))).toMatch(/^key_/);
      }
    }
    for (let bit = 0; bit < 12 * 8; bit += 1) expect(refusal(() => PublicIdentity.fromSpki(flip(ed.public.spki, bit)))).toMatch(/^key_/);
    for (let bit = 0; bit < 33 * 8; bit += 1)
      expect(refusal(() => PublicIdentity.fromSpki(flip(rsa.public.spki, bit)))).toMatch(/^(key_|weak_)/);
  });

  it('keeps its own copy of the bytes', () => {
    const der = Uint8Array.from(ed.public.spki);
    const identity = PublicIdentity.fromSpki(der);
    der.fill(0);
    expect(identity.spki).toEqual(ed.public.spki);
  });
});

describe('verify', () => {
  // RFC 8032 §7.1, TEST 1 to 3
  it.each([
    {
      test: 1,
      key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      text: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    },
    {
      test: 2,
      key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      text: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      test: 3,
      key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      text: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    },
  ])('accepts RFC 8032 TEST $test and none of its flipped bits', ({ key, text, signature }) => {
    const identity = PublicIdentity.fromSpki(hex(`302a300506032b6570032100${key}`));
    expect(identity.verify(hex(text), hex(signature))).toBe(true);
    for (let bit = 0; bit < 512; bit += 1) expect(identity.verify(hex(text), flip(hex(signature), bit))).toBe(false);
    expect(identity.verify(utf8('another message'), hex(signature))).toBe(false);
  });

  it.each([
    ['rsa', rsa],
    ['ed25519', ed],
  ])('never throws on what a peer sends as %s signature', (_name, identity) => {
    const good = identity.sign(message);
    const tries = [
      new Uint8Array(),
      good.subarray(1),
      Buffer.concat([good, good]),
      new Uint8Array(good.length),
      new Uint8Array(good.length).fill(0xff),
    ];
    for (const signature of tries) expect(identity.public.verify(message, signature)).toBe(false);
    for (let bit = 0; bit < good.length * 8; bit += 37) expect(identity.public.verify(message, flip(good, bit))).toBe(false);
  });

  it('does not accept a signature of another identity', () => {
    expect(PrivateIdentity.generate('rsa-2048').public.verify(message, rsa.sign(message))).toBe(false);
    expect(PrivateIdentity.generate('ed25519').public.verify(message, ed.sign(message))).toBe(false);
  });

  const rsaKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pss = { key: rsaKey.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING };
  it.each([
    ['PKCS#1 v1.5', () => sign('sha256', message, rsaKey.privateKey)],
    ['PSS with a salt of 20 bytes', () => sign('sha256', message, { ...pss, saltLength: 20 })],
    ['PSS with an empty salt', () => sign('sha256', message, { ...pss, saltLength: 0 })],
    ['PSS with the longest salt', () => sign('sha256', message, { ...pss, saltLength: constants.RSA_PSS_SALTLEN_MAX_SIGN })],
    ['PSS over SHA-512', () => sign('sha512', message, { ...pss, saltLength: 32 })],
    ['PSS over SHA-1', () => sign('sha1', message, { ...pss, saltLength: 32 })],
  ])('refuses %s', (_name, make) => {
    const identity = PublicIdentity.fromSpki(spkiOf(rsaKey.publicKey));
    expect(identity.verify(message, sign('sha256', message, { ...pss, saltLength: 32 }))).toBe(true);
    expect(identity.verify(message, make())).toBe(false);
  });
});

describe('sealShare', () => {
  it('seals 32 bytes afresh each time, in as many bytes as the modulus has', () => {
    const share = new Uint8Array(32).fill(7);
    const sealed = rsa.public.sealShare(share);
    expect(sealed.length).toBe(256);
    expect(rsa.public.sealShare(share)).not.toEqual(sealed);
    expect(rsa.openShare(sealed)).toEqual(Buffer.from(share));
  });

  it('is refused for Ed25519, and for anything but 32 bytes', () => {
    expect(refusal(() => ed.public.sealShare(new Uint8Array(32)))).toBe('key_unsupported');
    expect(() => rsa.public.sealShare(new Uint8Array(31))).toThrow(RangeError);
  });
});
