import { mutatedTraffic } from './attacks/mutations.js';
import { cleanUp } from './harness/places.js';
import { aWatchedFleet } from './harness/watched.js';

afterAll(cleanUp);

it('R15 100,000 mutated copies of every message on both edges: nothing crashes, and the fleet serves', async () => {
  const watched = await aWatchedFleet({ settings: { logLevel: 'warn' } });
  await mutatedTraffic(watched, Number(process.env['SEED'] ?? Date.now() % 1_000_000), 100_000);
});
