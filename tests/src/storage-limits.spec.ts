import type { Fleet } from '@keyway/fleet';
import { encodeId } from '@keyway/crypto';
import { readFileSync } from 'node:fs';
import { connect as dial, type Socket } from 'node:net';
import { aClient, aFleet, aKey, atEnd, cleanUp, reasonOf, until, within } from './harness/places.js';
import { MemoryLimit } from './harness/memory-limit.js';
import { mailboxSum } from './harness/metrics.js';

afterAll(cleanUp);

/** Lets a process have so many file descriptors; Node itself takes all it may, so both limits are set. */
const descriptors = (count: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(
    `import { execFileSync } from 'node:child_process'; execFileSync('prlimit', ['--pid', String(process.pid), '--nofile=${count}:${count}']);`,
  )}`;

/** What /ready says; nothing when it cannot even be asked. */
async function readiness(fleet: Fleet): Promise<{ readonly ready: boolean; readonly checks?: Readonly<Record<string, string>> }> {
  try {
    const answer = await fetch(`${fleet.health.router}/ready`);
    return (await answer.json()) as { ready: boolean; checks: Record<string, string> };
  } catch {
    return { ready: false };
  }
}

/** Connections that say nothing. */
function idleConnections(port: number, count: number): readonly Socket[] {
  const sockets = Array.from({ length: count }, () => dial(port, '127.0.0.1').on('error', () => undefined));
  atEnd(async () => sockets.forEach((socket) => socket.destroy()));
  return sockets;
}

/** On which edges strangers leave no room, and whether the router keeps enough for itself to say so. */
const crowds = [
  ['tcp', ['routerTcp'], true],
  ['zmq', ['routerZmq'], true],
  ['both', ['routerTcp', 'routerZmq'], false],
] as const;

it.each(crowds)(
  'R21 a router short of file descriptors (%s): serves whom it has, refuses others, is not ready, and is again when some are free',
  async (_, ports, says) => {
    const fleet = await aFleet({ serviceEnv: { router: { NODE_OPTIONS: descriptors(160) } } });
    const router = fleet.pid('router');
    const [adam, eve] = [await aClient(fleet, { edge: 'zmq' }), await aClient(fleet)];
    const strangers = ports.flatMap((port) => idleConnections(fleet.ports[port], 300));
    await until('it is not ready', async () => {
      const { ready, checks } = await readiness(fleet);
      return !ready && (!says || /room for no more|descriptors are in use/.test(checks?.['descriptors'] ?? ''));
    });
    await within(10_000, 'who is in is served', adam.send(eve.id, 'still here'));
    for (const edge of ['tcp', 'zmq'] as const) {
      if (ports.length === 2) expect(await reasonOf(aClient(fleet, { edge }))).toBe('peer_unreachable');
    }
    for (const stranger of strangers) stranger.destroy();
    await until('it is ready again', async () => (await readiness(fleet)).ready);
    const newcomer = await aClient(fleet);
    await newcomer.send(eve.id, 'in again');
    const inbox = eve.messages();
    for (const text of ['still here', 'in again']) expect((await inbox.next()).value?.text()).toBe(text);
    expect(fleet.pid('router')).toBe(router);
    await Promise.all([adam, eve, newcomer].map((client) => client.close()));
    await fleet.stop({ atOnce: true });
  },
);

const megabyte = 1_048_576;
const messages = 10_000;

it('R21 a router that may use 256 MB takes in and hands out 10,000 bodies of 8 KB with less', async () => {
  const limit = MemoryLimit.of(256 * megabyte);
  const fleet = await aFleet({ settings: { mailboxBytes: 1e9 } });
  const unlimited = fleet.pid('router');
  await limit?.whileStarting(async () => {
    fleet.kill('router', 'SIGKILL');
    await until('another one started', () => fleet.pid('router') !== undefined && fleet.pid('router') !== unlimited);
  });
  await fleet.waitReady();
  const router = fleet.pid('router');
  const identity = aKey();
  const eve = encodeId(identity.public.fingerprint);
  await (await aClient(fleet, { identity })).close();
  const senders = await Promise.all([aClient(fleet), aClient(fleet, { edge: 'zmq' })]);
  const body = Buffer.alloc(8_192, 'x');
  const each = messages / senders.length;
  await Promise.all(senders.flatMap((sender) => Array.from({ length: each }, () => sender.send(eve, body))));
  expect((await mailboxSum(fleet)).waiting).toBe(messages);
  const back = await aClient(fleet, { identity });
  let count = 0;
  for await (const message of back.messages()) {
    count += 1;
    if (count === messages) message.done();
    if (count === messages) break;
  }
  await until('all were released', async () => (await mailboxSum(fleet)).waiting === 0);
  expect(fleet.pid('router')).toBe(router); // nobody killed it
  const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${router}/status`, 'latin1'))![1]) / 1_024;
  process.stderr.write(`R21: at most ${Math.round(peak)} MB${limit ? '' : ', without a limit'}\n`);
  // Node fits its heap to what it may use: where no limit can be set it takes its time to collect
  expect(peak).toBeLessThan(limit ? 256 : 640);
  await Promise.all([...senders, back].map((client) => client.close()));
  await fleet.stop({ atOnce: true });
});
