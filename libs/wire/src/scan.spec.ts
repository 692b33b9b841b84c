import fc from 'fast-check';
import { encodeBodies } from './bodies.js';
import { FrameWriter } from './frames.js';
import { limits } from './limits.js';
import { scanFrames } from './scan.js';
import { Frames, plainObject } from './testing/stock.js';
import { framesOf, Recorder, type Seen } from './testing/visit.js';
import { writeVarint } from './varint.js';

const raw = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const u32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const handle = fc.integer({ min: 1, max: 65_536 });
const number = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, 127, 128, 2 ** 32, 2 ** 53 - 1));
const seq = fc.integer({ min: 1, max: 2 ** 52 });
const bytesOf = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const settings = fc.record({
  heartbeatMs: u32,
  timeoutMs: u32,
  maxBodyBytes: u32,
  windowMessages: u32,
  windowBytes: u32,
  maxStreams: u32,
});
const bodies = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 5 });
const id = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const source = fc.oneof(bytesOf(32), bytesOf(0));
const body = fc.uint8Array({ maxLength: 300 });
const frame: fc.Arbitrary<Seen> = fc.oneof(
  fc.tuple(fc.constant('open'), handle, bytesOf(32), bytesOf(16), fc.constantFrom(0, 1)),
  fc.tuple(fc.constant('run'), handle, seq, number, number, u32, fc.constant(0), bodies),
  fc.tuple(fc.constant('run'), handle, seq, number, number, u32, fc.integer({ min: 1, max: 2 ** 32 - 1 }), fc.constant([] as Uint8Array[])),
  fc.tuple(fc.constant('refused'), handle, number, number, u32),
  fc.tuple(fc.constant('accepted'), handle, number),
  fc.tuple(fc.constant('goOn'), handle),
  fc.tuple(fc.constant('stored'), handle, number),
  fc.tuple(fc.constant('credit'), number, number),
  fc.tuple(fc.constant('config'), number, settings),
  fc.tuple(fc.constant('heartbeat'), number),
  fc.tuple(
    fc.constant('request'),
    id,
    fc.stringMatching(/^[a-z0-9._-]{1,64}$/),
    fc.integer({ min: 1, max: 600_000 }),
    bytesOf(16),
    source,
    u32,
    body,
  ),
  fc.tuple(fc.constant('reply'), id, u32, source, body),
  fc.tuple(fc.constant('presence'), bytesOf(32), fc.boolean(), number),
  fc.tuple(fc.constant('rekey')),
  fc.tuple(fc.constant('stop'), u32, number, u32),
);

/** Names of the fields behind the kind, as protobuf spells them. */
const names: Readonly<Record<string, readonly string[]>> = {
  open: ['handle', 'peer', 'stream', 'class'],
  run: ['handle', 'firstSeq', 'createdMs', 'storedMs', 'lifetimeS', 'skipped', 'body'],
  refused: ['handle', 'first', 'last', 'code'],
  accepted: ['handle', 'upTo'],
  goOn: ['handle'],
  stored: ['handle', 'upTo'],
  credit: ['messages', 'bytes'],
  config: ['timeMs', 'settings'],
  heartbeat: ['timeMs'],
  request: ['id', 'service', 'timeoutMs', 'key', 'source', 'attempt', 'body'],
  reply: ['id', 'code', 'source', 'body'],
  presence: ['client', 'online', 'timeMs'],
  rekey: [],
  stop: ['code', 'timeMs', 'retryAfterMs'],
};

function write(out: FrameWriter, [kind, ...fields]: Seen): void {
  if (kind === 'run')
    out.run(...(fields.slice(0, 6) as [number, number, number, number, number, number]), encodeBodies(fields[6] as Uint8Array[]));
  else (out as unknown as Record<string, (...values: unknown[]) => void>)[kind]!(...fields);
}
/** What stock protobuf makes of the frames: kind by kind, zeros and empties left out. */
function asProto(frames: readonly Seen[]): Record<string, unknown> {
  const message: Record<string, unknown[]> = {};
  for (const [kind, ...fields] of frames) (message[kind] ??= []).push(present(names[kind]!.map((name, i) => [name, fields[i]])));
  return message;
}
const present = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(
    entries
      .filter(([, value]) => value !== 0 && value !== false && (value as ArrayLike<unknown>).length !== 0)
      .map(([name, value]) => [name, isSettings(value) ? present(Object.entries(value)) : asBuffers(value)]),
  );
const isSettings = (value: unknown): value is object => typeof value === 'object' && value !== null && 'heartbeatMs' in value;
const asBuffers = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value) : Array.isArray(value) ? value.map(asBuffers) : value;
const normal = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? Buffer.from(value)
    : Array.isArray(value)
      ? value.map(normal)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, normal(v)]))
        : value;

it('reads what the writer wrote, in the order it was written; stock protobuf reads the same', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 12 }), (frames) => {
      const out = new FrameWriter();
      for (const one of frames) write(out, one);
      const bytes = out.take().slice();
      expect(framesOf(bytes)).toEqual(frames);
      expect(normal(plainObject(Frames, bytes))).toEqual(asProto(frames));
    }),
    { numRuns: 500 },
  );
});

it('reads what stock protobuf writes, which puts the frames kind by kind', () => {
  const order = Object.keys(names);
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 12 }), (frames) => {
      const sorted = [...frames].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
      const bytes = Frames.encode(Frames.fromObject(asProto(frames))).finish();
      expect(framesOf(bytes)).toEqual(sorted);
    }),
    { numRuns: 500 },
  );
});

