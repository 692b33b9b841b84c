import { hpkeOpen, hpkeSeal, hpkeSealFrom } from './hpke.js';
import { flip, hex, utf8 } from './testing/hex.js';
import { refusal } from './testing/reason.js';
import { X25519Key } from './x25519.js';

// The appendix of RFC 9180 prints no vector for X25519 with AES-256-GCM; the file it was cut from has one:
// github.com/cfrg/draft-irtf-cfrg-hpke, test-vectors.json, mode 0, kem_id 32, kdf_id 1, aead_id 2, encryption 0.
const vector = {
  info: hex('4f6465206f6e2061204772656369616e2055726e'),
  skEm: hex('179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11'),
  skRm: hex('497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d'),
  pkRm: hex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
  enc: hex('6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256'),
  aad: hex('436f756e742d30'),
  plaintext: hex('4265617574792069732074727574682c20747275746820626561757479'),
  ciphertext: hex('e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a'),
};

it('seals and opens the published vector of RFC 9180 for its suite', () => {
  const sealed = hpkeSealFrom(X25519Key.fromPrivate(vector.skEm), vector.pkRm, vector.info, vector.aad, vector.plaintext);
  expect(sealed).toEqual(Buffer.concat([vector.enc, vector.ciphertext]));
  const recipient = X25519Key.fromPrivate(vector.skRm);
  expect(recipient.publicKey).toEqual(Buffer.from(vector.pkRm));
  expect(hpkeOpen(recipient, vector.info, vector.aad, sealed)).toEqual(Buffer.from(vector.plaintext));
});

const recipient = X25519Key.generate();
const [info, aad] = [utf8('keyway/1 keyring'), utf8('router-1')];
const sealed = hpkeSeal(recipient.publicKey, info, aad, utf8('epoch keys'));

it('opens what it sealed; each sealing has its own ephemeral key', () => {
  expect(hpkeOpen(recipient, info, aad, sealed)).toEqual(Buffer.from('epoch keys'));
  expect(sealed.length).toBe(32 + 10 + 16);
  expect(hpkeSeal(recipient.publicKey, info, aad, utf8('epoch keys')).subarray(0, 32)).not.toEqual(sealed.subarray(0, 32));
});

it('answers undefined to every flipped bit and every truncation', () => {
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    if (bit !== 255) expect(hpkeOpen(recipient, info, aad, flip(sealed, bit))).toBeUndefined();
  }
  for (let length = 0; length < sealed.length; length += 1) {
    expect(hpkeOpen(recipient, info, aad, sealed.subarray(0, length))).toBeUndefined();
  }
});

it('binds the encoding of the ephemeral key, also the top bit that X25519 ignores', () => {
  expect(hpkeOpen(recipient, info, aad, flip(sealed, 255))).toBeUndefined();
});

it('answers undefined under another key, info or AAD', () => {
  expect(hpkeOpen(X25519Key.generate(), info, aad, sealed)).toBeUndefined();
  expect(hpkeOpen(recipient, aad, aad, sealed)).toBeUndefined();
  expect(hpkeOpen(recipient, info, info, sealed)).toBeUndefined();
});

it('neither seals to nor opens from a point of small order', () => {
  expect(refusal(() => hpkeSeal(new Uint8Array(32), info, aad, utf8('x')))).toBe('key_damaged');
  expect(refusal(() => hpkeSeal(new Uint8Array(31), info, aad, utf8('x')))).toBe('key_damaged');
  expect(hpkeOpen(recipient, info, aad, new Uint8Array(48))).toBeUndefined();
});

it('spends its ephemeral key', () => {
  const ephemeral = X25519Key.generate();
  hpkeSealFrom(ephemeral, recipient.publicKey, info, aad, utf8('x'));
  expect(() => ephemeral.agree(recipient.publicKey)).toThrow('wiped');
});
