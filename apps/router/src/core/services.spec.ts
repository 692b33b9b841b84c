import { encodeFleetCall } from '@keyway/wire';
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

describe('a request', () => {
  it('goes to who serves its service, and the answer to who asked: each hears who the other is', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    const serve = eve.serve('sum');
    await world.settle();
    expect([serve.outcome, serve.replies[0]!.from]).toEqual(['done', 'router']);
    const asked = adam.ask('sum', '1 + 1', 5_000);
    await world.settle();
    expect(eve.given).toMatchObject([{ id: 1, service: 'sum', timeoutMs: 5_000, from: 'adam', attempt: 1, text: '1 + 1' }]);
    eve.answer(eve.given[0]!, '2');
    await world.settle();
    expect(asked.replies).toEqual([{ outcome: 'done', from: 'eve', body: Buffer.from('2') }]);
    expect(world.relay.totals.requestOutcomes).toEqual(new Map([['done', 2]]));
  });

  it('to a service nobody declared, or nobody serves, is answered at once; while auth is away nobody can say', async () => {
    const world = fleet();
    const { adam } = await world.attached('adam');
    const asked = [adam.ask('none'), adam.ask('sum'), adam.ask('keyway.other')];
    await world.settle();
    world.authAway = true;
    asked.push(adam.ask('sum'));
    await world.settle();
    expect(outcomes(asked)).toEqual(['no_such_service', 'no_worker', 'no_such_service', 'unavailable']);
    expect(asked.map(({ replies }) => replies[0]!.from)).toEqual(Array(4).fill('router'));
    expect(world.auth.calls.get('auth.service')).toBe(2); // what is not there of the fleet’s own this router knows itself
  });

  it('is unavailable, and nobody serves it, when what auth says cannot be read', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    world.auth.answer = () => Uint8Array.of(0xff);
    const asked = [adam.ask('sum'), eve.serve('sum')];
    await world.settle();
    expect([outcomes(asked), world.relay.requests.services.workers]).toEqual([['unavailable', 'unavailable'], 0]);
  });

  it('needs the right to send', async () => {
    const world = fleet();
    const { eve } = await world.attached('eve');
    const adam = world.client('adam', { ticket: { rights: 4 | 8 } }).attach();
    eve.serve('sum');
    await world.settle();
    const asked = adam.ask('sum');
    await world.settle();
    expect([asked.outcome, eve.given]).toEqual(['forbidden', []]);
  });

  it('is answered with what a worker may say no with; what only the fleet may say reads worker_failed, without its text', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum');
    await world.settle();
    const asked = several(adam, 3);
    await world.settle();
    eve.answer(eve.given[0]!, 'no', 'forbidden');
    eve.answer(eve.given[1]!, 'go away', 'unauthorised');
    eve.answer(eve.given[2]!, 'spoof', 'deadline_passed');
    await world.settle();
    expect(asked.map(({ replies }) => [replies[0]!.outcome, replies[0]!.from, replies[0]!.body.length])).toEqual([
      ['forbidden', 'eve', 2],
      ['worker_failed', 'eve', 0],
      ['worker_failed', 'eve', 0],
    ]);
  });

  it('is asked about once, however many wait for the same service', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    const asked = [...several(adam, 20), ...several(eve, 20)];
    await world.settle();
    expect(new Set(outcomes(asked))).toEqual(new Set(['no_worker']));
    expect(world.auth.calls.get('auth.service')).toBe(1);
  });

  it('goes to somebody who begins to serve while auth is being asked', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    eve.serve('sum');
    world.travel();
    const asked = adam.ask('sum');
    world.travel();
    expect(world.jobs.map(({ kind }) => kind)).toEqual(['ask', 'ask']);
    await world.settle();
    expect([asked.outcome, eve.given.length]).toEqual(['waiting', 1]);
  });

  it('of one who left while auth is being asked goes to nobody', async () => {
    const world = fleet();
    const { adam, eve, bob } = await world.attached('adam', 'eve', 'bob');
    eve.serve('sum');
    world.travel();
    adam.ask('sum');
    bob.ask('sum');
    world.travel();
    adam.sever();
    await world.settle();
    expect(eve.given.map(({ from }) => from)).toEqual(['bob']);
  });
});

