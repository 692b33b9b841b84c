import { decodeFleetAnswer, encodeFleetCall, rightBits, type FleetAnswer } from '@keyway/wire';
import type { Asked } from '../testing/errands.js';
import { namedId, nameOf } from '../testing/keys.js';
import { World } from '../testing/world.js';
import { keyOf } from './route.js';

const none = new Uint8Array(0);
const answer = ({ replies }: Asked): FleetAnswer => decodeFleetAnswer(replies[0]!.body)!;
/** `name+` is online, `name-` is not, `?` is nobody. */
const seen = (asked: Asked): string[] =>
  answer(asked).members.map(({ id, online }) => (id.length === 0 ? '?' : nameOf(id) + (online ? '+' : '-')));

describe('keyway.fleet', () => {
  it('says who is who, and who of them is here since when', async () => {
    const world = new World();
    const attachedMs = world.now;
    const { adam, eve } = await world.attached('adam', 'eve');
    const bob = world.client('bob');
    world.auth.names.set(keyOf(eve.id), 'eve');
    world.now += 1_000;
    eve.sever();
    await world.settle();
    const asked = [
      adam.call({ kind: 'who', value: { clients: [adam.id, eve.id, bob.id, namedId('ghost')] } }),
      adam.call({ kind: 'resolve', value: { names: ['eve', 'nobody'] } }),
      adam.call({ kind: 'list', value: { after: none, limit: 2, online: false } }),
    ];
    await world.settle();
    expect(asked.map(seen)).toEqual([
      ['adam+', 'eve-', 'bob-', '?'],
      ['eve-', '?'],
      ['adam+', 'bob-'],
    ]);
    expect(answer(asked[0]!).members.map(({ sinceMs }) => sinceMs)).toEqual([attachedMs, world.now, 0, 0]);
    expect(answer(asked[2]!).more).toBe(true);
    expect(asked.map(({ replies }) => replies[0]!.from)).toEqual(Array(3).fill('router'));
  });

  it('keeps the time of a client that comes back before its old link is found to be gone', async () => {
    const world = new World();
    const attachedMs = world.now;
    const { adam, eve } = await world.attached('adam', 'eve');
    world.advance(1_000);
    eve.visitor = undefined; // the router hears nothing of the link that broke
    eve.attach();
    await world.settle();
    const asked = adam.call({ kind: 'who', value: { clients: [eve.id] } });
    await world.settle();
    expect(answer(asked).members).toMatchObject([{ online: true, sinceMs: attachedMs }]);
  });

  it('lists who is online page by page, ascending, without those the asker may not see', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const names = Array.from({ length: 600 }, (_, n) => `c${1_000 + n}`);
    for (const name of names) world.client(name).attach();
    for (const name of names.slice(100, 500)) world.auth.hidden.add(keyOf(namedId(name)));
    await world.settle();
    const found: string[] = [];
    for (let after = none, more = true; more;) {
      const page = adam.call({ kind: 'list', value: { after, limit: 150, online: true } });
      await world.settle();
      found.push(...seen(page));
      ({ more } = answer(page));
      after = Buffer.from(answer(page).members.at(-1)!.id);
    }
    expect(found).toEqual(['adam+', ...names.slice(0, 100), ...names.slice(500)].map((name) => (name.endsWith('+') ? name : `${name}+`)));
  });

  it('says how the fleet is and what the asker has, also while auth is away', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const eve = world.client('eve');
    world.auth.names.set(keyOf(eve.id), 'eve');
    adam.send(eve, '12345');
    adam.send(eve, '12345');
    await world.settle();
    eve.attach().reading = false;
    await world.settle();
    const status = eve.call({ kind: 'status', value: {} });
    await world.settle();
    expect(answer(status).status).toMatchObject({
      ...{ timeMs: world.now, version: 'test', attached: 2, manifestVersion: 1, name: 'eve', rights: 13 },
      ...{ waitingMessages: 2, waitingBytes: 14 },
    });
    world.authAway = true;
    const again = eve.call({ kind: 'status', value: {} });
    await world.settle();
    expect(answer(again).status).toMatchObject({ name: '', attached: 2 });
  });

  it('takes names, and hides and shows clients, where auth lets it', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const asked = [
      adam.call({ kind: 'claim', value: { name: 'first' } }),
      adam.call({ kind: 'visibility', value: { hidden: true } }),
      adam.call({ kind: 'resolve', value: { names: ['first'] } }),
    ];
    await world.settle();
    expect([asked.map(({ outcome }) => outcome), seen(asked[2]!)]).toEqual([['done', 'done', 'done'], ['adam+']]);
    expect(world.auth.hidden).toEqual(new Set([keyOf(adam.id)]));
  });

  it('asks auth a few questions at a time, in turns: who asks for thousands holds up nobody', async () => {
    const world = new World({ limits: { questions: 2 } });
    const { adam, eve } = await world.attached('adam', 'eve');
    const many = [...Array<string>(20).fill('keyway.fleet'), ...Array.from({ length: 20 }, (_, n) => `service${n}`)].map((service) =>
      adam.ask(service, encodeFleetCall({ kind: 'who', value: { clients: [eve.id] } })),
    );
    world.travel();
    const asked = eve.call({ kind: 'who', value: { clients: [adam.id] } });
    world.travel();
    expect(world.jobs).toHaveLength(2);
    for (let n = 0; n < 4; n += 1) await world.perform(world.job('ask'));
    world.travel();
    expect([asked.outcome, adam.unanswered, world.jobs.length]).toEqual(['done', 37, 2]);
    await world.settle();
    expect(many.map(({ outcome }) => outcome)).toEqual([...Array<string>(20).fill('done'), ...Array<string>(20).fill('no_such_service')]);
  });

  it('asks nothing that nobody waits for any more', async () => {
    const world = new World({ limits: { questions: 1 } });
    const { adam, eve } = await world.attached('adam', 'eve');
    const who = encodeFleetCall({ kind: 'who', value: { clients: [adam.id] } });
    const asked = [adam.ask('keyway.fleet', who), adam.ask('keyway.fleet', who, 100), eve.ask('nothing'), eve.serve('something')];
    world.travel();
    eve.sever();
    world.advance(500);
    await world.settle();
    expect([asked[0]!.outcome, asked[1]!.outcome, world.auth.calls.get('auth.fleet')]).toEqual(['done', 'deadline_passed', 1]);
    expect(world.auth.calls.get('auth.service')).toBeUndefined();
    eve.attach();
    await world.settle();
    const again = eve.ask('nothing');
    await world.settle();
    expect(again.outcome).toBe('no_such_service');
  });

  it.each([
    ['no call', none],
    ['a call of a newer version', Uint8Array.of(0x7a, 0)],
    ['257 ids', encodeFleetCall({ kind: 'who', value: { clients: Array.from({ length: 257 }, () => namedId('x')) } })],
    ['a page of nothing', encodeFleetCall({ kind: 'list', value: { limit: 0 } })],
  ])('answers %s with malformed, and the session goes on', async (_what, body) => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const asked = adam.ask('keyway.fleet', body);
    await world.settle();
    expect([asked.outcome, adam.ended]).toEqual(['malformed', []]);
  });

  it('is unavailable while auth is away, but for what the router knows itself', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    world.authAway = true;
    const asked = [
      adam.call({ kind: 'who', value: { clients: [adam.id] } }),
      adam.call({ kind: 'list', value: { limit: 9, online: true } }),
      adam.call({ kind: 'watch', value: { all: true } }),
      adam.call({ kind: 'watch', value: { all: true, off: true } }),
    ];
    await world.settle();
    expect(asked.map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable', 'unavailable', 'done']);
  });
});

