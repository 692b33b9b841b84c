import { encodeId } from '@keyway/crypto';
import { FileStore, type Client } from '@keyway/client';
import { serviceNames, type Fleet } from '@keyway/fleet';
import { join } from 'node:path';
import { Checker } from './checker.js';
import { mailboxSum } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, until } from './harness/places.js';

afterAll(cleanUp);

const people = 8;
const each = 500;

/** Somebody who enrolled once and went away; state in a folder of its own. */
async function anAbsent(fleet: Fleet) {
  const identity = aKey();
  const folder = join(freshFolder(), 'state');
  await (await aClient(fleet, { identity, store: new FileStore(folder) })).close();
  return { identity, folder, id: encodeId(identity.public.fingerprint) };
}

const home = join(freshFolder(), 'home');
let fleet: Fleet;

it('R13 kill -9 of everything with thousands of messages waiting: all are delivered in order, soon after their owners come', async () => {
  fleet = await aFleet({ home, settings: { logLevel: 'warn' } });
  const absent = await Promise.all(Array.from({ length: people }, () => anAbsent(fleet)));
  const senders = await Promise.all(['tcp', 'zmq'].map((edge) => aClient(fleet, { edge: edge as 'tcp' | 'zmq' })));
  const checker = new Checker();
  await Promise.all(senders.flatMap((sender, s) => absent.map(({ id }, a) => sendAll(sender, id, checker, `s${s}`, `a${a}`))));
  const before = await mailboxSum(fleet);
  expect(before).toEqual({ stored: 2 * people * each, waiting: 2 * people * each, rest: 0 });

  for (const name of serviceNames) fleet.kill(name, 'SIGKILL');
  const since = performance.now();
  await fleet.waitReady();
  const readyMs = performance.now() - since;
  expect(await mailboxSum(fleet)).toEqual(before);
  const firsts = await Promise.all(
    absent.map(async ({ identity, folder }, a) => {
      const client = await aClient(fleet, { identity, store: new FileStore(folder) });
      const attachedAt = performance.now();
      let firstMs = Infinity;
      let count = 0;
      for await (const message of client.messages()) {
        if (count === 0) firstMs = performance.now() - attachedAt;
        checker.received(message.contentType, `a${a}`, message.text());
        count += 1;
        if (count === 2 * each) message.done();
        if (count === 2 * each) break;
      }
      await client.close();
      return firstMs;
    }),
  );
  const drainedMs = performance.now() - since - readyMs;
  process.stderr.write(`R13: ready after ${Math.round(readyMs)} ms, ${2 * people * each} messages in ${Math.round(drainedMs)} ms\n`);
  expect(checker.verdict()).toMatchObject({ counts: { ok: 2 * people * each }, faults: [] });
  expect(Math.max(...firsts)).toBeLessThan(2_000);
  await until('all were released', async () => (await mailboxSum(fleet)).waiting === 0);
  expect((await mailboxSum(fleet)).rest).toBe(0);
});

async function sendAll(sender: Client, to: string, checker: Checker, from: string, name: string): Promise<void> {
  await Promise.all(
    Array.from({ length: each }, async (_, i) => {
      const body = `${i + 1}|${'x'.repeat(i % 300)}`;
      checker.attempted(from, name, i + 1, body);
      await sender.send(to, body, { contentType: from });
      checker.accepted(from, name, i + 1);
    }),
  );
}

it('a second start of a home is the same fleet: fingerprint, clients and waiting messages are there', async () => {
  const { address, ports } = fleet;
  const eve = await anAbsent(fleet);
  const adam = aKey();
  const sender = await aClient(fleet, { identity: adam });
  await sender.send(eve.id, 'before the restart');
  await fleet.stop(); // while adam is attached
  const second = await aFleet({ home });
  expect([second.address, second.ports]).toEqual([address, ports]);
  await sender.send(eve.id, 'after it'); // comes back by itself
  const back = await aClient(second, { identity: eve.identity, store: new FileStore(eve.folder) });
  const inbox = back.messages();
  for (const text of ['before the restart', 'after it']) expect((await inbox.next()).value?.text()).toBe(text);
  await Promise.all([sender.close(), back.close()]);
  await second.stop({ atOnce: true });
});
