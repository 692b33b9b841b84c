import { encodeBodies, FrameWriter, scanFrames } from '@keyway/wire';
import { IncomingStreams } from './incoming.js';
import type { IncomingMessage, StreamMark } from './incoming-stream.js';
import { counting } from './testing/keys.js';

const sender = counting(1);
const id = counting(2, 16);
const durable = 0;
const live = 1;

class Rig {
  readonly skips: string[] = [];
  readonly streams: IncomingStreams;
  constructor(marks: readonly StreamMark[] = [], window = { messages: 1_000, bytes: 1_000_000 }) {
    this.streams = new IncomingStreams(
      window,
      { skipped: (_sender, _stream, first, count) => this.skips.push(`#${first}+${count}`) },
      marks,
    );
  }
  /** A new session with stream 1 open. */
  attach(deliveryClass = durable): this {
    this.streams.attached();
    this.acks();
    this.streams.open(1, sender, id, deliveryClass);
    return this;
  }
  run(first: number, texts: string, handle = 1): unknown {
    const bodies = encodeBodies([...texts].map((text) => Buffer.from(text)));
    return this.streams.run(handle, first, 5, 6, 0, bodies, texts.length);
  }
  skip(first: number, count: number): unknown {
    return this.streams.run(1, first, 5, 6, count, new Uint8Array(0), 0);
  }
  /** Everything that waits: handed out, and done with when `finish`. */
  take(finish = true): string {
    let text = '';
    for (let m = this.streams.next(); m !== undefined; m = this.streams.next()) {
      text += Buffer.from(m.body).toString() + (m.redelivered ? '!' : '');
      if (finish) this.streams.done(m);
    }
    return text;
  }
  /** What is written for the router: `stored 1 5`, `credit 10 20`. */
  acks(): string[] {
    const out = new FrameWriter();
    this.streams.writeAcks(out);
    const list: string[] = [];
    const none = (): void => undefined;
    scanFrames(out.take(), {
      ...{
        open: none,
        run: none,
        refused: none,
        accepted: none,
        goOn: none,
        request: none,
        reply: none,
        presence: none,
        config: none,
        heartbeat: none,
        rekey: none,
        stop: none,
        unknown: none,
      },
      stored: (handle, upTo) => void list.push(`stored ${handle} ${upTo}`),
      credit: (messages, bytes) => void list.push(`credit ${messages} ${bytes}`),
    });
    return list;
  }
}

it('hands out what came, in order, with sender, stream, number and times', () => {
  const rig = new Rig().attach();
  rig.run(1, 'ab');
  expect(rig.streams.waiting).toBe(2);
  expect(rig.streams.next()).toEqual({
    sender,
    stream: id,
    deliveryClass: 'durable',
    seq: 1,
    createdMs: 5,
    storedMs: 6,
    body: Buffer.from('a'),
    redelivered: false,
  });
  expect([rig.streams.next()?.seq, rig.streams.next(), rig.streams.waiting]).toEqual([2, undefined, 0]);
});

it('shows nothing twice, however often and however cut it is sent', () => {
  const rig = new Rig().attach();
  for (const [first, texts] of [
    [1, 'abc'],
    [1, 'abc'],
    [2, 'bcd'],
    [1, 'a'],
    [4, 'd'],
    [3, 'cdef'],
    [1, 'abcdefg'],
  ] as const)
    rig.run(first, texts);
  expect(rig.take()).toBe('abcdefg');
  rig.attach();
  rig.run(1, 'abcdefgh');
  expect(rig.take()).toBe('h');
});

it('keeps streams apart: by sender and by id', () => {
  const rig = new Rig().attach();
  rig.streams.open(2, counting(9), id, durable);
  rig.streams.open(3, sender, counting(9, 16), durable);
  for (const handle of [1, 2, 3]) rig.run(1, 'x', handle);
  expect(rig.take()).toBe('xxx');
});

it('says stored only for what the application is done with, cumulatively, and never for live messages', () => {
  const rig = new Rig().attach();
  rig.run(1, 'abc');
  const messages = [rig.streams.next()!, rig.streams.next()!, rig.streams.next()!] as const;
  expect(rig.acks()).toEqual([]);
  rig.streams.done(messages[0]);
  rig.streams.done(messages[1]);
  expect(rig.acks()).toEqual(['stored 1 2']);
  expect(rig.acks()).toEqual([]);
  const other = new Rig().attach(live);
  other.run(1, 'abc');
  expect([other.take(), other.acks()]).toEqual(['abc', []]);
});

