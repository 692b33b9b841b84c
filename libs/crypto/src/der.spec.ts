import fc from 'fast-check';
import { der, derInteger, DerReader, isOneSequence, Tag } from './der.js';
import { hex } from './testing/hex.js';
import { refusal } from './testing/reason.js';

it.each([
  [0, '020100'],
  [127, '02017f'],
  [128, '02020080'],
  [600_000, '02030927c0'],
  [0xffffffff, '020500ffffffff'],
])('writes and reads INTEGER %i as %s', (value, encoded) => {
  expect(derInteger(value)).toEqual(Buffer.from(hex(encoded)));
  expect(new DerReader(hex(encoded)).nextUint32()).toBe(value);
});

it('writes the shortest length and reads back contents of any size', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 127, 128, 255, 256, 65_535, 65_536), (size) => {
      const element = der(Tag.octets, new Uint8Array(size).fill(7));
      const reader = new DerReader(element);
      expect(reader.next(Tag.octets).length).toBe(size);
      expect(reader.done).toBe(true);
    }),
  );
});

it.each([
  ['nothing', ''],
  ['a tag alone', '30'],
  ['contents cut short', '300301'],
  ['a length cut short', '3082ff'],
  ['the indefinite length of BER', '30800000'],
  ['a long length where a short one does', `308101 00`],
  ['a length with a leading zero', `30820080${'00'.repeat(128)}`],
  ['a length of four octets', '308400000001 00'],
  ['another tag', '0400'],
])('refuses %s', (_name, bytes) => {
  expect(refusal(() => new DerReader(hex(bytes)).next(Tag.sequence))).toBe('key_damaged');
  expect(isOneSequence(hex(bytes))).toBe(false);
});

it.each([
  ['no octets', '0200'],
  ['a negative number', '020180'],
  ['more than 32 bits', '02050100000000'],
  ['six octets', '0206000000000001'],
])('refuses an INTEGER of %s', (_name, bytes) => {
  expect(refusal(() => new DerReader(hex(bytes)).nextUint32())).toBe('key_damaged');
});

it('knows one sequence from one with something behind it', () => {
  expect(isOneSequence(hex('3003020100'))).toBe(true);
  expect(isOneSequence(hex('300302010000'))).toBe(false);
  expect(refusal(() => new DerReader(hex('00')).end())).toBe('key_damaged');
});

it('never throws anything but KeyError, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      refusal(() => {
        const reader = new DerReader(bytes);
        while (!reader.done) reader.next(reader.tag!);
      });
    }),
    { numRuns: 2000 },
  );
});