it('names frames of a newer version and goes on behind them', () => {
  // field 13, field 16 and field 2^28, each with three bytes inside, between two heartbeats
  const bytes = raw('4a020805 6a03 080101 820103 080101 8280808008 03 080101 4a020806');
  expect(framesOf(bytes)).toEqual([
    ['heartbeat', 5],
    ['unknown', 13],
    ['unknown', 16],
    ['unknown', 2 ** 28],
    ['heartbeat', 6],
  ]);
});

it('skips fields it does not know inside known frames, whatever their type', () => {
  const unknownFields = '40 07 49 0102030405060708 52 02 0909 5d 01020304'; // varint, fixed64, bytes, fixed32
  expect(framesOf(raw(`22 18 0801 1005 ${unknownFields}`))).toEqual([['accepted', 1, 5]]);
});

it.each([
  ['a frame that is no message', '0801'],
  ['a frame of wire type 3', '0b'],
  ['a length cut short', '4a80'],
  ['a length over what is there', '4a03 0805'],
  ['a length of 4 GiB', '4affffffff0f'],
  ['a length that is negative in 32 bits', '4a80808080f8ffffffff01'],
  ['a varint field cut short', '4a020880'],
  ['a number of 2^53', '4a0908808080808080808010'],
  ['a fixed64 field cut short', '22030901 02'],
  ['a fixed32 field cut short', '22020d01'],
  ['a bytes field longer than its frame', '22031205 01'],
  ['a group', '22020b0c'],
  ['field number 0', '22020001'],
  ['an Open without a handle', `0a34 1220${'11'.repeat(32)} 1a10${'22'.repeat(16)}`],
  ['an Open whose peer has 31 bytes', `0a35 0801 121f${'11'.repeat(31)} 1a10${'22'.repeat(16)}`],
  ['an Open whose stream has 17 bytes', `0a37 0801 1220${'11'.repeat(32)} 1a11${'22'.repeat(17)}`],
  ['an Open of a class that is not known', `0a38 0801 1220${'11'.repeat(32)} 1a10${'22'.repeat(16)} 2002`],
  ['a run without a handle', '1205 1001 7a0101'],
  ['a run without a first number', '1205 0801 7a0101'],
  ['a run with neither bodies nor a skip', '1204 0801 1001'],
  ['a run with both', '1209 0801 1001 3001 7a0101'],
  ['a run with a field it does not know', '1209 0801 1001 3801 7a0101'],
  ['a run with a field behind its bodies', '1209 0801 7a0101 1001'],
  ['a run whose field number wraps around 32 bits', '120b 888080 8010 01 1001 7a00'],
  ['a run whose numbers end beyond 2^53 - 1', '120f 0801 10ffffffffffffff0f 7a00 7a00'],
  ['a skip whose numbers end beyond 2^53 - 1', '1213 0801 1001 30ffffffffffffff0f 08010801'],
  ['a Config cut short', '4202 0880'],
  ['a Config whose settings are no message', '4202 1001 12'],
])('refuses %s', (_, text) => {
  expect(framesOf(raw(text))).toBeUndefined();
});

it('takes the last of a field that comes twice, as protobuf does', () => {
  expect(framesOf(raw('2206 0801 1005 0802'))).toEqual([['accepted', 2, 5]]);
});

it('refuses a record of one byte over the limit before it looks at a frame', () => {
  const filler = (bytes: number): Uint8Array => {
    const record = new Uint8Array(bytes);
    record[0] = 0x6a; // field 13, its length in three bytes
    writeVarint(record, 1, bytes - 4);
    return record;
  };
  expect(framesOf(filler(limits.recordBytes))).toEqual([['unknown', 13]]);
  const recorder = new Recorder();
  expect([scanFrames(filler(limits.recordBytes + 1), recorder), recorder.seen]).toEqual([false, []]);
});

it('takes as many frames as a record may have and refuses one more', () => {
  const heartbeats = (count: number): Uint8Array => Uint8Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 0x4a : 0));
  expect(framesOf(heartbeats(limits.recordFrames))?.length).toBe(limits.recordFrames);
  expect(framesOf(heartbeats(limits.recordFrames + 1))).toBeUndefined();
});

it('lends bytes of the record itself, whose `slice` is a copy even when a Buffer came in', () => {
  const out = new FrameWriter();
  out.open(1, new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), 0);
  out.run(1, 1, 0, 0, 0, 0, encodeBodies([Uint8Array.of(3)]));
  const record = Buffer.from(out.take());
  const kept: { lent: Uint8Array; copy: Uint8Array }[] = [];
  const keep = (lent: Uint8Array): number => kept.push({ lent, copy: lent.slice() });
  const recorder = new Recorder();
  recorder.open = (_, peer, stream): void => void [keep(peer), keep(stream)];
  recorder.run = (_, _first, _created, _stored, _lifetime, _skipped, region): void => void keep(region);
  expect(scanFrames(record, recorder)).toBe(true);
  expect(kept.map(({ lent }) => lent.buffer === record.buffer)).toEqual([true, true, true]);
  const before = kept.map(({ copy }) => Buffer.from(copy).toString('hex'));
  record.fill(0);
  expect(kept.map(({ copy }) => Buffer.from(copy).toString('hex'))).toEqual(before);
  expect(kept.every(({ lent }) => lent.every((byte) => byte === 0))).toBe(true);
});

it('lets a visitor scan another record meanwhile', () => {
  const inner = raw('4a020807 22040801 1005');
  const recorder = new Recorder();
  const seen: Seen[] = [];
  recorder.accepted = (h, upTo): void => {
    framesOf(inner);
    seen.push(['accepted', h, upTo]);
  };
  expect(scanFrames(raw('22040801 1005 22040802 1006'), recorder)).toBe(true);
  expect(seen).toEqual([
    ['accepted', 1, 5],
    ['accepted', 2, 6],
  ]);
});
