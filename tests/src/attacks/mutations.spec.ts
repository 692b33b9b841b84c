import { mutatedTraffic } from '../harness/mutations.js';
import { cleanUp } from '../harness/places.js';

afterAll(cleanUp);

it('R15 mutated copies of every message, cut short, repeated and mixed up, on both edges: nothing crashes, and the fleet serves', async () => {
  await mutatedTraffic(Date.now() % 1_000_000, 600);
});
