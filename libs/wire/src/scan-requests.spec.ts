import { FrameWriter, replySizeBound, requestSizeBound } from './frames.js';
import { limits } from './limits.js';
import { scanFrames, type FrameVisitor } from './scan.js';
import { isServiceName } from './service-name.js';
import { mutated } from './testing/mutated.js';
import { bytes } from './testing/samples.js';
import { Frames } from './testing/stock.js';
import { framesOf, Recorder } from './testing/visit.js';

const key = bytes(16);
const id = bytes(32);
const none = new Uint8Array(0);
const request = { id: 7, service: 'prices', timeoutMs: 10_000, key, source: id, attempt: 2, body: bytes(5) };
const reply = { id: 7, code: 4013, source: id, body: bytes(5) };
const presence = { client: id, online: true, timeMs: 2 ** 41 };
/** What the scanner makes of a frame that stock protobuf wrote, whatever its sizes. */
const scanned = (frames: object): readonly unknown[] | undefined => framesOf(Frames.encode(Frames.fromObject(frames)).finish());
const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const write = (put: (out: FrameWriter) => void): Uint8Array => {
  const out = new FrameWriter();
  put(out);
  return out.take().slice();
};

it.each<[string, (n: number) => object, readonly number[], readonly number[]]>([
  ['the id of a request', (n) => ({ request: [{ ...request, id: n }] }), [1, 2 ** 32 - 1], [0]],
  ['a service', (n) => ({ request: [{ ...request, service: 'x'.repeat(n) }] }), [1, 64], [0, 65]],
  ['a timeout', (n) => ({ request: [{ ...request, timeoutMs: n }] }), [1, 600_000], [0, 600_001]],
  ['a key', (n) => ({ request: [{ ...request, key: bytes(n) }] }), [16], [0, 15, 17]],
  ['who asks', (n) => ({ request: [{ ...request, source: bytes(n) }] }), [0, 32], [31, 33]],
  ['the body of a request', (n) => ({ request: [{ ...request, body: bytes(n) }] }), [0, limits.bodyBytes], [limits.bodyBytes + 1]],
  ['the id of a reply', (n) => ({ reply: [{ ...reply, id: n }] }), [1, 2 ** 32 - 1], [0]],
  ['who answers', (n) => ({ reply: [{ ...reply, source: bytes(n) }] }), [0, 32], [31, 33]],
  ['the body of a reply', (n) => ({ reply: [{ ...reply, body: bytes(n) }] }), [0, limits.bodyBytes], [limits.bodyBytes + 1]],
  ['who came', (n) => ({ presence: [{ ...presence, client: bytes(n) }] }), [32], [0, 31, 33]],
])('bounds %s', (_, make, good, bad) => {
  for (const n of good) expect(scanned(make(n))?.length).toBe(1);
  for (const n of bad) expect(scanned(make(n))).toBeUndefined();
});

it('takes every byte of a service name that is one, and no other', () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const frame = write((out) => out.request(1, 'axb', 1, key, none, 0, none));
    frame[frame.indexOf(0x78)] = byte;
    const seen = framesOf(frame);
    expect(seen?.[0]?.[2]).toBe(isServiceName(String.fromCharCode(byte)) ? `a${String.fromCharCode(byte)}b` : undefined);
  }
});

it.each([
  ['a request without anything', '5200'],
  ['a request id of 2^32', `5225 088080808010 120161 1801 2210${'11'.repeat(16)}`],
  ['a timeout that is 1 only in 32 bits', `5221 0801 120161 188180808010 2210${'11'.repeat(16)}`],
  ['a request whose attempt is 2^32', `5223 0801 120161 1801 2210${'11'.repeat(16)} 308080808010`],
  ['a body longer than its frame', `521b 0801 120161 1801 2210${'11'.repeat(16)} 7a02`],
  ['a request that begins a group', `521a 0801 120161 1801 2210${'11'.repeat(16)} 0b`],
  ['a code of 2^32', '5a08 0801 108080808010'],
  ['a reply cut short', '5a02 0880'],
  ['a presence without a client', '6202 1001'],
  ['a presence whose fixed field is cut short', `6225 0a20${'11'.repeat(32)} 4d0000`],
])('refuses %s', (_, text) => {
  expect(framesOf(raw(text))).toBeUndefined();
});

it('reads fields in any order, the last of one that comes twice, and passes over those it does not know', () => {
  const unknownFields = '40 07 49 0102030405060708 52 02 0909 5d 01020304 8201 01 00'; // varint, fixed64, bytes, fixed32, field 16
  const frame = `7a0133 2210${'11'.repeat(16)} 1801 120161 0805 ${unknownFields} 0806`;
  const length = (frame.replaceAll(' ', '').length / 2).toString(16);
  expect(framesOf(raw(`52${length} ${frame}`))).toEqual([
    ['request', 6, 'a', 1, new Uint8Array(16).fill(0x11), none, 0, Uint8Array.of(0x33)],
  ]);
});

