import type { ErrorReason } from '@keyway/wire';
import { codeOf, eachBody, encodedBodySize, FrameWriter, limits, scanFrames } from '@keyway/wire';
import { OutgoingStreams } from './outgoing.js';
import type { OutgoingStream } from './outgoing-stream.js';
import { testSettings } from './testing/fleet.js';
import { counting } from './testing/keys.js';

/** Written frames as text: `open 1`, `run 1 #1 ab`, `skip 1 #1+2`. */
function written(out: FrameWriter): string[] {
  const list: string[] = [];
  const none = (): void => undefined;
  const ok = scanFrames(out.take().slice(), {
    ...{
      refused: none,
      accepted: none,
      goOn: none,
      stored: none,
      credit: none,
      request: none,
      reply: none,
      presence: none,
      config: none,
      heartbeat: none,
      rekey: none,
      stop: none,
      unknown: none,
    },
    open: (handle, peer, _stream, deliveryClass) =>
      void list.push(`open ${handle} to ${peer[0]} ${deliveryClass === 1 ? 'live' : 'durable'}`),
    run: (handle, firstSeq, _created, _stored, lifetimeS, skipped, bodies) => {
      const texts: string[] = [];
      eachBody(bodies, (body) => texts.push(Buffer.from(body.subarray(0, 8)).toString()));
      list.push(
        skipped > 0
          ? `skip ${handle} #${firstSeq}+${skipped}`
          : `run ${handle} #${firstSeq} ${texts.join(',')}${lifetimeS ? ` for ${lifetimeS}s` : ''}`,
      );
    },
  });
  if (!ok) throw new Error('malformed');
  return list;
}

class Rig {
  readonly results: string[] = [];
  readonly halts: (ErrorReason | undefined)[] = [];
  readonly out = new FrameWriter();
  readonly streams = new OutgoingStreams<string>(
    (token, reason, _stream, seq) => this.results.push(`${token} #${seq} ${reason ?? 'accepted'}`),
    (_stream, reason) => this.halts.push(reason),
  );
  #ids = 0;
  constructor(public settings = testSettings) {}