it('says stored again when the router sends again what is done with', () => {
  const rig = new Rig().attach();
  rig.run(1, 'ab');
  rig.take();
  rig.acks();
  rig.attach();
  rig.run(1, 'ab');
  expect([rig.take(), rig.acks()]).toEqual(['', ['stored 1 2']]);
});

it('goes on from its marks after a restart: what is done does not come again, what was in hand is marked redelivered', () => {
  const before = new Rig().attach();
  before.run(1, 'abcd');
  before.streams.done(before.streams.next()!);
  const inHand = before.streams.next()!;
  const [mark] = [...before.streams.marks()];
  expect(mark).toEqual({ sender, stream: id, done: 1, inHand: 0 });
  const after = new Rig([{ ...mark!, inHand: inHand.seq }]).attach();
  after.run(1, 'abcd');
  expect(after.take()).toBe('b!cd');
  expect([...after.streams.marks()]).toEqual([{ sender, stream: id, done: 4, inHand: 0 }]);
});

it('begins a stream it has never seen wherever the router begins it', () => {
  const rig = new Rig().attach();
  rig.run(70, 'xy');
  expect([rig.take(), rig.acks()]).toEqual(['xy', ['stored 1 71']]);
});

describe('T10: a number is missing in a durable stream', () => {
  it('what comes behind it is held back and shown in order once it is there', () => {
    const rig = new Rig().attach();
    rig.run(1, 'a');
    rig.run(5, 'ef');
    rig.run(3, 'cd');
    rig.run(8, 'h');
    rig.run(5, 'ef');
    expect(rig.take()).toBe('a');
    rig.run(2, 'b');
    expect(rig.take()).toBe('bcdef');
    rig.run(7, 'g');
    expect(rig.take()).toBe('gh');
  });

  it('holds back a bounded amount, in runs, messages and bytes: more ends the session with stream_gap', () => {
    const runs = new Rig().attach();
    runs.run(1, 'a');
    for (let i = 0; i < 256; i += 1) expect(runs.run(10 + 2 * i, 'x')).toBeUndefined();
    expect(runs.run(2_000, 'x')).toBe('stream_gap');
    const messages = new Rig([], { messages: 10, bytes: 1_000_000 }).attach();
    messages.run(1, 'a');
    expect([messages.run(3, 'x'.repeat(8)), messages.run(20, 'xxx')]).toEqual([undefined, 'stream_gap']);
    const bytes = new Rig([], { messages: 1_000, bytes: 30 }).attach();
    bytes.run(1, 'a');
    expect([bytes.run(3, 'x'.repeat(8)), bytes.run(20, 'xxx')]).toEqual([undefined, 'stream_gap']);
  });

  it('a new session begins with the oldest the router has: what is missing before it is told and passed over', () => {
    const rig = new Rig().attach();
    rig.run(1, 'a');
    rig.run(5, 'ef');
    expect(rig.take()).toBe('a');
    rig.attach();
    rig.run(5, 'ef');
    expect([rig.take(), rig.skips, rig.acks()]).toEqual(['ef', ['#2+3'], ['stored 1 6']]);
  });

  it('ends the session five seconds after all before it is done, and not while the application has some of it', () => {
    const rig = new Rig().attach();
    rig.run(1, 'ab');
    expect(rig.streams.gapDeadline(0)).toBe(Infinity);
    rig.run(5, 'e');
    rig.run(7, 'g');
    const [a, b] = [rig.streams.next()!, rig.streams.next()!];
    rig.streams.done(a);
    expect(rig.streams.gapDeadline(60_000)).toBe(Infinity);
    rig.streams.done(b);
    expect([rig.streams.gapDeadline(60_000), rig.streams.gapDeadline(62_000)]).toEqual([65_000, 65_000]);
    rig.run(3, 'cd'); // it comes after all; 6 is still missing
    expect([rig.streams.gapDeadline(63_000), rig.take(), rig.streams.gapDeadline(64_000)]).toEqual([Infinity, 'cde', 69_000]);
    rig.run(6, 'f');
    expect([rig.streams.gapDeadline(65_000), rig.take()]).toEqual([Infinity, 'fg']);
    rig.run(9, 'i');
    expect(rig.streams.gapDeadline(70_000)).toBe(75_000);
    rig.attach();
    expect(rig.streams.gapDeadline(80_000)).toBe(Infinity);
    rig.run(9, 'i');
    expect([rig.take(), rig.skips]).toEqual(['i', ['#8+1']]);
  });

  it('what was held back is forgotten with the session: it comes again', () => {
    const rig = new Rig([], { messages: 10, bytes: 1_000_000 });
    for (let session = 0; session < 20; session += 1) {
      rig.attach();
      rig.run(1, 'a');
      expect(rig.run(3, 'cdefghi')).toBeUndefined();
    }
    rig.run(2, 'b');
    expect(rig.take()).toBe('abcdefghi');
  });
});