describe('who serves', () => {
  it('needs the right to, and auth’s yes; names of the fleet’s own are nobody’s', async () => {
    const world = fleet();
    world.auth.services.set('secret', new Set());
    const { eve } = await world.attached('eve');
    const adam = world.client('adam', { ticket: { rights: 1 } }).attach();
    await world.settle();
    const asked = [
      ...[adam.serve('sum'), eve.serve('secret'), eve.serve('none')],
      ...['keyway.fleet', 'keyway.mine', 'Sum', ''].map((name) => eve.serve(name)),
    ];
    await world.settle();
    expect(outcomes(asked)).toEqual(['forbidden', 'forbidden', 'no_such_service', ...Array<string>(4).fill('name_invalid')]);
    expect([world.relay.requests.services.workers, world.auth.calls.get('auth.service')]).toEqual([0, 2]);
    world.authAway = true;
    const later = eve.serve('sum');
    await world.settle();
    expect(later.outcome).toBe('unavailable');
  });

  it('may say that he serves no more what he never served', async () => {
    const world = fleet();
    const { eve } = await world.attached('eve');
    const stopped = eve.serve('none', 0);
    await world.settle();
    expect([stopped.outcome, world.auth.calls.get('auth.service')]).toEqual(['done', undefined]);
  });

  it('is asked about once, whatever he says meanwhile: his last word counts', async () => {
    const world = fleet();
    const { adam, eve } = await world.attached('adam', 'eve');
    const served = [eve.serve('sum', 5), eve.serve('sum', 2), eve.serve('sum', 1)];
    await world.settle();
    several(adam, 3);
    await world.settle();
    expect([outcomes(served), eve.given.length, world.auth.calls.get('auth.service')]).toEqual([['done', 'done', 'done'], 1, 1]);
    const stopped = [eve.serve('sum', 0), eve.serve('sum', 0)];
    await world.settle();
    expect([outcomes(stopped), world.relay.requests.services.workers]).toEqual([['done', 'done'], 0]);
  });

  it('serves nothing once he was told no, or that his time is over, or has thought better of it; the next word is asked about anew', async () => {
    const world = fleet();
    world.auth.services.set('secret', new Set());
    const { adam, eve } = await world.attached('adam', 'eve');
    const asked = [
      eve.serve('secret'),
      eve.ask('keyway.fleet', encodeFleetCall({ kind: 'serve', value: { service: 'sum', inFlight: 5 } }), 100),
    ];
    world.travel();
    world.advance(500);
    await world.settle();
    asked.push(eve.serve('secret'), eve.serve('sum', 5), eve.serve('sum', 0));
    await world.settle();
    expect(outcomes(asked)).toEqual(['forbidden', 'deadline_passed', 'forbidden', 'done', 'done']);
    expect([world.auth.calls.get('auth.service'), world.relay.requests.services.workers]).toEqual([4, 0]);
    const nobody = adam.ask('sum');
    await world.settle();
    eve.serve('sum');
    await world.settle();
    const somebody = adam.ask('sum');
    await world.settle();
    expect([nobody.outcome, somebody.outcome, eve.given.length]).toEqual(['no_worker', 'waiting', 1]);
  });

  it('and detaches before auth has answered serves nothing', async () => {
    const world = fleet();
    const { eve } = await world.attached('eve');
    eve.serve('sum');
    world.travel();
    eve.sever();
    world.travel();
    await world.settle();
    expect([world.relay.requests.services.workers, world.relay.totals.requestOutcomes]).toEqual([0, new Map([['unanswered', 1]])]);
  });

  it('serves a bounded number of services, and a service has a bounded number of workers', async () => {
    const world = fleet({ limits: { sessionServices: 2, serviceWorkers: 1 } });
    for (const name of ['a', 'b', 'c']) world.auth.services.set(name, 'everybody');
    const { adam, eve } = await world.attached('adam', 'eve');
    const served = ['a', 'b', 'c'].map((name) => eve.serve(name));
    await world.settle();
    served.push(adam.serve('a'));
    await world.settle();
    expect(outcomes(served)).toEqual(['done', 'done', 'backpressure', 'backpressure']);
  });
});
