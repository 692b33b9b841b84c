import { parseFleetAddress } from '@keyway/client';
import { serviceNames } from '@keyway/fleet';
import { mutated, RawPeer, seeded } from '@keyway/transport/testing';
import { metricsOf } from '../harness/metrics.js';
import { aClient, aKey } from '../harness/places.js';
import { aChannel, aHello, anAttachment, aRequest, helloBytes, requestBytes, type Attached } from '../harness/stranger.js';
import { framed } from '../harness/tap.js';
import type { WatchedFleet } from '../harness/watched.js';

const atOnce = 16;

/**
 * Sends `rounds` mutated messages to each service: half of them faulty in their framing, half well framed; those for the router also
 * behind a hello that is accepted. Throws when a service ends, or does not serve afterwards.
 */
export async function mutatedTraffic(watched: WatchedFleet, seed: number, rounds: number): Promise<void> {
  process.stderr.write(`mutations, seed ${seed}\n`);
  const random = seeded(seed);
  const { fleet, address, ports } = watched;
  const pids = serviceNames.map((name) => fleet.pid(name));
  const { fingerprint } = parseFleetAddress(address);
  const channel = await aChannel(ports.broker, aKey(), fingerprint);
  const messages = [requestBytes(aRequest(aKey(), fingerprint).request), helloBytes(aHello(channel))].map((bytes) => Buffer.from(bytes));
  const attached = await Promise.all(Array.from({ length: atOnce }, () => anAttachment(ports.router, channel)));
  const edges = [ports.broker, ports.router, ports.brokerZmq, ports.routerZmq];
  for (let round = 0; round < rounds; round += atOnce) {
    const pick = (): Buffer => {
      const message = messages[random(messages.length)]!;
      return random(2) === 0 ? mutated(framed(message), random) : framed(mutated(message, random));
    };
    await Promise.all(attached.map((_, i) => throwAt(edges[(round + i) % 4]!, pick())));
    for (const session of attached) session.stranger.say(mutatedRecord(session, random));
  }
  expect(serviceNames.map((name) => fleet.pid(name))).toEqual(pids);
  const counters = await metricsOf(fleet, 'router');
  expect(counters.get('router_malformed_total')).toBeGreaterThan(0);
  const [adam, eve] = await Promise.all([aClient(address), aClient(address, { edge: 'zmq' })]);
  await adam.send(eve.id, 'still here');
  expect((await eve.messages().next()).value?.text()).toBe('still here');
  for (const { stranger } of attached) stranger.close();
  await Promise.all([adam.close(), eve.close()]);
}

/** Says it and hangs up, as soon as the other side did or a moment later. */
async function throwAt(port: number, bytes: Buffer): Promise<void> {
  const peer = await RawPeer.connect(`tcp://127.0.0.1:${port}`);
  peer.send(bytes);
  await Promise.race([peer.end(), peer.hear(1).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 5))]);
  peer.close();
}

/** A record of the session with a few bytes changed: its framing holds, its seal does not. */
function mutatedRecord(session: Attached, random: (below: number) => number): Buffer {
  session.session.out.heartbeat(Date.now());
  const record = Buffer.from(session.session.flush(Date.now())!);
  return mutated(record, random).subarray(0, 300_000);
}
