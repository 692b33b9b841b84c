import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FleetEvent } from './events.js';
import { startFleet, type Fleet, type FleetOptions } from './fleet.js';
import { inspectFleet } from './inspect.js';
import { isRunning, markOf } from './process-mark.js';
import { serviceNames } from './service-name.js';
import { fakeServices, type FakeServices } from './testing/fake-services.js';
import { freshFolder, removeFolders } from './testing/folders.js';

const running: Fleet[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((fleet) => fleet.stop({ atOnce: true })));
  removeFolders();
});

interface Place {
  readonly home: string;
  readonly fake: FakeServices;
  readonly events: FleetEvent[];
  start(how?: Partial<Record<string, string>>, more?: Partial<FleetOptions>): Promise<Fleet>;
}

function place(): Place {
  const folder = freshFolder();
  const home = join(folder, 'home');
  const fake = fakeServices(folder);
  const events: FleetEvent[] = [];
  return {
    home,
    fake,
    events,
    async start(how, more) {
      const onEvent = (event: FleetEvent): void => void events.push(event);
      const base = { home, ports: 'free', env: { PATH: '/usr/bin:/bin' }, apps: fake.apps, serviceEnv: fake.env(how), onEvent } as const;
      const fleet = await startFleet({ ...base, ...more });
      running.push(fleet);
      return fleet;
    },
  };
}

const heard = (fleet: Fleet, kind: FleetEvent['kind']): Promise<FleetEvent> =>
  new Promise((resolve) => {
    const off = fleet.on(kind, (event) => {
      off();
      resolve(event);
    });
  });

it('starts three processes, is ready when each is, and stops them in order', async () => {
  const { start, fake, home, events } = place();
  const fleet = await start({ auth: 'slow' });
  expect(fleet.address).toBe(`keyway://${fleet.fingerprint}@127.0.0.1:${fleet.ports.brokerTcp}`);
  expect(fleet.fingerprint).toMatch(/^[a-z2-7]{52}$/);
  expect(new Set(serviceNames.map((name) => fleet.pid(name))).size).toBe(3);
  expect(events.filter(({ kind }) => kind === 'ready')).toHaveLength(3);
  expect(inspectFleet(home)).toMatchObject({ address: fleet.address, pid: process.pid, health: fleet.health });
  expect(statSync(join(fleet.paths.logs, 'router.log')).mode & 0o777).toBe(0o600);
  await fleet.stop();
  await fleet.stop();
  expect(fake.notes().slice(-3)).toEqual(['router SIGTERM', 'channel-broker SIGTERM', 'auth SIGTERM']);
  expect(serviceNames.map((name) => fleet.pid(name))).toEqual([undefined, undefined, undefined]);
  expect(inspectFleet(home)?.pid).toBeUndefined();
});

it('keeps fingerprint and ports on a second start', async () => {
  const { start } = place();
  const first = await start();
  await first.stop();
  const second = await start({}, { ports: {} });
  expect(second.address).toBe(first.address);
});

it('starts a service again that was killed, and waits for the new one', async () => {
  const { start, events } = place();
  const fleet = await start();
  const before = fleet.pid('router');
  fleet.kill('router', 'SIGKILL');
  await fleet.waitReady('router');
  expect(fleet.pid('router')).not.toBe(before);
  const told = events.slice(6).filter((event) => 'service' in event && event.service === 'router');
  expect(told).toMatchObject([
    { kind: 'exited', signal: 'SIGKILL' },
    { kind: 'restarting', inMs: 100 },
    { kind: 'started', pid: fleet.pid('router') },
    { kind: 'ready' },
  ]);
});

it('refuses a second start on one home, naming the process', async () => {
  const { start } = place();
  const fleet = await start();
  await expect(start()).rejects.toMatchObject({ reason: 'state_locked', message: expect.stringContaining(String(process.pid)) as string });
  expect(await fleet.waitReady()).toBeUndefined();
});

it('lets two fleets run side by side', async () => {
  const [one, two] = await Promise.all([place().start(), place().start()]);
  expect(one!.fingerprint).not.toBe(two!.fingerprint);
  expect(Object.values(one!.ports).filter((port) => Object.values(two!.ports).includes(port))).toEqual([]);
});

