import { limits } from '@keyway/wire';
import type { TestClient } from '../testing/client.js';
import type { Asked } from '../testing/errands.js';
import { World, type WorldOptions } from '../testing/world.js';

/** A fleet that knows the service `sum`, which everybody may serve. */
function fleet(options: WorldOptions = {}): World {
  const world = new World(options);
  world.auth.services.set('sum', 'everybody');
  return world;
}
const outcomes = (asked: readonly Asked[]): string[] => asked.map(({ outcome }) => outcome);
const several = (client: TestClient, count: number, body: Uint8Array | string = ''): Asked[] =>
  Array.from({ length: count }, () => client.ask('sum', body));

describe('bounds', () => {
  it('257 open requests: the last one is turned away, and fits once another is answered', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    const asked = several(adam, 257);
    await world.settle();
    expect([asked.slice(0, 256).map(({ outcome }) => outcome), asked[256]!.outcome]).toEqual([Array(256).fill('waiting'), 'backpressure']);
    eve.answer(eve.given[0]!);
    await world.settle();
    const another = adam.ask('sum');
    await world.settle();
    expect(another.outcome).toBe('waiting');
  });

  it('the turns of others: who asks for hundreds waits for himself, and what he asked first comes first', async () => {
    const world = fleet();
    const { adam, bob, eve } = await world.attached('adam', 'bob', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    for (let n = 0; n < 200; n += 1) adam.ask('sum', `adam ${n}`);
    await world.settle();
    for (let n = 0; n < 2; n += 1) bob.ask('sum', `bob ${n}`);
    await world.settle();
    for (let n = 0; n < 5; n += 1) {
      eve.answer(eve.given.at(-1)!);
      await world.settle();
    }
    expect(eve.given.map(({ text }) => text)).toEqual(['adam 0', 'adam 1', 'bob 0', 'adam 2', 'bob 1', 'adam 3']);
  });

  it('a share of each session, whatever the others hold: nobody is kept from asking the fleet', async () => {
    const world = fleet({ limits: { requestBytes: limits.bodyBytes } });
    const { adam, bob, eve } = await world.attached('adam', 'bob', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    several(adam, 1, new Uint8Array(limits.bodyBytes));
    await world.settle();
    const asked = [
      bob.ask('sum', new Uint8Array(16_385)),
      bob.ask('sum', new Uint8Array(16_384 - 8)),
      bob.call({ kind: 'status', value: {} }),
    ];
    await world.settle();
    expect(outcomes(asked)).toEqual(['backpressure', 'waiting', 'done']);
  });

  it('four mebibytes of bodies of one session, and a total of all sessions', async () => {
    const world = fleet({ limits: { requestBytes: 20 * limits.bodyBytes } });
    const { adam, bob, eve } = await world.attached('adam', 'bob', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    const body = new Uint8Array(limits.bodyBytes);
    const asked = several(adam, 17, body);
    const others = several(bob, 5, body);
    await world.settle();
    expect([outcomes(asked.slice(0, 16)), asked[16]!.outcome]).toEqual([Array(16).fill('waiting'), 'backpressure']);
    expect(outcomes(others)).toEqual([...Array<string>(4).fill('waiting'), 'backpressure']);
    adam.sever();
    bob.sever();
    await world.settle();
    expect(world.relay.requests.heldBytes).toBe(0);
  });

  it.each([
    ['requests', { serviceRequests: 3 }, ''],
    ['bytes', { serviceRequestBytes: 300 }, 'x'.repeat(100)],
  ])('waiting %s of a service', async (_what, most, body) => {
    const world = fleet({ limits: most });
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 1);
    await world.settle();
    const asked = several(adam, 5, body);
    await world.settle();
    expect(outcomes(asked)).toEqual([...Array<string>(4).fill('waiting'), 'backpressure']);
    eve.answer(eve.given[0]!);
    await world.settle();
    const more = several(adam, 2, body);
    await world.settle();
    expect(outcomes(more)).toEqual(['waiting', 'backpressure']);
  });

  it('the largest bodies go there and back; one over what operators allow is refused', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum');
    await world.settle();
    const body = new Uint8Array(limits.bodyBytes).fill(7);
    const asked = several(adam, 3, body);
    await world.settle();
    for (const given of eve.given) eve.answer(given, body);
    await world.settle();
    expect(asked.map(({ replies }) => replies[0]!.body.length)).toEqual(Array(3).fill(limits.bodyBytes));
    expect([adam.ended, eve.ended]).toEqual([[], []]);
    world.configure({ ...world.settings, maxBodyBytes: 1_000 });
    adam.ask('none'); // heard of since: from now on the new settings hold
    await world.settle();
    const refused = adam.ask('sum', body.subarray(0, 1_001));
    await world.settle();
    expect(refused.outcome).toBe('too_large');
  });
});

