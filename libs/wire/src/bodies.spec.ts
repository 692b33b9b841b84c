import { bodyBytes, countBodies, eachBody, encodeBodies, encodedBodySize, sliceBodies, writeBody } from './bodies.js';
import { limits } from './limits.js';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const listed = (region: Uint8Array): Uint8Array[] => {
  const list: Uint8Array[] = [];
  eachBody(region, (body) => list.push(body));
  return list;
};

it('lays bodies out as field 15 of Run, one behind the other', () => {
  expect(encodeBodies([bytes(1, 2), bytes(), bytes(3)])).toEqual(bytes(0x7a, 2, 1, 2, 0x7a, 0, 0x7a, 1, 3));
});

it('counts, sums, lists and slices what was written', () => {
  const bodies = [0, 1, 127, 128, 300, 16_384].map((length, i) => new Uint8Array(length).fill(i));
  const region = encodeBodies(bodies);
  expect(region.length).toBe(bodies.reduce((sum, body) => sum + encodedBodySize(body.length), 0));
  expect(countBodies(region)).toBe(bodies.length);
  expect(bodyBytes(region)).toBe(bodies.reduce((sum, body) => sum + body.length, 0));
  expect(listed(region)).toEqual(bodies);
  for (let skip = 0; skip <= bodies.length + 1; skip += 1) expect(listed(sliceBodies(region, skip))).toEqual(bodies.slice(skip));
});

it('hands out slices of the region and copies nothing', () => {
  const region = encodeBodies([bytes(1), bytes(2)]);
  expect(listed(region).every((body) => body.buffer === region.buffer)).toBe(true);
  expect(sliceBodies(region, 1).buffer).toBe(region.buffer);
});

it.each([
  ['another tag', bytes(0x72, 1, 0)],
  ['a tag without a length', bytes(0x7a)],
  ['a length cut short', bytes(0x7a, 0x80)],
  ['a length over what is there', bytes(0x7a, 2, 1)],
  ['a length of 4 GiB', bytes(0x7a, 0xff, 0xff, 0xff, 0xff, 0x0f)],
  ['bytes behind the last body', bytes(0x7a, 1, 1, 0)],
])('refuses a region with %s', (_, region) => {
  expect(countBodies(region)).toBeUndefined();
});

it('takes a body of the limit and refuses one byte more', () => {
  expect(countBodies(encodeBodies([new Uint8Array(limits.bodyBytes)]))).toBe(1);
  expect(countBodies(encodeBodies([new Uint8Array(limits.bodyBytes + 1)]))).toBeUndefined();
  expect(countBodies(encodeBodies([new Uint8Array(11)]), 10)).toBeUndefined();
});

it('takes as many messages as a run may have and refuses one more', () => {
  const empty = new Uint8Array(0);
  expect(countBodies(encodeBodies(new Array<Uint8Array>(limits.runMessages).fill(empty)))).toBe(limits.runMessages);
  expect(countBodies(encodeBodies(new Array<Uint8Array>(limits.runMessages + 1).fill(empty)))).toBeUndefined();
});

it('lets a visitor look into other regions while it is called', () => {
  const inner = encodeBodies([bytes(9)]);
  const seen: number[] = [];
  eachBody(encodeBodies([bytes(1), bytes(2)]), (body) => {
    countBodies(inner);
    sliceBodies(inner, 1);
    seen.push(body[0]!, ...listed(inner).map((b) => b[0]!));
  });
  expect(seen).toEqual([1, 9, 2, 9]);
});

it('writes in place and says where it stopped', () => {
  const target = new Uint8Array(8).fill(0xee);
  expect(writeBody(target, 2, bytes(7))).toBe(5);
  expect(target).toEqual(bytes(0xee, 0xee, 0x7a, 1, 7, 0xee, 0xee, 0xee));
});
