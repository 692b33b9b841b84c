import { isWireError, WireError, type RpcCall } from '@keyway/wire';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RpcClient } from './rpc-client.js';
import { RpcServer, type RpcHandler } from './rpc-server.js';

let folder: string;
const open: { close(): unknown }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-rpc-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
  rmSync(folder, { recursive: true, force: true });
});

const kept = <T extends { close(): unknown }>(thing: T): T => {
  open.push(thing);
  return thing;
};
const endpoint = (): string => `ipc://${folder}/rpc`;
const serve = async (handlers: Record<string, RpcHandler>, maxInFlight?: number): Promise<RpcServer> => {
  const server = kept(new RpcServer({ endpoint: endpoint(), maxInFlight }, (pattern) => handlers[pattern]));
  await server.listen();
  return server;
};
const client = (maxInFlight?: number): RpcClient => kept(new RpcClient({ endpoint: endpoint(), maxInFlight }));
const echo: RpcHandler = ({ body }) => body;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array): string => new TextDecoder().decode(body);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const reasonOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (thrown: unknown) => (isWireError(thrown) ? thrown.reason : `not a WireError: ${String(thrown)}`),
  );

it('answers a call with the bytes of the handler, synchronous or not', async () => {
  await serve({ now: echo, later: async ({ body }) => Promise.resolve(body) });
  expect(text(await client().call('now', bytes('a'), 1_000))).toBe('a');
  expect(text(await client().call('later', bytes(''), 1_000))).toBe('');
});

it('gives the handler the pattern, the trace and what is left of the time', async () => {
  let seen: RpcCall | undefined;
  await serve({ look: (call) => ((seen = call), call.body) });
  await client().call('look', bytes('x'), 700, 'trace-1');
  expect(seen).toMatchObject({ pattern: 'look', trace: 'trace-1' });
  expect(seen!.timeoutMs).toBeGreaterThan(300);
  expect(seen!.timeoutMs).toBeLessThanOrEqual(700);
});

it('drops a trace that is no plain word, since it would end up in a log', async () => {
  let seen = '?';
  await serve({ look: (call) => ((seen = call.trace), call.body) });
  await client().call('look', bytes('x'), 700, 'a\n{"level":"info"}');
  expect(seen).toBe('');
});

it('keeps 1,000 concurrent calls apart, answered in any order', async () => {
  await serve({
    shuffle: async ({ body }) => {
      await sleep(Math.random() * 20);
      return body;
    },
  });
  const caller = client();
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, i) => caller.call('shuffle', bytes(`n${i}`), 5_000)));
  expect(answers.map(text)).toEqual(Array.from({ length: 1_000 }, (_, i) => `n${i}`));
  expect(caller.inFlight).toBe(0);
});

it('carries bodies up to the limit, refuses one byte more at the caller, and an answer over it as internal', async () => {
  await serve({ echo, grow: () => new Uint8Array(1_048_576) });
  const caller = client();
  const largest = new Uint8Array(1_048_576 - 1_024 - 4 * 3).fill(7);
  expect((await caller.call('echo', largest, 2_000)).length).toBe(largest.length);
  expect(await reasonOf(caller.call('echo', new Uint8Array(largest.length + 1), 2_000))).toBe('too_large');
  expect(await reasonOf(caller.call('grow', bytes(''), 2_000))).toBe('internal');
});

it('carries many large bodies at once, split over messages below the limit', async () => {
  await serve({ echo });
  const caller = client();
  const bodies = Array.from({ length: 30 }, (_, i) => new Uint8Array(200_000).fill(i));
  const answers = await Promise.all(bodies.map((body) => caller.call('echo', body, 5_000)));
  expect(answers.map((answer, i) => answer.length === 200_000 && answer[199_999] === i)).toEqual(bodies.map(() => true));
});

