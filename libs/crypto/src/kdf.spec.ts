import { hkdf } from './kdf.js';
import { hex } from './testing/hex.js';

const range = (from: number, to: number): Uint8Array => Uint8Array.from({ length: to - from + 1 }, (_, i) => from + i);

// RFC 5869 appendix A: the SHA-256 cases
it.each([
  {
    name: 'A.1',
    ikm: hex('0b'.repeat(22)),
    salt: range(0x00, 0x0c),
    info: range(0xf0, 0xf9),
    okm: '3cb25f25faacd57a90434f64d0362f2a 2d2d0a90cf1a5a4c5db02d56ecc4c5bf 34007208d5b887185865',
  },
  {
    name: 'A.2',
    ikm: range(0x00, 0x4f),
    salt: range(0x60, 0xaf),
    info: range(0xb0, 0xff),
    okm:
      'b11e398dc80327a1c8e7f78c596a4934 4f012eda2d4efad8a050cc4c19afa97c 59045a99cac7827271cb41c65e590e09' +
      'da3275600c2f09b8367793a9aca3db71 cc30c58179ec3e87c14c01d5c1f3434f 1d87',
  },
  {
    name: 'A.3',
    ikm: hex('0b'.repeat(22)),
    salt: hex(''),
    info: hex(''),
    okm: '8da4e775a563c18f715f802a063c5a31 b8a11f5c5ee1879ec3454e5f3c738d2d 9d201395faa4b61a96c8',
  },
])('matches RFC 5869 $name', ({ ikm, salt, info, okm }) => {
  const expected = hex(okm);
  expect(hkdf(ikm, salt, info, expected.length)).toEqual(expected);
});

it('gives fresh bytes that its caller may wipe', () => {
  const derive = () => hkdf(hex('01'), hex(''), hex(''), 32);
  derive().fill(0);
  expect(derive().some((byte) => byte !== 0)).toBe(true);
});

it.each([-1, 1.5, 8161])('refuses a length of %d', (length) => {
  expect(() => hkdf(hex('01'), hex(''), hex(''), length)).toThrow(RangeError);
});

it('refuses an info of more than 1,024 bytes', () => {
  expect(hkdf(hex('01'), hex(''), new Uint8Array(1024), 8160).length).toBe(8160);
  expect(() => hkdf(hex('01'), hex(''), new Uint8Array(1025), 32)).toThrow(RangeError);
});
