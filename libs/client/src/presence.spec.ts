import { decodeId, encodeId, randomBytes } from '@keyway/crypto';
import type { Client } from './client.js';
import type { PresenceEvent } from './presence.js';
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
    await b.close();
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
  });
});
