import { readFileSync } from 'node:fs';
import { mlKem, nativeMlKem, portableMlKem } from './mlkem-provider.js';
import { flip, hex } from './testing/hex.js';

const vector = JSON.parse(readFileSync(new URL('testing/mlkem-768.vector.json', import.meta.url), 'utf8')) as Readonly<
  Record<'seed' | 'ek' | 'c' | 'K', string>
>;
const providers = { native: nativeMlKem, portable: portableMlKem };

it('is OpenSSL wherever Node has it', () => expect(mlKem).toBe(nativeMlKem));

describe.each(Object.entries(providers))('%s', (_name, provider) => {
  it('generates the published key from its seed, and decapsulates by implicit rejection', () => {
    const pair = provider.generate(hex(vector.seed));
    expect(Buffer.from(pair.publicKey)).toEqual(Buffer.from(hex(vector.ek)));
    expect(Buffer.from(pair.decapsulate(hex(vector.c)))).toEqual(Buffer.from(hex(vector.K)));
  });

  it('throws for a key with a coefficient of q or more (FIPS 203 §7.2)', () => {
    const key = Uint8Array.from(provider.generate().publicKey);
    key[0] = 0x01; // the first 12 bits, little-endian: 3329 = 0xd01
    key[1] = (key[1]! & 0xf0) | 0x0d;
    expect(() => provider.encapsulate(key)).toThrow();
  });

  it.each(Object.entries(providers))('agrees with %s', (_other, other) => {
    const pair = provider.generate();
    const { ciphertext, secret } = other.encapsulate(pair.publicKey);
    expect(Buffer.from(pair.decapsulate(ciphertext))).toEqual(Buffer.from(secret));
    expect(Buffer.from(pair.decapsulate(flip(ciphertext, 9)))).not.toEqual(Buffer.from(secret));
  });
});

it('the portable one forgets its key when it is wiped', () => {
  const pair = portableMlKem.generate();
  const { ciphertext, secret } = portableMlKem.encapsulate(pair.publicKey);
  pair.wipe();
  let after: Uint8Array | undefined;
  try {
    after = pair.decapsulate(ciphertext);
  } catch {
    return;
  }
  expect(Buffer.from(after)).not.toEqual(Buffer.from(secret));
});
