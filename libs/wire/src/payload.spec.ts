import { decodePayload, encodePayload, payloadOverheadBytes, type Payload } from './payload.js';
import { bytes } from './testing/samples.js';
import { plainObject, typeOf } from './testing/stock.js';

const chunk = { transfer: bytes(16), index: 3, offset: 2 ** 40, size: 2 ** 41, name: '', sha256: bytes(32) };
const text: Payload = { contentType: 'text/plain', data: Buffer.from('hello') };
const file: Payload = { contentType: '', data: bytes(1_000), file: chunk };
const decoded = (payload: Payload): Payload | undefined => decodePayload(encodePayload(payload));

it.each([text, file, { contentType: '', data: bytes(0) }])('carries a payload there and back', (payload) => {
  const read = decoded(payload)!;
  expect({ ...read, data: Buffer.from(read.data) }).toEqual({ ...payload, data: Buffer.from(payload.data) });
});

it('loses no 64-bit number on the way: stock protobuf reads every field', () => {
  const read = plainObject(typeOf('keyway.v1.Payload'), encodePayload(file)).file as Record<string, unknown>;
  expect([read.offset, read.size, read.index]).toEqual([chunk.offset, chunk.size, chunk.index]);
});

it('adds no more than it says to the data', () => {
  const fullest = { contentType: 'x'.repeat(127), data: bytes(200_000) };
  expect(encodePayload(fullest).length - fullest.data.length).toBeLessThanOrEqual(payloadOverheadBytes);
});

it.each<[string, (n: number) => Payload, readonly number[], readonly number[]]>([
  ['content type', (n) => ({ ...text, contentType: 'x'.repeat(n) }), [0, 127], [128]],
  ['transfer id', (n) => ({ ...file, file: { ...chunk, transfer: bytes(n) } }), [16], [0, 15, 17]],
  ['file name', (n) => ({ ...file, file: { ...chunk, name: 'x'.repeat(n) } }), [0, 255], [256]],
  ['hash', (n) => ({ ...file, file: { ...chunk, sha256: bytes(n) } }), [0, 32], [31, 33]],
  ['offset', (n) => ({ ...file, file: { ...chunk, offset: n } }), [0, 2 ** 53 - 1], [2 ** 53]],
])('bounds the %s', (_, make, good, bad) => {
  for (const n of good) expect(decoded(make(n))).toBeDefined();
  for (const n of bad) expect(decoded(make(n))).toBeUndefined();
});

it('hands out data that aliases the body, and refuses what is no payload', () => {
  const body = encodePayload(text);
  expect(decodePayload(body)?.data.buffer).toBe(body.buffer);
  expect(decodePayload(Uint8Array.of(0x12, 5, 1))).toBeUndefined();
  expect(decodePayload(Buffer.from('just some text'))).toBeUndefined();
});

it('T24: a payload full of dangerous names is only text', () => {
  const evil = { contentType: '__proto__', data: bytes(1), file: { ...chunk, name: 'constructor' } };
  expect(decoded(evil)).toEqual(evil);
  expect(({} as Record<string, unknown>).name).toBeUndefined();
});
