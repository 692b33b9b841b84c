import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { createAead } from './aead.js';
import { randomBytes } from './random.js';
import { recordNonce } from './record-nonce.js';
import { AES_256_GCM, CHACHA20_POLY1305, sealedBytes, suites } from './suite.js';
import { flip, hex, utf8 } from './testing/hex.js';

const vectors = [
  {
    // McGrew, Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B, test case 16
    source: 'the GCM specification, test case 16',
    suite: AES_256_GCM,
    key: hex('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308'),
    nonce: hex('cafebabefacedbaddecaf888'),
    aad: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
    plaintext: hex(
      'd9313225f88406e5a55909c5aff5269a 86a7a9531534f7da2e4c303d8a318a72 1c3c0c95956809532fcf0e2449a6b525 b16aedf5aa0de657ba637b39',
    ),
    sealed: hex(
      '522dc1f099567d07f47f37a32a84427d 643a8cdcbfe5c0c97598a2bd2555d1aa 8cb08e48590dbb3da7b08b1056828838' +
        'c5f61e6393ba7a0abcc9f662 76fc6ece0f4e1768cddf8853bb2d551b',
    ),
  },
  {
    source: 'RFC 8439 §2.8.2',
    suite: CHACHA20_POLY1305,
    key: hex('808182838485868788898a8b8c8d8e8f 909192939495969798999a9b9c9d9e9f'),
    nonce: hex('070000004041424344454647'),
    aad: hex('50515253c0c1c2c3c4c5c6c7'),
    plaintext: utf8("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."),
    sealed: hex(
      'd31a8d34648e60db7b86afbc53ef7ec2 a4aded51296e08fea9e2b5a736ee62d6 3dbea45e8ca9671282fafb69da92728b' +
        '1a71de0a9e060b2905d6a5b67ecd3b36 92ddbd7f2d778b8c9803aee328091b58 fab324e4fad675945585808b4831d7bc' +
        '3ff4def08e4b7a9de576d26586cec64b 6116 1ae10b594f09e26a7e902ecbd0600691',
    ),
  },
] as const;

it.each(vectors)('matches $source', ({ suite, key, nonce, aad, plaintext, sealed }) => {
  const aead = createAead(suite, key);
  expect(aead.seal(nonce, plaintext, aad)).toEqual(Buffer.from(sealed));
  expect(aead.open(nonce, sealed, aad)).toEqual(Buffer.from(plaintext));
});

