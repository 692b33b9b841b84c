import { Door } from './door.js';
import { Revocations } from './revocations.js';
import { keyOf } from './route.js';
import { namedId } from '../testing/keys.js';
import { World } from '../testing/world.js';

const revoked = (name: string, ticketsUpTo: number, serial = 1) => ({ serial, clientId: namedId(name), ticketsUpTo });

describe('a revoked ticket', () => {
  it('ends its session, and opens nothing any more; a later one of the same client does', async () => {
    const world = new World();
    const { adam, eve } = await world.attached('adam', 'eve');
    world.auth.revoke(eve.id, 1);
    world.poll();
    await world.settle();
    expect([eve.ended, adam.ended, world.relay.totals.revoked]).toEqual([['unauthorised'], [], 1]);
    eve.attach();
    await world.settle();
    expect([eve.refusals, world.door.totals.refused]).toEqual([['unauthorised'], new Map([['revoked', 1]])]);
    eve.renew().attach();
    await world.settle();
    world.poll();
    await world.settle();
    expect([eve.session?.closed, eve.ended, world.relay.attachedCount]).toEqual([undefined, ['unauthorised'], 2]);
  });

  it('is refused like an unknown one', async () => {
    const world = new World();
    const eve = world.client('eve');
    world.auth.revoke(eve.id, 1);
    world.poll();
    eve.attach();
    eve.deaf = true;
    await world.settle();
    const [refusal] = eve.link!.toClient;
    const ada = world.client('ada', { ticket: { validUntilMs: world.now - 1 } });
    ada.attach();
    ada.deaf = true;
    await world.settle();
    expect(Buffer.from(refusal!).equals(ada.link!.toClient[0]!)).toBe(true);
  });

  it('is found between the hello and the first record too', async () => {
    const world = new World();
    const eve = world.client('eve').attach();
    eve.deliverToRouter();
    eve.deliverToClient();
    world.auth.revoke(eve.id, 1);
    world.poll();
    await world.settle();
    expect([eve.ended, world.relay.totals.attached]).toEqual([['unauthorised'], 0]);
  });

  it('lets nobody in before the router has heard what is revoked: come back, and keep the channel', async () => {
    const world = new World();
    world.authAway = true;
    world.restart();
    const eve = world.client('eve').attach();
    await world.settle();
    expect([eve.refusals, world.door instanceof Door]).toEqual([['unavailable'], true]);
  });
});

describe('what is remembered', () => {
  it('is the newest word on each client, in whatever order it comes', () => {
    const list = new Revocations(10);
    expect(list.loaded).toBe(false);
    list.learn([revoked('eve', 7), revoked('eve', 5, 2)], false, 0);
    expect([list.loaded, list.size]).toEqual([false, 1]); // there may be more
    list.learn([], false, 0);
    expect([list.loaded, list.size]).toEqual([true, 1]);
    expect([7, 8].map((serial) => list.covers(keyOf(namedId('eve')), serial))).toEqual([true, false]);
    list.learn([revoked('adam', 1)], true, 0);
    expect([list.covers(keyOf(namedId('eve')), 1), list.covers(keyOf(namedId('adam')), 1)]).toEqual([false, true]);
  });

  it('goes when no ticket can be so old, and the oldest first when there is no room', () => {
    const list = new Revocations(2);
    for (const [at, name] of ['a', 'b', 'c'].entries()) list.learn([revoked(name, 1)], false, at);
    expect(['a', 'b', 'c'].map((name) => list.covers(keyOf(namedId(name)), 1))).toEqual([false, true, true]);
    list.learn([], false, 31 * 86_400_000 + 1);
    expect(['b', 'c'].map((name) => list.covers(keyOf(namedId(name)), 1))).toEqual([false, true]);
    const again = new Revocations(2);
    for (const [at, name] of ['a', 'b', 'a', 'c'].entries()) again.learn([revoked(name, at)], false, at);
    expect(['a', 'b', 'c'].map((name) => again.covers(keyOf(namedId(name)), 1))).toEqual([true, false, true]);
  });
});

describe('settings', () => {
  it('that operators change reach every session at once, and hold for the next ones', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const next = { ...world.settings, heartbeatMs: 1_000, timeoutMs: 2_500 };
    world.configure(next);
    await world.settle();
    expect(adam.session!.settings).toEqual(next);
  });

  it('that change while a client is at the door reach it too', async () => {
    const world = new World();
    const eve = world.client('eve').attach();
    eve.deliverToRouter();
    eve.deliverToClient();
    const next = { ...world.settings, heartbeatMs: 1_000, timeoutMs: 2_500 };
    world.configure(next);
    await world.settle();
    expect(eve.session!.settings).toEqual(next);
  });

  it('cut nobody who has not heard of them: a shorter timeout counts from when the client is heard again', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    world.now += 10_000;
    world.configure({ ...world.settings, heartbeatMs: 1_000, timeoutMs: 2_500 });
    world.door.sweep(world.now);
    await world.settle();
    world.advance(1_000);
    adam.tick();
    await world.settle();
    expect(adam.ended).toEqual([]);
    world.now += 2_500;
    world.door.sweep(world.now);
    await world.settle();
    expect(adam.ended).toEqual(['session_idle']);
  });
});
