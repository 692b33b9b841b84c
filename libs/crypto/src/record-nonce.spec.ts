import fc from 'fast-check';
import { recordNonce, recordNonces } from './record-nonce.js';
import { findSuite, suites } from './suite.js';
import { hex, toHex } from './testing/hex.js';

const iv = hex('5d313eb2671276ee13000b30'); // server handshake write_iv of RFC 8448 §3
const nonce = (seq: number, from = iv): Uint8Array => {
  const out = new Uint8Array(12);
  recordNonce(from, seq, out);
  return out;
};

it('is the IV itself for record 0, and the IV xor the big-endian number after it', () => {
  expect(nonce(0)).toEqual(iv);
  expect(nonce(1)).toEqual(hex('5d313eb2671276ee13000b31'));
  expect(nonce(0x0102_0304_0506)).toEqual(hex('5d313eb2 67127 7ec 10040e36'));
  expect(nonce(Number.MAX_SAFE_INTEGER, new Uint8Array(12))).toEqual(hex('00000000 001fffff ffffffff'));
});

it('agrees with RFC 8446 §5.3 computed in big integers, for any IV and any seq', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), fc.maxSafeNat(), (someIv, seq) => {
      const expected = BigInt(`0x${toHex(someIv)}`) ^ BigInt(seq);
      expect(toHex(nonce(seq, someIv))).toBe(expected.toString(16).padStart(24, '0'));
    }),
  );
});

it('never repeats: 200,000 records, among them every carry between bytes, give 200,000 nonces', () => {
  const seen = new Set<string>();
  const starts = [0, 2 ** 16 - 25_000, 2 ** 32 - 50_000, 2 ** 53 - 50_000];
  const counts = [40_000, 60_000, 50_000, 50_000];
  starts.forEach((start, i) => {
    for (let n = 0; n < counts[i]!; n += 1) seen.add(Buffer.from(nonce(start + n)).toString('latin1'));
  });
  expect(seen.size).toBe(200_000);
});

it('does not change the IV, and overwrites all of `out`', () => {
  const before = Uint8Array.from(iv);
  const out = new Uint8Array(12).fill(0xff);
  recordNonce(iv, 7, out);
  expect(iv).toEqual(before);
  expect(out).toEqual(nonce(7));
});

it.each([-1, 0.5, 2 ** 53, NaN, Infinity])('refuses seq %d', (seq) => {
  expect(() => nonce(seq)).toThrow(RangeError);
});

it('refuses sizes other than 12 bytes, and one buffer for both', () => {
  expect(() => recordNonce(new Uint8Array(11), 0, new Uint8Array(12))).toThrow(RangeError);
  expect(() => recordNonce(iv, 0, new Uint8Array(13))).toThrow(RangeError);
  expect(() => recordNonce(iv, 0, iv)).toThrow(RangeError);
});

describe.each(suites)('the nonces of $name', (suite) => {
  const secret = Uint8Array.from({ length: suite.ivBytes }, (_, i) => i);

  it('have its size, are the same for the same number, and others for others', () => {
    const nonces = recordNonces(suite, secret);
    const seen = new Set<string>();
    for (const seq of [0, 1, 2, 255, 256, 2 ** 32 - 1, 2 ** 32, 2 ** 52, Number.MAX_SAFE_INTEGER]) {
      const made = toHex(nonces.of(seq));
      expect([made.length / 2, toHex(recordNonces(suite, secret).of(seq))]).toEqual([suite.nonceBytes, made]);
      seen.add(made);
    }
    expect(seen.size).toBe(9);
  });

  it('are made from the beginning of a secret that is long enough, which stays as it is, and of numbers there are', () => {
    const longer = Uint8Array.from([...secret, 1, 2, 3]);
    const nonces = recordNonces(suite, longer);
    expect(toHex(nonces.of(5))).toBe(toHex(recordNonces(suite, secret).of(5)));
    expect([...longer]).toEqual([...secret, 1, 2, 3]);
    expect(() => recordNonces(suite, secret.subarray(1))).toThrow(RangeError);
    for (const seq of [-1, 0.5, 2 ** 53, NaN]) expect(() => nonces.of(seq)).toThrow(RangeError);
  });
});

describe('an IV for AES-CBC', () => {
  it('is the number as one block, enciphered', () => {
    const nonces = recordNonces(findSuite(4)!, new Uint8Array(16));
    expect(toHex(nonces.of(0))).toBe('66e94bd4ef8a2c3b884cfa59ca342b2e'); // the GCM specification, test case 1: H
    expect(toHex(recordNonces(findSuite(3)!, new Uint8Array(32)).of(0))).toBe('dc95c078a2408989ad48a21492842087'); // test case 13: H
  });

  it('comes with its number as AAD: 8 bytes, big-endian', () => {
    const nonces = recordNonces(findSuite(3)!, new Uint8Array(32));
    nonces.of(0x0102_0304_0506);
    expect(toHex(nonces.aad!)).toBe('0000010203040506');
    nonces.of(1);
    expect(toHex(nonces.aad!)).toBe('0000000000000001');
    expect(recordNonces(findSuite(1)!, iv).aad).toBeUndefined();
  });

  it('is made no more once wiped', () => {
    const nonces = recordNonces(findSuite(4)!, new Uint8Array(16));
    nonces.wipe();
    expect(() => nonces.of(1)).toThrow('wiped');
  });
});
