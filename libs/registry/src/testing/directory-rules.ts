import type { PageOf, Registry } from '../registry.js';
import { admission, clientId, hex, nameOf } from './rows.js';

export function directoryRules(at: () => Registry): void {
  const enrol = async (...clients: number[]): Promise<void> => {
    await at().admit(clients.map((client) => admission(client, client)));
  };
  const hide = (client: number): Promise<void> => at().transact((unit) => unit.changeClient(clientId(client), { hidden: true }));
  const name = (client: number, text: string): Promise<void> => at().transact((unit) => unit.addName(nameOf(client, text), 1));
  const glimpse = async (client: number, viewer: number) =>
    (await at().glimpse([{ clientId: clientId(client), viewer: clientId(viewer) }])).glimpses[0]!;

  it('knows of a glance who is meant, who asks, and whether the one is a contact of the other', async () => {
    await enrol(1, 2);
    await name(1, 'adam');
    await hide(1);
    await at().addContacts(clientId(1), [clientId(2)], 1);
    expect(await glimpse(1, 2)).toMatchObject({
      client: { hidden: true, blocked: false, name: 'adam' },
      viewer: { rights: 1, blocked: false },
      isContact: true,
    });
    expect(await glimpse(2, 1)).toMatchObject({ client: { hidden: false, name: undefined }, isContact: false });
    expect(await glimpse(8, 9)).toEqual({ client: undefined, viewer: undefined, isContact: false });
  });

  it('answers glances in their order, thousands at once, repeated ones too', async () => {
    await enrol(1, 3);
    const glances = Array.from({ length: 1_300 }, (_, index) => ({ clientId: clientId(index % 5), viewer: clientId(index % 3) }));
    const { policy, glimpses } = await at().glimpse(glances);
    expect(policy.seeing).toBe('members');
    expect(glimpses.map(({ client }) => client !== undefined)).toEqual(glances.map((_, index) => [1, 3].includes(index % 5)));
    expect(glimpses.map(({ viewer }) => viewer !== undefined)).toEqual(glances.map((_, index) => index % 3 === 1));
    expect((await at().glimpse([])).glimpses).toEqual([]);
  });

  it('finds whose names these are, in their order', async () => {
    await enrol(1, 2);
    await name(1, 'adam');
    await name(2, 'ольга');
    expect((await at().named(['ольга', 'nobody', 'adam', 'ольга'])).map(hex)).toEqual(
      [2, 0, 1, 2].map((client) => (client ? hex(clientId(client)) : undefined)),
    );
    expect(await at().named([])).toEqual([]);
  });

  it('gives a name, a skeleton and a client one entry each', async () => {
    await enrol(1, 2);
    await name(1, 'adam');
    for (const row of [nameOf(2, 'adam', { skeleton: 'other' }), nameOf(2, 'adarn', { skeleton: '~adam' }), nameOf(1, 'second')])
      await expect(at().transact((unit) => unit.addName(row, 1))).rejects.toBeDefined();
    const like = (text: string, skeleton: string) => at().transact((unit) => unit.namesLike(text, skeleton));
    expect(await like('adam', 'else')).toMatchObject([{ name: 'adam', tokenId: undefined }]);
    expect(await like('adarn', '~adam')).toMatchObject([{ name: 'adam' }]);
    expect(await like('eve', '~eve')).toEqual([]);
    await at().transact((unit) => unit.dropNameOf(clientId(1)));
    expect(await like('adam', '~adam')).toEqual([]);
    await name(2, 'adam');
  });

  it('finds the names behind the beginning of a skeleton, in order', async () => {
    await enrol(1, 2, 3, 4);
    for (const [client, text] of [
      [1, 'adam-2'],
      [2, 'adam-10'],
      [3, 'adam'],
      [4, 'adams'],
    ] as const)
      await name(client, text);
    const behind = (skeleton: string, limit: number) =>
      at().transact(async (unit) => (await unit.namesBehind(skeleton, limit)).map((row) => row.name));
    expect(await behind('~adam-', 9)).toEqual(['adam-10', 'adam-2']);
    expect(await behind('~adam', 9)).toEqual(['adam-10', 'adam-2', 'adams']);
    expect(await behind('~adam', 1)).toEqual(['adam-10']);
    expect(await behind('~eve', 9)).toEqual([]);
  });

  it('pages through those somebody sees, by ascending id, never the blocked', async () => {
    await enrol(1, 2, 3, 4, 5);
    await name(3, 'eve');
    for (const client of [2, 4]) await hide(client);
    await at().transact((unit) => unit.changeClient(clientId(5), { blocked: true }));
    await at().addContacts(clientId(4), [clientId(1)], 1);
    const page = async (more: Partial<PageOf>) =>
      (await at().page({ viewer: clientId(1), sees: 'everybody', limit: 10, ...more })).map(({ id, name: text }) => [hex(id), text]);
    const ids = (...clients: number[]) => clients.map((client) => [hex(clientId(client)), client === 3 ? 'eve' : undefined]);
    expect(await page({})).toEqual(ids(1, 2, 3, 4));
    expect(await page({ sees: 'shown' })).toEqual(ids(1, 3, 4));
    expect(await page({ sees: 'contacts' })).toEqual(ids(1, 4));
    expect(await page({ sees: 'shown', viewer: clientId(2) })).toEqual(ids(1, 2, 3));
    expect(await page({ sees: 'shown', limit: 2 })).toEqual(ids(1, 3));
    expect(await page({ sees: 'shown', after: clientId(1), limit: 1 })).toEqual(ids(3));
    expect(await page({ after: clientId(4) })).toEqual([]);
  });

  it('forgets contacts that were named when others are, and none it wrote to', async () => {
    await enrol(1, 2, 3, 4);
    const nameThem = (...clients: number[]): Promise<void> =>
      at().transact((unit) => unit.nameContacts(clientId(1), clients.map(clientId)));
    const contacts = async (): Promise<boolean[]> => Promise.all([2, 3, 4].map(async (client) => (await glimpse(1, client)).isContact));
    await nameThem(2, 3);
    await at().addContacts(clientId(1), [clientId(3)], 1);
    expect(await contacts()).toEqual([true, true, false]);
    await nameThem(4);
    expect(await contacts()).toEqual([false, true, true]);
    await nameThem();
    expect(await contacts()).toEqual([false, true, false]);
  });

  it('remembers the newest 4,096 that a client wrote to, and all it named', async () => {
    const some = (from: number, count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => clientId(from + index));
    await at().transact((unit) => unit.nameContacts(clientId(1), [clientId(2)]));
    await at().addContacts(clientId(1), some(1_000, 100), 1);
    await at().addContacts(clientId(1), some(2_000, 4_000), 2);
    expect(await Promise.all([2, 1_000, 1_095, 1_099, 5_999].map(async (n) => (await glimpse(1, n)).isContact))).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  it('knows who owns a service and who works for it', async () => {
    await enrol(1);
    expect(await at().serviceTerms('translate', clientId(2))).toMatchObject({ service: undefined, client: undefined });
    const row = { name: 'translate', ownerId: clientId(1), members: false, workers: [clientId(3), clientId(2)] };
    await at().transact((unit) => unit.putService(row, 1));
    const { service, client, policy } = await at().serviceTerms('translate', clientId(1));
    expect([service!.name, hex(service!.ownerId), service!.members]).toEqual(['translate', hex(clientId(1)), false]);
    expect(service!.workers.map(hex)).toEqual([2, 3].map((n) => hex(clientId(n))));
    expect([client!.rights, policy.serving]).toEqual([1, 'first']);
  });

  it('replaces, counts, lists and removes services', async () => {
    await at().transact(async (unit) => {
      for (const name of ['b', 'a']) await unit.putService({ name, ownerId: clientId(1), members: true, workers: [clientId(2)] }, 1);
      await unit.putService({ name: 'a', ownerId: clientId(2), members: false, workers: [] }, 2);
      expect((await unit.services()).map(({ name, members, workers }) => [name, members, workers.length])).toEqual([
        ['a', false, 0],
        ['b', true, 1],
      ]);
      expect([await unit.countServices(), await unit.countServices(clientId(1))]).toEqual([2, 1]);
      expect([await unit.removeService('a'), await unit.removeService('a')]).toEqual([true, false]);
      expect(await unit.service('a')).toBeUndefined();
      expect((await unit.service('b'))!.workers).toHaveLength(1);
    });
  });
}
