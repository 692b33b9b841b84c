import { Repeats } from './repeats.js';

const kilo = (fill: number): Uint8Array => new Uint8Array(1_000).fill(fill);

it('gives a copy: neither what was put in nor what came out changes it', () => {
  const repeats = new Repeats(30_000, 10_000);
  const bytes = Buffer.from(kilo(1));
  repeats.put('a', bytes, 0);
  bytes.fill(2);
  repeats.get('a', 1)!.fill(3);
  expect(repeats.get('a', 2)).toEqual(kilo(1));
});

it('holds no more bytes than its limit and forgets the oldest first', () => {
  const repeats = new Repeats(30_000, 3_000);
  for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) repeats.put(name, kilo(at), at);
  expect(repeats.bytes).toBe(3_000);
  expect(['a', 'b', 'c', 'd'].map((name) => repeats.get(name, 4)?.[0])).toEqual([undefined, 1, 2, 3]);
  repeats.put('huge', new Uint8Array(3_001), 5);
  expect(repeats.bytes).toBe(3_000);
});

it('forgets everything after its time', () => {
  const repeats = new Repeats(30_000, 3_000);
  repeats.put('a', kilo(1), 0);
  repeats.put('b', kilo(2), 10_000);
  expect(repeats.get('b', 30_000)).toBeDefined();
  expect(repeats.bytes).toBe(1_000);
  expect(repeats.get('b', 40_000)).toBeUndefined();
  expect(repeats.bytes).toBe(0);
});