it('names a port that is taken, starts nothing and leaves the home free', async () => {
  const { start, events, home } = place();
  const first = await start();
  const { ports } = first;
  await first.stop();
  events.length = 0;
  const busy = createServer().listen(ports.routerTcp, '127.0.0.1');
  await once(busy, 'listening');
  await expect(start({}, { ports: {} })).rejects.toMatchObject({
    reason: 'port_taken',
    message: expect.stringContaining(`127.0.0.1:${ports.routerTcp}`) as string,
  });
  expect(events).toEqual([]);
  expect(inspectFleet(home)?.pid).toBeUndefined();
  busy.close();
});

it('gives up a start after five failures in a row, with the last words of the service', async () => {
  const { start, fake, home } = place();
  await expect(start({ router: 'broken' })).rejects.toMatchObject({
    reason: 'service_failed',
    message: expect.stringMatching(/router ended with 3.*router\.log:\n {2}cannot find my spoon/) as string,
  });
  expect(fake.notes().filter((note) => note === 'router start')).toHaveLength(5);
  expect(inspectFleet(home)?.pid).toBeUndefined();
});

it('gives up at once when a service says that its configuration is not valid', async () => {
  const { start, fake } = place();
  await expect(start({ auth: 'misconfigured' })).rejects.toMatchObject({ reason: 'service_failed' });
  expect(fake.notes().filter((note) => note === 'auth start')).toHaveLength(1);
});

it('says so when a service fails later, and goes on trying', async () => {
  const { start, fake } = place();
  const environment = fake.env();
  const fleet = await start({}, { serviceEnv: environment });
  const failed = heard(fleet, 'failed');
  const killer = fleet.on('started', ({ pid }) => process.kill(pid, 'SIGKILL'));
  fleet.kill('router', 'SIGKILL');
  expect(await failed).toMatchObject({ service: 'router', error: { reason: 'service_failed' } });
  await expect(fleet.waitReady('router')).rejects.toMatchObject({ reason: 'service_failed' });
  killer();
  await heard(fleet, 'ready');
  await fleet.waitReady();
});

it('kills a service that does not stop when asked', async () => {
  const { start } = place();
  const fleet = await start({ router: 'stubborn' });
  const pid = fleet.pid('router')!;
  const startedAt = performance.now();
  const gentle = fleet.stop();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(markOf(pid)).toBeDefined();
  await fleet.stop({ atOnce: true });
  await gentle;
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(markOf(pid)).toBeUndefined();
});

it('keeps variables of the shell that look like ours away from the services', async () => {
  const { start, fake } = place();
  const fleet = await start({}, { env: { PATH: '/usr/bin:/bin', AUTH_DATA: '/elsewhere', KEYWAY_FLEET: 'x', LANG: 'C' } });
  const environment = readFileSync(`/proc/${fleet.pid('auth')}/environ`, 'utf8').split('\0');
  expect(environment).toContain(`AUTH_DATA=${fleet.paths.auth}`);
  expect(environment).toContain(`KEYWAY_FLEET=${fleet.fingerprint}`);
  expect(environment).toContain('LANG=C');
  expect(fake.notes()).toHaveLength(3);
});

it('leaves no orphans when the supervisor is killed, and the next start waits for them to end', async () => {
  const { start, home, fake, events } = place();
  const source = new URL('../dist/index.js', import.meta.url).href;
  const options = { home, ports: 'free', apps: fake.apps, serviceEnv: fake.env(), env: {} };
  const code = `import { startFleet } from '${source}'; const f = await startFleet(${JSON.stringify(options)}); console.log(JSON.stringify(['auth','channel-broker','router'].map((n) => f.pid(n))));`;
  const supervisor = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(supervisor.stdout, 'data')) as [Buffer];
  const marks = (JSON.parse(line.toString()) as number[]).map((pid) => markOf(pid)!);
  expect(marks.every(isRunning)).toBe(true);
  const gone = once(supervisor, 'exit');
  supervisor.kill('SIGKILL');
  await gone; // the lock is its for as long as it lives
  const fleet = await start({}, { ports: {} });
  expect(marks.some(isRunning)).toBe(false);
  expect(fake.notes().filter((note) => note.endsWith('parent gone'))).toHaveLength(3);
  expect(events.filter(({ kind }) => kind === 'waiting').length).toBeLessThanOrEqual(3);
  await fleet.stop();
});
