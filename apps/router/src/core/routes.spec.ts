import { namedId } from '../testing/keys.js';
import { World } from '../testing/world.js';

describe('a recipient', () => {
  it('that the fleet does not know ends the stream, in both classes', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const ghost = namedId('ghost');
    adam.send(ghost);
    adam.send(ghost, 'live', 'live');
    await world.settle();
    expect(adam.states).toEqual(['recipient_unknown', 'recipient_unknown']);
  });

  it('is asked for once by each who sends to it, and then remembered for all', async () => {
    const world = new World();
    const { adam, ada } = await world.attached('adam', 'ada');
    const eve = world.client('eve');
    const asked: number[] = [];
    const { lookup } = world.relay.effects;
    world.relay.effects.lookup = (what) => {
      asked.push(what.clientIds.length);
      lookup(what);
    };
    for (const from of [adam, ada]) for (const deliveryClass of ['durable', 'live'] as const) from.send(eve, 'x', deliveryClass);
    await world.settle();
    adam.attach();
    adam.send(eve);
    await world.settle();
    expect(asked).toEqual([2, 1]); // the second for adam himself, who came back
    expect(adam.states).toEqual(['accepted', 'recipient_offline', 'accepted']);
  });

  it('is asked for again after nobody could say', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    world.authAway = true;
    for (let i = 0; i < 3; i += 1) {
      world.now += 30;
      adam.send(eve);
    }
    await world.settle();
    expect([adam.halts, adam.states]).toEqual([['unavailable'], Array(3).fill('waiting')]);
    world.authAway = false;
    world.advance(5_000);
    await world.settle();
    expect(adam.states).toEqual(Array(3).fill('accepted'));
  });

  it('that is asked for holds runs of a session that ends meanwhile: the next one sends them, in order, once', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    for (let i = 0; i < 3; i += 1) {
      world.now += 30;
      adam.send(eve);
    }
    world.travel();
    expect(world.jobs.map(({ kind }) => kind)).toEqual(['lookup']);
    adam.attach();
    await world.settle();
    eve.attach();
    await world.settle();
    expect([adam.states, eve.texts]).toEqual([Array(3).fill('accepted'), ['m1', 'm2', 'm3']]);
    expect(world.relay.totals.unanswered).toBe(3);
  });
});

it('a client without the right to send is refused with `forbidden`', async () => {
  const world = new World();
  const { eve } = await world.attached('eve');
  const adam = world.client('adam', { ticket: { rights: 0 } }).attach();
  const refused: number[] = [];
  adam.refused = (_handle, _first, _last, code) => void refused.push(code);
  adam.send(eve);
  adam.send(eve, 'live', 'live');
  await world.settle();
  expect(refused).toEqual([2002, 2002]);
  expect(eve.shown).toEqual([]);
});

it('handles are opened in order, each once, so many at most', async () => {
  const world = new World({ settings: { maxStreams: 2 } });
  const { adam, eve, ada } = await world.attached('adam', 'eve', 'ada');
  for (const to of [adam, eve, ada]) adam.send(to);
  await world.settle();
  expect([adam.outgoing.exhausted, adam.outgoing.waiting]).toEqual([true, 1]);
  adam.session!.out.open(3, ada.id, namedId('s', 16), 0);
  adam.flush();
  eve.session!.out.open(2, ada.id, namedId('s', 16), 0);
  eve.flush();
  world.travel();
  expect([adam.ended, eve.ended]).toEqual([['stream_limit'], ['malformed']]);
});

it('a session that was sent all the streams it takes attaches anew, and nothing is lost', async () => {
  const world = new World({ limits: { outboundStreams: 2 } });
  const { adam, eve, ada, bob } = await world.attached('adam', 'eve', 'ada', 'bob');
  for (const from of [adam, ada, bob]) from.send(eve, from.name);
  await world.settle();
  expect(eve.ended).toEqual(['stream_limit']);
  eve.attach();
  await world.settle();
  expect([...eve.texts].sort()).toEqual(['ada', 'adam', 'bob']);
});
