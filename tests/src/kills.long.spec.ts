import { serviceNames, type ServiceName } from '@keyway/fleet';
import { checkAftermath } from './harness/aftermath.js';
import { killUnderLoad } from './harness/nemesis.js';
import { aFleet, cleanUp } from './harness/places.js';

afterAll(cleanUp, 30_000);

/** `KILLS=100 npm run test:long` for more, `SEED=<n>` for the same again. */
const kills = Number(process.env['KILLS'] ?? 20);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const scenes: readonly (readonly [string, readonly ServiceName[]])[] = [
  ['router', ['router']],
  ['channel-broker', ['channel-broker']],
  ['auth', ['auth']],
  ['all three at once', serviceNames],
];

it.each(scenes)(
  `kill -9 of the %s under load, ${kills} times: nothing accepted is lost, nothing is shown twice, order holds`,
  async (name, victims) => {
    const fleet = await aFleet({ settings: { leaseMs: 20_000, logLevel: 'warn' } });
    // a service that lasts for a second after it was ready counts as one that works
    checkAftermath(name, seed, await killUnderLoad(fleet, { victims, kills, seed, calmMs: 1_000 }));
    await fleet.stop({ atOnce: true });
  },
  60_000 + kills * 30_000,
);
