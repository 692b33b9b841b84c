import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RpcClient } from '../rpc/rpc-client.js';
import { requireNode } from './guards.js';

// processes run what `npm test` has built
const built = (name: string): string => fileURLToPath(new URL(`../../dist/testing/${name}.js`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyway-process-'));
const children: ChildProcess[] = [];
const clients: RpcClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Line = Record<string, unknown> & { readonly event?: string };
let count = 0;
const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  KEYWAY_SERVICE_NAME: 'probe',
  KEYWAY_HTTP_PORT: '0',
  PROBE_RPC: `ipc://${folder}/rpc${(count += 1)}`,
  ...more,
});
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function start(env = environment(), stdio: 'pipe' | 'ipc' = 'pipe') {
  const child = spawn(process.execPath, [built('probe-service'), JSON.stringify(env)], {
    env: { NODE_COMPILE_CACHE: folder },
    stdio: ['ignore', 'pipe', 'pipe', ...(stdio === 'ipc' ? (['ipc'] as const) : [])],
  });
  children.push(child);
  const lines: Line[] = [];
  let partial = '';
  let errors = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    const parts = (partial + chunk.toString()).split('\n');
    partial = parts.pop()!;
    lines.push(...parts.map((part) => JSON.parse(part) as Line));
  });
  child.stderr!.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const read = new Promise((resolve) => child.stdout!.once('close', resolve));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => void read.then(() => resolve(code))));
  const line = async (event: string): Promise<Line> => {
    for (const end = performance.now() + 15_000; performance.now() < end; await sleep(10)) {
      const found = lines.find((each) => each.event === event);
      if (found) return found;
    }
    throw new Error(`no ${event}: ${JSON.stringify(lines)} ${errors}`);
  };
  let client: RpcClient | undefined;
  const ask = (wish: string): Promise<Uint8Array> => {
    if (!client) clients.push((client = new RpcClient({ endpoint: env['PROBE_RPC']! })));
    return client.call('probe.do', Buffer.from(wish), 2_000);
  };
  return { child, lines, line, ended, ask, errors: () => errors, events: () => lines.map(({ event }) => event) };
}

