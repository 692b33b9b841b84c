import { spread } from './spread.js';

const seed = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

it('keeps every router exactly once', () => {
  for (let value = 0; value < 50; value += 1) expect([...spread([1, 2, 3, 4, 5], seed(value))].sort()).toEqual([1, 2, 3, 4, 5]);
  expect(spread([], seed(1))).toEqual([]);
});

it('puts each router first about equally often', () => {
  const first = [0, 0, 0, 0];
  for (let value = 1; value <= 4_000; value += 1) first[spread([0, 1, 2, 3], seed(value * 2_654_435_761))[0]!]! += 1;
  for (const count of first) expect(count).toBeGreaterThan(800);
});
