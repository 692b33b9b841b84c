import { classIds, encodeBodies } from '@keyway/wire';
import { namedId } from '../testing/keys.js';
import type { TestClient } from '../testing/client.js';
import { World } from '../testing/world.js';
import { keyOf } from './route.js';

const hide = (world: World, client: TestClient): void => void world.auth.hidden.add(keyOf(client.id));

describe('a hidden client', () => {
  it.each(['durable', 'live'] as const)('cannot be told from one that does not exist, attached or not: %s', async (deliveryClass) => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const [eve, bob] = [world.client('eve'), world.client('bob')];
    hide(world, eve);
    hide(world, bob);
    eve.attach(); // its ticket is older than its wish
    await world.settle();
    const heard: string[][] = [];
    for (const to of [eve.id, bob.id, namedId('ghost')]) {
      const sent = adam.send(to, 'x', deliveryClass);
      adam.pump();
      while (adam.deliverToRouter());
      const lookups = world.jobs.length;
      world.turn();
      heard.push([`${lookups}`, world.jobs.map(({ kind }) => kind).join()]);
      await world.settle();
      heard.at(-1)!.push(sent.state, `${adam.link!.toClient.length}`);
    }
    expect(heard).toEqual(Array(3).fill(['0', 'lookup', 'recipient_unknown', '0']));
    expect([eve.texts, world.relay.totals.refused]).toEqual([[], new Map([['recipient_unknown', 3]])]);
  });

  it('is not reached live by a stream nobody could answer for', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve', { ticket: { rights: 13 | 16 } }).attach();
    hide(world, eve);
    await world.settle();
    world.authAway = true;
    const out = adam.session!.out;
    out.open(1, eve.id, namedId('stream', 16), classIds.live);
    adam.flush();
    await world.settle(); // nobody could say
    out.run(1, 1, 0, 0, 0, 0, encodeBodies([Uint8Array.of(1)]));
    adam.flush();
    await world.settle();
    expect([eve.shown.length, world.relay.totals.refused]).toEqual([0, new Map([['unavailable', 1]])]);
  });

  it('is reached by whom it was shown to, by the stream that was asked about and no other', async () => {
    const world = new World();
    const { adam, bob, eve } = await world.attached('adam', 'bob', 'eve');
    eve.call({ kind: 'visibility', value: { hidden: true, shownTo: [bob.id] } });
    await world.settle();
    adam.send(eve, 'adam');
    bob.send(eve, 'bob');
    bob.send(eve, 'bob, live', 'live');
    await world.settle();
    expect([adam.states, bob.states, [...eve.texts].sort()]).toEqual([
      ['recipient_unknown'],
      ['accepted', 'accepted'],
      ['bob', 'bob, live'],
    ]);
    expect(world.relay.sights.knows(keyOf(eve.id))).toBe(false);
  });

  it('that writes to somebody may be answered: auth knows before the message leaves, once for each pair and session', async () => {
    const world = new World();
    const { adam, bob } = await world.attached('adam', 'bob');
    const eve = world.client('eve', { ticket: { rights: 13 | 16 } }).attach();
    hide(world, eve);
    await world.settle();
    for (const deliveryClass of ['durable', 'live'] as const) for (const text of ['1', '2']) eve.send(adam, text, deliveryClass);
    world.travel();
    expect([adam.texts, world.jobs.map(({ kind }) => kind)]).toEqual([[], ['ask']]);
    await world.settle();
    expect([[...adam.texts].sort(), world.auth.calls.get('auth.contact')]).toEqual([['1', '1', '2', '2'], 1]);
    adam.send(eve, 'answer');
    bob.send(eve, 'who?');
    await world.settle();
    expect([eve.texts, bob.states]).toEqual([['answer'], ['recipient_unknown']]);
  });

  it('waits with its messages while auth is away: nobody could answer them', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve', { ticket: { rights: 13 | 16 } }).attach();
    hide(world, eve);
    await world.settle();
    world.authAway = true;
    eve.send(adam, 'held');
    await world.settle();
    expect([eve.states, adam.texts, world.relay.totals.refused]).toEqual([['waiting'], [], new Map([['unavailable', 1]])]);
    world.authAway = false;
    world.advance(5_000);
    await world.settle();
    expect([eve.states, adam.texts]).toEqual([['accepted'], ['held']]);
  });

  it('that hides later may be answered by all it wrote to in this session', async () => {
    const world = new World();
    const { adam, bob, eve } = await world.attached('adam', 'bob', 'eve');
    eve.send(adam, 'x');
    await world.settle();
    eve.call({ kind: 'visibility', value: { hidden: true } });
    await world.settle();
    expect(world.auth.shown).toEqual(new Set([keyOf(eve.id) + keyOf(adam.id)]));
    bob.send(eve, 'x');
    await world.settle();
    expect(bob.states).toEqual(['recipient_unknown']);
  });

  it('and unseen by a stranger has a name nobody resolves', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve', { ticket: { rights: 13 | 16 } }).attach();
    hide(world, eve);
    world.auth.names.set(keyOf(eve.id), 'eve');
    await world.settle();
    const asked = ['eve', 'nobody'].map((name) => adam.call({ kind: 'resolve', value: { names: [name] } }));
    await world.settle();
    expect(asked[0]!.replies).toEqual(asked[1]!.replies);
  });
});

