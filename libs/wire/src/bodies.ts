import { limits } from './limits.js';
import { varintSize, VarintReader, writeVarint } from './varint.js';

/**
 * The bodies of a run as they lie on the wire: count × (tag 0x7a, varint length, bytes), that is field 15 of `Run`, which is
 * its last, so that they form one piece which is copied and never rebuilt. The pieces below read such a region in place.
 */
export const bodyTag = 0x7a;

const reader = new VarintReader();

/** How many bodies a region holds; undefined when it is not a whole region or a limit of `limits` is crossed. */
export function countBodies(region: Uint8Array, maxBodyBytes: number = limits.bodyBytes): number | undefined {
  let count = 0;
  let pos = 0;
  const end = region.length;
  while (pos < end) {
    if (region[pos] !== bodyTag) return undefined;
    pos += 1;
    let length = pos < end ? region[pos]! : 0x80;
    if (length < 0x80) pos += 1;
    else {
      reader.reset(region, pos, end);
      length = reader.read();
      if (length < 0) return undefined;
      pos = reader.pos;
    }
    if (length > maxBodyBytes || length > end - pos) return undefined;
    pos += length;
    count += 1;
  }
  return count > limits.runMessages ? undefined : count;
}

/** The sum of the body lengths of a region that `countBodies` accepted. */
export function bodyBytes(region: Uint8Array): number {
  let sum = 0;
  eachBody(region, (body) => (sum += body.length));
  return sum;
}

/** Calls `visit` with every body of a region that `countBodies` accepted; the bodies alias the region. */
export function eachBody(region: Uint8Array, visit: (body: Uint8Array, index: number) => void): void {
  const bounds = new VarintReader(region); // its own: `visit` may scan other regions
  for (let index = 0; bounds.pos < region.length; index += 1) {
    bounds.pos += 1;
    const length = bounds.read();
    const start = bounds.pos;
    bounds.pos = start + length;
    visit(region.subarray(start, start + length), index);
  }
}

/** The rest of a region without its first `skip` bodies; aliases the region. */
export function sliceBodies(region: Uint8Array, skip: number): Uint8Array {
  reader.reset(region);
  for (let index = 0; index < skip && reader.pos < region.length; index += 1) {
    reader.pos += 1;
    const length = reader.read();
    reader.pos += length;
  }
  return region.subarray(reader.pos);
}

/** Bytes one body takes in a region. */
export const encodedBodySize = (bytes: number): number => 1 + varintSize(bytes) + bytes;

/** Writes one body at `pos`; returns the position behind it. */
export function writeBody(target: Uint8Array, pos: number, body: Uint8Array): number {
  target[pos] = bodyTag;
  pos = writeVarint(target, pos + 1, body.length);
  target.set(body, pos);
  return pos + body.length;
}

/** A region of the given bodies, fresh. */
export function encodeBodies(bodies: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const body of bodies) size += encodedBodySize(body.length);
  const region = new Uint8Array(size);
  let pos = 0;
  for (const body of bodies) pos = writeBody(region, pos, body);
  return region;
}
