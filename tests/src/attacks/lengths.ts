import type { Fleet } from '@keyway/fleet';
import { RawPeer } from '@keyway/transport/testing';
import { readFileSync } from 'node:fs';
import { parseFleetAddress } from '@keyway/client';
import { countOf } from '../harness/metrics.js';
import { aClient, aKey, until } from '../harness/places.js';
import { aChannel, aHello, helloBytes } from '../harness/stranger.js';
import { framed } from '../harness/tap.js';
import { edgeOf, type WatchedFleet } from '../harness/watched.js';

/** What the channel-broker under attack allows. */
export const firstMessageMs = 1_500;
export const maxLinks = 64;

const services = ['channel-broker', 'router'] as const;
type Service = (typeof services)[number];

/** The opening of ZMTP 3.1 with NULL, and a READY of a DEALER (RFC 37). */
const zmtpOpening = (): Buffer => {
  const greeting = Buffer.alloc(64);
  greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 1]);
  greeting.write('NULL', 12, 'latin1');
  const ready = Buffer.from('\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER\x08Identity\x00\x00\x00\x00', 'latin1');
  return Buffer.concat([greeting, Buffer.of(4, ready.length), ready]);
};

/** What announces nearly 4 GiB, or as much as 64 bits can say. */
const lies: readonly (readonly ['tcp' | 'zmq', () => Buffer])[] = [
  ['tcp', () => Buffer.of(0xff, 0xff, 0xff, 0xff, 1, 2, 3)],
  ['zmq', () => Buffer.concat([zmtpOpening(), Buffer.of(2, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3)])],
  ['zmq', () => Buffer.concat([zmtpOpening(), Buffer.of(2, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1)])],
];

/** T4 and T25: lengths that lie, and connections that take places. */
export function lengthAttacks(place: () => WatchedFleet): void {
  let watched: WatchedFleet;
  let fleet: Fleet;
  beforeAll(() => {
    watched = place();
    ({ fleet } = watched);
  });
  const edge = (service: Service, scheme: 'tcp' | 'zmq'): string => edgeOf(watched, service, scheme);

  /** Resident memory of a service in bytes. */
  function rss(service: Service): number {
    const status = readFileSync(`/proc/${fleet.pid(service)}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) * 1_024;
  }

  it.each(services)(
    'T25 a length that announces 4 GiB to the %s costs its sender the connection at once, and no memory',
    async (service) => {
      const times: number[] = [];
      const lie = async (scheme: 'tcp' | 'zmq', bytes: Buffer): Promise<void> => {
        const peer = await RawPeer.connect(edge(service, scheme));
        const since = performance.now();
        peer.send(bytes);
        await peer.end();
        times.push(performance.now() - since);
      };
      for (const [scheme, bytes] of lies) await lie(scheme, bytes()); // what only the first one costs is not counted
      const before = rss(service);
      for (let round = 0; round < 50; round += 1) for (const [scheme, bytes] of lies) await lie(scheme, bytes());
      times.sort((a, b) => a - b);
      expect(times[Math.floor(times.length / 2)]).toBeLessThan(50); // usually below 1 ms
      expect(rss(service) - before).toBeLessThan(16 * 1_048_576); // 150 promises of 4 GiB each; what is left is the noise of a collector
    },
    30_000,
  );

  it('T25 a message over the limit by its own length is refused before it is there', async () => {
    for (const [service, most] of [
      ['channel-broker', 4_096],
      ['router', 327_680],
    ] as const) {
      const peer = await RawPeer.connect(edge(service, 'tcp'));
      const head = Buffer.alloc(4);
      head.writeUInt32BE(most + 1);
      const since = performance.now();
      peer.send(head); // not one byte more
      await peer.end();
      expect(performance.now() - since).toBeLessThan(firstMessageMs * 0.8); // for its length, and not because nothing came
    }
  });

  it('T25 connections that say nothing, or half of something, are evicted, and a full house has room again', async () => {
    const idle = await Promise.all(Array.from({ length: maxLinks }, () => RawPeer.connect(edge('channel-broker', 'tcp'))));
    const [slow] = idle;
    slow!.send([0, 0, 1]);
    await until('all are counted', async () => (await countOf(fleet, 'channel-broker', 'broker_links')) === maxLinks);
    const turnedAway = await RawPeer.connect(edge('channel-broker', 'tcp'));
    await turnedAway.end();
    const since = performance.now();
    await Promise.all(idle.map((peer) => peer.end()));
    expect(performance.now() - since).toBeLessThan(firstMessageMs + 2_000);
    await (await aClient(watched.address)).close();
  });

  it('T4 T25 half-open sessions are bounded: the oldest make room, and whoever proves its keys gets in all the same', async () => {
    const { fingerprint } = parseFleetAddress(watched.address);
    const channel = await aChannel(watched.ports.broker, aKey(), fingerprint);
    const hello = framed(helloBytes(aHello(channel)));
    const peers: RawPeer[] = [];
    for (let i = 0; i < 4_096 + 50; i += 1) {
      const peer = await RawPeer.connect(edge('router', 'tcp'));
      peer.send(hello);
      peers.push(peer);
    }
    await Promise.all(peers.map((peer) => peer.hear(32)));
    const open = await countOf(fleet, 'router', 'router_half_open');
    expect([open > 1_000, open <= 4_096]).toEqual([true, true]);
    await Promise.all(peers.slice(0, 50).map((peer) => peer.end())); // the oldest
    const eve = await aClient(watched.address);
    await eve.send(eve.id, 'in');
    await eve.close();
    for (const peer of peers) peer.close();
    await until('all places are free again', async () => (await countOf(fleet, 'router', 'router_half_open')) === 0);
  });
}
