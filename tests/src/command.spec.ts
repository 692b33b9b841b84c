import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run, start, type Keyway } from './harness/keyway.js';
import { aClient, cleanUp, freshFolder, until, within } from './harness/places.js';

afterAll(cleanUp);

interface Up {
  readonly address: string;
  readonly pids: Readonly<Record<string, number>>;
}

/** `keyway up` as a process, ready. */
async function up(home: string): Promise<{ readonly keyway: Keyway; readonly ready: Up }> {
  const keyway = start(['--home', home, '--json', 'up', '--ports', 'free']);
  const [line] = await within(30_000, 'the fleet is ready', keyway.says(/^\{"event":"ready".*\}$/m));
  return { keyway, ready: JSON.parse(line) as Up };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const alive = ({ pids }: Up): number[] => Object.values(pids).filter(isAlive);

it('`keyway up` starts again what dies, and Ctrl-C stops everything: exit code 0, no process left, the home free again', async () => {
  const home = join(freshFolder(), 'home');
  const { keyway, ready } = await up(home);
  expect(alive(ready).length).toBe(3);
  process.kill(ready.pids['router']!, 'SIGKILL');
  await within(
    20_000,
    'the supervisor tells',
    keyway.says(/"event":"exited","service":"router"[\s\S]*("event":"ready","service":"router".*\n)/),
  );
  const [, restarted] = await keyway.says(/"event":"started","service":"router","pid":(\d+)/);
  expect((await run(['--home', home, 'keygen', '--type', 'ed25519', '--as', 'eve'])).code).toBe(0);
  expect((await run(['--home', home, 'channel', '--as', 'eve'])).code).toBe(0);
  const client = await aClient(ready.address);
  keyway.process.kill('SIGINT');
  const { code } = await within(15_000, 'it ends', keyway.ended);
  expect([code, alive(ready), isAlive(Number(restarted))]).toEqual([0, [], false]);
  expect(existsSync(join(home, 'fleet', 'lock'))).toBe(false);
  await client.close();
});

it('kill -9 of the supervisor leaves no service behind, and the next start on the home works at once', async () => {
  const home = join(freshFolder(), 'home');
  const first = await up(home);
  const eve = await aClient(first.ready.address);
  first.keyway.process.kill('SIGKILL');
  await first.keyway.ended;
  const second = await up(home); // at once: it waits for what the killed one left
  expect(second.ready.address).toBe(first.ready.address);
  await until('the old services are gone', () => alive(first.ready).length === 0, 10_000);
  await eve.send(eve.id, 'still me'); // the same client, come back by itself
  const { value: message } = await eve.messages().next();
  expect(message?.text()).toBe('still me');
  await eve.close();
  second.keyway.process.kill('SIGTERM');
  expect((await within(15_000, 'it ends', second.keyway.ended)).code).toBe(0);
  expect(alive(second.ready)).toEqual([]);
});

it('`npm run demo` plays to the end with a smaller file: receiver and router are killed, and its summary keeps every promise', async () => {
  const { code, out, err } = await within(90_000, 'the demo ends', start(['demo', '--size', '8MB']).ended);
  expect([code, err]).toEqual([0, expect.not.stringMatching(/\n\s+at /)]);
  for (const [what, found] of [
    ['mailbox full, then gone on', /[1-9]/],
    ['receiver killed and restarted', /1 ✓/],
    ['router killed and restarted', /1 ✓/],
    ['lost', /^0 ✓/],
    ['shown twice', /^0 ✓/],
    ['SHA-256', /✓$/],
  ] as const) {
    const row = out.split('\n').find((line) => line.trim().startsWith(what));
    expect(row?.trim().slice(what.length).trim()).toMatch(found);
  }
  expect(out).not.toContain('✗');
}, 100_000);
