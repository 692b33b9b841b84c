import { randomBytes } from './random.js';
import { toHex } from './testing/hex.js';

it.each([0, 1, 12, 32, 256, 257, 5000])('gives exactly %i bytes in a buffer of their own', (n) => {
  const bytes = randomBytes(n);
  expect(bytes.length).toBe(n);
  expect(bytes.buffer.byteLength).toBe(n);
});

it('never hands the same bytes out twice, across 100,000 draws and many refills', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 100_000; i += 1) seen.add(toHex(randomBytes(16)));
  expect(seen.size).toBe(100_000);
});

it('leaves no zero runs at the seams of its pool', () => {
  for (let i = 0; i < 2000; i += 1)
    expect(
      randomBytes(97)
        .slice(-16)
        .some((byte) => byte !== 0),
    ).toBe(true);
});

it.each([-1, 1.5, 2 ** 53])('refuses a length of %d', (n) => {
  expect(() => randomBytes(n)).toThrow(RangeError);
});