describe('keyway.admin', () => {
  it('carries what is sealed to auth, with the client the session proved, and brings the answer back', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const asked = adam.ask('keyway.admin', 'sealed');
    await world.settle();
    expect(asked.replies).toEqual([{ outcome: 'done', from: 'router', body: Buffer.from('answer to sealed') }]);
    world.authAway = true;
    const later = adam.ask('keyway.admin', 'sealed');
    await world.settle();
    expect(later.outcome).toBe('unavailable');
  });

  it('has a bounded number under way, and of one client only some: an operator always finds room', async () => {
    const world = new World({ limits: { adminCalls: 20 } });
    const { adam, eve } = await world.attached('adam', 'eve');
    const op = world.client('op', { ticket: { rights: rightBits.send | rightBits.operator } }).attach();
    await world.settle();
    const [some, others, ops] = [adam, eve, op].map((client) => Array.from({ length: 9 }, () => client.ask('keyway.admin')));
    world.travel();
    const outcomes = (asked: readonly Asked[]): string[] => asked.map(({ outcome }) => outcome);
    expect([some!, others!, ops!].map(outcomes)).toEqual([
      [...Array<string>(8).fill('waiting'), 'backpressure'],
      [...Array<string>(2).fill('waiting'), ...Array<string>(7).fill('backpressure')],
      [...Array<string>(8).fill('waiting'), 'backpressure'],
    ]);
    await world.settle();
    const after = eve.ask('keyway.admin');
    await world.settle();
    expect(outcomes([...some!.slice(0, 8), ...others!.slice(0, 2), ...ops!.slice(0, 8), after])).toEqual(Array(19).fill('done'));
  });

  it('does not wait longer than who asked', async () => {
    const world = new World();
    const { adam } = await world.attached('adam');
    const asked = adam.ask('keyway.admin', 'sealed', 100);
    world.travel();
    world.advance(200);
    world.travel();
    expect(asked.outcome).toBe('deadline_passed');
    await world.settle();
    expect([asked.outcome, world.relay.requests.heldBytes]).toEqual(['deadline_passed', 0]);
  });
});
