import { VarintReader, varintSize, writeVarint } from './varint.js';

const read = (...bytes: readonly number[]): number => new VarintReader(Uint8Array.from(bytes)).read();

it('writes and reads every number up to 2^53 - 1 in as few bytes as there are', () => {
  const edges = [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 49 - 1, 2 ** 49, 2 ** 53 - 1];
  for (const value of edges) {
    const bytes = new Uint8Array(10);
    const end = writeVarint(bytes, 0, value);
    const reader = new VarintReader(bytes);
    expect([reader.read(), reader.pos, varintSize(value)]).toEqual([value, end, end]);
    expect(end).toBe(Math.max(1, Math.ceil(value.toString(2).length / 7)));
  }
});

it.each([
  ['nothing', []],
  ['a byte that announces another', [0x80]],
  ['2^53', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
  ['2^56 - 1, where a double would round', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
  ['2^64 - 1, ten bytes', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ['one in nine bytes, padded', [0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
  ['eleven bytes', [0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
])('refuses %s', (_, bytes) => {
  expect(read(...bytes)).toBe(-1);
});

it('takes 2^53 - 1, the largest', () => {
  expect(read(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f)).toBe(Number.MAX_SAFE_INTEGER);
});

it('reads no byte beyond its end, also inside a longer buffer, and stays where it was', () => {
  const reader = new VarintReader();
  reader.reset(Uint8Array.of(0x05, 0x80, 0x01), 1, 2);
  expect([reader.read(), reader.pos]).toEqual([-1, 1]);
});
