import { connect, type Client } from '@keyway/client';
import type { Fleet } from '@keyway/fleet';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, mailboxSum } from './harness/metrics.js';
import { aClient, aFleet, aKey, cleanUp, freshFolder, reasonOf, until, within } from './harness/places.js';
import { SmallDisk } from './harness/small-disk.js';
import { encodeId } from '@keyway/crypto';

afterAll(cleanUp);

const aHome = (): string => join(freshFolder(), 'home');
const textOf = (n: number): string => `${n}|${'x'.repeat(8_000)}`;

/** Somebody the fleet knows, who is away. */
async function anAbsent(fleet: Fleet) {
  const identity = aKey();
  await (await aClient(fleet, { identity })).close();
  return { identity, id: encodeId(identity.public.fingerprint) };
}

/** The numbers of the next `count` messages. */
async function numbers(client: Client, count: number): Promise<number[]> {
  const found: number[] = [];
  for await (const message of client.messages()) {
    found.push(Number(message.text().split('|')[0]));
    if (found.length === count) message.done();
    if (found.length === count) break;
  }
  return found;
}
const upTo = (last: number, first = 1): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('a full disk', () => {
  let fleet: Fleet;
  let ofRouter: SmallDisk;
  let ofAuth: SmallDisk;
  beforeAll(async () => {
    const home = aHome();
    ofRouter = SmallDisk.under(join(home, 'fleet', 'router'), 'mailboxes.sqlite');
    ofAuth = SmallDisk.under(join(home, 'fleet', 'auth'), 'registry.sqlite');
    fleet = await aFleet({ home, settings: { mailboxBytes: 1e9 } });
  });
  afterAll(() => fleet.stop({ atOnce: true }));

  it('a full disk: senders are told store_full and wait, what waits is delivered, all goes on by itself when there is room', async () => {
    const disk = ofRouter;
    const router = fleet.pid('router');
    const [adam, eve, noah] = [await aClient(fleet), await anAbsent(fleet), await anAbsent(fleet)];
    await Promise.all(upTo(50).map((n) => adam.send(noah.id, textOf(n))));
    const halts: string[] = [];
    adam.on('halted', ({ reason }) => halts.push(reason));
    disk.fill(router!);
    const accepted: number[] = [];
    const sending = upTo(200).map((n) => adam.send(eve.id, textOf(n)).then(() => accepted.push(n)));
    await until('the sender is told', () => halts.includes('store_full'));
    expect(new Set(halts)).toEqual(new Set(['store_full']));
    expect(accepted.length).toBeLessThan(200);
    const present = await aClient(fleet, { identity: noah.identity });
    expect(await within(10_000, 'what waits is delivered', numbers(present, 50))).toEqual(upTo(50));
    disk.clear(router!);
    await within(15_000, 'all is accepted', Promise.all(sending));
    expect(accepted).toEqual(upTo(200));
    const back = await aClient(fleet, { identity: eve.identity });
    expect(await within(15_000, 'all arrives', numbers(back, 200))).toEqual(upTo(200));
    expect(fleet.pid('router')).toBe(router); // without a restart
    expect((await mailboxSum(fleet)).rest).toBe(0);
    await Promise.all([adam, present, back].map((client) => client.close()));
  });

  it('a full disk of auth: nobody new gets in, whoever is in is served, and new ones get in when there is room', async () => {
    const disk = ofAuth;
    const auth = fleet.pid('auth')!;
    const adam = await aClient(fleet);
    disk.fill(auth, 0);
    const newcomers = Array.from({ length: 200 }, () => connect({ fleet: fleet.address, identity: aKey() }));
    const reasons = await Promise.all(newcomers.map((one) => reasonOf(one.then((client) => client.close()))));
    expect([...new Set(reasons)].filter((reason) => reason !== 'succeeded')).toEqual(['unavailable']);
    await within(5_000, 'who is in is served', adam.send(adam.id, 'to myself'));
    disk.clear(auth);
    await (await aClient(fleet)).close();
    expect(fleet.pid('auth')).toBe(auth);
    await adam.close();
  });
});

const home = aHome();
let last: Fleet;

it('a damaged row is a named drop: its recipient is told which message will never come, and gets all the others', async () => {
  const fleet = await aFleet({ home });
  const [adam, eve] = [await aClient(fleet), await anAbsent(fleet)];
  for (const n of upTo(30)) await adam.send(eve.id, textOf(n)); // one by one: a row each
  await adam.close();
  await fleet.stop();
  const path = join(fleet.paths.router, 'mailboxes.sqlite');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('17|xxxx');
  expect(at).toBeGreaterThan(0);
  bytes[at + 20]! ^= 0xff;
  writeFileSync(path, bytes);

  const again = await aFleet({ home });
  const back = await aClient(again, { identity: eve.identity });
  const skipped: number[] = [];
  back.on('skipped', ({ firstSeq, count }) => skipped.push(firstSeq, count));
  expect(await within(10_000, 'the others', numbers(back, 29))).toEqual(upTo(30).filter((n) => n !== 17));
  expect(skipped).toEqual([17, 1]);
  await back.close();
  expect(await countOf(again, 'router', 'router_mailbox{what="dropped_damaged"}')).toBe(1);
  expect((await mailboxSum(again)).rest).toBe(0);
  await again.stop();
  last = again;
});

describe('damage to the files of a fleet that does not run', () => {
  it.each([
    [
      'the registry',
      (fleet: Fleet) => join(fleet.paths.auth, 'registry.sqlite'),
      'service_failed',
      /registry\.sqlite.*(damaged|no database)/s,
    ],
    [
      'the mailboxes',
      (fleet: Fleet) => join(fleet.paths.router, 'mailboxes.sqlite'),
      'service_failed',
      /mailboxes\.sqlite.*(damaged|no database)/s,
    ],
    ['the manifest', (fleet: Fleet) => fleet.paths.manifest, 'state_damaged', /manifest\.bin .*Delete it/s],
    ['the root key', (fleet: Fleet) => fleet.paths.rootKey, 'key_damaged', /root\.pem.*Restore it from a backup/s],
  ])(
    '%s: the start says which file, and what to do; nothing runs and nothing is changed',
    async (_what, fileOf, reason, sentence) => {
      const path = fileOf(last);
      rmSync(`${path}-wal`, { force: true }); // of a service that was killed: it would heal the pages it holds
      const sound = readFileSync(path);
      const damaged = Buffer.from(sound).fill(0x55, 40, 60);
      writeFileSync(path, damaged);
      const since = performance.now();
      const fault = (await aFleet({ home }).catch((thrown: unknown) => thrown)) as { reason: string; message: string };
      expect([fault.reason, sentence.test(fault.message) || fault.message]).toEqual([reason, true]);
      expect(performance.now() - since).toBeLessThan(10_000); // at once, not after many tries
      expect(readFileSync(path)).toEqual(damaged);
      writeFileSync(path, sound);
    },
    30_000,
  );

  it('with its files put back it is the same fleet again', async () => {
    const again = await aFleet({ home });
    expect(again.address).toBe(last.address);
    await again.stop({ atOnce: true });
  });
});
