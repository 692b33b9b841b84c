import { getEventListeners } from 'node:events';
import { decodeId } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import type { Client } from './client.js';
import type { ServiceRequest } from './service-request.js';
import { reasonOf, Scene, until } from './testing/scene.js';

const idOf = (client: Client): Uint8Array => decodeId(client.id)!;
const gate = () => Promise.withResolvers<string>();

describe('a service', () => {
  it('gets who asks, the key, the attempt and the deadline, and answers under its own id', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const got: ServiceRequest[] = [];
    await b.serve('quote', (request) => {
      got.push(request);
      return { body: `${request.text()}!`, contentType: 'text/markdown' };
    });
    const reply = await a.request('quote', 'hello', { timeoutMs: 5_000 });
    expect([reply.text(), reply.contentType, reply.source, reply.service]).toEqual(['hello!', 'text/markdown', b.id, 'quote']);
    expect(got[0]).toMatchObject({ from: a.id, service: 'quote', attempt: 1, contentType: 'text/plain; charset=utf-8' });
    expect(got[0]!.key).toBe(scene.fleet.router.desk.asked.at(-1)!.key);
    expect(got[0]!.deadline.getTime()).toBeGreaterThan(Date.now());
    expect(got[0]!.signal.aborted).toBe(false);
  });

  it('carries bytes of every size up to the largest, and an answer of nothing', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.serve('echo', ({ body }) => (body.length === 0 ? undefined : body));
    const sizes = [0, 1, 65_000, 262_130, 262_130, 262_130];
    const replies = await Promise.all(sizes.map((size) => a.request('echo', new Uint8Array(size).fill(size & 0xff))));
    expect(replies.map(({ body }) => [body.length, body[body.length - 1]])).toEqual(
      sizes.map((size) => [size, size ? size & 0xff : undefined]),
    );
    expect(await reasonOf(a.request('echo', new Uint8Array(262_144)))).toBe('too_large');
  });

  it.each([
    [new WireError('forbidden', 'only on Mondays'), 'forbidden', /: only on Mondays$/],
    [new WireError('state_damaged', 'of our own disk'), 'worker_failed', /could not do it: quote$/],
    [new Error('secret'), 'worker_failed', /could not do it: quote$/],
    [undefined, 'worker_failed', /could not do it: quote$/],
  ])('that throws %s is answered for as %s', async (thrown, reason, message) => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const serving = await b.serve('quote', () => {
      throw thrown as Error;
    });
    const warned: unknown[] = [];
    const { emitWarning } = process;
    process.emitWarning = (text: unknown): number => warned.push(text);
    await expect(a.request('quote', '')).rejects.toMatchObject({ reason, message: expect.stringMatching(message) as string });
    process.emitWarning = emitWarning;
    expect(warned).toHaveLength(reason === 'forbidden' ? 0 : 1); // whoever runs the service hears of it
    expect(serving.counters).toEqual({ taken: 1, answered: 0, failed: 1, lost: 0 });
  });

  it('that gives back what is no answer has failed', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.serve('quote', () => 5 as never);
    await b.serve('large', () => new Uint8Array(262_144));
    const { emitWarning } = process;
    const warned: unknown[] = [];
    process.emitWarning = (text: unknown): number => warned.push(text);
    expect(await reasonOf(a.request('quote', ''))).toBe('worker_failed');
    process.emitWarning = emitWarning;
    expect(warned).toEqual([expect.stringContaining('an answer is') as string]);
    expect(await reasonOf(a.request('large', ''))).toBe('too_large');
  });

  it('nobody serves is refused at once: by one name if it never was, by another if it was', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    expect(await reasonOf(a.request('quote', ''))).toBe('no_such_service');
    await b.serve('quote', () => 'x');
    await b.close();
    expect(await reasonOf(a.request('quote', ''))).toBe('no_worker');
  });

  it.each(['', 'Quote', 'keyway.fleet', 'keyway.mine', 'a'.repeat(65)])('cannot be called %j', async (name) => {
    await using scene = await Scene.start();
    const a = await scene.client();
    expect(await reasonOf(a.serve(name, () => 'x'))).toBe('name_invalid');
  });

  it('is served once by one client, by as many at a time as were said', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const doors: PromiseWithResolvers<string>[] = [];
    const serving = await b.serve('quote', () => (doors[doors.push(gate()) - 1] as PromiseWithResolvers<string>).promise, { inFlight: 2 });
    await expect(b.serve('quote', () => 'y')).rejects.toThrow(TypeError);
    await expect(b.serve('other', () => 'y', { inFlight: 1_025 })).rejects.toThrow(RangeError);
    const replies = [1, 2, 3].map((n) => a.request('quote', `${n}`));
    await until(() => doors.length === 2 && scene.fleet.router.desk.asked.length > 3);
    expect(serving.counters.taken).toBe(2);
    doors[0]!.resolve('first');
    await until(() => doors.length === 3); // turned away for the moment, it came again by itself
    for (const door of doors) door.resolve('rest');
    expect((await Promise.all(replies)).map((reply) => reply.text())).toEqual(['first', 'rest', 'rest']);
  });

  it('that stops takes no more, finishes what runs and tells its answer', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const door = gate();
    const serving = await b.serve('quote', ({ signal }) => door.promise.then((text) => text + signal.aborted));
    const reply = a.request('quote', '');
    await until(() => serving.counters.taken === 1);
    const stopped = [serving.stop(), serving.stop()];
    await until(() => scene.fleet.router.desk.asked.filter(({ service }) => service === 'keyway.fleet').length === 2);
    expect(await reasonOf(a.request('quote', '', { timeoutMs: 50 }))).toBe('backpressure');
    door.resolve('done ');
    expect((await reply).text()).toBe('done false');
    await Promise.all(stopped);
    await (await b.serve('quote', () => 'again')).stop();
  });

  it('tells its handler when the deadline is over, and when the client closes', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const reasons: unknown[] = [];
    const serving = await b.serve('quote', async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      reasons.push((signal.reason as WireError).reason);
    });
    const reply = reasonOf(a.request('quote', ''));
    await until(() => serving.counters.taken === 1);
    await b.close();
    expect(reasons).toEqual(['session_closed']);
    expect(await reply).toBeUndefined(); // its answer left before it did
  });
});