  stream(to: number, deliveryClass: 'durable' | 'live' = 'durable'): OutgoingStream<string> {
    return this.streams.stream(`${to} ${deliveryClass}`, counting(to), deliveryClass, () => counting((this.#ids += 1), 16));
  }
  send(to: number, text: string, deliveryClass: 'durable' | 'live' = 'durable', nowMs = 0, lifetimeS = 0): number {
    return this.streams.send(this.stream(to, deliveryClass), Buffer.from(text), text, nowMs, lifetimeS);
  }
  pump(nowMs = 0): string[] {
    this.streams.pump(this.out, this.settings, nowMs);
    return written(this.out);
  }
  refuse(first: number, reason: ErrorReason, last = 0, handle = 1, nowMs = 0): void {
    this.streams.refused(handle, first, last, codeOf(reason), nowMs);
  }
  takeResults(): string[] {
    return this.results.splice(0);
  }
}

it('numbers messages from 1 for each recipient and class, and packs those that wait into runs', () => {
  const rig = new Rig();
  expect([rig.send(1, 'a'), rig.send(1, 'b'), rig.send(2, 'c'), rig.send(1, 'd', 'live'), rig.send(1, 'e')]).toEqual([1, 2, 1, 1, 3]);
  expect(rig.pump()).toEqual([
    'open 1 to 1 durable',
    'run 1 #1 a,b,e',
    'open 2 to 2 durable',
    'run 2 #1 c',
    'open 3 to 1 live',
    'run 3 #1 d',
  ]);
  rig.send(1, 'f');
  expect(rig.pump()).toEqual(['run 1 #4 f']);
  expect([rig.pump(), rig.streams.pending]).toEqual([[], false]);
});

it('tells each message once when it is accepted, in order, and keeps it until then', () => {
  const rig = new Rig();
  for (const text of ['a', 'b', 'c']) rig.send(1, text);
  rig.pump();
  expect(rig.streams.waiting).toBe(3);
  rig.streams.accepted(1, 2);
  rig.streams.accepted(1, 2);
  rig.streams.accepted(1, 1);
  expect([rig.takeResults(), rig.streams.waiting]).toEqual([['a #1 accepted', 'b #2 accepted'], 1]);
  rig.streams.accepted(1, 3);
  expect([rig.takeResults(), rig.streams.waiting]).toEqual([['c #3 accepted'], 0]);
});

it('believes no answer for what it has not sent: numbers ahead, and handles nobody opened', () => {
  const rig = new Rig();
  rig.send(1, 'a');
  rig.pump();
  rig.send(1, 'b');
  rig.streams.accepted(1, 2);
  rig.streams.accepted(1, Number.MAX_SAFE_INTEGER);
  for (const handle of [0, 2, 65_536, 2 ** 40]) {
    rig.streams.accepted(handle, 1);
    rig.streams.goOn(handle);
    rig.refuse(1, 'mailbox_full', 0, handle);
  }
  rig.refuse(2, 'mailbox_full');
  rig.refuse(0, 'mailbox_full');
  expect([rig.results, rig.halts, rig.streams.waiting]).toEqual([[], [], 2]);
});

it('after a new attach writes everything unanswered again: same stream, same numbers, new handle', () => {
  const rig = new Rig();
  for (const text of ['a', 'b', 'c']) rig.send(1, text);
  rig.send(2, 'x');
  rig.pump();
  rig.streams.accepted(1, 1);
  rig.streams.attached();
  rig.send(1, 'd');
  expect(rig.pump()).toEqual(['open 1 to 1 durable', 'run 1 #2 b,c,d', 'open 2 to 2 durable', 'run 2 #1 x']);
  rig.streams.accepted(1, 4);
  expect(rig.takeResults()).toEqual(['a #1 accepted', 'b #2 accepted', 'c #3 accepted', 'd #4 accepted']);
});

const earlier = (id: number, to: number, text: string): OutgoingStream<string> => ({
  id: counting(id, 16),
  to: counting(to),
  deliveryClass: 'durable',
  firstSeq: 41,
  waiting: [{ body: Buffer.from(text), createdMs: 5, lifetimeS: 0, token: text }],
  head: 0,
  nextSeq: 41,
  handle: 0,
  haltedBy: undefined,
  retryAtMs: 0,
});

it('takes up a stream of an earlier process under its old id and numbers', () => {
  const rig = new Rig();
  rig.streams.restore('1 durable', earlier(7, 1, 'old'));
  expect(rig.send(1, 'new')).toBe(42);
  expect(rig.pump(5)).toEqual(['open 1 to 1 durable', 'run 1 #41 old,new']);
  rig.streams.accepted(1, 42);
  expect(rig.takeResults()).toEqual(['old #41 accepted', 'new #42 accepted']);
});

it('sends nothing new to a recipient before what earlier processes left for it is answered, the oldest first', () => {
  const rig = new Rig();
  rig.streams.restore('a', earlier(7, 1, 'older'));
  rig.streams.restore('b', earlier(8, 1, 'old'));
  rig.send(1, 'new');
  rig.send(2, 'else');
  expect(rig.pump(5)).toEqual(['open 1 to 1 durable', 'run 1 #41 older', 'open 2 to 2 durable', 'run 2 #1 else']);
  expect(rig.pump(5)).toEqual([]);
  rig.streams.accepted(1, 41);
  expect(rig.pump(5)).toEqual(['open 3 to 1 durable', 'run 3 #41 old']);
  rig.streams.attached();
  expect(rig.pump(5)).toEqual(['open 1 to 1 durable', 'run 1 #41 old', 'open 2 to 2 durable', 'run 2 #1 else']);
  rig.streams.accepted(1, 41);
  expect(rig.pump(5)).toEqual(['open 3 to 1 durable', 'run 3 #1 new']);
});

describe('the window', () => {
  it('bounds messages without an answer, and opens with each answer', () => {
    const rig = new Rig({ ...testSettings, windowMessages: 3 });
    for (let i = 1; i <= 8; i += 1) rig.send(1, String(i));
    expect(rig.pump()).toEqual(['open 1 to 1 durable', 'run 1 #1 1,2,3']);
    expect(rig.pump()).toEqual([]);
    rig.streams.accepted(1, 2);
    expect(rig.pump()).toEqual(['run 1 #4 4,5']);
  });

  it('bounds bytes of body fields: a message may begin below the window, none at it', () => {
    const size = encodedBodySize(10);
    for (const [windowBytes, count] of [
      [size, 1],
      [size + 1, 2],
      [2 * size, 2],
      [1, 1],
    ] as const) {
      const rig = new Rig({ ...testSettings, windowBytes });
      for (let i = 0; i < 5; i += 1) rig.send(1, 'x'.repeat(10));
      rig.pump();
      rig.streams.accepted(1, count);
      expect(rig.takeResults().length).toBe(count);
      rig.streams.accepted(1, count + 1);
      expect(rig.takeResults().length).toBe(0);
    }
  });

  it('is shared run by run: a long backlog to one recipient does not keep the others waiting', () => {
    const rig = new Rig({ ...testSettings, windowMessages: 100 });
    for (let i = 0; i < 1_000; i += 1) rig.send(1, 'bulk');
    rig.pump();
    rig.send(2, 'chat');
    rig.streams.accepted(1, 10);
    const frames: string[] = [];
    for (let upTo = 10; upTo <= 200; upTo += 10) {
      rig.streams.accepted(1, upTo);
      frames.push(...rig.pump());
    }
    expect(frames.findIndex((frame) => frame.endsWith('chat'))).toBeLessThan(4);
  });

  it('leaks nothing: after any mixture of answers, refusals and new attaches it is as wide as before', () => {
    const rig = new Rig({ ...testSettings, windowMessages: 10 });
    for (let round = 0; round < 50; round += 1) {
      const from = rig.stream(1, 'live').firstSeq;
      for (let i = 0; i < 10; i += 1) rig.send(1, 'x', 'live');
      rig.pump();
      rig.refuse(from + 2, 'recipient_offline', from + 4);
      if (round % 3 === 0) {
        rig.streams.attached();
        rig.pump();
      }
      rig.refuse(from + 7, 'recipient_offline', from + 7);
      rig.streams.accepted(1, from + 9);
      expect(rig.takeResults().length).toBe(10);
      expect(rig.streams.waiting).toBe(0);
    }
    for (let i = 0; i < 10; i += 1) rig.send(2, 'y');
    expect(rig.pump()).toEqual(['open 2 to 2 durable', 'run 2 #1 y,y,y,y,y,y,y,y,y,y']);
  });
});

it('fills one record at a time and says when there is more', () => {
  const rig = new Rig({ ...testSettings, windowBytes: 1e9 });
  for (let i = 0; i < 10; i += 1) rig.streams.send(rig.stream(1), new Uint8Array(30_000), 'x', 0);
  const sizes: number[] = [];
  let more = true;
  while (more) {
    more = rig.streams.pump(rig.out, rig.settings, 0);
    sizes.push(rig.out.length);
    written(rig.out);
  }
  expect(sizes.length).toBe(5);
  expect(sizes.every((size) => size <= limits.recordSoftBytes)).toBe(true);
});

it('sends the largest body in a record of its own', () => {
  const rig = new Rig();
  rig.send(1, 'a');
  rig.streams.send(rig.stream(1), new Uint8Array(limits.bodyBytes), 'big', 0);
  expect(rig.pump()).toEqual(['open 1 to 1 durable', 'run 1 #1 a']);
  expect(rig.pump()[0]).toMatch(/^run 1 #2/);
});

describe('a durable stream', () => {
  it('is halted by mailbox_full from the refused number on, and sends again from there when told to go on', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c', 'd']) rig.send(1, text);
    rig.pump();
    rig.refuse(3, 'mailbox_full');
    rig.streams.accepted(1, 2);
    rig.send(1, 'e');
    expect([rig.pump(), rig.halts, rig.takeResults()]).toEqual([[], ['mailbox_full'], ['a #1 accepted', 'b #2 accepted']]);
    rig.streams.goOn(1);
    expect([rig.pump(), rig.halts]).toEqual([['run 1 #3 c,d,e'], ['mailbox_full', undefined]]);
    rig.streams.accepted(1, 5);
    expect(rig.takeResults()).toEqual(['c #3 accepted', 'd #4 accepted', 'e #5 accepted']);
  });

  it('leaves the others alone while it is halted', () => {
    const rig = new Rig();
    rig.send(1, 'a');
    rig.send(2, 'b');
    rig.pump();
    rig.refuse(1, 'mailbox_full');
    rig.send(2, 'c');
    expect(rig.pump()).toEqual(['run 2 #2 c']);
  });

  it('tries again after five seconds without a word; the caller hears of the end when something is accepted', () => {
    const rig = new Rig();
    rig.send(1, 'a');
    rig.pump();
    rig.refuse(1, 'mailbox_full', 0, 1, 1_000);
    expect([rig.streams.retryAtMs, rig.pump(5_999)]).toEqual([6_000, []]);
    expect(rig.pump(6_000)).toEqual(['run 1 #1 a']);
    rig.refuse(1, 'mailbox_full', 0, 1, 6_000);
    expect(rig.halts).toEqual(['mailbox_full']);
    rig.pump(11_000);
    rig.streams.accepted(1, 1);
    expect(rig.halts).toEqual(['mailbox_full', undefined]);
  });

  it('is tried again with one message alone: the rest follows once that is accepted, or at a word', () => {
    const halted = (): Rig => {
      const rig = new Rig();
      for (const text of ['a', 'b', 'c']) rig.send(1, text);
      rig.pump();
      rig.refuse(1, 'mailbox_full');
      expect(rig.pump(5_000)).toEqual(['run 1 #1 a']);
      rig.send(1, 'd');
      expect([rig.pump(5_000), rig.pump(60_000), rig.streams.unanswered]).toEqual([[], [], 1]);
      return rig;
    };
    const accepted = halted();
    accepted.streams.accepted(1, 1);
    expect(accepted.pump(5_000)).toEqual(['run 1 #2 b,c,d']);
    const told = halted();
    told.streams.goOn(1);
    expect(told.pump(5_000)).toEqual(['run 1 #2 b,c,d']);
    const refused = halted();
    refused.refuse(1, 'mailbox_full', 0, 1, 5_000);
    expect([refused.pump(9_999), refused.pump(10_000), refused.pump(10_000)]).toEqual([[], ['run 1 #1 a'], []]);
    const again = halted();
    again.streams.attached();
    expect(again.pump(5_000)).toEqual(['open 1 to 1 durable', 'run 1 #1 a,b,c,d']);
  });

  it('is free again after a new attach, and the caller hears it', () => {
    const rig = new Rig();
    rig.send(1, 'a');
    rig.pump();
    rig.refuse(1, 'mailbox_full');
    rig.streams.attached();
    expect([rig.halts, rig.pump()]).toEqual([
      ['mailbox_full', undefined],
      ['open 1 to 1 durable', 'run 1 #1 a'],
    ]);
  });

  it('ends with a refusal that no retry helps: everything from the refused number on is told, and the next message begins anew', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c', 'd']) rig.send(1, text);
    rig.pump();
    rig.send(1, 'e');
    rig.refuse(1, 'recipient_unknown');
    expect(rig.takeResults()).toEqual(['a', 'b', 'c', 'd', 'e'].map((text, i) => `${text} #${i + 1} recipient_unknown`));
    rig.refuse(3, 'recipient_unknown');
    expect([rig.results, rig.streams.waiting, rig.send(1, 'f')]).toEqual([[], 0, 1]);
    expect(rig.pump()).toEqual(['open 2 to 1 durable', 'run 2 #1 f']);
  });

  it('tells nothing false about what came before such a refusal: it may yet be accepted, here or after a new attach', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c', 'd']) rig.send(1, text);
    rig.pump();
    rig.refuse(3, 'too_large');
    expect([rig.takeResults(), rig.streams.waiting]).toEqual([['c #3 too_large', 'd #4 too_large'], 2]);
    rig.streams.accepted(1, 1);
    rig.streams.attached();
    expect([rig.send(1, 'e'), rig.pump()]).toEqual([1, ['open 1 to 1 durable', 'run 1 #2 b', 'open 2 to 1 durable', 'run 2 #1 e']]);
    rig.streams.accepted(1, 2);
    rig.streams.accepted(2, 1);
    expect([rig.takeResults(), [...rig.streams.streams].length]).toEqual([['a #1 accepted', 'b #2 accepted', 'e #1 accepted'], 1]);
  });

  it('closes a gap that a router with a damaged store reports: a skip for what was accepted, then the rest', () => {
    const rig = new Rig();
    for (let i = 1; i <= 4; i += 1) rig.send(1, String(i));
    rig.pump();
    rig.streams.accepted(1, 3);
    rig.refuse(4, 'stream_gap', 0, 1, 0);
    rig.streams.goOn(1);
    expect([rig.halts, rig.pump(0), rig.pump(4_999)]).toEqual([['stream_gap'], ['skip 1 #1+3'], []]);
    rig.streams.accepted(1, 3);
    expect(rig.pump(5_000)).toEqual(['run 1 #4 4']);
    rig.streams.accepted(1, 4);
    expect([rig.takeResults().at(-1), rig.halts]).toEqual(['4 #4 accepted', ['stream_gap', undefined]]);
  });

  it('sends everything unanswered again at once when the gap lies within it', () => {
    const rig = new Rig();
    for (let i = 1; i <= 4; i += 1) rig.send(1, String(i));
    rig.pump();
    rig.refuse(3, 'stream_gap');
    expect(rig.pump(0)).toEqual(['run 1 #1 1,2,3,4']);
  });
});

describe('a live stream', () => {
  it('loses what the router refuses, by number, and is accepted around it', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c', 'd']) rig.send(1, text, 'live');
    rig.pump();
    rig.refuse(2, 'recipient_offline', 3);
    rig.refuse(2, 'recipient_offline', 3);
    expect(rig.takeResults()).toEqual(['b #2 recipient_offline', 'c #3 recipient_offline']);
    rig.streams.accepted(1, 4);
    expect(rig.takeResults()).toEqual(['a #1 accepted', 'd #4 accepted']);
    expect(rig.halts).toEqual([]);
  });

  it('tells nobody about messages the router did not get yet, however far its refusal reaches', () => {
    const rig = new Rig({ ...testSettings, windowMessages: 2 });
    for (const text of ['a', 'b', 'c']) rig.send(1, text, 'live');
    rig.pump();
    rig.refuse(1, 'recipient_offline', Number.MAX_SAFE_INTEGER);
    expect([rig.takeResults(), rig.streams.waiting]).toEqual([['a #1 recipient_offline', 'b #2 recipient_offline'], 1]);
    expect(rig.pump()).toEqual(['run 1 #3 c']);
  });

  it('goes on behind numbers refused in an earlier session when those before them are refused in this one', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c', 'd']) rig.send(1, text, 'live');
    rig.pump();
    rig.streams.refused(1, 2, 3, codeOf('backpressure'), 0);
    rig.streams.attached();
    rig.settings = { ...testSettings, windowMessages: 1 };
    expect(rig.pump()).toEqual(['open 1 to 1 live', 'run 1 #1 a']);
    rig.streams.refused(1, 1, 1, codeOf('recipient_offline'), 0);
    expect(rig.pump()).toEqual(['run 1 #4 d']);
    rig.streams.accepted(1, 4);
    expect(rig.results).toEqual(['b #2 backpressure', 'c #3 backpressure', 'a #1 recipient_offline', 'd #4 accepted']);
  });

