import { encodeId } from '@keyway/crypto';
import type { Fleet } from '@keyway/fleet';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { countOf, mailboxSum } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, reasonOf, until, within } from './harness/places.js';

afterAll(cleanUp);

const upTo = (last: number, first = 1): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const textOf = (n: number): string => `${n}|${'x'.repeat(3_000)}`;

/** A fleet that was killed while messages 1 … `count` waited for somebody; its mailboxes lie in the log, not yet in the database. */
async function aKilledFleet(count: number) {
  const home = join(freshFolder(), 'home');
  const fleet = await aFleet({ home });
  const identity = aKey();
  const eve = encodeId(identity.public.fingerprint);
  await (await aClient(fleet, { identity })).close();
  const adam = await aClient(fleet);
  for (const n of upTo(count)) await adam.send(eve, textOf(n)); // one by one: a commit each
  await fleet.stop({ atOnce: true });
  await adam.close();
  return { home, identity, eve, mailboxes: join(fleet.paths.router, 'mailboxes.sqlite') };
}

async function received(fleet: Fleet, identity: ReturnType<typeof aKey>, count: number): Promise<number[]> {
  const client = await aClient(fleet, { identity });
  const found: number[] = [];
  const read = async (): Promise<void> => {
    for await (const message of client.messages()) {
      found.push(Number(message.text().split('|')[0]));
      if (found.length === count) message.done();
      if (found.length === count) return;
    }
  };
  await within(10_000, `${count} messages`, read());
  await client.close();
  return found;
}

it('R5 a wrong bit in the log of the mailboxes costs nothing: all that was accepted is there after a kill', async () => {
  const { home, identity, mailboxes } = await aKilledFleet(40);
  const log = readFileSync(`${mailboxes}-wal`);
  log[log.indexOf('20|xxxx') + 9]! ^= 0x04;
  writeFileSync(`${mailboxes}-wal`, log);
  const fleet = await aFleet({ home });
  expect(await received(fleet, identity, 40)).toEqual(upTo(40));
  await until('all were released', async () => (await mailboxSum(fleet)).waiting === 0);
  expect(await mailboxSum(fleet)).toMatchObject({ stored: 40, rest: 0 });
  expect(await countOf(fleet, 'router', 'router_mailbox{what="dropped_damaged"}')).toBe(0);
  await fleet.stop({ atOnce: true });
});

it('R5 a log that was cut short is a named drop of so many messages, and what lies before the cut is delivered', async () => {
  const { home, identity, mailboxes } = await aKilledFleet(40);
  truncateSync(`${mailboxes}-wal`, readFileSync(`${mailboxes}-wal`).indexOf('31|xxxx'));
  const fleet = await aFleet({ home });
  const lost = await countOf(fleet, 'router', 'router_mailbox{what="dropped_damaged"}');
  expect(lost).toBeGreaterThanOrEqual(10);
  expect(await received(fleet, identity, 40 - lost)).toEqual(upTo(40 - lost));
  expect((await mailboxSum(fleet)).rest).toBe(0);
  await fleet.stop({ atOnce: true });
});

it('R5 mailboxes in which nothing can be stored any more still hand out what they hold: the router says so, and does not end', async () => {
  const { home, identity, eve, mailboxes } = await aKilledFleet(10);
  const db = new DatabaseSync(mailboxes); // takes the log into the file
  const { page } = db.prepare("select rootpage as page from sqlite_schema where tbl_name = 'mark' and type = 'index'").get() as {
    page: number;
  };
  db.close();
  const bytes = readFileSync(mailboxes);
  writeFileSync(mailboxes, bytes.fill(0x55, (page - 1) * 4_096, page * 4_096));
  const fleet = await aFleet({ home });
  const router = fleet.pid('router');
  const adam = await aClient(fleet);
  const halted = new Promise<string>((resolve) => adam.on('halted', ({ reason }) => resolve(reason)));
  const sending = reasonOf(adam.send(eve, 'for whom it cannot be kept'));
  expect(await within(10_000, 'the sender is told', halted)).toBe('store_failed');
  expect(await received(fleet, identity, 10)).toEqual(upTo(10));
  const { checks } = (await (await fetch(`${fleet.health.router}/ready`)).json()) as { checks: Record<string, string> };
  expect([checks['mailboxes'], fleet.pid('router')]).toEqual(['state_damaged', router]);
  await adam.close();
  await sending;
  await fleet.stop({ atOnce: true });
});