function http(url: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    request(url, { ...options, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

it('says where it listens, then ready once its checks are ok, and serves health, metrics and nothing else', async () => {
  const { line, ask, lines } = start();
  const { http: url } = (await line('listening')) as unknown as { http: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

  const before = await http(`${url}/ready`);
  expect(before.status).toBe(503);
  expect(JSON.parse(before.body)).toEqual({ ready: false, checks: { told: 'waiting to be told' } });
  expect(lines.some(({ event }) => event === 'ready')).toBe(false);
  await ask('ready');
  expect(await line('ready')).toMatchObject({ service: 'probe', http: url, rpc: expect.stringContaining('ipc://') as string });

  const ready = await http(`${url}/ready?verbose`);
  expect([ready.status, JSON.parse(ready.body)]).toEqual([200, { ready: true, checks: { told: 'ok' } }]);
  expect(ready.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  expect(ready.headers['x-powered-by']).toBeUndefined();
  expect((await http(`${url}/live`)).status).toBe(200);
  const metrics = await http(`${url}/metrics`);
  expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
  expect(metrics.body).toContain('keyway_rpc_server_calls_total{service="probe"} 1');
  expect((await http(`${url}/live`, { method: 'HEAD' })).body).toBe('');

  for (const path of ['/', '/extra', '/metrics/', '/%', '/live/..', '//ready', '/READY']) {
    const other = await http(`${url}${path}`);
    expect([path, other.status, other.body]).toEqual([path, 404, '{"error":"not found"}\n']);
  }
  expect((await http(`${url}/live`, { method: 'POST' })).status).toBe(405);
  expect((await http(`${url}/live`, { headers: { 'content-length': '5' }, method: 'GET' }).catch(() => ({ status: 413 }))).status).toBe(
    413,
  );
  expect((await http(`${url}/live`, { headers: { x: 'y'.repeat(8_000) } })).status).toBe(431);
});

it('is not ready at once after SIGTERM, still answers calls, drains in order, and exits with 0', async () => {
  const { child, line, ask, ended, events } = start();
  const { http: url } = (await line('listening')) as unknown as { http: string };
  await ask('ready');
  await line('ready');
  child.kill('SIGTERM');
  await line('draining');
  const { status, body } = await http(`${url}/ready`);
  expect([status, body]).toEqual([503, expect.stringContaining('draining')]);
  expect(Buffer.from(await ask('late')).toString()).toBe('late');
  expect(await ended).toBe(0);
  expect(
    events()
      .filter((event) => event !== 'asked')
      .slice(-4),
  ).toEqual(['draining', 'drained_first', 'drained_second', 'stopped']);
});

it('exits with 0 within the time of a drain although a scraper keeps its connection open', async () => {
  const { child, line, ended } = start();
  const { http: url } = (await line('listening')) as unknown as { http: string };
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  socket.destroy();
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('exits at once on a second signal: %s with %i', async (signal, code) => {
  const { child, line, ended } = start(environment({ PROBE_HANGS: '5000' }));
  await line('listening');
  child.kill('SIGTERM');
  await line('drained_second');
  child.kill(signal);
  expect(await ended).toBe(code);
});

it('gives up a drain when its time is over, names the step that hung, and exits with 1', async () => {
  const { child, line, ended, lines } = start(environment({ PROBE_HANGS: '600' }));
  await line('listening');
  const asked = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(1);
  expect(performance.now() - asked).toBeLessThan(2_500);
  expect(lines).toContainEqual(expect.objectContaining({ event: 'drain_timed_out', step: 'third' }));
});

it.each([
  ['throw', 'uncaught_exception'],
  ['reject', 'unhandled_rejection'],
])('logs, drains and exits with 1 when something goes uncaught (%s)', async (wish, event) => {
  const { line, ask, ended, events, lines } = start();
  await line('listening');
  await ask(wish).catch(() => undefined);
  expect(await ended).toBe(1);
  expect(events()).toEqual(expect.arrayContaining([event, 'drained_second', 'stopped']));
  expect(lines.find((each) => each.event === event)).toMatchObject({ error: { message: 'as asked' } });
});

it('tells its supervisor when it is ready, leaves SIGINT to it, and ends when the channel closes', async () => {
  const { child, line, ask, ended, events } = start(environment({ KEYWAY_PARENT_WATCH: '1' }), 'ipc');
  const told = new Promise((resolve) => child.once('message', resolve));
  await line('listening');
  await ask('ready');
  expect(await told).toMatchObject({ event: 'ready', http: expect.stringContaining('http://') as string });
  child.kill('SIGINT');
  await ask('still there');
  child.disconnect();
  expect(await ended).toBe(0);
  expect(events()).toContain('drained_second');
});

it('is found again by its callers after kill -9: open calls end at once, new ones wait for the next process', async () => {
  const env = environment();
  const first = start(env);
  await first.line('listening');
  await first.ask('hello');
  const open = first.ask('block').then(
    () => 'answered',
    (thrown: unknown) => (thrown as { reason?: string }).reason,
  );
  await sleep(50);
  first.child.kill('SIGKILL');
  const killed = performance.now();
  expect(await open).toBe('unavailable');
  expect(performance.now() - killed).toBeLessThan(500);
  const waiting = first.ask('again');
  const second = start(env);
  expect(Buffer.from(await waiting).toString()).toBe('again');
  await second.line('listening');
});

it('does not outlive a supervisor that was killed', async () => {
  const env = environment({ KEYWAY_PARENT_WATCH: '1' });
  const parent = spawn(process.execPath, [built('probe-parent'), built('probe-service'), JSON.stringify(env)], {
    env: { NODE_COMPILE_CACHE: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(parent);
  const client = new RpcClient({ endpoint: env['PROBE_RPC']! });
  clients.push(client);
  const said = new Promise<string>((resolve) => parent.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  await client.call('probe.do', Buffer.from('ready'), 5_000);
  const { pid } = JSON.parse(await said) as { pid: number };
  parent.kill('SIGKILL');
  const alive = (): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  for (const end = performance.now() + 5_000; alive() && performance.now() < end; await sleep(20));
  expect(alive()).toBe(false);
}, 15_000);

it('ends with 78 and every fault, before it opens anything, when its configuration is not valid', async () => {
  const { ended, errors, lines } = start({ KEYWAY_HTTP_PORT: 'x', PROBE_RPC: 'tcp://127.0.0.1' });
  expect(await ended).toBe(78);
  expect(errors()).toMatch(/KEYWAY_SERVICE_NAME: is not set[\s\S]*KEYWAY_HTTP_PORT[\s\S]*PROBE_RPC/);
  expect(errors()).not.toMatch(/\n\s+at /);
  expect(lines).toEqual([]);
});

it('ends with 78 when what it stored is damaged: another start cannot help', async () => {
  const { ended, lines } = start(environment({ PROBE_DAMAGED: '1' }));
  expect(await ended).toBe(78);
  expect(lines.at(-1)).toMatchObject({ event: 'start_failed', error: { reason: 'state_damaged' } });
});

it('ends with 69 when its port is taken', async () => {
  const open = start();
  const { http: url } = (await open.line('listening')) as unknown as { http: string };
  const second = start(environment({ KEYWAY_HTTP_PORT: new URL(url).port }));
  expect(await second.ended).toBe(69);
  expect(second.lines.at(-1)).toMatchObject({ event: 'start_failed', error: { code: 'EADDRINUSE' } });
});

it.each(['20.20.2', '22.1.0'])('refuses Node %s with a sentence that says what to do', (version) => {
  expect(() => requireNode(version)).toThrow(/needs Node 24 or newer and this is .*npm script/);
  expect(() => requireNode('25.0.0')).not.toThrow();
});
