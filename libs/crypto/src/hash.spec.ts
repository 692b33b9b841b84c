import { equal, hmacSha256, sha256 } from './hash.js';
import { hex, utf8 } from './testing/hex.js';
import { wipe } from './wipe.js';

describe('sha256', () => {
  // NIST "SHA256.pdf" example (one block), FIPS 180-4
  it('matches the NIST example for "abc"', () => {
    expect(sha256(utf8('abc'))).toEqual(hex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
  });

  it('hashes its parts as one message', () => {
    expect(sha256(utf8('a'), utf8(''), utf8('bc'))).toEqual(sha256(utf8('abc')));
    expect(sha256()).toEqual(sha256(utf8('')));
  });
});

describe('hmacSha256', () => {
  it.each([
    ['1', '0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['2', '4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [
      '6',
      'aa'.repeat(131),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ])('matches RFC 4231 test case %s', (_case, key, data, mac) => {
    expect(hmacSha256(hex(key), utf8(data))).toEqual(hex(mac));
    expect(hmacSha256(hex(key), utf8(data.slice(0, 3)), utf8(data.slice(3)))).toEqual(hex(mac));
  });
});

describe('equal', () => {
  it('is true for the same bytes only', () => {
    expect(equal(hex('0102'), hex('0102'))).toBe(true);
    expect(equal(hex('0102'), hex('0103'))).toBe(false);
    expect(equal(hex(''), hex(''))).toBe(true);
  });

  it('answers false, and does not throw, for different lengths', () => {
    expect(equal(hex('0102'), hex('010200'))).toBe(false);
  });
});

it('wipe overwrites every buffer it is given', () => {
  const buffers = [hex('010203'), Buffer.from('key'), new Uint8Array(hex('0102').buffer)];
  wipe(...buffers);
  expect(buffers.every((buffer) => buffer.every((byte) => byte === 0))).toBe(true);
});
