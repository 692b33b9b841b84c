import { RpcClient } from '@keyway/service-kit';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adam, eve } from '../testing/ask.js';
import { AuthHome } from '../testing/auth-home.js';
import { Member } from '../testing/member.js';
import type { AuthController } from './auth.controller.js';

// the process runs what `npm test` has built
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const home = new AuthHome();
const registry = join(home.data, 'registry.sqlite');
const rpc = new RpcClient({ endpoint: home.rpc });
const remote = { authorize: (body: Uint8Array) => rpc.call('auth.authorize', body, 5_000) } as unknown as AuthController;
const [a, e] = [new Member(home, remote, adam), new Member(home, remote, eve)];

let child: ChildProcess;
let log: string;

/** @returns how it ended, or undefined once it is ready. */
async function start(): Promise<number | undefined> {
  log = '';
  const env = { ...home.env(), KEYWAY_HTTP_PORT: '0', KEYWAY_PARENT_WATCH: '1', KEYWAY_LOG_LEVEL: 'error' };
  child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  return new Promise((resolve) => {
    child.once('message', () => resolve(undefined));
    child.once('close', (code) => resolve(code ?? -1));
  });
}
async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill(signal);
  await ended;
}
function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 4;
  writeFileSync(path, bytes);
}
const said = (): unknown[] =>
  log
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

beforeAll(async () => {
  expect(await start()).toBeUndefined();
  expect([await a.asks(), await e.asks()]).toEqual(['granted', 'granted']);
}, 30_000);
afterAll(async () => {
  rpc.close();
  child.kill('SIGKILL');
  await home.end();
});

it('R5 knows every client it answered after kill -9 and a flipped bit in the log', async () => {
  await stop('SIGKILL');
  const at = readFileSync(`${registry}-wal`).lastIndexOf(eve.public.spki);
  flip(`${registry}-wal`, Math.ceil(at / 4) * 4); // low in its word: its checksum says which bit it was
  expect(await start()).toBeUndefined();
  expect([await a.asks({ enrol: false }), await e.asks({ enrol: false })]).toEqual(['granted', 'granted']);
  expect(said()).toEqual([]);
}, 30_000);

it('R5 reports a client whose row is damaged, believes nothing of it and serves all others', async () => {
  await stop('SIGTERM');
  for (let at; (at = readFileSync(registry).indexOf(eve.public.spki)) >= 0;) flip(registry, at); // pages keep what was written over
  expect(await start()).toBeUndefined();
  expect(said()).toMatchObject([
    { event: 'registry_damaged', table: 'client', rows: 1, path: registry, advice: expect.stringContaining('restore') },
  ]);
  expect(await a.asks({ enrol: false })).toBe('granted');
  expect([await e.asks({ enrol: false }), await e.asks()]).toEqual(['unauthorised', 'unauthorised']);
}, 30_000);

it('R5 does not start with a registry that was cut short, and says which file it is and what to do', async () => {
  await stop('SIGTERM');
  truncateSync(registry, 20_000);
  expect(await start()).toBe(78);
  expect(log).toContain(registry);
  expect(log).toMatch(/nothing was changed: restore it from a copy, or move it away to start empty/);
}, 30_000);