it('live messages may be missing: the rest is shown at once and in order', () => {
  const rig = new Rig().attach(live);
  rig.run(1, 'a');
  rig.run(5, 'e');
  rig.run(3, 'c');
  expect([rig.take(), rig.skips]).toEqual(['ae', []]);
});

describe('skips', () => {
  it('are told in their place, and acknowledged like messages', () => {
    const rig = new Rig().attach();
    rig.run(1, 'a');
    rig.skip(2, 3);
    rig.run(5, 'e');
    expect([rig.take(), rig.skips, rig.acks()]).toEqual(['ae', ['#2+3'], ['stored 1 5']]);
  });

  it('acknowledge nothing that is still in hand before them', () => {
    const rig = new Rig().attach();
    rig.run(1, 'ab');
    rig.skip(3, 2);
    const [a, b] = [rig.streams.next()!, rig.streams.next()!];
    expect([rig.streams.next(), rig.skips, rig.acks()]).toEqual([undefined, ['#3+2'], []]);
    rig.streams.done(a);
    expect(rig.acks()).toEqual(['stored 1 1']);
    rig.streams.done(b);
    expect(rig.acks()).toEqual(['stored 1 4']);
  });

  it('count only for the numbers that were not there before', () => {
    const rig = new Rig().attach();
    rig.run(1, 'abc');
    rig.skip(1, 5);
    rig.skip(2, 2);
    expect([rig.take(), rig.skips]).toEqual(['abc', ['#4+2']]);
  });
});

describe('credit', () => {
  it('is granted at once for the whole window, and again when a quarter of it is free', () => {
    const rig = new Rig([], { messages: 8, bytes: 80 });
    rig.streams.attached();
    expect(rig.acks()).toEqual(['credit 8 80']);
    rig.streams.open(1, sender, id, live);
    rig.run(1, 'a');
    rig.take();
    expect(rig.acks()).toEqual([]);
    rig.run(2, 'b');
    rig.take();
    expect(rig.acks()).toEqual(['credit 10 86']);
  });

  it('counts body fields with tag and length', () => {
    const rig = new Rig([], { messages: 100, bytes: 40 });
    rig.streams.attached();
    rig.acks();
    rig.streams.open(1, sender, id, live);
    rig.run(1, 'abcd'); // 4 × (1 + 1 + 1)
    rig.take();
    expect(rig.acks()).toEqual(['credit 104 52']);
  });

  it('is not granted for what the application has not taken', () => {
    const rig = new Rig([], { messages: 8, bytes: 1_000 }).attach();
    rig.run(1, 'abcdefgh');
    const held: IncomingMessage[] = [];
    for (let m = rig.streams.next(); m !== undefined; m = rig.streams.next()) held.push(m);
    expect(rig.acks()).toEqual([]);
    for (const message of held.slice(0, 2)) rig.streams.done(message);
    expect(rig.acks()).toEqual(['stored 1 2', 'credit 10 1018']);
  });

  it('bounds the beginning of a run: one that begins without credit ends the session', () => {
    const rig = new Rig([], { messages: 3, bytes: 1_000 }).attach();
    expect([rig.run(1, 'ab'), rig.run(3, 'cdef'), rig.run(7, 'g')]).toEqual([undefined, undefined, 'backpressure']);
    const bytes = new Rig([], { messages: 1_000, bytes: 7 }).attach();
    expect([bytes.run(1, 'ab'), bytes.run(3, 'c'), bytes.run(4, 'd')]).toEqual([undefined, undefined, 'backpressure']);
    const none = new Rig();
    none.streams.attached();
    none.streams.open(1, sender, id, durable);
    expect(none.run(1, 'a')).toBe('backpressure'); // nothing was granted yet
  });

  it('begins anew with each session, less what still waits from the last', () => {
    const rig = new Rig([], { messages: 8, bytes: 1_000 }).attach();
    rig.run(1, 'abcdef');
    rig.streams.attached();
    expect(rig.acks()).toEqual(['credit 2 994']);
  });

  it('never stalls: with any window, everything arrives in the end', () => {
    for (const messages of [1, 2, 3, 5, 100]) {
      for (const bytes of [1, 3, 10, 1_000]) {
        const rig = new Rig([], { messages, bytes });
        rig.streams.attached();
        rig.streams.open(1, sender, id, durable);
        let granted = [0, 0];
        const sent = [0, 0];
        let next = 1;
        let shown = '';
        for (let turn = 0; turn < 600 && shown.length < 100; turn += 1) {
          for (const ack of rig.acks()) if (ack.startsWith('credit')) granted = ack.split(' ').slice(1).map(Number);
          while (sent[0]! < granted[0]! && sent[1]! < granted[1]! && next <= 100) {
            expect(rig.run(next, 'x')).toBeUndefined();
            next += 1;
            sent[0]! += 1;
            sent[1]! += 3;
          }
          const message = rig.streams.next();
          if (message === undefined) continue;
          shown += 'x';
          rig.streams.done(message);
        }
        expect(shown.length).toBe(100);
      }
    }
  });
});

