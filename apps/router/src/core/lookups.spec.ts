import { World } from '../testing/world.js';
import { keyOf } from './route.js';

it('what did not fit into one question to auth comes in the next ones, with nothing else going on', async () => {
  const world = new World({ limits: { lookupIds: 1 } });
  const clients = Object.values(await world.attached('adam', 'bob', 'eve'));
  expect(clients.map(({ id }) => world.relay.peer(keyOf(id))!.public)).toEqual([true, true, true]);
});

it('who asks for many hears of all of them', async () => {
  const world = new World({ limits: { lookupIds: 1 } });
  const { adam } = await world.attached('adam');
  const others = ['x', 'y', 'z'].map((name) => world.client(name));
  for (const other of others) adam.send(other);
  await world.settle();
  expect(adam.states).toEqual(['accepted', 'accepted', 'accepted']);
});
