import { FileStore, MemoryStore, parseFleetAddress, type Client } from '@keyway/client';
import { randomBytes } from '@keyway/crypto';
import { decodeEnvelope, encodeEnvelope, isRecord, readRecordHead } from '@keyway/wire';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Meeting } from '../evil/client-records.js';
import * as frames from '../evil/frames.js';
import { Greeting } from '../evil/hellos.js';
import { counted, countOf } from '../harness/metrics.js';
import { aClient, aFleet, aKey, freshFolder, until } from '../harness/places.js';
import { aChannel, aHello, anAttachment, deaf, flushTo, helloBytes, sayTo, Stranger, wordOf } from '../harness/stranger.js';
import type { WatchedFleet } from '../harness/watched.js';

const accepted = ['router_attached_total', 'router_replaced_total', 'router_durable_in_total'];
const records = (messages: readonly Buffer[]): readonly Buffer[] => messages.filter(isRecord);
const dropped = 'router_records_dropped_total';

/** Which share of the bytes differ: 255/256 between any two ciphertexts that have nothing to do with each other. */
const differing = (a: Buffer, b: Buffer): number => a.filter((byte, i) => byte !== b[i]).length / a.length;

/** T6 to T9 and T12: what can be done with recorded hellos and records. */
export function sessionAttacks(place: () => WatchedFleet): void {
  let watched: WatchedFleet;
  let fingerprint: Uint8Array;
  beforeAll(() => {
    watched = place();
    ({ fingerprint } = parseFleetAddress(watched.address));
  });
  const newestLink = (): number => watched.router.links - 1;

  /** Adam writes to himself: all four ways of his session carry something. */
  async function talk(client: Client, messages: number): Promise<void> {
    const iterator = client.messages();
    for (let n = 0; n < messages; n += 1) {
      await client.send(client.id, `${n}`);
      const { value: message } = await iterator.next();
      expect(message?.text()).toBe(`${n}`);
      message?.done();
    }
    await iterator.return?.();
  }

  it('T6 a stolen ticket is worth nothing without its key: not accepted, the same answer as for an unknown one, the victim stays', async () => {
    const adam = await aClient(watched.address);
    const stolen = decodeEnvelope(watched.router.of('up', newestLink())[0]!);
    if (stolen?.kind !== 'attach') throw new Error('no hello passed');
    const own = await aChannel(watched.ports.broker, aKey(), fingerprint);
    const hellos = [
      helloBytes(aHello({ ...own, ticket: stolen.value.ticket })), // the right ticket, proven with another key
      helloBytes(aHello({ ...own, ticket: randomBytes(stolen.value.ticket.length) })),
      helloBytes(aHello({ ...own, secret: randomBytes(32) })),
      encodeEnvelope({ kind: 'attach', value: { ...stolen.value, proof: randomBytes(32) } }),
    ];
    const work = async () => {
      for (const hello of hellos) {
        const answer = await sayTo(watched.ports.router, hello);
        if (answer === undefined || answer === 'closed' || answer.kind !== 'refusal') throw new Error(wordOf(answer));
        const { code, requestHash, retryAfterMs } = answer.value;
        expect({ code, requestHash: [...requestHash], retryAfterMs }).toEqual({ code: 2001, requestHash: [], retryAfterMs: 0 });
      }
    };
    expect(await counted(watched.fleet, 'router', accepted, work)).toEqual([0, 0, 0]);
    expect(adam.state).toBe('attached');
    await talk(adam, 2);
    expect(adam.stats().attaches).toBe(1);
    await adam.close();
  });

  it('T7 a replayed hello replaces nobody and serves nobody, also with all the records behind it, also after a restart', async () => {
    const adam = await aClient(watched.address);
    await talk(adam, 5);
    const recorded = watched.router.of('up', newestLink());
    const replay = async () => {
      const thief = await Stranger.at(watched.ports.router);
      expect(wordOf(await thief.ask(recorded[0]!))).toBe('attached'); // under keys of which the thief has none
      for (const record of recorded.slice(1)) thief.say(record);
      await until('the records were looked at', async () => (await countOf(watched.fleet, 'router', dropped)) >= recorded.length - 1);
      thief.close();
    };
    expect(await counted(watched.fleet, 'router', accepted, replay)).toEqual([0, 0, 0]);
    expect([adam.state, adam.stats().attaches]).toEqual(['attached', 1]);
    await adam.close();
    watched.fleet.kill('router', 'SIGKILL');
    await watched.fleet.waitReady('router');
    expect(await counted(watched.fleet, 'router', accepted, replay)).toEqual([0, 0, 0]);
  });

  it('T7 a record comes once: each one repeated, at once or later, is dropped, and the session goes on', async () => {
    watched.router.meddle = (message) => (isRecord(message) ? [message, message] : undefined);
    const eve = await aClient(watched.address);
    const link = newestLink();
    const work = async () => {
      await talk(eve, 20);
      for (const record of records(watched.router.of('up', link))) watched.router.inject(link, 'up', record);
      await talk(eve, 1);
    };
    const [drops, stored] = await counted(watched.fleet, 'router', [dropped, 'router_durable_stored_total'], work);
    expect(drops).toBeGreaterThanOrEqual(2 * 20);
    expect(stored).toBe(21);
    expect([eve.state, eve.stats().attaches, eve.stats().dropped > 20]).toEqual(['attached', 1, true]);
    await eve.close();
  });

  it('T7 a record of before a rekey is dropped after it, also under a number that is due', async () => {
    const identity = aKey();
    const channel = await aChannel(watched.ports.broker, identity, fingerprint);
    const meeting = await (await Meeting.at(watched.ports.router, channel, identity.public.fingerprint)).begin();
    const { end, stranger } = meeting;
    // sealed under the keys of now, for the numbers behind the rekey: only keys tell them from what is due then
    const stale = [1, 2, 3].map((ahead) => end.sealed(end.next + ahead, frames.heartbeat()));
    const work = async () => {
      stranger.say(end.record(frames.rekey()));
      end.rekey();
      for (const record of stale) {
        stranger.say(record);
        expect(await meeting.outcome()).toBe('goes on'); // under the new keys, and the very number
      }
    };
    const names = [dropped, 'router_closed_total{reason="session_gap"}', 'router_closed_total{reason="key_spent"}'];
    expect(await counted(watched.fleet, 'router', names, work)).toEqual([3, 0, 0]);
    meeting.close();
  });

  it('T7 T30 a hello of a channel whose lease has ended is refused like an unknown one', async () => {
    const brief = await aFleet({ settings: { leaseMs: 1_000 } });
    const channel = await aChannel(brief.ports.brokerTcp, aKey(), parseFleetAddress(brief.address).fingerprint);
    const hello = helloBytes(aHello(channel));
    expect(wordOf(await sayTo(brief.ports.routerTcp, hello))).toBe('attached');
    await until('the lease is over', () => Date.now() > channel.validUntilMs);
    expect(wordOf(await sayTo(brief.ports.routerTcp, hello))).toBe('unauthorised');
    expect(await countOf(brief, 'router', 'router_attach_refused_total{reason="channel_expired"}')).toBe(1);
    await brief.stop({ atOnce: true });
  });

  it('T8 a hello made for another router is refused, though nothing else is wrong with it, so that none serves at two of them', async () => {
    const own = await aChannel(watched.ports.broker, aKey(), fingerprint);
    const greeting = new Greeting(own, own);
    const say = async (hello: Uint8Array) => wordOf(await sayTo(watched.ports.router, hello));
    const names = ['router_attach_refused_total{reason="malformed"}', 'router_attach_refused_total{reason="unauthorised"}'];
    const work = async () => {
      expect(await say(greeting.proven({ router: randomBytes(32) }))).toBe('unauthorised'); // its MAC and its proof fit
      expect(await say(greeting.proven({}))).toBe('attached');
    };
    expect(await counted(watched.fleet, 'router', names, work)).toEqual([1, 0]);
  });

  it('T9 what is sent back to its sender is dropped at both ends', async () => {
    const adam = await aClient(watched.address);
    const link = newestLink();
    watched.router.meddle = (message, way, on) => {
      if (on === link && isRecord(message)) watched.router.inject(link, way === 'up' ? 'down' : 'up', message);
      return undefined;
    };
    const [drops, stored] = await counted(watched.fleet, 'router', [dropped, 'router_durable_stored_total'], () => talk(adam, 20));
    expect([drops! > 10, stored, adam.stats().dropped > 10]).toEqual([true, 20, true]);
    expect([adam.state, adam.stats().attaches]).toEqual(['attached', 1]);
    await adam.close();
  });

  it('T9 T12 a hello sent back is no answer, and no two sessions of one channel share a key, also after a crash of the router', async () => {
    watched.router.meddle = (_message, way) => (way === 'down' ? [watched.router.of('up', newestLink())[0]!] : undefined);
    const channel = await aChannel(watched.ports.broker, aKey(), fingerprint);
    await expect(anAttachment(watched.router.port, channel)).rejects.toThrow('attach');
    watched.router.meddle = () => undefined;
    const sealed: Buffer[] = [];
    for (let i = 0; i < 3; i += 1) {
      if (i === 2) watched.fleet.kill('router', 'SIGKILL');
      await watched.fleet.waitReady('router');
      const attached = await anAttachment(watched.ports.router, channel);
      attached.session.out.heartbeat(1_700_000_000_000); // the same plaintext under the same number
      const record = flushTo(attached);
      const head = { seq: 0, start: 0 };
      expect([readRecordHead(record, head), head.seq]).toEqual([true, 1]);
      sealed.push(Buffer.from(record.subarray(head.start)));
      await until('the router has taken it', async () => (await attached.stranger.hear()) !== undefined);
      expect(attached.session.receive(record, Date.now(), deaf)).toBe('dropped'); // and its own record opens for nobody but the router
      attached.stranger.close();
    }
    const distances = sealed.map((one, i) => differing(one, sealed[(i + 1) % sealed.length]!));
    for (const share of distances) expect(share).toBeGreaterThan(0.8);
  });

  it('T12 T32 a client whose state folder is rolled back uses new streams: no number means two messages, nothing is lost or shown twice', async () => {
    const eve = await aClient(watched.address, { store: new MemoryStore() });
    const shown: { id: string; text: string }[] = [];
    const receiving = (async () => {
      for await (const message of eve.messages()) shown.push({ id: message.id, text: message.text() });
    })();
    const folder = join(freshFolder(), 'state');
    const identity = aKey();
    const send = async (client: Client, from: number, to: number) => {
      await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => client.send(eve.id, `${from + i}`)));
    };
    const first = await aClient(watched.address, { identity, store: new FileStore(folder) });
    await send(first, 1, 100);
    cpSync(folder, `${folder}.old`, { recursive: true });
    await send(first, 101, 200);
    await first.close();
    rmSync(folder, { recursive: true });
    cpSync(`${folder}.old`, folder, { recursive: true });
    rmSync(join(folder, 'lock')); // of this very process, which still runs
    const second = await aClient(watched.address, { identity, store: new FileStore(folder) });
    await send(second, 201, 300);
    await second.close();
    await until('all are shown', () => shown.length >= 300);
    await eve.close();
    await receiving;
    expect(shown.map(({ text }) => Number(text))).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    expect(new Set(shown.map(({ id }) => id)).size).toBe(300);
    expect(new Set(shown.map(({ id }) => id.split(':')[0])).size).toBe(2);
  });
}
