import { FileStore } from '@keyway/client';
import { encodeId } from '@keyway/crypto';
import type { Fleet } from '@keyway/fleet';
import { join } from 'node:path';
import { Checker } from './checker.js';
import { Child, keyFile } from './harness/child.js';
import { countOf, mailboxSum } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, reasonOf, until, within } from './harness/places.js';

const heartbeatMs = 300;
const timeoutMs = 1_000;
const mailboxBytes = 600_000; // a little over the least that is allowed
const silent = 'router_closed_total{reason="session_idle"}';
let fleet: Fleet;
beforeAll(async () => {
  fleet = await aFleet({ settings: { heartbeatMs, timeoutMs, mailboxBytes } });
});
afterAll(cleanUp);

const aJob = () => {
  const identity = aKey();
  return {
    id: encodeId(identity.public.fingerprint),
    fleet: fleet.address,
    keyFile: keyFile(identity),
    folder: join(freshFolder(), 'state'),
  };
};

it.each(['tcp', 'zmq'] as const)(
  'kill -9 of a client in the middle of sending (%s): the next start finishes its outbox, nothing is lost or shown twice',
  async (edge) => {
    const eve = await aClient(fleet);
    const job = { ...aJob(), edge, to: eve.id, first: 1, last: 60_000 };
    const checker = new Checker();
    const received = (async () => {
      for await (const message of eve.messages()) checker.received('adam', 'eve', message.text());
    })();
    for (let n = 1; n <= 60_100; n += 1) checker.attempted('adam', 'eve', n, `${n}|`);

    const killed = Child.start('client', job);
    await killed.hears('accepted', 300);
    fleet.kill('router', 'SIGSTOP'); // nothing is answered any more, so that there are messages under way
    await new Promise((resolve) => setTimeout(resolve, 50));
    await killed.kill();
    fleet.kill('router', 'SIGCONT');
    expect(killed.heard('finished')).toEqual([]);
    for (const { n } of killed.heard('accepted')) checker.accepted('adam', 'eve', n as number);

    const again = Child.start('client', { ...job, first: 60_001, last: 60_100 });
    const left = (await again.hears('connected'))['waiting'] as number;
    await again.hears('finished');
    for (const { n } of again.heard('accepted')) checker.accepted('adam', 'eve', n as number);
    await until('all that was accepted arrives', () => checker.missing === 0);
    await again.kill();
    await eve.close();
    await received;
    const { counts, faults } = checker.verdict();
    expect(faults).toEqual([]);
    expect(left).toBeGreaterThan(0); // it was killed with messages under way
    expect(counts.ok).toBeGreaterThanOrEqual(300 + 100);
    expect(counts.ok + counts.unknown).toBe(60_100);
  },
);

it('kill -9 of a receiver: the message in its hands comes again, flagged redelivered, and no other one', async () => {
  const adam = await aClient(fleet);
  const job = aJob();
  const first = Child.start('client', { ...job, holdAt: '5' });
  await first.hears('connected');
  for (let n = 1; n <= 9; n += 1) await adam.send(job.id, String(n));
  await first.hears('message', 5);
  await first.kill();
  const second = Child.start('client', job);
  await second.hears('message', 5);
  const shown = (child: Child) => child.heard('message').map(({ text, redelivered }) => `${String(text)}${redelivered ? ' again' : ''}`);
  expect(shown(first)).toEqual(['1', '2', '3', '4', '5']);
  expect(shown(second)).toEqual(['5 again', '6', '7', '8', '9']);
  await second.kill();
});

