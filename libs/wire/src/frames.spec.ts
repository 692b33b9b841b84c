import { encodeBodies, encodedBodySize } from './bodies.js';
import { frameTags, FrameWriter, runSizeBound } from './frames.js';
import { limits } from './limits.js';
import { Frames } from './testing/stock.js';
import { framesOf } from './testing/visit.js';

const peer = new Uint8Array(32).fill(0x11);
const stream = new Uint8Array(16).fill(0x22);
const settings = { heartbeatMs: 1, timeoutMs: 2, maxBodyBytes: 3, windowMessages: 4, windowBytes: 5, maxStreams: 6 };
const body = (bytes: number): Uint8Array => encodeBodies([new Uint8Array(bytes)]);

it('numbers the frames as proto/session.proto does', () => {
  const numbers = Object.fromEntries(Object.entries(frameTags).map(([kind, tag]) => [kind, tag >>> 3]));
  expect(numbers).toEqual(Object.fromEntries(Frames.fieldsArray.map((field) => [field.name, field.id])));
  expect(Object.values(frameTags).every((tag) => (tag & 7) === 2)).toBe(true);
});

it('hands the frames out once, and is empty then', () => {
  const out = new FrameWriter();
  expect([out.length, out.take().length]).toEqual([0, 0]);
  out.heartbeat(5);
  expect(framesOf(out.take())).toEqual([['heartbeat', 5]]);
  expect([out.length, out.take().length]).toEqual([0, 0]);
});

it('grows without losing what waits, from 1 KiB over the pooled size to the largest record', () => {
  const out = new FrameWriter();
  out.open(1, peer, stream, 1);
  for (const bytes of [500, 2_000, 60_000, 150_000]) out.run(1, 1, 2, 3, 4, 0, body(bytes));
  const frames = framesOf(out.take());
  expect(frames?.map((frame) => frame[0])).toEqual(['open', 'run', 'run', 'run', 'run']);
  expect(frames?.slice(1).map((frame) => (frame[7] as Uint8Array[])[0]!.length)).toEqual([500, 2_000, 60_000, 150_000]);
});

it('gives its buffer back after a record, and no writer ever sees what another wrote into it', () => {
  const secret = 0x5a;
  for (let round = 0; round < 100; round += 1) {
    const first = new FrameWriter();
    first.run(1, 1, 0, 0, 0, 0, encodeBodies([new Uint8Array(40_000).fill(secret)]));
    first.take();
    first.release();
    const second = new FrameWriter();
    second.run(1, 1, 0, 0, 0, 0, body(30_000));
    second.open(2, peer, stream, 0);
    second.config(1, settings);
    second.stop(1001, 2, 3);
    expect(second.take().includes(secret)).toBe(false);
    second.release();
  }
});

it('keeps its buffer when it is released too early, and takes no harm from a release too many', () => {
  const out = new FrameWriter();
  out.run(1, 1, 0, 0, 0, 0, body(2_000));
  out.release();
  const other = new FrameWriter();
  other.run(1, 1, 0, 0, 0, 0, encodeBodies([new Uint8Array(3_000).fill(9)]));
  expect((framesOf(out.take())?.[0]?.[7] as Uint8Array[])[0]).toEqual(new Uint8Array(2_000));
  out.release();
  out.release();
  const third = new FrameWriter();
  const fourth = new FrameWriter();
  third.run(1, 1, 0, 0, 0, 0, encodeBodies([new Uint8Array(2_000).fill(3)]));
  fourth.run(1, 1, 0, 0, 0, 0, encodeBodies([new Uint8Array(2_000).fill(4)]));
  expect((framesOf(third.take())?.[0]?.[7] as Uint8Array[])[0]![0]).toBe(3);
});

it('refuses a peer or stream of a wrong size: the rest would be bytes of another session', () => {
  const out = new FrameWriter();
  expect(() => out.open(1, peer.subarray(1), stream, 0)).toThrow(RangeError);
  expect(() => out.open(1, peer, new Uint8Array(17), 0)).toThrow(RangeError);
  expect(out.length).toBe(0);
});

it('says when the next frame should go into another record: by bytes and by frames, and never while nothing waits', () => {
  const out = new FrameWriter();
  expect(out.wouldOverflow(limits.recordBytes)).toBe(false);
  out.run(1, 1, 0, 0, 0, 0, body(65_000));
  const room = limits.recordSoftBytes - out.length;
  expect([out.wouldOverflow(room), out.wouldOverflow(room + 1)]).toEqual([false, true]);
  out.take();
  for (let i = 0; i < limits.recordFrames - 3; i += 1) out.rekey();
  expect(out.wouldOverflow(1)).toBe(false);
  out.goOn(1);
  expect(out.wouldOverflow(1)).toBe(true);
});

it('takes the largest body, and a Rekey and a Stop behind a full record; throws for anything that a peer would refuse', () => {
  const out = new FrameWriter();
  out.run(65_536, 2 ** 53 - 2, 2 ** 52, 2 ** 52, 2 ** 32 - 1, 0, body(limits.bodyBytes));
  expect(out.length).toBeLessThanOrEqual(runSizeBound(encodedBodySize(limits.bodyBytes)));
  while (out.length + 64 + 64 <= limits.recordBytes) out.open(1, peer, stream, 0);
  expect(() => out.run(1, 1, 0, 0, 0, 0, body(100))).toThrow(RangeError);
  out.rekey();
  out.stop(2 ** 32 - 1, 2 ** 53 - 1, 2 ** 32 - 1);
  const plaintext = out.take();
  expect(plaintext.length).toBeLessThanOrEqual(limits.recordBytes);
  expect(framesOf(plaintext)?.at(-1)?.[0]).toBe('stop');

  for (let i = 0; i < limits.recordFrames - 2; i += 1) out.goOn(1);
  expect(() => out.goOn(1)).toThrow(RangeError);
  out.rekey();
  out.stop(1, 1, 0);
  expect(framesOf(out.take())?.length).toBe(limits.recordFrames);
});

it('forgets everything once it is shut, however much is written', () => {
  const out = new FrameWriter();
  out.heartbeat(1);
  out.shut();
  expect(out.length).toBe(0);
  for (let i = 0; i < 50_000; i += 1) out.run(1, 1, 0, 0, 0, 0, body(100));
  expect(out.length).toBeLessThan(200);
});