describe('a slow reader', () => {
  it('who asks gets what is kept for him, then small refusals in its place, and then is cut: no more than 4 MiB and a record are held', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 1_024);
    await world.settle();
    adam.deaf = adam.link!.full = true;
    const asked: Asked[] = [];
    const body = new Uint8Array(limits.bodyBytes);
    for (let round = 0; round < 24; round += 1) {
      asked.push(adam.ask('sum'));
      world.travel();
      eve.answer(eve.given.at(-1)!, body);
      world.travel();
    }
    expect(world.relay.requests.heldBytes).toBe(16 * limits.bodyBytes);
    expect(adam.link!.waitingBytes).toBeLessThan(2 * limits.bodyBytes);
    adam.deaf = false;
    adam.drained();
    await world.settle();
    expect(outcomes(asked)).toEqual([...Array<string>(17).fill('done'), ...Array<string>(7).fill('backpressure')]);
    expect(world.relay.requests.heldBytes).toBe(0);
    adam.deaf = adam.link!.full = true;
    for (let n = 0; n < 20_000 && world.relay.attachedCount > 1; n += 1) {
      adam.ask('none.such');
      if (n % 50 === 0) await world.settle();
    }
    await world.settle();
    expect(world.relay.totals.closed.get('backpressure')).toBe(1);
  });

  it.each(['all of it, however often his link fills up again', 'nothing when he leaves: none of it is held any more'])(
    'gets of what was kept for him %s',
    async (what) => {
      const world = fleet();
      const { adam, eve } = await world.attached('adam', 'eve');
      eve.serve('sum', 100);
      await world.settle();
      adam.deaf = adam.link!.full = true;
      const asked: Asked[] = [];
      for (let round = 0; round < 8; round += 1) {
        asked.push(adam.ask('sum'));
        world.travel();
        eve.answer(eve.given.at(-1)!, new Uint8Array(200_000).fill(round));
        world.travel();
      }
      expect(world.relay.requests.heldBytes).toBe(7 * 200_000);
      if (what.startsWith('nothing')) adam.sever();
      else {
        adam.deaf = false;
        for (let round = 0; round < 8; round += 1) {
          adam.drained();
          adam.link!.full = true;
          await world.settle();
        }
        expect(asked.map(({ replies }) => replies.map(({ body }) => body[0]))).toEqual(asked.map((_, round) => [round]));
      }
      await world.settle();
      expect(world.relay.requests.heldBytes).toBe(0);
    },
  );

  it('has answers that did not leave counted among what waits for him', async () => {
    const world = fleet({ limits: { sessionRequests: 3 } });
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum', 10);
    await world.settle();
    adam.deaf = adam.link!.full = true;
    for (let round = 0; round < 5; round += 1) {
      adam.ask('sum');
      world.travel();
      if (eve.given.length > round) eve.answer(eve.given[round]!, 'answer');
      world.travel();
    }
    expect(eve.given.length).toBe(4); // one left with the record that filled the link
  });

  it('who serves gets nothing more until his link takes it: others do his work, or it waits', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum', 100);
    await world.settle();
    eve.deaf = eve.link!.full = true;
    several(adam, 4, new Uint8Array(limits.bodyBytes));
    await world.settle();
    expect(eve.link!.waitingBytes).toBeLessThan(2 * limits.bodyBytes);
    expect(world.relay.requests.services.queued).toBe(3);
    bob.serve('sum', 1);
    await world.settle();
    expect([bob.given.length, world.relay.requests.services.queued]).toEqual([1, 2]);
    eve.deaf = false;
    eve.drained();
    await world.settle();
    expect([eve.given.length, world.relay.requests.services.queued]).toEqual([3, 0]);
    expect([adam.ended, eve.ended]).toEqual([[], []]);
  });
});

describe('an evil client', () => {
  it.each([
    ['the same id twice', 7, 7],
    ['an id that is smaller than the one before', 7, 6],
  ])('that uses %s ends its session as malformed', async (_what, first, second) => {
    const world = fleet();
    const { adam } = await world.attached('adam');
    adam.ask('sum', '', 1_000, first);
    adam.ask('sum', '', 1_000, second);
    await world.settle();
    expect(adam.ended).toEqual(['malformed']);
  });

  it('that answers what it was not given, or twice, moves a counter and nothing else', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum');
    await world.settle();
    const asked = adam.ask('sum');
    await world.settle();
    const [given] = eve.given;
    bob.answer({ ...given!, session: bob.session! }, 'forged'); // no work of his
    bob.serve('sum');
    bob.answer({ ...given!, session: bob.session! }, 'forged');
    await world.settle();
    expect(asked.outcome).toBe('waiting');
    eve.answer(given!, 'right');
    eve.answer(given!, 'again');
    eve.answer({ ...given!, id: 99 }, 'never given');
    await world.settle();
    expect(asked.replies.map(({ body }) => Buffer.from(body).toString())).toEqual(['right']);
    const { repliesLate, repliesUnknown } = world.relay.totals;
    expect([repliesLate, repliesUnknown, adam.ended, eve.ended, bob.ended]).toEqual([1, 3, [], [], []]);
  });

  it('gets no answer from a router that drains, which answers for what is in work until it says stop', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum');
    await world.settle();
    const before = adam.ask('sum');
    await world.settle();
    world.door.drain();
    const after = adam.ask('sum');
    eve.answer(eve.given[0]!);
    await world.settle();
    expect([before.outcome, after.outcome, eve.given.length]).toEqual(['done', 'waiting', 1]);
  });
});