it('carries the reason of a WireError, and anything else as internal without a word of it', async () => {
  await serve({
    refuse: () => {
      throw new WireError('unauthorised', 'because of this detail');
    },
    local: () => Promise.reject(new WireError('key_damaged')),
    crash: () => Promise.reject(new Error('the password is hunter2')),
    nothing: (() => undefined) as unknown as RpcHandler,
  });
  const caller = client();
  const refused = await caller.call('refuse', bytes(''), 1_000).catch((thrown: unknown) => thrown as WireError);
  expect(refused).toMatchObject({ name: 'WireError', reason: 'unauthorised' });
  expect(String(refused)).not.toContain('detail');
  expect(await reasonOf(caller.call('local', bytes(''), 1_000))).toBe('internal');
  const crashed = await caller.call('crash', bytes(''), 1_000).catch((thrown: unknown) => thrown as WireError);
  expect(crashed).toMatchObject({ reason: 'internal' });
  expect(String(crashed)).not.toContain('hunter2');
  expect(await reasonOf(caller.call('nothing', bytes(''), 1_000))).toBe('internal');
});

it('answers an unknown pattern with frame_forbidden, also one that names an object property', async () => {
  await serve({});
  expect(await reasonOf(client().call('auth.nope', bytes(''), 1_000))).toBe('frame_forbidden');
});

it('ends a call without an answer as unavailable at its deadline, and frees its place at the server', async () => {
  const server = await serve({ hang: () => new Promise<Uint8Array>(() => undefined) });
  const caller = client();
  const started = performance.now();
  expect(await reasonOf(caller.call('hang', bytes(''), 150))).toBe('unavailable');
  expect(performance.now() - started).toBeLessThan(600);
  await sleep(700);
  expect([caller.inFlight, server.inFlight]).toEqual([0, 0]);
});

it('refuses with backpressure what is over the limit of the caller, and over that of the server', async () => {
  await serve({ hang: () => new Promise<Uint8Array>(() => undefined), echo }, 2);
  const narrow = client(1);
  const first = reasonOf(narrow.call('hang', bytes(''), 300));
  expect(await reasonOf(narrow.call('hang', bytes(''), 300))).toBe('backpressure');
  const wide = client();
  const more = reasonOf(wide.call('hang', bytes(''), 300));
  await sleep(100);
  expect(await reasonOf(wide.call('echo', bytes(''), 300))).toBe('backpressure');
  expect(await Promise.all([first, more])).toEqual(['unavailable', 'unavailable']);
});

it('lets calls made before the server is there wait within their deadline', async () => {
  const caller = client();
  const short = reasonOf(caller.call('echo', bytes(''), 50));
  const long = caller.call('echo', bytes('patient'), 5_000);
  expect(await short).toBe('unavailable');
  await serve({ echo });
  expect(text(await long)).toBe('patient');
});

it('ends sent calls as unavailable at once when the server goes, and finds the next server by itself', async () => {
  const first = await serve({ hang: () => new Promise<Uint8Array>(() => undefined), echo });
  const caller = client();
  await caller.call('echo', bytes(''), 1_000);
  const lost = reasonOf(caller.call('hang', bytes(''), 10_000));
  await sleep(50);
  await first.close(0);
  expect(await lost).toBe('unavailable');
  expect(caller.state).toBe('not connected');
  const waiting = caller.call('echo', bytes('again'), 5_000);
  await sleep(200);
  await serve({ echo });
  expect(text(await waiting)).toBe('again');
});

it('answers what it works on before it closes, and turns new calls away', async () => {
  const server = await serve({ slow: async ({ body }) => (await sleep(200), body), echo });
  const caller = client();
  const slow = caller.call('slow', bytes('done'), 2_000);
  await sleep(50);
  const closing = server.close(2_000);
  expect(await reasonOf(caller.call('echo', bytes(''), 2_000))).toBe('unavailable');
  expect(text(await slow)).toBe('done');
  await closing;
});

it('ends every call as aborted when the client closes', async () => {
  const caller = client();
  const waiting = reasonOf(caller.call('echo', bytes(''), 5_000));
  caller.close();
  expect(await waiting).toBe('aborted');
  expect(await reasonOf(caller.call('echo', bytes(''), 5_000))).toBe('aborted');
});

it('refuses an endpoint that another server answers on', async () => {
  await serve({ echo });
  const second = new RpcServer({ endpoint: endpoint() }, () => undefined);
  await expect(second.listen()).rejects.toMatchObject({ reason: 'port_taken' });
  expect(text(await client().call('echo', bytes('mine'), 1_000))).toBe('mine');
});
