import { decodeFleetAnswer } from '@keyway/wire';
import type { TestClient } from '../testing/client.js';
import type { Asked } from '../testing/errands.js';
import { namedId } from '../testing/keys.js';
import { World } from '../testing/world.js';
import { keyOf } from './route.js';

const online = ({ replies }: Asked): boolean[] => decodeFleetAnswer(replies[0]!.body)!.members.map((member) => member.online);
const watch = (client: TestClient, ...whom: (TestClient | Uint8Array)[]): Asked =>
  client.call({ kind: 'watch', value: { clients: whom.map((one) => ('id' in one ? one.id : one)) } });
const watchAll = (client: TestClient): Asked => client.call({ kind: 'watch', value: { all: true } });
const strangers = (from: number, count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => namedId(`n${from + n}`));

describe('a watcher', () => {
  it('is told in the answer how those it names are, and from then on who comes and goes', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    const bob = world.client('bob');
    const asked = watch(adam, eve, bob);
    await world.settle();
    expect(online(asked)).toEqual([true, false]);
    bob.attach();
    await world.settle();
    eve.sever();
    await world.settle();
    expect(adam.news).toEqual(['bob on', 'eve off']);
  });

  it('hears nothing of a session that replaced another, and of one that flaps its last state only', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    watch(adam, eve);
    watchAll(adam);
    await world.settle();
    world.client('eve').attach();
    await world.settle();
    expect([eve.ended, adam.news]).toEqual([['session_replaced'], []]);
    adam.deaf = adam.link!.full = true;
    adam.ask('none'); // its answer fills the link
    await world.settle();
    const again = world.clients.at(-1)!;
    for (let n = 0; n < 50; n += 1) {
      again.sever();
      await world.settle();
      again.attach();
      await world.settle();
    }
    again.sever();
    await world.settle();
    adam.deaf = false;
    adam.drained();
    await world.settle();
    expect(adam.news).toEqual(['eve off']);
  });

  it('of everybody hears of everybody, until it wants to hear nothing more', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    watchAll(adam);
    await world.settle();
    await world.attached('eve', 'bob');
    expect([...adam.news].sort()).toEqual(['bob on', 'eve on']);
    adam.call({ kind: 'watch', value: { all: true, off: true } });
    await world.settle();
    await world.attached('ada');
    expect(adam.news.length).toBe(2);
  });

  it('may stop to watch some', async () => {
    const world = new World();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    watch(adam, eve, bob);
    await world.settle();
    adam.call({ kind: 'watch', value: { clients: [bob.id], off: true } });
    await world.settle();
    bob.sever();
    eve.sever();
    await world.settle();
    expect([adam.news, world.relay.presence.watches]).toEqual([['eve off'], 1]);
  });

  it('hears nothing of who goes before it is known whether he may be seen', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    watchAll(adam);
    await world.settle();
    const eve = world.client('eve').attach();
    world.travel();
    eve.sever();
    await world.settle();
    expect(adam.news).toEqual([]);
  });

  it('is forgotten with its session', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    watch(adam, eve);
    watchAll(adam);
    await world.settle();
    expect(world.relay.presence.watches).toBe(2);
    adam.sever();
    await world.settle();
    expect(world.relay.presence.watches).toBe(0);
  });

  it('watches at most 4,096 by id: the next is refused, and those it has stay', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    for (const id of strangers(0, 4_097)) world.auth.registered.add(keyOf(id));
    const asked = Array.from({ length: 16 }, (_, page) => watch(adam, ...strangers(page * 256, 256)));
    await world.settle();
    const [more, known] = [watch(adam, ...strangers(4_096, 1)), watch(adam, ...strangers(0, 256))];
    await world.settle();
    expect([...asked, known].map(({ outcome }) => outcome)).toEqual(Array(17).fill('done'));
    expect([more.outcome, adam.ended, world.relay.presence.watches]).toEqual(['too_large', [], 4_096]);
  });

  it('shares the router’s memory and its time with the others', async () => {
    const world = new World({ limits: { watches: 3, watchersOfAll: 1 } });
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    const asked = [watch(adam, eve, bob)];
    await world.settle();
    asked.push(watch(eve, adam, bob), watch(eve, adam), watchAll(adam));
    await world.settle();
    asked.push(watchAll(adam), watchAll(eve));
    await world.settle();
    expect(asked.map(({ outcome }) => outcome)).toEqual(['done', 'backpressure', 'done', 'done', 'done', 'backpressure']);
  });

  it('that reads slowly is never cut for it: when more changes than is kept it is told to ask anew', async () => {
    const world = new World({ limits: { presenceWaiting: 10 } });
    const { adam } = await world.attached('adam');
    watchAll(adam);
    await world.settle();
    adam.deaf = adam.link!.full = true;
    adam.ask('none');
    await world.settle();
    for (let n = 0; n < 13; n += 1) await world.attached(`c${n}`);
    adam.deaf = false;
    adam.drained();
    await world.settle();
    expect(adam.news).toEqual(['everybody off', 'c11 on', 'c12 on']);
    expect([adam.ended, world.relay.totals.presenceLost]).toEqual([[], 1]);
  });

  it('hears of thousands who come at once in as many records as they need', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    watchAll(adam);
    await world.settle();
    const names = Array.from({ length: 1_400 }, (_, n) => `c${n}`);
    for (const name of names) world.client(name).attach();
    await world.settle();
    expect(new Set(adam.news)).toEqual(new Set(names.map((name) => `${name} on`)));
    expect(adam.ended).toEqual([]);
  });
});