it('a client that is frozen loses its slot in time, and comes back by itself', async () => {
  const adam = await aClient(fleet);
  const job = aJob();
  const frozen = Child.start('client', job);
  await frozen.hears('connected');
  const attached = await countOf(fleet, 'router', 'router_sessions');
  const idle = await countOf(fleet, 'router', silent);
  frozen.process.kill('SIGSTOP');
  const since = performance.now();
  await until('its slot is free', async () => (await countOf(fleet, 'router', 'router_sessions')) === attached - 1);
  expect(performance.now() - since).toBeLessThan(timeoutMs + 2_000);
  expect(await countOf(fleet, 'router', silent)).toBeGreaterThan(idle);
  expect(await reasonOf(adam.send(job.id, 'now', { class: 'live' }))).toBe('recipient_offline');
  await adam.send(job.id, 'later');
  frozen.process.kill('SIGCONT');
  expect((await frozen.hears('message'))['text']).toBe('later');
  await until('it counts as attached', async () => (await countOf(fleet, 'router', 'router_sessions')) === attached);
  await frozen.kill();
});

it('the first of two processes with one identity is told session_replaced, and does not come back', async () => {
  const adam = await aClient(fleet);
  const job = aJob();
  const first = Child.start('client', job);
  await first.hears('connected');
  const second = Child.start('client', { ...job, folder: join(freshFolder(), 'state') });
  await second.hears('connected');
  expect((await first.hears('closed'))['reason']).toBe('session_replaced');
  await adam.send(job.id, 'to the second');
  expect((await second.hears('message'))['text']).toBe('to the second');
  expect(first.heard('message')).toEqual([]);
  await Promise.all([first.kill(), second.kill()]);
});

it('one state folder serves one process at a time', async () => {
  const job = aJob();
  const first = Child.start('client', job);
  await first.hears('connected');
  const second = Child.start('client', job);
  await expect(second.hears('connected')).rejects.toThrow('state_locked');
  await first.kill();
  const third = Child.start('client', job);
  await third.hears('connected'); // the lock of a killed process holds nobody up
  await third.kill();
});

it.each(['tcp', 'zmq'] as const)(
  'a full mailbox halts its senders and nobody else; they go on by themselves, in order (%s)',
  async (edge) => {
    const before = await mailboxSum(fleet);
    const identity = aKey();
    const eveId = encodeId(identity.public.fingerprint);
    await (await aClient(fleet, { identity })).close();
    const [adam, noah] = await Promise.all([
      aClient(fleet, { edge, store: new FileStore(join(freshFolder(), 'state')) }),
      aClient(fleet, { edge }),
    ]);
    const told: string[] = [];
    adam.on('halted', ({ to, reason }) => told.push(`${reason} ${to === eveId}`));
    adam.on('resumed', ({ to }) => told.push(`resumed ${to === eveId}`));
    const accepted: number[] = [];
    const all = Array.from({ length: 400 }, (_, i) => adam.send(eveId, `${i}|${'x'.repeat(6_000)}`).then(() => accepted.push(i)));
    await until('the sender is halted', () => told.length > 0);
    expect(told).toEqual(['mailbox_full true']);
    await within(5_000, 'others are served', adam.send(noah.id, 'for noah'));
    const { value: message } = await noah.messages().next();
    expect(message?.text()).toBe('for noah');
    message?.done();
    expect([accepted.length < 150, adam.stats().halted]).toEqual([true, 1]);

    const eve = await aClient(fleet, { identity, edge });
    const seen: number[] = [];
    for await (const message of eve.messages()) {
      seen.push(Number(message.text().split('|')[0]));
      if (seen.length === 400) message.done();
      if (seen.length === 400) break;
    }
    await within(10_000, 'all is accepted', Promise.all(all));
    const order = Array.from({ length: 400 }, (_, i) => i);
    expect([seen, accepted]).toEqual([order, order]);
    expect(new Set(told)).toEqual(new Set(['mailbox_full true', 'resumed true']));
    expect([told.at(-1), adam.stats().halted]).toEqual(['resumed true', 0]);
    await Promise.all([adam, noah, eve].map((client) => client.close()));
    await until('nothing of it waits any more', async () => (await mailboxSum(fleet)).waiting === before.waiting);
    expect((await mailboxSum(fleet)).rest).toBe(0);
  },
);
