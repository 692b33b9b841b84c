import { Backoff, connect, type Client } from '@keyway/client';
import { randomBytes } from '@keyway/crypto';
import { ManualClock } from '@keyway/transport/testing';
import * as f from './evil/frames.js';
import { HostileFleet } from './evil/hostile-fleet.js';
import { bin } from './evil/protobuf.js';
import { Visit } from './evil/router-records.js';
import { aKey, atEnd, cleanUp, until } from './harness/places.js';

afterAll(cleanUp);

/* A router that keeps messages, or the word that it has them, to itself; and then one that does not. */
const [sender, stream] = [randomBytes(32), randomBytes(16)];
const body = (n: number): Buffer => f.body(bin(2, Buffer.from(`${n}`)));
const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** A client of the real SDK, and all sessions it has with the router, in order. */
async function aGuest(clock?: ManualClock): Promise<{ readonly client: Client; readonly session: (n: number) => Promise<Visit> }> {
  const fleet = await HostileFleet.start();
  atEnd(() => fleet.stop());
  const visits: Visit[] = [];
  fleet.meets = (end, link) => {
    const visit = new Visit(end, link);
    visits.push(visit);
    return visit;
  };
  const client = await connect({ fleet: fleet.address, identity: aKey(), clock, backoff: new Backoff(10, 50) });
  atEnd(() => client.close());
  const session = async (n: number): Promise<Visit> => {
    const visit = await until(`session ${n}`, () => {
      clock?.advance(100);
      return visits[n - 1];
    });
    await until('it grants credit', () => visit.heard.includes('credit'));
    return visit;
  };
  return { client, session };
}

it('T21 a router that keeps back its word for every message from some number on: nobody is told «sent», and an honest session later has them all once', async () => {
  const { client, session } = await aGuest();
  const first = await session(1);
  const accepted: number[] = [];
  const sent = numbers(1, 12).map((n) => client.send(client.id, `${n}`).then(() => accepted.push(n)));
  await until(
    'all are on their way',
    () => first.heard.filter((word) => word.startsWith('run ')).length > 0 && client.stats().waitingOut === 12,
  );
  first.say(f.accepted(1, 2));
  await until('two are accepted', () => accepted.length === 2);
  first.say(f.accepted(1, 2)); // and no more, however often
  await until('the client has heard that', () => client.stats().recordsIn >= 2);
  expect([accepted, client.stats().waitingOut]).toEqual([[1, 2], 10]);
  first.link.close();
  const second = await session(2);
  await until('it sends them again', () => second.heard.some((word) => word.startsWith('run ')));
  const again = second.heard.filter((word) => word.startsWith('run ')).join(' ');
  expect(again).toMatch(/^run 1 3\+/); // under their numbers, and none before
  await until('all of them', () => second.heard.filter((word) => word.startsWith('run ')).length > 0);
  second.say(f.accepted(1, 12));
  await Promise.all(sent);
  expect(accepted).toEqual(numbers(1, 12));
});

it('T21 a router that keeps back every third message: its receiver shows nothing behind the gap, leaves, and has all of them in order from an honest session', async () => {
  const clock = new ManualClock(1_000_000);
  const { client, session } = await aGuest(clock);
  const shown: string[] = [];
  const skipped: object[] = [];
  client.on('skipped', (event) => skipped.push(event));
  void (async () => {
    for await (const message of client.messages()) shown.push(message.text());
  })();
  const first = await session(1);
  const given = numbers(1, 9).filter((n) => n % 3 !== 0);
  first.say(f.open(1, sender, stream), ...given.map((n) => f.run(1, n, body(n))));
  await until('two are shown', () => shown.length === 2);
  await until('they are acknowledged', () => first.heard.includes('stored 1 2'));
  expect(shown).toEqual(['1', '2']); // 4 is here, and waits for 3
  await until('the client gives up waiting', () => {
    clock.advance(1_000);
    return first.heard.includes('stop stream_gap');
  });
  const second = await session(2);
  second.say(f.open(1, sender, stream), ...numbers(3, 9).map((n) => f.run(1, n, body(n))));
  await until('all are shown', () => shown.length >= 9);
  expect([shown, skipped]).toEqual([numbers(1, 9).map(String), []]);
});

it('T21 what a router has lost for good is told as a gap, by its number, and never passed over in silence', async () => {
  const { client, session } = await aGuest();
  const skipped: { readonly firstSeq: number; readonly count: number }[] = [];
  client.on('skipped', ({ firstSeq, count }) => skipped.push({ firstSeq, count }));
  const shown: string[] = [];
  void (async () => {
    for await (const message of client.messages()) shown.push(message.text());
  })();
  const first = await session(1);
  first.say(f.open(1, sender, stream), f.run(1, 1, body(1)));
  await until('it is acknowledged', () => first.heard.includes('stored 1 1'));
  first.link.close();
  const second = await session(2);
  second.say(f.open(1, sender, stream), f.run(1, 4, body(4)));
  await until('it is shown', () => shown.includes('4'));
  expect([shown, skipped]).toEqual([['1', '4'], [{ firstSeq: 2, count: 2 }]]);
});
