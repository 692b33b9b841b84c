import { Backoff } from '@keyway/client';
import { serviceNames, type ServiceName } from '@keyway/fleet';
import { checkAftermath } from './harness/aftermath.js';
import { killUnderLoad } from './harness/nemesis.js';
import { aFleet, cleanUp } from './harness/places.js';

afterAll(cleanUp);

/** Clients that are in a hurry, so that the test is short; kills.long.spec.ts has patient ones. */
const backoff = (): Backoff => new Backoff(50, 400);

const scenes: readonly (readonly [string, readonly ServiceName[]])[] = [
  ['router', ['router']],
  ['channel-broker', ['channel-broker']],
  ['auth', ['auth']],
  ['all three at once', serviceNames],
];

it.each(scenes)(
  'kill -9 of the %s under load, 3 times: nothing accepted is lost, nothing is shown twice, order holds, clients come back',
  async (name, victims) => {
    const seed = Date.now() % 1_000_000;
    const fleet = await aFleet({ settings: { leaseMs: 5_000, logLevel: 'warn' } }); // channels are renewed all the time
    checkAftermath(name, seed, await killUnderLoad(fleet, { victims, kills: 3, seed, backoff }));
    await fleet.stop({ atOnce: true });
  },
  120_000,
);
