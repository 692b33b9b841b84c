import { decodeId, encodeId, randomBytes } from '@keyway/crypto';
import type { Client } from './client.js';
import type { FleetAnswer, FleetCalls as FleetCallsOf, Sparse } from '@keyway/wire';
import type { FleetCalls } from './fleet-calls.js';
import { Presence, type PresenceEvent } from './presence.js';
import { reasonOf, Scene, until } from './testing/scene.js';

/** What a listener heard, with names in place of ids. */
class Heard {
  readonly events: string[] = [];
  readonly #names = new Map<string, string>();
  readonly listen = ({ id, online, at }: PresenceEvent): void => {
    expect(at.getTime()).toBeGreaterThan(1_600_000_000_000);
    this.events.push(`${this.#names.get(id) ?? 'somebody'} ${online ? 'came' : 'went'}`);
  };
  call(client: Client, name: string): Client {
    this.#names.set(client.id, name);
    return client;
  }
}

describe('watching', () => {
  it('tells who is there, who goes and who comes back', async () => {
    await using scene = await Scene.start();
    const heard = new Heard();
    const [a, b] = [await scene.client(), heard.call(await scene.client(), 'b')];
    await a.watch([b.id], heard.listen);
    expect(heard.events).toEqual(['b came']);
    scene.fleet.router.cut(decodeId(b.id)!);
    await until(() => heard.events.length === 3);
    expect(heard.events.slice(1)).toEqual(['b went', 'b came']);
  });

  it('everybody takes in those who come later', async () => {
    await using scene = await Scene.start();
    const heard = new Heard();
    const a = heard.call(await scene.client(), 'a');
    await a.watch('all', heard.listen);
    heard.call(await scene.client(), 'b');
    await until(() => heard.events.length === 2);
    expect(heard.events).toEqual(['a came', expect.stringMatching(/b came|somebody came/) as string]);
  });

  it('tells each listener what it asked for, until it stops', async () => {
    await using scene = await Scene.start();
    const [one, both] = [new Heard(), new Heard()];
    const a = await scene.client();
    const [b, c] = [await scene.client(), await scene.client()];
    for (const heard of [one, both])
      for (const [client, name] of [
        [b, 'b'],
        [c, 'c'],
      ] as const)
        heard.call(client, name);
    const stop = await a.watch([b.id], one.listen);
    await a.watch([b.id, c.id], both.listen);
    stop();
    stop();
    await b.close();
    await c.close();
    await until(() => both.events.length === 4);
    expect([one.events, both.events.slice(0, 2).sort(), both.events.slice(2)]).toEqual([
      ['b came'],
      ['b came', 'c came'],
      ['b went', 'c went'],
    ]);
  });

  it.each(['all', 'ids'] as const)('survives a re-attach and tells only what changed meanwhile: %s', async (whom) => {
    await using scene = await Scene.start();
    const heard = new Heard();
    const a = heard.call(await scene.client(), 'a');
    const [b, c] = [heard.call(await scene.client(), 'b'), heard.call(await scene.client(), 'c')];
    await a.watch(whom === 'all' ? whom : [b.id, c.id], heard.listen);
    const before = heard.events.length;
    const { router } = scene.fleet;
    router.refuseWith = 'unavailable'; // a stays away while the others do what they do
    router.cut(decodeId(a.id)!);
    await c.close();
    await until(() => a.state === 'detached' && router.peerOf(decodeId(c.id)!) === undefined);
    router.refuseWith = undefined;
    await until(() => heard.events.length > before);
    expect(heard.events.slice(before)).toEqual(['c went']);
    await b.close();
    await until(() => heard.events.length > before + 1);
    expect(heard.events.slice(before + 1)).toEqual(['b went']);
  });

  it('that the fleet does not allow is told, and nobody listens then', async () => {
    await using scene = await Scene.start();
    const heard = new Heard();
    const [a, b] = [await scene.client(), await scene.client()];
    scene.fleet.router.desk.refuse = () => 'forbidden';
    expect(await reasonOf(a.watch('all', heard.listen))).toBe('forbidden');
    expect(await reasonOf(a.watch(['nobody'], heard.listen))).toBe('address_invalid');
    scene.fleet.router.desk.refuse = () => undefined;
    const other = new Heard();
    await a.watch([b.id], other.listen);
    await b.close();
    await until(() => other.events.length === 2);
    expect(heard.events).toEqual([]);
  });

  it('is tried on until it stands again, with one warning', async () => {
    await using scene = await Scene.start();
    const heard = new Heard();
    const [a, b] = [await scene.client(), heard.call(await scene.client(), 'b')];
    await a.watch([b.id], heard.listen);
    const warnings: string[] = [];
    a.on('warning', ({ reason }) => warnings.push(reason));
    let refused = 0;
    scene.fleet.router.desk.refuse = () => ((refused += 1) <= 2 ? 'unavailable' : undefined);
    scene.fleet.router.cut(decodeId(a.id)!);
    await until(() => refused > 2);
    await b.close();
    await until(() => heard.events.length === 2);
    expect([heard.events, warnings]).toEqual([['b came', 'b went'], ['unavailable']]);
  });

  it('by id has an end', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    const ids = Array.from({ length: 4_097 }, () => encodeId(randomBytes(32)));
    await expect(a.watch(ids, () => undefined)).rejects.toThrow(RangeError);
    const fleet = { call: () => Promise.resolve({ members: [] }) } as unknown as FleetCalls;
    const presence = new Presence(
      fleet,
      () => 999,
      () => undefined,
    );
    await presence.watch(ids.slice(1), () => undefined);
    await presence.watch(ids.slice(2), () => undefined); // the same ones
    await expect(presence.watch(ids.slice(0, 1), () => undefined)).rejects.toThrow(RangeError);
  });

  it('of everybody that ends leaves those who are watched by id: the router, which forgets all, is asked for them again', async () => {
    const calls: string[] = [];
    const fleet = {
      call: ({ value: { all, clients, off } }: { value: FleetCallsOf['watch'] }) => {
        calls.push(`${off ? 'off' : 'on'} ${all ? 'all' : clients.length}`);
        return Promise.resolve({ members: [] });
      },
      list: () => [],
    } as unknown as FleetCalls;
    const presence = new Presence(
      fleet,
      () => 999,
      () => undefined,
    );
    await presence.watch([encodeId(randomBytes(32))], () => undefined);
    const stop = await presence.watch('all', () => undefined);
    stop();
    await until(() => calls.length === 4);
    expect(calls).toEqual(['on 1', 'on all', 'off all', 'on 1']);
  });
});

