import { PrivateIdentity } from '@keyway/crypto';
import { rightsOf } from './fleet-calls.js';
import { reasonOf, Scene } from './testing/scene.js';

const nobody = `${'q'.repeat(51)}a`;

describe('the fleet answers', () => {
  it('whose a name is, and who an id is', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await b.claimName('eve');
    const eve = { id: b.id, name: 'eve', online: true, since: undefined };
    expect(await a.resolve('eve')).toEqual(eve);
    expect(await a.resolve('nobody')).toBeUndefined();
    expect(await a.who([nobody, b.id, a.id])).toEqual([undefined, eve, { ...eve, id: a.id, name: undefined }]);
    expect(await a.who([])).toEqual([]);
    expect(await reasonOf(a.who(['eve']))).toBe('address_invalid');
    expect(await reasonOf(a.resolve(''))).toBe('name_invalid');
  });

  it('about as many ids as one likes, in their order', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    const ids = Array.from({ length: 600 }, (_, i) => (i % 7 === 0 ? a.id : nobody));
    expect((await a.who(ids)).map((member) => member !== undefined)).toEqual(ids.map((id) => id === a.id));
  });

  it('who there is, page by page, and who is attached', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    for (let i = 0; i < 520; i += 1) {
      const { public: key } = PrivateIdentity.generate('ed25519');
      scene.fleet.broker.clients.set(`${i}`, key);
    }
    const ids: string[] = [];
    for await (const { id } of a.list()) ids.push(id);
    expect([ids.length, new Set(ids).size, scene.fleet.router.desk.asked.length]).toEqual([521, 521, 3]);
    const online = [];
    for await (const member of a.list({ online: true })) online.push(member);
    expect(online).toEqual([{ id: a.id, name: undefined, online: true, since: undefined }]);
    for await (const { id } of a.list()) {
      expect(id).toBe(ids[0]); // the loop may be left
      break;
    }
  });

  it('how it is, and what it says of the client itself', async () => {
    await using scene = await Scene.start();
    const a = await scene.client();
    await a.setVisibility({ hidden: true, shownTo: [a.id] });
    const status = await a.status();
    expect(status).toMatchObject({ version: 'test', attached: 1, name: undefined, rights: ['send', 'serve'], waitingMessages: 2 });
    expect([status.router.length, status.startedAt]).toEqual([52, new Date(1)]);
    expect(rightsOf(0)).toEqual([]);
  });

  it('with an error under its name', async () => {
    await using scene = await Scene.start();
    const [a, b] = [await scene.client(), await scene.client()];
    await a.claimName('adam');
    expect(await reasonOf(b.claimName('adam'))).toBe('name_taken');
    scene.fleet.router.desk.refuse = () => 'forbidden';
    await expect(b.status()).rejects.toMatchObject({ reason: 'forbidden', message: expect.stringContaining('said by the test') as string });
  });
});
