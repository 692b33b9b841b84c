import type { DecoderHost, StreamProtocol } from '../stream/protocol.js';

/** A small generator with a seed (mulberry32), so that a failing run can be had again. Returns integers 0 … below - 1. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A copy with one to four faults: bits flipped, bytes set to extremes, pieces cut out, repeated or inserted, the end lost. */
export function mutated(valid: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(valid);
  for (let faults = 1 + random(4); faults > 0; faults -= 1) {
    const at = random(bytes.length + 1);
    const to = Math.min(bytes.length, at + 1 + random(8));
    const piece = bytes.subarray(at, to);
    const kind = random(6);
    if (kind === 0 && at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << random(8));
    if (kind === 1) piece.fill([0, 0xff, 0x7f, 0x80][random(4)] as number);
    if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
    if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.of(random(256), random(256)), bytes.subarray(at)]);
    if (kind === 5) bytes = bytes.subarray(0, at);
  }
  return bytes;
}

/**
 * Feeds `rounds` mutated copies of a valid stream to fresh decoders, in two chunks each.
 * @param untouched - so many first bytes stay as they are in every other round, lest faults in an opening hide all others.
 * @returns how much was heard of the streams. Throws, with what reproduces it, when a decoder throws.
 */
export function fuzzDecoder(protocol: StreamProtocol, valid: Buffer, untouched: number, rounds: number, seed = Date.now()): number {
  const random = seeded(seed);
  let heard = 0;
  const hear = (): void => {
    heard += 1;
  };
  const host: DecoderHost = { message: hear, reply: hear, ready: hear };
  for (let round = 0; round < rounds; round += 1) {
    const kept = round % 2 ? untouched : 0;
    const bytes = Buffer.concat([valid.subarray(0, kept), mutated(valid.subarray(kept), random)]);
    const cut = random(bytes.length + 1);
    const decoder = protocol.decoder(1000, host);
    try {
      if (decoder.push(bytes.subarray(0, cut)) === undefined) decoder.push(bytes.subarray(cut));
    } catch (thrown) {
      throw new Error(`seed ${seed}, round ${round}: ${bytes.toString('hex')}`, { cause: thrown });
    }
  }
  return heard;
}