describe('what the router says', () => {
  /** A watch of "b" whose answer is held back. */
  const held = () => {
    const answer = Promise.withResolvers<Sparse<FleetAnswer>>();
    let asked = 0;
    let stale = 0;
    const heard: [boolean, number][] = [];
    const fleet = { call: () => ((asked += 1), answer.promise) } as unknown as FleetCalls;
    const presence = new Presence(
      fleet,
      () => 999,
      () => (stale += 1),
    );
    const watched = presence.watch([encodeId(id)], ({ online, at }) => heard.push([online, at.getTime()]));
    return { presence, heard, watched, answer, counts: () => [asked, stale] };
  };
  const id = new Uint8Array(32).fill(5);
  const member = (online: boolean, sinceMs: number) => ({ members: [{ id, name: '', online, sinceMs }] });

  it.each([
    ['a frame that is newer than the answer stands', 20, member(false, 10), [[true, 20]]],
    ['a frame of the same time stands', 20, member(false, 20), [[true, 20]]],
    [
      'a frame that is older than the answer is corrected',
      20,
      member(false, 30),
      [
        [true, 20],
        [false, 30],
      ],
    ],
    ['a frame is newer than an answer that knows no time', 20, member(false, 0), [[true, 20]]],
    ['a frame is newer than an answer that knows nobody', 20, { members: [] }, [[true, 20]]],
  ])('%s', async (_rule, timeMs, answer, expected) => {
    const { presence, heard, watched, answer: held_ } = held();
    presence.came(id, true, timeMs);
    held_.resolve(answer);
    await watched;
    expect(heard).toEqual(expected);
  });

  it('may be that there was more than it tells: then everything is asked for again', async () => {
    const { presence, heard, watched, answer, counts } = held();
    answer.resolve(member(true, 0));
    await watched;
    expect([heard, counts()]).toEqual([[[true, 999]], [1, 0]]);
    presence.came(new Uint8Array(32), false, 5);
    expect([heard.length, counts()]).toEqual([1, [1, 1]]);
    await presence.renew();
    expect([heard.length, counts()]).toEqual([1, [2, 1]]);
  });
});
