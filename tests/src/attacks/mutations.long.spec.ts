import { mutatedTraffic } from '../harness/mutations.js';
import { cleanUp } from '../harness/places.js';

afterAll(cleanUp);

it('R15 100,000 mutated copies of every message on both edges: nothing crashes, and the fleet serves', async () => {
  await mutatedTraffic(Number(process.env['SEED'] ?? Date.now() % 1_000_000), 100_000);
});