describe('over a re-attach', () => {
  it('a request is sent again under its key, and its work is not begun twice by the same worker', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const doors: PromiseWithResolvers<string>[] = [];
    const serving = await b.serve('quote', () => (doors[doors.push(gate()) - 1] as PromiseWithResolvers<string>).promise);
    const reply = a.request('quote', 'x');
    await until(() => doors.length === 1);
    const { recordsIn } = b.stats();
    scene.fleet.router.cut(idOf(a));
    await until(() => b.stats().recordsIn > recordsIn); // the request once more
    doors[0]!.resolve('once');
    expect((await reply).text()).toBe('once');
    const asked = scene.fleet.router.desk.asked.filter(({ service }) => service === 'quote');
    expect(asked[0]!.key).toBe(asked[1]!.key);
    expect(asked[1]!.timeoutMs).toBeLessThan(10_000);
    expect([serving.counters.taken, doors.length, a.stats().requests]).toEqual([
      1,
      1,
      { asked: 1, answered: 1, failed: 0, repeated: 1, open: 0 },
    ]);
  });

  it('a service is offered again by itself, and work of a session that ended goes to somebody else', async () => {
    await using scene = await Scene.start();
    const [a, b, c] = [await scene.client(), await scene.client(), await scene.client()];
    const door = gate();
    const serving = await b.serve('quote', () => door.promise, { inFlight: 5 });
    const reply = a.request('quote', '');
    await until(() => serving.counters.taken === 1);
    const attempts: number[] = [];
    await c.serve('quote', ({ attempt }) => {
      attempts.push(attempt);
      return 'by c';
    });
    scene.fleet.router.cut(idOf(b));
    expect((await reply).text()).toBe('by c');
    expect(attempts).toEqual([2]);
    door.resolve('too late');
    await until(() => serving.counters.lost === 1);
    await c.close();
    await until(() => b.state === 'attached');
    expect((await a.request('quote', '')).source).toBe(b.id);
  });

  it('work that was finished while nobody listened is answered from memory when it comes again', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    const door = gate();
    let calls = 0;
    const serving = await b.serve('quote', () => {
      calls += 1;
      return door.promise;
    });
    const reply = a.request('quote', '');
    await until(() => serving.counters.taken === 1);
    await scene.fleet.killRouter();
    door.resolve('worth keeping');
    await until(() => a.state === 'detached' && b.state === 'detached');
    await scene.fleet.startRouter();
    expect((await reply).text()).toBe('worth keeping');
    expect(serving.counters).toEqual({ taken: 1, answered: 1, failed: 0, lost: 0 });
    expect(calls).toBe(1);
  });

  it('a request whose deadline passes while the fleet is away ends there and then', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    await scene.fleet.killRouter();
    await expect(a.request('quote', '', { timeoutMs: 40 })).rejects.toMatchObject({
      reason: 'deadline_passed',
      message: expect.stringContaining('could not leave') as string,
    });
  });
});

describe('a request', () => {
  it('is given up by its signal, before and while it waits', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.serve('quote', () => gate().promise);
    const abort = new AbortController();
    const waiting = reasonOf(a.request('quote', '', { signal: abort.signal }));
    await until(() => scene.fleet.router.desk.asked.length === 2);
    abort.abort();
    expect([await waiting, await reasonOf(a.request('quote', '', { signal: abort.signal }))]).toEqual(['aborted', 'aborted']);
    expect(a.stats().requests.open).toBe(0);
  });

  it('leaves nothing behind at a signal that outlives it', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.serve('quote', () => 'x');
    const { signal } = new AbortController();
    await a.request('quote', '', { signal });
    expect(await reasonOf(a.request('none', '', { signal }))).toBe('no_such_service');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('is told when the client closes, and none is taken then', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.serve('quote', () => gate().promise);
    const waiting = reasonOf(a.request('quote', ''));
    await a.close();
    expect([await waiting, await reasonOf(a.request('quote', ''))]).toEqual(['session_closed', 'session_closed']);
  });

  it.each([0, 600_001, Number.NaN])('does not wait %d ms', async (timeoutMs) => {
    await using scene = await Scene.start();
    await expect((await scene.client()).request('quote', '', { timeoutMs })).rejects.toThrow(RangeError);
  });
});
