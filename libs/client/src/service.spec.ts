import { ManualClock } from '@keyway/transport/testing';
import { encodePayload, FrameWriter, reasonOf as reasonOfCode, scanFrames, WireError, type FrameVisitor } from '@keyway/wire';
import type { FleetCalls } from './fleet-calls.js';
import type { ServiceRequest } from './service-request.js';
import { Services } from './serving.js';

/** A client that serves "quote", at a time that stands still; requests come and answers go as frames. */
class Bench {
  readonly clock = new ManualClock(1_000);
  readonly offers: number[] = [];
  attached = true;
  /** The fleet says no to offers. */
  refusing = false;
  readonly works: { readonly request: ServiceRequest; readonly door: PromiseWithResolvers<string> }[] = [];
  readonly services = new Services({
    clock: this.clock,
    wallMs: () => this.clock.now(),
    fleet: {
      call: ({ value }: { value: { inFlight: number } }) => {
        this.offers.push(value.inFlight);
        return this.refusing ? Promise.reject(new WireError('deadline_passed')) : Promise.resolve();
      },
    } as unknown as FleetCalls,
    isAttached: () => this.attached,
    wake: () => undefined,
  });

  serve(inFlight: number) {
    const handler = (request: ServiceRequest): Promise<string> => {
      const door = Promise.withResolvers<string>();
      this.works.push({ request, door });
      return door.promise;
    };
    return this.services.serve('quote', handler, { inFlight });
  }

  give(id: number, key = id, timeoutMs = 100, attempt = 1, service = 'quote'): void {
    const body = encodePayload({ contentType: '', data: Uint8Array.of(id) });
    this.services.given(id, service, timeoutMs, new Uint8Array(16).fill(key), new Uint8Array(32), attempt, body);
  }

  async finish(at: number, text: string): Promise<void> {
    this.works[at]!.door.resolve(text);
    for (let i = 0; i < 5; i += 1) await Promise.resolve(); // what runs has run
  }

  /** Answers that leave now. */
  answers(): (readonly [number, string])[] {
    const out = new FrameWriter();
    this.services.pump(out);
    const found: (readonly [number, string])[] = [];
    const reply = (id: number, code: number, _source: Uint8Array, body: Uint8Array): void =>
      void found.push([id, code === 0 ? new TextDecoder().decode(body).replace(/^[^]*\u0012./, '') : reasonOfCode(code)!]);
    expect(scanFrames(out.take(), new Proxy({} as FrameVisitor, { get: () => reply }))).toBe(true);
    return found;
  }

  aborted(): unknown[] {
    return this.works.map(({ request: { signal } }) => signal.aborted && (signal.reason as WireError).reason);
  }
}