  it('sends skips for the refused numbers after a new attach', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c']) rig.send(1, text, 'live');
    rig.pump();
    rig.refuse(2, 'recipient_offline', 2);
    rig.streams.attached();
    expect(rig.pump()).toEqual(['open 1 to 1 live', 'run 1 #1 a', 'skip 1 #2+1', 'run 1 #3 c']);
    rig.streams.accepted(1, 3);
    expect(rig.takeResults()).toEqual(['b #2 recipient_offline', 'a #1 accepted', 'c #3 accepted']);
  });
});

describe('giving up', () => {
  it('turns a message that has not left into a skip, and says no more about one that has', () => {
    const rig = new Rig({ ...testSettings, windowMessages: 1 });
    const first = rig.send(1, 'a');
    const second = rig.send(1, 'b');
    rig.send(1, 'c');
    rig.pump();
    rig.streams.giveUp(rig.stream(1), first);
    rig.streams.giveUp(rig.stream(1), second);
    rig.streams.accepted(1, 1);
    rig.settings = testSettings;
    expect(rig.pump()).toEqual(['skip 1 #2+1', 'run 1 #3 c']);
    rig.streams.accepted(1, 3);
    expect(rig.takeResults()).toEqual(['undefined #1 accepted', 'undefined #2 accepted', 'c #3 accepted']);
  });

  it('sends nothing again that was given up meanwhile: its lifetime would begin anew', () => {
    const attached = new Rig();
    const halted = new Rig();
    for (const rig of [attached, halted]) {
      rig.send(1, 'a', 'durable', 0, 10);
      rig.send(1, 'b', 'durable', 0, 10);
      rig.send(1, 'c');
      rig.pump();
      rig.streams.giveUp(rig.stream(1), 1);
      rig.streams.expire(10_000);
      expect(rig.takeResults()).toEqual(['b #2 message_expired']);
    }
    attached.streams.attached();
    expect(attached.pump(10_000)).toEqual(['open 1 to 1 durable', 'skip 1 #1+1', 'skip 1 #2+1', 'run 1 #3 c']);
    halted.refuse(1, 'mailbox_full');
    halted.streams.goOn(1);
    expect(halted.pump(10_000)).toEqual(['skip 1 #1+1', 'skip 1 #2+1', 'run 1 #3 c']);
    for (const rig of [attached, halted]) {
      rig.streams.accepted(1, 3);
      expect([rig.takeResults().at(-1), rig.streams.unanswered]).toEqual(['c #3 accepted', 0]);
    }
  });

  it('changes nothing about numbers that are answered, refused, or were never given', () => {
    const rig = new Rig();
    for (const text of ['a', 'b', 'c']) rig.send(1, text, 'live');
    rig.pump();
    rig.streams.accepted(1, 1);
    rig.refuse(3, 'recipient_offline', 3);
    for (const seq of [-1, 0, 1, 3, 4, 100]) rig.streams.giveUp(rig.stream(1, 'live'), seq);
    rig.streams.accepted(1, 3);
    expect(rig.takeResults()).toEqual(['a #1 accepted', 'c #3 recipient_offline', 'b #2 accepted']);
  });

  it('happens by itself when a lifetime ends, once, under its name', () => {
    const rig = new Rig({ ...testSettings, windowMessages: 1 });
    rig.send(1, 'a', 'durable', 0, 10);
    rig.send(1, 'b', 'durable', 0, 10);
    rig.send(1, 'c', 'durable', 0, 0);
    expect(rig.pump()).toEqual(['open 1 to 1 durable', 'run 1 #1 a for 10s']);
    rig.streams.expire(9_999);
    expect(rig.results).toEqual([]);
    rig.streams.expire(10_000);
    rig.streams.expire(10_000);
    expect(rig.takeResults()).toEqual(['a #1 message_expired', 'b #2 message_expired']);
    rig.streams.accepted(1, 1);
    rig.settings = testSettings;
    expect(rig.pump()).toEqual(['skip 1 #2+1', 'run 1 #3 c']);
  });
});

