import protobuf from 'protobufjs';
import { limits, maxSafeSeq } from './limits.js';
import { isRecord, readRecordHead, recordHeadSize, writeRecordHead } from './record.js';
import { Envelope } from './testing/stock.js';

function record(seq: number, sealed: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(recordHeadSize(sealed.length) + sealed.length);
  bytes.set(sealed, writeRecordHead(bytes, seq, sealed.length));
  return bytes;
}
function head(bytes: Uint8Array): { seq: number; start: number } | undefined {
  const into = { seq: -1, start: -1 };
  return readRecordHead(bytes, into) ? into : undefined;
}

it.each([1, 2, 255, 2 ** 32 - 1, 2 ** 32, 2 ** 52 + 1, maxSafeSeq])('reads back number %d, and so does stock protobuf', (seq) => {
  for (const length of [0, 1, 107, 108, 127, 128, 20_000]) {
    const bytes = record(seq, new Uint8Array(length).fill(7));
    expect(head(bytes)).toEqual({ seq, start: bytes.length - length });
    const read = (Envelope.decode(bytes) as unknown as { record: { seq: protobuf.Long; sealed: Uint8Array } }).record;
    expect([Number(read.seq), read.sealed.length]).toEqual([seq, length]);
  }
});

it('reads what stock protobuf writes', () => {
  const bytes = Envelope.encode({ record: { seq: 2 ** 40 + 3, sealed: new Uint8Array(40) } }).finish();
  expect(head(bytes)).toEqual({ seq: 2 ** 40 + 3, start: bytes.length - 40 });
});

it('refuses number 0 and numbers of 2^53 and more', () => {
  const withSeq = (...seq: readonly number[]): Uint8Array => Uint8Array.of(0x42, 11, 0x09, ...seq, 0x12, 0);
  expect(head(withSeq(1, 0, 0, 0, 0, 0, 0, 0))?.seq).toBe(1);
  expect(head(withSeq(0, 0, 0, 0, 0, 0, 0, 0))).toBeUndefined();
  expect(head(withSeq(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0))?.seq).toBe(maxSafeSeq);
  expect(head(withSeq(0, 0, 0, 0, 0, 0, 0x20, 0))).toBeUndefined();
  expect(head(withSeq(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))).toBeUndefined();
});

it('takes one encoding only: no padded length, no other order, nothing left out, nothing added', () => {
  const good = Uint8Array.of(0x42, 12, 0x09, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 1, 0xaa);
  expect(head(good)).toEqual({ seq: 1, start: 13 });
  const others = [
    [0x42, 0x8c, 0x00, 0x09, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 1, 0xaa],
    [0x42, 13, 0x09, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 0x81, 0x00, 0xaa],
    [0x42, 12, 0x12, 1, 0xaa, 0x09, 1, 0, 0, 0, 0, 0, 0, 0],
    [0x42, 9, 0x09, 1, 0, 0, 0, 0, 0, 0, 0],
    [0x42, 14, 0x09, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 1, 0xaa, 0x18, 1],
    [...good, 0],
    [0x42, 11, ...good.subarray(2)],
    [0x4a, ...good.subarray(1)],
  ];
  for (const bytes of others) expect(head(Uint8Array.from(bytes))).toBeUndefined();
  for (let cut = 0; cut < good.length; cut += 1) expect(head(good.subarray(0, cut))).toBeUndefined();
});

it('refuses a message of one byte over the limit', () => {
  const sealed = limits.messageBytes - 18; // 1 + 3 of length, 9 + 1 of number and tag, 3 of length
  const longest = record(1, new Uint8Array(sealed + 1));
  expect(longest.length).toBe(limits.messageBytes);
  expect(head(longest)).toBeDefined();
  expect(head(record(1, new Uint8Array(sealed + 2)))).toBeUndefined();
});

it('knows a record by its first byte', () => {
  expect([isRecord(Uint8Array.of(0x42)), isRecord(Uint8Array.of(0x0a)), isRecord(new Uint8Array(0))]).toEqual([true, false, false]);
});