describe('what everybody may know', () => {
  it('is remembered for a while and then asked again, unless auth is away', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    adam.send(eve);
    await world.settle();
    const knows = (): boolean => world.relay.sights.knows(keyOf(eve.id));
    world.authAway = true;
    for (let n = 0; n < 10; n += 1, world.now += 60_000) world.poll();
    expect(knows()).toBe(true);
    world.authAway = false;
    world.poll();
    expect(knows()).toBe(true);
    world.now += 60_000;
    world.poll();
    expect(knows()).toBe(false);
  });

  it('of an attached client follows the fleet’s policy within a minute', async () => {
    const world = new World({ settings: { timeoutMs: 1_000_000 } });
    const { adam, eve } = await world.attached('adam', 'eve');
    adam.call({ kind: 'watch', value: { all: true } });
    await world.settle();
    world.auth.seeing = false;
    world.now += 60_000;
    world.poll();
    await world.settle();
    adam.send(eve);
    await world.settle();
    expect([adam.states, [...adam.news].sort()]).toEqual([['recipient_unknown'], ['adam off', 'eve off']]);
    world.auth.seeing = true;
    world.now += 60_000;
    world.poll();
    await world.settle();
    expect(adam.news.slice(2).sort()).toEqual(['adam on', 'eve on']);
  });

  it('of a client that came while auth was away is what its ticket says, until auth is back', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const [eve, bob] = [world.client('eve'), world.client('bob', { ticket: { rights: 13 | 16 } })];
    hide(world, eve); // and its ticket does not say so
    world.authAway = true;
    eve.attach();
    bob.attach();
    await world.settle();
    expect([eve, bob].map(({ id }) => world.relay.sights.knows(keyOf(id)))).toEqual([true, false]);
    world.authAway = false;
    world.poll();
    await world.settle();
    expect([eve, bob].map(({ id }) => world.relay.sights.knows(keyOf(id)))).toEqual([false, true]);
    adam.send(eve);
    await world.settle();
    expect(adam.states).toEqual(['recipient_unknown']);
  });
});

it('is asked about in one question with all who come within 5 ms; a stream that waits is asked about at once', async () => {
  const world = new World();
  const come = (name: string): TestClient => {
    const client = world.client(name).attach();
    for (let n = 0; n < 3; n += 1) {
      client.work();
      world.turn();
    }
    return client;
  };
  const lookups = (): number => world.jobs.filter(({ kind }) => kind === 'lookup').length;
  for (const name of ['adam', 'eve', 'bob']) come(name);
  expect([world.relay.attachedCount, lookups()]).toEqual([3, 0]);
  world.now += 5;
  world.relay.flush(world.now);
  expect(lookups()).toBe(1);
  await world.settle();
  const ada = come('ada');
  ada.send(come('kim'), 'hello');
  ada.pump();
  ada.deliverToRouter();
  world.turn();
  expect(lookups()).toBe(1);
  await world.settle();
  expect(ada.states).toEqual(['accepted']);
});
