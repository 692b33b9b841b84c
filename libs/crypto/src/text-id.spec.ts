import fc from 'fast-check';
import { hex, utf8 } from './testing/hex.js';
import { decodeBase32, decodeId, encodeBase32, encodeId } from './text-id.js';

// RFC 4648 §10, without padding and in lower case
it.each([
  ['', ''],
  ['f', 'my'],
  ['fo', 'mzxq'],
  ['foo', 'mzxw6'],
  ['foob', 'mzxw6yq'],
  ['fooba', 'mzxw6ytb'],
  ['foobar', 'mzxw6ytboi'],
])('writes %j as RFC 4648 does: %j', (plain, text) => {
  expect(encodeBase32(utf8(plain))).toBe(text);
  expect(decodeBase32(text)).toEqual(utf8(plain));
});

const id = hex('00ff'.repeat(16));
const text = encodeId(id);

it('writes 32 bytes as 52 characters and reads them back, in either case', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (some) => {
      const written = encodeId(some);
      expect(written).toMatch(/^[a-z2-7]{51}[aq]$/);
      expect(decodeId(written)).toEqual(some);
      expect(decodeId(written.toUpperCase())).toEqual(some);
    }),
  );
});

it.each([
  ['a character too few', text.slice(1)],
  ['a character too many', `${text}a`],
  ['padding', `${text.slice(0, 48)}====`],
  ['a digit outside the alphabet', `1${text.slice(1)}`],
  ['a blank', ` ${text.slice(1)}`],
  ['a letter that lower-cases into the alphabet (U+212A)', `\u212a${text.slice(1)}`],
  ['a line break', `${text.slice(0, 51)}\n`],
  ['nothing', ''],
])('does not read %s', (_name, bad) => {
  expect(decodeId(bad)).toBeUndefined();
});

it('reads one text only for an id: set trailing bits are refused', () => {
  const lasts = [...'abcdefghijklmnopqrstuvwxyz234567'].filter((last) => decodeId(text.slice(0, 51) + last));
  expect(lasts).toEqual(['a', 'q']);
});

it.each([1, 3, 6])('does not read %i characters of base32, which no encoder writes', (length) => {
  expect(decodeBase32('a'.repeat(length))).toBeUndefined();
});

it('refuses to write anything but 32 bytes', () => {
  expect(() => encodeId(new Uint8Array(31))).toThrow(RangeError);
});
