import type { TestClient } from '../testing/client.js';
import type { Asked } from '../testing/errands.js';
import { World } from '../testing/world.js';

/** A worker that is busy, and so many places to wait for it. */
async function busy(serviceRequests: number, serviceRequestBytes = 1_000_000): Promise<World> {
  const world = new World({ limits: { serviceRequests, serviceRequestBytes } });
  world.auth.services.set('sum', 'everybody');
  const { eve } = await world.attached('eve');
  eve.serve('sum', 1);
  await world.settle();
  eve.ask('sum');
  await world.settle();
  return world;
}

const asks = async (world: World, client: TestClient, count: number, bytes = 1): Promise<readonly Asked[]> => {
  const asked = Array.from({ length: count }, () => client.ask('sum', new Uint8Array(bytes)));
  await world.settle();
  return asked;
};
const counts = (...all: (readonly Asked[])[]): number[] => all.map((asked) => asked.filter(({ outcome }) => outcome === 'waiting').length);

it('when all places are taken, those who have most give theirs to those who have fewer, the newest first', async () => {
  const world = await busy(9);
  const { adam, bob, carol } = await world.attached('adam', 'bob', 'carol');
  const first = await asks(world, adam, 10);
  expect(first.map(({ outcome }) => outcome)).toEqual([...Array<string>(9).fill('waiting'), 'backpressure']);
  const second = await asks(world, bob, 10);
  expect(counts(first, second)).toEqual([5, 4]);
  expect(first.slice(0, 5).every(({ outcome }) => outcome === 'waiting')).toBe(true);
  const third = await asks(world, carol, 2);
  expect(counts(first, second, third)).toEqual([4, 3, 2]);
  expect(world.relay.requests.services.queued).toBe(9);
});

it('the same for room: many large requests go for small ones of others', async () => {
  const world = await busy(100, 10_000);
  const { adam, bob } = await world.attached('adam', 'bob');
  const large = await asks(world, adam, 3, 3_000);
  const small = await asks(world, bob, 1, 2_000);
  expect(counts(large, small)).toEqual([2, 1]);
  const huge = await asks(world, bob, 1, 10_001);
  expect([...counts(large, small), huge[0]!.outcome]).toEqual([2, 1, 'backpressure']);
});