describe('work', () => {
  it('runs as many at a time as were said; as many more wait, and the rest is turned away', async () => {
    const bench = new Bench();
    const { counters } = await bench.serve(2);
    for (let id = 1; id <= 5; id += 1) bench.give(id);
    expect([bench.works.length, bench.answers(), counters.taken]).toEqual([2, [[5, 'backpressure']], 4]);
    await bench.finish(0, 'one');
    expect([bench.works.length, bench.answers()]).toEqual([3, [[1, 'one']]]);
  });

  it('whose deadline is over is told so when it runs, and forgotten when it does not', async () => {
    const bench = new Bench();
    await bench.serve(1);
    bench.give(1, 1, 100);
    bench.give(2, 2, 50);
    bench.clock.advance(50);
    bench.clock.advance(49);
    expect(bench.aborted()).toEqual([false]);
    bench.clock.advance(1);
    expect(bench.aborted()).toEqual(['deadline_passed']);
    await bench.finish(0, 'late');
    expect([bench.works.length, bench.answers()]).toEqual([1, [[1, 'late']]]); // the router throws it away, and has the place free
    expect(bench.clock.pending).toBe(0);
  });

  it('that comes again while it runs is not begun again, and is answered under every id it has', async () => {
    const bench = new Bench();
    await bench.serve(4);
    bench.give(1, 7);
    bench.give(2, 7);
    await bench.finish(0, 'once');
    expect([bench.works.length, bench.answers()]).toEqual([
      1,
      [
        [1, 'once'],
        [2, 'once'],
      ],
    ]);
  });

  it('that was finished for a session that had ended is answered when it comes again, until its deadline', async () => {
    const bench = new Bench();
    const serving = await bench.serve(2);
    bench.give(1, 7);
    bench.services.attached();
    await bench.finish(0, 'kept');
    expect([bench.answers(), serving.counters.lost]).toEqual([[], 1]);
    bench.give(9, 7, 100, 2);
    expect([bench.answers(), serving.counters]).toEqual([[[9, 'kept']], { taken: 1, answered: 1, failed: 0, lost: 0 }]);

    bench.give(1, 8);
    await bench.finish(1, 'not sent yet');
    bench.services.attached();
    bench.clock.advance(100);
    bench.give(1, 8);
    expect([bench.works.length, bench.answers()]).toEqual([3, []]);
  });

  it('that was finished is kept until its deadline and no longer, whatever else ended before', async () => {
    const bench = new Bench();
    await bench.serve(2);
    bench.give(1, 7, 100);
    await bench.finish(0, 'kept');
    bench.give(2, 8, 50);
    bench.clock.advance(50);
    bench.services.attached();
    bench.clock.advance(50);
    bench.give(3, 7, 100);
    expect([bench.works.length, bench.answers()]).toEqual([3, []]);
  });

  it('that was given under several ids is kept once, and its answer is given once: then it is done again', async () => {
    const bench = new Bench();
    const { counters } = await bench.serve(2);
    bench.give(1, 7);
    bench.give(2, 7);
    await bench.finish(0, 'kept');
    bench.services.attached();
    expect(counters.lost).toBe(1);
    bench.give(3, 7);
    bench.give(4, 7);
    expect([bench.works.length, bench.answers(), counters.lost]).toEqual([2, [[3, 'kept']], 0]);
  });

  it('that nobody asked for again is kept for as many as are taken at a time', async () => {
    const bench = new Bench();
    await bench.serve(2);
    for (const id of [1, 2, 3]) {
      bench.give(id);
      bench.services.attached();
      await bench.finish(id - 1, `${id}`);
    }
    for (const id of [1, 2, 3]) bench.give(id);
    expect([bench.answers(), bench.works.length]).toEqual([
      [
        [2, '2'],
        [3, '3'],
      ],
      4,
    ]);
  });

  it('of a service that is not served, or is no payload, is refused', async () => {
    const bench = new Bench();
    await bench.serve(1);
    bench.give(1, 1, 100, 1, 'other');
    bench.services.given(2, 'quote', 100, new Uint8Array(16), new Uint8Array(32), 1, Uint8Array.of(0xff));
    expect(bench.answers()).toEqual([
      [1, 'no_worker'],
      [2, 'malformed'],
    ]);
  });

  it('is aborted when the client closes, and none is begun then', async () => {
    const bench = new Bench();
    await bench.serve(2);
    bench.give(1);
    bench.services.close();
    bench.give(2);
    expect([bench.aborted(), bench.works.length, bench.services.busy]).toEqual([['session_closed'], 1, true]);
    await bench.finish(0, 'last');
    expect([bench.answers(), bench.services.busy, bench.clock.pending]).toEqual([[[1, 'last']], false, 0]);
  });

  it('is not to be had where the fleet gave no answer: who may have heard the offer is told that it holds no more', async () => {
    const bench = new Bench();
    bench.refusing = true;
    await expect(bench.serve(3)).rejects.toMatchObject({ reason: 'deadline_passed' });
    bench.give(1);
    expect([bench.offers, bench.answers(), bench.services.serving]).toEqual([[3, 0], [[1, 'no_worker']], false]);
  });

  it('of a client that is not attached is finished by stop() without a word to the fleet: the session that heard the offer is over', async () => {
    const bench = new Bench();
    const serving = await bench.serve(3);
    bench.attached = false;
    await serving.stop();
    expect(bench.offers).toEqual([3]);
  });

  it('that was kept and is begun again after all is waited for by stop()', async () => {
    const bench = new Bench();
    const serving = await bench.serve(1);
    bench.give(1, 7);
    bench.services.attached();
    await bench.finish(0, 'kept');
    bench.give(1, 7);
    bench.give(2, 7);
    let stopped = false;
    const stop = serving.stop().then(() => (stopped = true));
    for (let i = 0; i < 5; i += 1) await Promise.resolve();
    expect([stopped, bench.works.length]).toEqual([false, 2]);
    await bench.finish(1, 'again');
    await stop;
  });

  it('is finished by stop(), which says 0 and is offered no more', async () => {
    const bench = new Bench();
    const serving = await bench.serve(1);
    bench.give(1);
    bench.give(2);
    let stopped = false;
    const stop = serving.stop().then(() => (stopped = true));
    await bench.services.renew();
    await bench.finish(0, 'one');
    expect([stopped, bench.works.length, bench.offers]).toEqual([false, 2, [1, 0]]);
    await bench.finish(1, 'two');
    await stop;
    expect([bench.answers(), bench.aborted()]).toEqual([
      [
        [1, 'one'],
        [2, 'two'],
      ],
      [false, false],
    ]);
  });
});