it('refuses a handle that is used twice, one beyond the limit, and a run on one that is not open', () => {
  const rig = new Rig().attach();
  expect([
    rig.streams.open(1, sender, counting(5, 16), durable),
    rig.streams.open(65_537, sender, id, durable),
    rig.run(1, 'a', 2),
    rig.run(1, 'a', 2 ** 40),
  ]).toEqual(['malformed', 'stream_limit', 'malformed', 'malformed']);
});

it('writes as many acknowledgements as a record takes, and the rest with the next', () => {
  const rig = new Rig([], { messages: 100_000, bytes: 1e9 });
  rig.streams.attached();
  rig.acks();
  const streams = 30_000;
  for (let i = 1; i <= streams; i += 1) {
    rig.streams.open(i, sender, Buffer.from(i.toString().padStart(16, '0')), durable);
    rig.run(1, 'x', i);
  }
  rig.take();
  const seen = new Set<string>();
  for (let i = 0; i < 10; i += 1) for (const ack of rig.acks()) if (ack.startsWith('stored')) seen.add(ack);
  expect(seen.size).toBe(streams);
});

it('keeps the marks of the 65,536 streams opened last, and of those whose messages wait for the application', () => {
  const streams = new IncomingStreams({ messages: 1e6, bytes: 1e6 }, { skipped: () => undefined });
  const body = encodeBodies([Buffer.from('x')]);
  const idOf = (n: number): Uint8Array => Uint8Array.from(Buffer.from(n.toString(16).padStart(32, '0'), 'hex'));
  const session = (from: number, count: number, take = true): number => {
    streams.attached();
    streams.writeAcks(new FrameWriter());
    let shown = 0;
    for (let handle = 1; handle <= count; handle += 1) {
      streams.open(handle, sender, idOf(from + handle), durable);
      streams.run(handle, 1, 0, 0, 0, body, 1);
      for (let m = take ? streams.next() : undefined; m !== undefined; m = streams.next()) {
        streams.done(m);
        shown += 1;
      }
    }
    return shown;
  };
  session(0, 2, false); // they wait
  expect(session(10, 65_536)).toBe(65_538);
  expect(session(10, 100)).toBe(0); // these were opened last now
  expect(session(100_000, 65_536 - 100)).toBe(65_536 - 100);
  expect([session(10, 100), [...streams.marks()].length]).toEqual([0, 65_536]);
  expect(session(10, 101)).toBe(1);
});

it('keeps no record alive for a small message in it', () => {
  const rig = new Rig().attach();
  const record = new Uint8Array(60_000);
  const bodies = encodeBodies([Uint8Array.of(7)]);
  record.set(bodies, 100);
  rig.streams.run(1, 1, 5, 6, 0, record.subarray(100, 100 + bodies.length), 1);
  rig.streams.open(2, record.subarray(0, 32), record.subarray(32, 48), durable);
  rig.run(1, 'x', 2);
  const [first, second] = [rig.streams.next()!, rig.streams.next()!];
  for (const kept of [first.body, second.sender, second.stream]) expect(kept.buffer.byteLength).toBeLessThan(10_000);
});
