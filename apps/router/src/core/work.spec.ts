import type { TestClient } from '../testing/client.js';
import type { Asked } from '../testing/errands.js';
import { World } from '../testing/world.js';
import { Desk } from './desk.js';
import { DueList } from './due-list.js';

/** A fleet that knows the service `sum`, which everybody may serve. */
function fleet(): World {
  const world = new World();
  world.auth.services.set('sum', 'everybody');
  return world;
}
const outcomes = (asked: readonly Asked[]): string[] => asked.map(({ outcome }) => outcome);
const several = (client: TestClient, count: number, body: Uint8Array | string = ''): Asked[] =>
  Array.from({ length: count }, () => client.ask('sum', body));

describe('work', () => {
  it('goes to who has the most room, and in turns where that is equal', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 3);
    bob.serve('sum', 1);
    await world.settle();
    several(adam, 2);
    await world.settle();
    expect([eve.given.length, bob.given.length]).toEqual([2, 0]); // 3 > 1, 2 > 1
    several(adam, 2);
    await world.settle();
    expect([eve.given.length, bob.given.length]).toEqual([3, 1]); // 1 and 1: bob waited longer
  });

  it('goes to all in turns, also when each was done with his before the next came', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    for (const worker of [eve, bob]) worker.serve('sum', 2);
    await world.settle();
    for (let n = 0; n < 6; n += 1) {
      adam.ask('sum');
      await world.settle();
      for (const worker of [eve, bob]) if (worker.given.length > 0) worker.answer(worker.given.at(-1)!);
      await world.settle();
    }
    expect([eve.given.length, bob.given.length]).toEqual([3, 3]);
  });

  it('goes in the order it came, also when a place becomes free in the moment in which more comes', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 1);
    await world.settle();
    for (const text of ['1', '2']) adam.ask('sum', text);
    await world.settle();
    eve.answer(eve.given[0]!);
    eve.flush();
    bob.ask('sum', '3');
    await world.settle();
    expect(eve.given.map(({ text }) => text)).toEqual(['1', '2']);
  });

  it.each([
    ['whose deadline is over, with nobody having looked', 1_500, 1],
    ['of a clock that was put back', -60_000, 600_000],
  ])('%s, is given with a time that can be said', async (_what, ms, timeoutMs) => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    adam.ask('sum', '1', 600_000);
    adam.ask('sum', '2', ms > 0 ? 1_000 : 600_000);
    await world.settle();
    world.now += ms;
    eve.answer(eve.given[0]!);
    await world.settle();
    expect(eve.given[1]).toMatchObject({ text: '2', timeoutMs });
  });

  it('is no more at a time than was offered: the rest waits in its order', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 2);
    await world.settle();
    for (const text of ['1', '2', '3', '4']) adam.ask('sum', text);
    await world.settle();
    expect(eve.given.map(({ text }) => text)).toEqual(['1', '2']);
    expect(world.relay.requests.services.queued).toBe(2);
    eve.answer(eve.given[1]!);
    await world.settle();
    expect(eve.given.map(({ text }) => text)).toEqual(['1', '2', '3']);
    eve.serve('sum', 10);
    await world.settle();
    expect(eve.given.length).toBe(4);
  });

  it('of one that vanished goes to another, first in line and marked; with the last worker it ends', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 1);
    await world.settle();
    bob.serve('sum', 1);
    await world.settle();
    const asked = ['1', '2', '3'].map((text) => adam.ask('sum', text));
    await world.settle();
    const [first, second] = [eve.given[0]!, bob.given[0]!];
    eve.sever();
    await world.settle();
    bob.answer(second);
    await world.settle();
    expect(bob.given.at(-1)).toMatchObject({ text: first.text, attempt: 2, key: first.key });
    bob.sever();
    await world.settle();
    expect(outcomes(asked).sort()).toEqual(['done', 'no_worker', 'no_worker']);
    expect(world.relay.requests.heldBytes).toBe(0);
  });

  it('is given up after five workers it took along', async () => {
    const world = fleet();
    const { adam, bob } = await world.attached('adam', 'bob');
    bob.serve('sum', 1);
    await world.settle();
    const [held, asked] = several(adam, 2);
    await world.settle();
    for (let n = 1; n <= 5; n += 1) {
      const eve = world.client(`eve${n}`).attach();
      await world.settle();
      eve.serve('sum', 1);
      await world.settle();
      expect(eve.given).toMatchObject([{ attempt: n }]);
      eve.sever();
      await world.settle();
    }
    expect([held, asked].map((one) => one!.outcome)).toEqual(['waiting', 'worker_failed']);
  });

  it('reaches nobody who stopped serving; what he has he still answers, and what crossed his word goes to another', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 2);
    await world.settle();
    const asked = several(adam, 2);
    await world.settle();
    bob.serve('sum', 1);
    eve.serve('sum', 0);
    await world.settle();
    eve.answer(eve.given[0]!);
    eve.answer(eve.given[1]!, '', 'no_worker');
    await world.settle();
    expect([outcomes(asked), eve.given.length]).toEqual([['done', 'waiting'], 2]);
    expect(bob.given).toMatchObject([{ attempt: 2 }]);
  });

  it('ends with the deadline: who asked is told, the place is free, and the answer that comes too late is counted', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    const [first, second] = [adam.ask('sum', '1', 1_000), adam.ask('sum', '2', 5_000)];
    await world.settle();
    world.advance(999);
    await world.settle();
    expect(first.outcome).toBe('waiting');
    world.advance(51);
    await world.settle();
    expect([first.outcome, eve.given.map(({ text }) => text)]).toEqual(['deadline_passed', ['1', '2']]);
    expect(eve.given[1]!.timeoutMs).toBe(5_000 - 1_050);
    eve.answer(eve.given[0]!);
    eve.answer(eve.given[1]!);
    await world.settle();
    expect([first.outcome, second.outcome, world.relay.totals.repliesLate]).toEqual(['deadline_passed', 'done', 1]);
  });

  it('of an asker who left keeps its place until it is answered, or its deadline; what waited for him is forgotten', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 1);
    await world.settle();
    several(adam, 2, 'x'.repeat(1_000));
    await world.settle();
    adam.sever();
    const asked = bob.ask('sum', 'of bob');
    await world.settle();
    expect([eve.given.length, world.relay.requests.services.queued, world.relay.requests.heldBytes]).toEqual([1, 1, 6]);
    eve.answer(eve.given[0]!);
    await world.settle();
    expect(eve.given[1]).toMatchObject({ text: 'of bob' });
    expect([asked.outcome, world.relay.totals.repliesLate]).toEqual(['waiting', 1]);
  });

  it('goes to nobody whose session ends with this turn', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum');
    await world.settle();
    world.auth.revoke(eve.id, eve.serial);
    world.poll();
    const asked = adam.ask('sum');
    await world.settle();
    expect([asked.outcome, eve.given, eve.ended]).toEqual(['no_worker', [], ['unauthorised']]);
  });

  it('that nobody waits for is not given to another when its worker vanishes', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum');
    await world.settle();
    adam.ask('sum');
    await world.settle();
    bob.serve('sum');
    adam.sever();
    await world.settle();
    eve.sever();
    await world.settle();
    expect([eve.given.length, bob.given.length]).toEqual([1, 0]);
  });

  it('is offered no more to who says that he does not serve it: with others he loses no time, alone it ends at once', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 100);
    bob.serve('sum', 1);
    await world.settle();
    const asked = several(adam, 1);
    await world.settle();
    eve.answer(eve.given[0]!, '', 'no_worker');
    await world.settle();
    expect([eve.given.length, bob.given.map(({ attempt }) => attempt)]).toEqual([1, [2]]);
    asked.push(...several(adam, 1));
    bob.answer(bob.given[0]!, '', 'no_worker');
    await world.settle();
    expect([outcomes(asked), eve.given.length]).toEqual([['no_worker', 'no_worker'], 1]);
    eve.serve('sum');
    await world.settle();
    several(adam, 1);
    await world.settle();
    expect(eve.given.length).toBe(2);
  });

  it('leaves nothing to be looked at behind, once it is answered and nobody works on it', async () => {
    const due = new Set<unknown>();
    const { add, delete: takeOff } = DueList.prototype;
    DueList.prototype.add = function (this: DueList<unknown>, item, at) {
      due.add(item);
      add.call(this, item, at);
    };
    DueList.prototype.delete = function (this: DueList<unknown>, item, at) {
      due.delete(item);
      takeOff.call(this, item, at);
    };
    try {
      const world = fleet();
      const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
      eve.serve('sum');
      await world.settle();
      several(adam, 1);
      several(bob, 2);
      await world.settle();
      bob.sever();
      await world.settle();
      expect(due.size).toBe(3);
      for (const given of eve.given) eve.answer(given);
      await world.settle();
      expect(due.size).toBe(0);
    } finally {
      Object.assign(DueList.prototype, { add, delete: takeOff });
    }
  });

  it('has numbers of 32 bits: behind the last comes one that is free', () => {
    const desk = new Desk(undefined as never, undefined as never);
    desk.lastWorkId = 2 ** 32 - 2;
    desk.works.set(1, undefined as never);
    expect([desk.nextWorkId(), desk.nextWorkId()]).toEqual([2 ** 32 - 1, 2]);
  });
});
