import { codeOf, decodePayload, encodePayload, FrameWriter, scanFrames, type ErrorReason, type FrameVisitor } from '@keyway/wire';
import { OpenRequests, type Request } from './requests.js';

interface Frame {
  readonly id: number;
  readonly timeoutMs: number;
  readonly key: number;
  readonly bytes: number;
}

const payload = (text: string | Uint8Array): Uint8Array =>
  encodePayload({ contentType: '', data: typeof text === 'string' ? new TextEncoder().encode(text) : text });
const source = new Uint8Array(32).fill(9);

/** A client's requests at a time that stands still until it is told otherwise, and what it would write. */
class Desk {
  readonly requests = new OpenRequests(() => 1);
  readonly settled: unknown[] = [];
  now = 1_000;
  #count = 0;

  ask({
    body = payload('x'),
    timeoutMs = 10_000,
    service = 'quote',
    once = false,
  }: { body?: Uint8Array; timeoutMs?: number; service?: string; once?: boolean } = {}) {
    const number = (this.#count += 1);
    const settle: Request['settle'] = (error, answer) =>
      this.settled.push([number, error?.reason ?? new TextDecoder().decode(decodePayload(answer!.body)!.data)]);
    return this.requests.add({ service, body, once, key: new Uint8Array(16).fill(number), deadline: this.now + timeoutMs, settle });
  }

  /** The frames of one record. */
  frames(): Frame[] {
    const out = new FrameWriter();
    this.requests.pump(out, this.now);
    const frames: Frame[] = [];
    const visitor = new Proxy({} as FrameVisitor, {
      get:
        () => (id: number, _service: string, timeoutMs: number, key: Uint8Array, _source: Uint8Array, _attempt: number, body: Uint8Array) =>
          frames.push({ id, timeoutMs, key: key[0]!, bytes: body.length }),
    });
    expect(scanFrames(out.take(), visitor)).toBe(true);
    return frames;
  }

  reply(id: number, text = 'y', reason?: ErrorReason): void {
    this.requests.reply(id, reason === undefined ? 0 : codeOf(reason), source, payload(text), this.now);
  }

  pass(ms: number): void {
    this.now += ms;
    this.requests.tick(this.now);
  }
}

const keys = (frames: readonly Frame[]): number[] => frames.map(({ key }) => key);

describe('open requests', () => {
  it('leave in order, with ids that count and what is left of their time', () => {
    const desk = new Desk();
    desk.ask();
    desk.ask({ timeoutMs: 500 });
    desk.now += 100;
    expect(desk.frames()).toEqual([
      { id: 1, timeoutMs: 9_900, key: 1, bytes: 3 },
      { id: 2, timeoutMs: 400, key: 2, bytes: 3 },
    ]);
    expect(desk.frames()).toEqual([]);
  });

  it('are settled by their own answers, in any order, and once', () => {
    const desk = new Desk();
    desk.ask();
    desk.ask();
    desk.frames();
    desk.reply(2, 'second');
    desk.reply(1, 'first');
    desk.reply(1, 'again');
    desk.reply(77, 'never asked');
    expect(desk.settled).toEqual([
      [2, 'second'],
      [1, 'first'],
    ]);
    expect(desk.requests.open).toBe(0);
  });

  it('reject with the code of the answer, and its sentence without what a terminal would obey', () => {
    const requests = new OpenRequests();
    const errors: Error[] = [];
    const settle: Request['settle'] = (error) => errors.push(error!);
    requests.add({ service: 'quote', body: payload(''), key: new Uint8Array(16), deadline: 9, settle });
    requests.pump(new FrameWriter(), 1);
    requests.reply(1, codeOf('forbidden'), source, payload(`not \u001b[31myou\u202e${'!'.repeat(900)}`), 1);
    expect(errors[0]).toMatchObject({ reason: 'forbidden', message: expect.stringMatching(/: not \[31myou !{280,300}$/) as string });
  });

  it('with a code of a newer fleet, and bytes that are no payload, end as internal', () => {
    const desk = new Desk();
    desk.ask();
    desk.frames();
    desk.requests.reply(1, 65_000, source, Uint8Array.of(0xff), desk.now);
    expect(desk.settled).toEqual([[1, 'internal']]);
  });

  it('are sent again after a re-attach: the oldest first, under the same keys, with new ids and less time', () => {
    const desk = new Desk();
    desk.ask();
    desk.ask();
    desk.frames();
    desk.ask();
    desk.reply(1);
    desk.now += 1_000;
    desk.requests.attached(desk.now);
    expect(desk.frames()).toEqual([
      { id: 1, timeoutMs: 9_000, key: 2, bytes: 3 },
      { id: 2, timeoutMs: 9_000, key: 3, bytes: 3 },
    ]);
    expect(desk.requests.counters).toMatchObject({ asked: 3, answered: 1, repeated: 1 });
  });

  it('end at their deadline, to the millisecond, whether they left or not', () => {
    const desk = new Desk();
    desk.ask({ timeoutMs: 50 });
    desk.frames();
    desk.ask({ timeoutMs: 60 });
    expect(desk.requests.deadline).toBe(1_050);
    desk.pass(49);
    expect(desk.settled).toEqual([]);
    desk.pass(1);
    expect(desk.settled).toEqual([[1, 'deadline_passed']]);
    desk.pass(10);
    expect(desk.settled).toEqual([
      [1, 'deadline_passed'],
      [2, 'deadline_passed'],
    ]);
    expect([desk.requests.open, desk.requests.deadline, desk.frames()]).toEqual([0, Infinity, []]);
  });

  it('are not sent once their time is over, with nobody having looked', () => {
    const desk = new Desk();
    desk.ask({ timeoutMs: 50 });
    desk.ask();
    desk.now += 50;
    expect(keys(desk.frames())).toEqual([2]);
  });

  it('that left before a re-attach may have been worked on: their end does not deny it', () => {
    const desk = new Desk();
    const told: (string | undefined)[] = [];
    for (const attached of [true, false]) {
      const settle: Request['settle'] = (error) => told.push(error?.message.replace(/^.*: /, ''));
      desk.requests.add({ service: 'quote', body: payload('x'), key: new Uint8Array(16), deadline: desk.now + 10, settle });
      if (attached) desk.frames();
    }
    desk.requests.attached(desk.now);
    desk.pass(10);
    expect(told.sort()).toEqual(['quote did not answer in time', 'the request to quote could not leave in time']);
  });

  it('come again with growing pauses when they are turned away for the moment, and end with that reason at their deadline', () => {
    const desk = new Desk();
    desk.ask({ timeoutMs: 100 });
    const sentAt: number[] = [];
    while (desk.settled.length === 0) {
      for (const { id } of desk.frames()) {
        sentAt.push(desk.now - 1_000);
        desk.reply(id, 'busy', 'backpressure');
      }
      desk.pass(1);
    }
    expect(sentAt).toEqual([0, 20, 60]);
    expect([desk.settled, desk.now]).toEqual([[[1, 'backpressure']], 1_100]);
  });

  it('come again after their pause also when another one ends before', () => {
    const desk = new Desk();
    desk.ask();
    desk.ask({ timeoutMs: 5 });
    desk.frames();
    desk.reply(1, 'busy', 'backpressure');
    desk.pass(5);
    expect([desk.settled, desk.requests.deadline]).toEqual([[[2, 'deadline_passed']], 1_020]);
  });

  it('own the bytes of their answer: the record it came in is used again', () => {
    const desk = new Desk();
    const answers: Uint8Array[] = [];
    const settle: Request['settle'] = (_error, answer) => answers.push(answer!.source, answer!.body);
    desk.requests.add({ service: 'quote', body: payload('x'), key: new Uint8Array(16), deadline: desk.now + 10, settle });
    desk.frames();
    const [from, body] = [new Uint8Array(32).fill(1), Uint8Array.of(1, 2)];
    desk.requests.reply(1, 0, from, body, desk.now);
    from.fill(0);
    body.fill(0);
    expect(answers).toEqual([new Uint8Array(32).fill(1), Uint8Array.of(1, 2)]);
  });

  it('that are sent again wait a while for workers that lost the same router', () => {
    const desk = new Desk();
    desk.ask();
    desk.frames();
    desk.requests.attached(desk.now);
    desk.ask();
    desk.frames();
    desk.reply(1, '', 'no_worker');
    desk.reply(2, '', 'no_worker');
    expect(desk.settled).toEqual([[2, 'no_worker']]);
    desk.pass(4_999);
    expect(desk.frames()).toMatchObject([{ id: 3, key: 1 }]);
    desk.pass(1);
    desk.reply(3, '', 'no_worker');
    expect(desk.settled).toEqual([
      [2, 'no_worker'],
      [1, 'no_worker'],
    ]);
  });

  it('that may leave once only fail when their session ends, and wait for one when they have not left', () => {
    const desk = new Desk();
    desk.ask({ once: true });
    desk.frames();
    desk.ask({ once: true });
    desk.requests.attached(desk.now);
    expect([desk.settled, keys(desk.frames())]).toEqual([[[1, 'unavailable']], [2]]);
  });

  it('that rest when the session ends are sent in the next one', () => {
    const desk = new Desk();
    desk.ask();
    desk.frames();
    desk.reply(1, 'busy', 'backpressure');
    desk.requests.attached(desk.now);
    desk.pass(20);
    expect(keys(desk.frames())).toEqual([1]);
  });

  it('are 256 at a time; the rest waits for answers, in order', () => {
    const desk = new Desk();
    for (let i = 0; i < 300; i += 1) desk.ask();
    expect(desk.frames()).toHaveLength(256);
    expect(desk.frames()).toEqual([]);
    desk.reply(10);
    desk.reply(20);
    expect(desk.frames().map(({ id, key }) => [id, key])).toEqual([
      [257, 257 & 0xff],
      [258, 258 & 0xff],
    ]);
  });

  it('carry 4 MiB at a time, and the largest bodies one to a record', () => {
    const desk = new Desk();
    const body = payload(new Uint8Array(262_140));
    expect(body.length).toBe(262_144);
    for (let i = 0; i < 20; i += 1) desk.ask({ body });
    const records = [];
    for (let frames = desk.frames(); frames.length > 0; frames = desk.frames()) records.push(frames.length);
    expect(records).toEqual(Array.from({ length: 16 }, () => 1));
    desk.reply(5);
    expect(keys(desk.frames())).toEqual([17]);
    desk.requests.attached(desk.now); // the new session has room for as many again
    let sent = 0;
    while (desk.frames().length > 0) sent += 1;
    expect(sent).toBe(16);
  });

  it('are 4,352 in all, and 64 MiB: then more are turned away at once', () => {
    const desk = new Desk();
    for (let i = 0; i < 4_352; i += 1) desk.ask();
    expect(() => desk.ask()).toThrow(expect.objectContaining({ reason: 'backpressure' }));
    const large = new Desk();
    const body = payload(new Uint8Array(262_140));
    for (let i = 0; i < 256; i += 1) large.ask({ body });
    expect(() => large.ask({ body })).toThrow(expect.objectContaining({ reason: 'backpressure' }));
    large.frames();
    large.reply(1);
    large.ask({ body });
    expect(() => large.ask({ body })).toThrow(expect.objectContaining({ reason: 'backpressure' }));
  });

  it('that were given up are never settled, and do not leave', () => {
    const desk = new Desk();
    const giveUp = [desk.ask(), desk.ask(), desk.ask()];
    expect(giveUp[1]!()).toBe(true);
    expect(keys(desk.frames())).toEqual([1, 3]);
    expect(giveUp[0]!()).toBe(true);
    expect(giveUp[0]!()).toBe(false);
    desk.reply(1);
    desk.reply(2, 'third');
    desk.pass(20_000);
    expect([desk.settled, desk.requests.open]).toEqual([[[3, 'third']], 0]);
  });

  it('are all told when the client ends', () => {
    const desk = new Desk();
    desk.ask();
    desk.frames();
    desk.reply(1, '', 'backpressure');
    desk.ask();
    desk.frames();
    desk.ask();
    desk.requests.close(Object.assign(new Error(), { reason: 'session_closed' }) as never);
    expect(desk.settled.sort()).toEqual([1, 2, 3].map((number) => [number, 'session_closed']));
    expect(desk.requests.open).toBe(0);
  });
});
