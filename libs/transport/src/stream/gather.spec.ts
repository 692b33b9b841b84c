import { lengthPrefixed } from '../tcp/framing.js';
import { numbered } from '../testing/compliance/rig.js';
import { Gather } from './gather.js';

/** Reads back everything a gather gives out, releasing each batch only when it has been copied. */
function drain(gather: Gather): Buffer {
  const out: Buffer[] = [];
  while (gather.bytes > 0) {
    out.push(...gather.take().map((part) => Buffer.from(part)));
    gather.release();
  }
  return Buffer.concat(out);
}

const stream = (sizes: readonly number[]): Buffer =>
  Buffer.concat(
    sizes.flatMap((size, index) => {
      const header = Buffer.alloc(4);
      header.writeUInt32BE(size);
      return [header, numbered(index, size)];
    }),
  );

describe('gathering what is to be written', () => {
  it('packs a thousand small messages into one part', () => {
    const gather = new Gather(lengthPrefixed);
    for (let index = 0; index < 1000; index += 1) gather.add(numbered(index, 60));
    expect(gather.bytes).toBe(64_000);
    expect(gather.take()).toHaveLength(1);
    expect(gather.bytes).toBe(0);
  });

  it('gives small and long messages back in order, in writes of bounded size', () => {
    const sizes = Array.from({ length: 400 }, (_, index) => [1, 60, 8192, 8193, 65_532, 20_000, 327_680][(index * index) % 7] as number);
    const gather = new Gather(lengthPrefixed);
    sizes.forEach((size, index) => gather.add(numbered(index, size)));
    let whole = Buffer.alloc(0);
    const out: Buffer[] = [];
    while (gather.bytes > 0) {
      const parts = gather.take();
      const total = parts.reduce((sum, part) => sum + part.length, 0);
      expect(parts.length === 1 || total <= 131_072).toBe(true);
      out.push(...parts.map((part) => Buffer.from(part)));
      gather.release();
    }
    whole = Buffer.concat(out);
    expect(whole.equals(stream(sizes))).toBe(true);
  });

  it('does not touch a message over 8 KiB', () => {
    const gather = new Gather(lengthPrefixed);
    const message = numbered(0, 8193);
    gather.add(message);
    expect(gather.take()[1]).toBe(message);
  });

  it('never reuses a chunk before it is released', () => {
    const [one, other] = [new Gather(lengthPrefixed), new Gather(lengthPrefixed)];
    one.add(numbered(0, 100));
    const taken = one.take();
    for (let index = 0; index < 5000; index += 1) {
      one.add(Buffer.alloc(100, 0xee));
      other.add(Buffer.alloc(100, 0xdd));
      if (index % 1000 === 0) drain(other);
    }
    expect(Buffer.concat(taken).equals(stream([100]))).toBe(true);
  });
});
