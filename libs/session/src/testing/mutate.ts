import type { Seeded } from './seeded.js';

// looked up once: see seeded.ts
const Bytes = Uint8Array;
const { min } = Math;

const tricks = [
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f), // 4 GiB
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01), // -1
  Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10), // 2^53
  Uint8Array.of(0x0b), // a group begins
  Uint8Array.of(0x7a, 0x00),
  new TextEncoder().encode('__proto__'),
  new TextEncoder().encode('constructor'),
];

/** One mutation, or several, of a piece of recorded traffic: what a hostile or broken peer might send. Fresh bytes. */
export function mutate(corpus: readonly Uint8Array[], random: Seeded): Uint8Array {
  let bytes: Uint8Array = new Bytes(random.pick(corpus));
  for (let rounds = 1 + (random.oneIn(4) ? random.int(4) : 0); rounds > 0; rounds -= 1) bytes = once(bytes, corpus, random);
  return bytes;
}

function once(bytes: Uint8Array, corpus: readonly Uint8Array[], random: Seeded): Uint8Array {
  const at = random.int(bytes.length + 1);
  const some = min(bytes.length - at, 1 + random.int(random.oneIn(4) ? 200 : 8));
  switch (random.int(9)) {
    case 0: // a bit
    case 1:
      if (bytes.length > 0) bytes[min(at, bytes.length - 1)]! ^= 1 << random.int(8);
      return bytes;
    case 2: // a byte, often of a length
      if (bytes.length > 0) bytes[random.oneIn(2) ? random.int(min(8, bytes.length)) : min(at, bytes.length - 1)] = random.int(256);
      return bytes;
    case 3: // cut
      return random.oneIn(2) ? bytes.subarray(0, at) : bytes.subarray(at);
    case 4: // doubled
      return joined(bytes.subarray(0, at + some), bytes.subarray(at));
    case 5: {
      // spliced with another
      const other = random.pick(corpus);
      return joined(bytes.subarray(0, at), other.subarray(random.int(other.length + 1)));
    }
    case 6: // a length that lies, a number that is too large, a dangerous name
      return joined(bytes.subarray(0, at), random.pick(tricks), bytes.subarray(random.oneIn(2) ? at : at + some));
    case 7: // random bytes in between
      return joined(bytes.subarray(0, at), random.bytes(1 + random.int(8)), bytes.subarray(at));
    default: // a hole
      return joined(bytes.subarray(0, at), bytes.subarray(at + some));
  }
}

function joined(a: Uint8Array, b: Uint8Array, c: Uint8Array = none): Uint8Array {
  const bytes = new Bytes(a.length + b.length + c.length);
  bytes.set(a);
  bytes.set(b, a.length);
  bytes.set(c, a.length + b.length);
  return bytes;
}
const none = new Bytes(0);
