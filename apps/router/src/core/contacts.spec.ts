import { World } from '../testing/world.js';
import { keyOf } from './route.js';

describe('a client that hides', () => {
  it('passes nothing to anybody before auth knows the pair, however often auth was asked in vain', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve', { ticket: { rights: 13 | 16 } }).attach();
    world.auth.hidden.add(keyOf(eve.id));
    await world.settle();
    world.authAway = true;
    eve.send(adam, 'held');
    for (let n = 0; n < 3; n += 1) {
      await world.settle();
      world.advance(5_000);
    }
    await world.settle();
    expect([eve.states, adam.texts]).toEqual([['waiting'], []]);
    world.authAway = false;
    world.advance(5_000);
    await world.settle();
    expect([eve.states, adam.texts, world.auth.shown]).toEqual([['accepted'], ['held'], new Set([keyOf(eve.id) + keyOf(adam.id)])]);
  });

  it('is asked about from that moment on, not from when auth is asked the next time', async () => {
    const world = new World();
    const { bob, eve } = await world.attached('bob', 'eve');
    eve.call({ kind: 'visibility', value: { hidden: true } });
    world.travel();
    await world.perform(world.job('ask'));
    bob.send(eve, 'too late', 'live');
    world.travel();
    expect([bob.states, eve.texts]).toEqual([['waiting'], []]);
    await world.settle();
    expect([bob.states, eve.texts]).toEqual([['recipient_unknown'], []]);
  });
});