describe.each(suites)('$name', (suite) => {
  const { id, keyBytes, nonceBytes } = suite;
  const key = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const aad = utf8('bound');
  const aead = createAead(id, key);
  const sealed = aead.seal(nonce, utf8('a message'), aad);

  it('opens what it sealed, of any size, with and without AAD', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.uint8Array({ maxLength: 50 }), { nil: undefined }),
        (plaintext, bound) => {
          const out = aead.seal(nonce, plaintext, bound);
          expect([out.length, aead.sealedBytes(plaintext.length)]).toEqual(Array(2).fill(sealedBytes(suite, plaintext.length)));
          expect(aead.open(nonce, out, bound)).toEqual(Buffer.from(plaintext));
        },
      ),
    );
  });

  it('takes an absent and an empty AAD for the same', () => {
    expect(aead.open(nonce, aead.seal(nonce, utf8('x')), new Uint8Array())).toEqual(Buffer.from('x'));
  });

  it('answers undefined to every single flipped bit of ciphertext, tag, nonce and AAD', () => {
    for (let bit = 0; bit < sealed.length * 8; bit += 1) expect(aead.open(nonce, flip(sealed, bit), aad)).toBeUndefined();
    for (let bit = 0; bit < nonceBytes * 8; bit += 1) expect(aead.open(flip(nonce, bit), sealed, aad)).toBeUndefined();
    for (let bit = 0; bit < aad.length * 8; bit += 1) expect(aead.open(nonce, sealed, flip(aad, bit))).toBeUndefined();
  });

  it('answers undefined to every truncation and extension', () => {
    for (let length = 0; length < sealed.length; length += 1) expect(aead.open(nonce, sealed.subarray(0, length), aad)).toBeUndefined();
    expect(aead.open(nonce, Buffer.concat([sealed, Uint8Array.of(0)]), aad)).toBeUndefined();
  });

  it('answers undefined under another key', () => {
    expect(createAead(id, randomBytes(keyBytes)).open(nonce, sealed, aad)).toBeUndefined();
  });

  it('seals in place at an offset, touching nothing else', () => {
    const length = sealedBytes(suite, 5);
    const target = new Uint8Array(100).fill(0xee);
    expect(aead.sealInto(nonce, utf8('hello'), target, 10)).toBe(length);
    expect(Buffer.from(target.subarray(10, 10 + length))).toEqual(aead.seal(nonce, utf8('hello')));
    expect([...target.subarray(0, 10), ...target.subarray(10 + length)].every((byte) => byte === 0xee)).toBe(true);
  });

  it('may seal over its own plaintext', () => {
    const text = 'overlapping by more than a block';
    const target = new Uint8Array(100);
    target.set(utf8(text), 3);
    const length = aead.sealInto(nonce, target.subarray(3, 3 + text.length), target, 0, aad);
    expect(aead.open(nonce, target.subarray(0, length), aad)).toEqual(Buffer.from(text));
  });

  it('throws RangeError where ciphertext or tag does not fit', () => {
    const length = sealedBytes(suite, 5);
    expect(() => aead.sealInto(nonce, utf8('hello'), new Uint8Array(length - 1), 0)).toThrow(RangeError);
    expect(() => aead.sealInto(nonce, utf8('hello'), new Uint8Array(length), 1)).toThrow(RangeError);
  });

  it('refuses nonces and keys of another size than its own', () => {
    expect(() => aead.seal(new Uint8Array(11), utf8('x'))).toThrow(RangeError);
    expect(() => aead.open(new Uint8Array(nonceBytes + 1), sealed)).toThrow(RangeError);
    expect(() => createAead(id, new Uint8Array(keyBytes - 1))).toThrow(RangeError);
    expect(() => createAead(id, new Uint8Array(keyBytes * 2))).toThrow(RangeError);
  });

  it('works no more once wiped', () => {
    const spent = createAead(id, key);
    spent.wipe();
    expect(() => spent.seal(nonce, utf8('x'))).toThrow('wiped');
    expect(() => spent.open(nonce, sealed)).toThrow('wiped');
  });

  it('has its own copy of the key, so that its owner may wipe the original', () => {
    const original = Uint8Array.from(key);
    const copy = createAead(id, original);
    original.fill(0);
    expect(copy.open(nonce, sealed, aad)).toEqual(Buffer.from('a message'));
  });
});

describe.each([
  [AES_256_GCM, 'aes-256-gcm'],
  [CHACHA20_POLY1305, 'chacha20-poly1305'],
])('suite %i', (id, name) => {
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const aead = createAead(id, key);
  it.each([4, 8, 12, 15])('refuses a tag shortened to %i bytes, which node takes by default', (tagBytes) => {
    const cipher = createCipheriv(name as 'aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    const body = Buffer.concat([cipher.update(utf8('sixteen bytes ok')), cipher.final()]);
    const short = Buffer.concat([body, cipher.getAuthTag()]);
    expect(short.length).toBe(16 + tagBytes);
    expect(aead.open(nonce, short)).toBeUndefined();
    expect(aead.open(nonce, cipher.getAuthTag())).toBeUndefined();
  });
});

it.each([0, 5, 99])('does not make a cipher of unknown suite %i', (id) => {
  expect(() => createAead(id, new Uint8Array(32))).toThrow(RangeError);
});

it('gives a different ciphertext for each of 1,000 records of the same plaintext', () => {
  const aead = createAead(AES_256_GCM, randomBytes(32));
  const iv = randomBytes(12);
  const nonce = new Uint8Array(12);
  const seen = new Set<string>();
  for (let seq = 0; seq < 1000; seq += 1) {
    recordNonce(iv, seq, nonce);
    seen.add(Buffer.from(aead.seal(nonce, new Uint8Array(16))).toString('latin1'));
  }
  expect(seen.size).toBe(1000);
});