it('gives messages of different lifetime, or minutes apart, runs of their own: a run has one of each', () => {
  const rig = new Rig();
  rig.send(1, 'a', 'durable', 0, 5);
  rig.send(1, 'b', 'durable', 0, 6);
  rig.send(1, 'c', 'durable', 0, 6);
  rig.send(1, 'd', 'durable', 60_000, 6);
  expect(rig.pump()).toEqual(['open 1 to 1 durable', 'run 1 #1 a for 5s', 'run 1 #2 b,c for 6s', 'run 1 #4 d for 6s']);
});

it('puts no two messages into one run between which the clock was set back', () => {
  const rig = new Rig();
  rig.send(1, 'a', 'durable', 3_600_000);
  rig.send(1, 'b', 'durable', 0);
  expect(rig.pump(0)).toEqual(['open 1 to 1 durable', 'run 1 #1 a', 'run 1 #2 b']);
});

it('opens no more streams than a session may have, says so, and sends the rest after a new attach', () => {
  const rig = new Rig({ ...testSettings, maxStreams: 2 });
  for (const to of [1, 2, 3]) rig.send(to, 'x');
  expect([rig.pump().length, rig.streams.exhausted, rig.streams.waiting]).toEqual([4, true, 3]);
  rig.streams.accepted(1, 1);
  rig.streams.accepted(2, 1);
  rig.streams.attached();
  expect([rig.pump(), rig.streams.exhausted]).toEqual([['open 1 to 3 durable', 'run 1 #1 x'], false]);
});

it('keeps no more than what is unanswered, however much was sent', () => {
  const rig = new Rig();
  for (let i = 1; i <= 20_000; i += 1) {
    rig.send(1, 'x');
    rig.pump();
    if (i % 7 === 0) rig.streams.accepted(1, i);
  }
  expect(rig.stream(1).waiting.length).toBeLessThan(3_000);
});