describe('a hidden client', () => {
  it('is seen by operators and by whom auth names, and by nobody else', async () => {
    const world = new World();
    const op = world.client('op', { ticket: { rights: 15 } }).attach();
    world.auth.operators.add(keyOf(op.id));
    const { adam, bob } = await world.attached('adam', 'bob');
    const eve = world.client('eve', { ticket: { rights: 13 | 16 } });
    world.auth.hidden.add(keyOf(eve.id));
    world.auth.shown.add(keyOf(eve.id) + keyOf(bob.id));
    const asked = [op, adam, bob].flatMap((client) => [watch(client, eve), watchAll(client)]);
    await world.settle();
    expect(asked.map(({ outcome }) => outcome)).toEqual(Array(6).fill('done'));
    eve.attach();
    await world.settle();
    eve.sever();
    await world.settle();
    expect([op.news, bob.news, adam.news]).toEqual([['eve on', 'eve off'], ['eve on', 'eve off'], []]);
  });

  it('goes, for those who saw it, when it hides, and comes when it shows itself again', async () => {
    const world = new World();
    const { adam, bob, ada, eve } = await world.attached('adam', 'bob', 'ada', 'eve');
    watchAll(adam);
    watch(bob, eve);
    watch(ada, eve);
    await world.settle();
    eve.call({ kind: 'visibility', value: { hidden: true, shownTo: [ada.id] } });
    await world.settle();
    expect([adam.news, bob.news, ada.news]).toEqual([['eve off'], ['eve off'], ['eve off', 'eve on']]);
    eve.sever();
    await world.settle();
    eve.attach(); // its ticket does not say that it is hidden
    await world.settle();
    expect([adam.news, bob.news, ada.news.at(-1)]).toEqual([['eve off'], ['eve off'], 'eve on']);
    eve.call({ kind: 'visibility', value: { hidden: false } });
    await world.settle();
    expect([adam.news, bob.news]).toEqual([
      ['eve off', 'eve on'],
      ['eve off', 'eve on'],
    ]);
  });

  it('nobody is seen where members see nobody, but by operators', async () => {
    const world = new World();
    world.auth.seeing = false;
    const op = world.client('op', { ticket: { rights: 15 } }).attach();
    world.auth.operators.add(keyOf(op.id));
    const { adam } = await world.attached('adam');
    const asked = [watchAll(op), watchAll(adam), watch(op, namedId('eve'))];
    await world.settle();
    await world.attached('eve');
    expect([asked.map(({ outcome }) => outcome), op.news, adam.news]).toEqual([['done', 'forbidden', 'done'], ['eve on'], []]);
  });
});
