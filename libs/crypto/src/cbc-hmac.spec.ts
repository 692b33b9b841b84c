import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createAead } from './aead.js';
import { CbcHmacAead, isCbcHmac } from './cbc-hmac.js';
import { randomBytes } from './random.js';
import { suites } from './suite.js';
import { flip, hex, toHex, utf8 } from './testing/hex.js';

interface Case {
  readonly tcId: number;
  readonly comment: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
  readonly result: 'valid' | 'invalid';
}
const { groups } = JSON.parse(readFileSync(new URL('./testing/cbc-hmac.json', import.meta.url), 'utf8')) as {
  readonly groups: readonly { readonly algorithm: string; readonly key: string; readonly tests: readonly Case[] }[];
};

describe.each(groups)('$algorithm, cases in the form of Wycheproof', ({ algorithm, key, tests }) => {
  const aead = createAead(suites.find(({ name }) => name === algorithm)!.id, hex(key));
  const sealed = ({ ct, tag }: Case): Uint8Array => hex(ct + tag);

  it.each(tests)('$tcId $result: $comment', (test) => {
    const opened = aead.open(hex(test.iv), sealed(test), hex(test.aad));
    if (test.result === 'invalid') return expect(opened).toBeUndefined();
    expect(toHex(opened!)).toBe(test.msg);
    expect(toHex(aead.seal(hex(test.iv), hex(test.msg), hex(test.aad)))).toBe(test.ct + test.tag);
  });
});

const cbcSuites = suites.flatMap((suite) => (isCbcHmac(suite.name) ? [{ ...suite, name: suite.name }] : []));

describe.each(cbcSuites)('$name', (suite) => {
  const key = randomBytes(suite.keyBytes);
  const iv = randomBytes(16);
  const aad = utf8('bound');
  let deciphers = 0;
  const aead = new CbcHmacAead(suite, key, ((...args: Parameters<typeof createDecipheriv>) => {
    deciphers += 1;
    return createDecipheriv(...args);
  }) as typeof createDecipheriv);
  const sealed = aead.seal(iv, utf8('a message of more than one block'), aad);
  const tagAt = sealed.length - suite.tagBytes;

  it('T14: 100,000 changed tags have one outcome, and none of them makes a decipher; the true one makes one', () => {
    for (let i = 0; i < 100_000; i += 1) {
      const forged = Uint8Array.from(sealed);
      if (i < suite.tagBytes * 8) forged[tagAt + (i >> 3)]! ^= 1 << (i & 7);
      else forged.set(randomBytes(suite.tagBytes), tagAt);
      if (aead.open(iv, forged, aad) !== undefined || deciphers !== 0) throw new Error(`tag ${i} told something`);
    }
    expect(aead.open(iv, sealed, aad)).toEqual(Buffer.from('a message of more than one block'));
    expect(deciphers).toBe(1);
  });

  it('T14: no change of the ciphertext, which is how padding oracles are asked, makes a decipher', () => {
    deciphers = 0;
    for (let bit = 0; bit < tagAt * 8; bit += 1) expect(aead.open(iv, flip(sealed, bit), aad)).toBeUndefined();
    for (let length = 0; length < sealed.length; length += 1) expect(aead.open(iv, sealed.subarray(0, length), aad)).toBeUndefined();
    expect(deciphers).toBe(0);
  });

  it('T14: faults found behind the MAC, by whom else, have the same outcome', () => {
    const { tests } = groups.find(({ algorithm }) => algorithm === suite.name)!;
    const padding = tests.filter(({ comment }) => comment.startsWith('padding of'));
    const known = createAead(suite.id, hex(groups.find(({ algorithm }) => algorithm === suite.name)!.key));
    expect(padding.length).toBeGreaterThan(1);
    for (const test of padding) expect(known.open(hex(test.iv), hex(test.ct + test.tag), hex(test.aad))).toBeUndefined();
  });
});
