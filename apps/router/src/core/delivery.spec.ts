import { namedId } from '../testing/keys.js';
import { keyOf } from './route.js';
import { World } from '../testing/world.js';

describe('a durable message', () => {
  it('is accepted, and handed over, only after its append has resolved, also when its recipient is attached', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    const sent = adam.send(eve);
    world.travel();
    expect([sent.state, eve.shown.length]).toEqual(['waiting', 0]);
    const job = world.job('append')!;
    await job.execute();
    world.travel();
    expect([sent.state, eve.shown.length]).toEqual(['waiting', 0]);
    world.bring(job);
    world.travel();
    expect([sent.state, eve.shown.length]).toEqual(['accepted', 1]);
  });

  it('of one turn is stored together with all others of that turn', async () => {
    const world = new World();
    const { adam, eve, ada } = await world.attached('adam', 'eve', 'ada');
    for (const to of [eve, ada, adam]) for (const from of [adam, eve]) from.send(to);
    world.travel();
    expect(world.jobs.map(({ kind }) => kind)).toEqual(['append']);
    await world.settle();
    expect([...adam.states, ...eve.states]).toEqual(Array(6).fill('accepted'));
  });

  it('goes straight on to a recipient that has everything before it, without being read again', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.send(eve);
    world.travel();
    await world.perform(world.job('append'));
    world.travel();
    expect(eve.texts).toEqual(['m1']);
    expect(world.job('read')).toBeUndefined();
  });

  it('is read from the mailbox when it has waited there, in order with what comes meanwhile', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve', { window: { messages: 4, bytes: 1_000 } });
    for (let i = 0; i < 30; i += 1) {
      world.now += 30; // a run of its own
      adam.send(eve);
    }
    await world.settle();
    expect(adam.states).toEqual(Array(30).fill('accepted'));
    eve.attach();
    world.travel();
    for (let i = 0; i < 10; i += 1) adam.send(eve);
    await world.settle();
    expect(eve.texts).toEqual(Array.from({ length: 40 }, (_, i) => `m${i + 1}`));
  });

  it('that lags behind once goes straight on again as soon as the mailbox was read out, without an empty read', async () => {
    const world = new World();
    const adam = world.client('adam').attach();
    const eve = world.client('eve', { window: { messages: 2, bytes: 1_000 } }).attach();
    await world.settle();
    eve.reading = false;
    for (let i = 0; i < 4; i += 1) {
      world.now += 30;
      adam.send(eve);
    }
    await world.settle();
    eve.reading = true;
    let reads = 0;
    const { read } = world.relay.effects;
    world.relay.effects.read = (...what) => {
      reads += 1;
      read(...what);
    };
    await world.settle();
    expect([eve.shown.length, reads]).toEqual([4, 1]);
    adam.send(eve);
    await world.settle();
    expect([eve.shown.length, reads]).toEqual([5, 1]);
  });

  it('leaves the mailbox when its client says `stored`, not before', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.reading = false;
    for (let i = 0; i < 5; i += 1) {
      world.now += 30;
      adam.send(eve);
    }
    await world.settle();
    expect((await world.store.stats()).messages).toBe(5);
    eve.read(2);
    await world.settle();
    expect((await world.store.stats()).messages).toBe(3);
    eve.reading = true;
    await world.settle();
    expect((await world.store.stats()).messages).toBe(0);
    expect(world.relay.totals.durableReleased).toBe(5);
  });

  it('comes again after a new attach when it was not `stored`, and is shown once', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.deaf = true;
    for (let i = 0; i < 3; i += 1) adam.send(eve);
    await world.settle();
    eve.deaf = false;
    eve.attach();
    await world.settle();
    expect(eve.texts).toEqual(['m1', 'm2', 'm3']);
    expect(world.relay.totals.durableOut).toBe(6);
  });

  it('whose session ended before the store had answered is sent again by the next one, and stored once', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.send(eve);
    world.travel();
    adam.attach();
    await world.settle();
    expect([adam.states, eve.texts]).toEqual([['accepted'], ['m1']]);
    expect([world.relay.totals.durableStored, world.relay.totals.durableDuplicate]).toEqual([1, 1]);
  });

  it('that was given up travels as a skip, and what is behind it is not held back', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.send(eve);
    await world.settle();
    adam.send(eve, 'never mind');
    adam.send(eve, 'last');
    adam.outgoing.giveUp(adam.stream(eve.id), 2);
    await world.settle();
    expect(eve.texts).toEqual(['m1', 'last']);
    expect(eve.skipped).toEqual([[2, 1]]);
  });

  it('lives as long as its sender asks, the longest lifetime at most, and is a skip afterwards', async () => {
    const world = new World({ longestLifetimeMs: 60_000, limits: { longestLifetimeMs: 60_000 } });
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    for (const lifetimeS of [5, 0, 600]) {
      adam.send(eve, `${lifetimeS}`, 'durable', lifetimeS);
      await world.settle();
    }
    world.now += 5_000;
    eve.attach();
    await world.settle();
    expect([eve.texts, eve.skipped]).toEqual([['0', '600'], [[1, 1]]]);
    adam.send(world.client('late'), 'x', 'durable', 600);
    await world.settle();
    world.now += 60_000;
    const late = world.clients[2]!.attach();
    await world.settle();
    expect([late.texts, late.skipped]).toEqual([[], [[1, 1]]]);
  });

  it('to oneself, and from two senders with one stream id, arrives like any other', async () => {
    const world = new World();
    const { adam, eve, ada } = await world.attached('adam', 'eve', 'ada');
    adam.send(adam, 'note');
    const same = namedId('same', 16);
    for (const from of [adam, ada]) {
      from.outgoing.stream(`${keyOf(eve.id)}durable`, eve.id, 'durable', () => same);
      for (let i = 1; i <= 3; i += 1) from.send(eve, `${from.name} ${i}`);
    }
    await world.settle();
    expect(adam.texts).toEqual(['note']);
    expect(eve.texts).toEqual(['adam 1', 'adam 2', 'adam 3', 'ada 1', 'ada 2', 'ada 3']);
  });
});

it('draining takes nothing more, answers for what it took, and leaves the rest to the next router', async () => {
  const world = new World();
  const { adam, eve } = await world.attached('adam', 'eve');
  adam.send(eve, 'taken');
  world.travel();
  world.door.drain();
  adam.send(eve, 'late');
  adam.send(eve, 'late', 'live');
  world.travel();
  await world.settle();
  expect([adam.states, world.relay.appendingBytes]).toEqual([['accepted', 'waiting', 'waiting'], 0]);
  for (const peer of world.relay.peers) peer.stop('session_draining', 100);
  world.travel();
  expect([adam.ended, eve.ended]).toEqual([['session_draining'], ['session_draining']]);
  world.restart();
  adam.attach();
  eve.attach();
  await world.settle();
  expect([adam.states.slice(0, 2), eve.texts.filter((text) => text !== 'm').length]).toEqual([['accepted', 'accepted'], 3]);
});

it('a read that fails is made again at the next occasion', async () => {
  const world = new World();
  const { adam } = await world.attached('adam');
  const eve = world.client('eve');
  adam.send(eve);
  await world.settle();
  eve.attach();
  world.travel();
  const [peer] = [...world.relay.peers].filter(({ clientId }) => Buffer.from(clientId).equals(eve.id));
  world.jobs = [];
  world.relay.readFailed(peer!);
  await world.settle();
  expect(eve.shown).toEqual([]);
  world.advance(15_000);
  await world.settle();
  expect(eve.texts).toEqual(['m1']);
});