it('lends bytes of the record itself', () => {
  const record = write((out) => {
    out.request(1, 'a', 1, key, id, 1, bytes(5));
    out.reply(1, 0, id, bytes(5));
    out.presence(id, true, 5);
  });
  const lent: Uint8Array[] = [];
  const recorder = new Recorder();
  recorder.request = (_id, _service, _timeout, theKey, source, _attempt, body): void => void lent.push(theKey, source, body);
  recorder.reply = (_id, _code, source, body): void => void lent.push(source, body);
  recorder.presence = (client): void => void lent.push(client);
  expect(scanFrames(record, recorder)).toBe(true);
  expect(lent.map((part) => [part.length, part.buffer === record.buffer])).toEqual([16, 32, 5, 32, 5, 32].map((n) => [n, true]));
});

it('lets a visitor scan another record meanwhile', () => {
  const other = write((out) => out.reply(9, 9, id, bytes(50)));
  const recorder = new Recorder();
  const seen = recorder.request.bind(recorder);
  recorder.request = (...args): void => {
    framesOf(other);
    seen(...args);
  };
  const record = write((out) => {
    out.request(1, 'a', 1, key, id, 1, bytes(5));
    out.request(2, 'b', 2, key, none, 0, bytes(6));
  });
  expect(scanFrames(record, recorder)).toBe(true);
  expect(recorder.seen).toEqual([
    ['request', 1, 'a', 1, key, id, 1, bytes(5)],
    ['request', 2, 'b', 2, key, none, 0, bytes(6)],
  ]);
});

it('fits the largest body into a record, within the bound, and a Rekey and a Stop behind it', () => {
  const body = bytes(limits.bodyBytes);
  const largest = 2 ** 32 - 1;
  for (const [bound, put] of [
    [requestSizeBound, (out: FrameWriter): void => out.request(largest, 'x'.repeat(64), 600_000, key, id, largest, body)],
    [replySizeBound, (out: FrameWriter): void => out.reply(largest, largest, id, body)],
  ] as const) {
    const out = new FrameWriter();
    put(out);
    expect(out.length).toBeLessThanOrEqual(bound(body.length));
    out.rekey();
    out.stop(1001, 2 ** 53 - 1, largest);
    expect(framesOf(out.take())?.map(([kind]) => kind)).toEqual([expect.stringMatching(/^re(quest|ply)$/), 'rekey', 'stop']);
  }
});

it.each<[string, (out: FrameWriter) => void]>([
  ['a request without an id', (out) => out.request(0, 'a', 1, key, none, 0, none)],
  ['an id of 2^32', (out) => out.reply(2 ** 32, 0, none, none)],
  ['a service that is no name', (out) => out.request(1, 'A', 1, key, none, 0, none)],
  ['no time to answer', (out) => out.request(1, 'a', 0, key, none, 0, none)],
  ['more time than there is', (out) => out.request(1, 'a', 600_001, key, none, 0, none)],
  ['a key of 15 bytes', (out) => out.request(1, 'a', 1, key.subarray(1), none, 0, none)],
  ['a source of 31 bytes', (out) => out.reply(1, 0, id.subarray(1), none)],
  ['a body over the limit', (out) => out.reply(1, 0, none, bytes(limits.bodyBytes + 1))],
  ['a client of 33 bytes', (out) => out.presence(bytes(33), true, 1)],
])('does not write %s', (_, put) => {
  const out = new FrameWriter();
  expect(() => put(out)).toThrow(RangeError);
  expect(out.length).toBe(0);
});

it('never throws on mutated frames, and hands out none that crosses a limit', () => {
  const corpus = [
    write((out) => out.request(1, 'prices', 10_000, key, id, 1, bytes(20))),
    write((out) => out.request(2, '__proto__', 10_000, key, none, 0, bytes(20))),
    write((out) => out.reply(1, 4013, id, bytes(20))),
    write((out) => out.presence(id, true, 2 ** 41)),
  ];
  const taken = { request: 0, reply: 0, presence: 0 };
  const check = (kind: keyof typeof taken, fits: boolean): void => {
    if (!fits) throw new Error(`a ${kind} crosses a limit`);
    taken[kind] += 1;
  };
  const visitor: FrameVisitor = Object.assign(new Recorder(), {
    request: (...[n, service, timeoutMs, k, source, attempt, body]: Parameters<FrameVisitor['request']>): void =>
      check(
        'request',
        [n >= 1, isServiceName(service), timeoutMs >= 1, timeoutMs <= 600_000, k.length === 16, attempt < 2 ** 32].every(Boolean) &&
          [0, 32].includes(source.length) &&
          body.length <= limits.bodyBytes,
      ),
    reply: (n: number, code: number, source: Uint8Array): void =>
      check('reply', n >= 1 && code < 2 ** 32 && [0, 32].includes(source.length)),
    presence: (client: Uint8Array): void => check('presence', client.length === 32),
  });
  let refused = 0;
  for (const bytesOfOne of mutated(corpus, 50_000, 1)) if (!scanFrames(bytesOfOne, visitor)) refused += 1;
  expect([taken.request > 100, taken.reply > 100, taken.presence > 100, refused > 100]).toEqual([true, true, true, true]);
});
