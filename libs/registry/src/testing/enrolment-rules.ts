import type { Admission } from '../admission.js';
import type { Registry } from '../registry.js';
import { admission, clientId, hex, nameOf, token, tokenId } from './rows.js';

const withToken = (client: number, channel: number, n: number, more: Partial<Admission> = {}): Admission =>
  admission(client, channel, { enrol: { spki: Uint8Array.of(client), rights: 13, token: tokenId(n), detail: `{"token":${n}}` }, ...more });

export function enrolmentRules(at: () => Registry): void {
  const close = (): Promise<void> => at().transact((unit) => unit.setPolicy({ enrolment: 'closed', seeing: 'members', serving: 'first' }));
  const add = (...args: Parameters<typeof token>): Promise<void> => at().transact((unit) => unit.addToken(token(...args)));
  const usedOf = async (n: number): Promise<number> => (await at().terms(tokenId(n))).token!.used;

  it('is open at first', async () => {
    expect(await at().transact((unit) => unit.policy())).toEqual({ enrolment: 'open', seeing: 'members', serving: 'first' });
    expect(await at().terms(undefined)).toEqual({ policy: await at().transact((unit) => unit.policy()), token: undefined });
  });

  it('enrols nobody without a token once it is closed, and goes on with those that are known', async () => {
    await at().admit([admission(1, 1)]);
    await close();
    expect(await at().admit([admission(1, 2), admission(2, 3), admission(1, 4, { enrol: undefined })])).toMatchObject([
      { kind: 'admitted' },
      { kind: 'closed' },
      { kind: 'admitted' },
    ]);
    expect(await at().client(clientId(2))).toBeUndefined();
  });

  it('enrols with a token what the policy would not', async () => {
    await close();
    await add(1);
    expect(await at().admit([withToken(1, 1, 1)])).toMatchObject([{ kind: 'admitted', newClient: true, rights: 13 }]);
    expect(await usedOf(1)).toBe(1);
  });

  it('counts a use in the transaction that enrols: of many that race with a token for three, three come in', async () => {
    await add(1, { uses: 3 });
    const asks = Array.from({ length: 12 }, (_, index) => at().admit([withToken(index, index, 1)]));
    const kinds = (await Promise.all(asks)).flat().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'admitted')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'token_spent')).toHaveLength(9);
    expect(await usedOf(1)).toBe(3);
    expect((await at().counts()).clients).toBe(3);
  });

  it('counts one use for a client that asks twice', async () => {
    await add(1);
    expect(await at().admit([withToken(1, 1, 1), withToken(1, 2, 1), withToken(1, 1, 1)])).toMatchObject([
      { kind: 'admitted', newClient: true },
      { kind: 'admitted', newClient: false },
      { kind: 'known' },
    ]);
    expect(await usedOf(1)).toBe(1);
  });

  it('counts nothing when the batch was not written', async () => {
    await add(1);
    const broken = admission(2, 2, { source: undefined as unknown as string });
    await expect(at().admit([withToken(1, 1, 1), broken])).rejects.toBeDefined();
    expect(await usedOf(1)).toBe(0);
    expect(await at().client(clientId(1))).toBeUndefined();
  });

  it.each([
    ['unknown', 9, {}],
    ['revoked', 1, { revoked: true }],
    ['used up', 1, { used: 1 }],
    ['too old', 1, { expiresMs: 1_000 }],
  ])('takes no token that is %s, not even where it is open', async (_what, n, more) => {
    await add(1, more);
    expect(await at().admit([withToken(1, 1, n)])).toEqual([{ kind: 'token_spent' }]);
  });

  it('gives the name that waits for a token to whoever enrols with it', async () => {
    await add(1, { name: 'adam' });
    await at().transact((unit) => unit.addName(nameOf(0, 'adam', { clientId: undefined, ownerId: undefined, tokenId: tokenId(1) }), 1));
    expect(await at().named(['adam'])).toEqual([undefined]);
    await at().admit([withToken(1, 1, 1)]);
    expect((await at().named(['adam'])).map(hex)).toEqual([hex(clientId(1))]);
    expect((await at().client(clientId(1)))!.name).toBe('adam');
    const [row] = await at().transact((unit) => unit.namesLike('adam', '~adam'));
    expect([hex(row!.clientId), hex(row!.ownerId), row!.tokenId]).toEqual([hex(clientId(1)), hex(clientId(1)), undefined]);
    await at().prune(1e12); // the token is forgotten, the name stays
    expect((await at().client(clientId(1)))!.name).toBe('adam');
  });

  it('admits no channel of a client that is blocked, from the moment on', async () => {
    await at().admit([admission(1, 1)]);
    await at().transact((unit) => unit.changeClient(clientId(1), { blocked: true }));
    expect(await at().admit([admission(1, 2), admission(1, 1)])).toEqual([{ kind: 'blocked' }, { kind: 'known' }]);
    await at().transact((unit) => unit.changeClient(clientId(1), { blocked: false }));
    expect(await at().admit([admission(1, 2)])).toMatchObject([{ kind: 'admitted' }]);
  });

  it('says with each channel what its client may at that time', async () => {
    await at().admit([admission(1, 1)]);
    await at().transact((unit) => unit.changeClient(clientId(1), { rights: 15, hidden: true }));
    expect(await at().admit([admission(1, 2, { issuedMs: 2_000 })])).toMatchObject([{ rights: 15, hidden: true }]);
    expect(await at().client(clientId(1))).toMatchObject({ seenMs: 2_000, createdMs: 1_000 });
  });

  it('writes down each enrolment, in order, and no other admission', async () => {
    await add(1);
    await at().admit([withToken(1, 1, 1), admission(2, 2), admission(1, 3), withToken(3, 4, 1)]);
    const entries = await at().transact((unit) => unit.audit(0, 10));
    expect(entries.map(({ seq, timeMs, actor, action, detail }) => [seq, timeMs, hex(actor), action, detail])).toEqual([
      [1, 1_000, hex(clientId(1)), 'enrolled', '{"token":1}'],
      [2, 1_000, hex(clientId(2)), 'enrolled', '{}'],
    ]);
  });

  it('forgets a token a week after it ended: too old, revoked or used up', async () => {
    const weekMs = 7 * 86_400_000;
    await add(1, { expiresMs: 5_000 });
    for (const n of [2, 3, 4]) await add(n, { expiresMs: 1e12 });
    await at().transact((unit) => unit.revokeToken(tokenId(2), 6_000));
    await at().admit([withToken(1, 1, 3, { issuedMs: 7_000 })]);
    const left = async (nowMs: number): Promise<readonly number[]> => {
      await at().prune(nowMs);
      return (await at().transact((unit) => unit.tokens())).map(({ createdMs }) => createdMs);
    };
    expect(await left(weekMs + 5_000)).toEqual([4, 3, 2, 1]);
    expect(await left(weekMs + 5_001)).toEqual([4, 3, 2]);
    expect(await left(weekMs + 6_001)).toEqual([4, 3]);
    expect(await left(weekMs + 7_001)).toEqual([4]);
  });

  it('frees the name that waited for a token when the token is forgotten', async () => {
    await add(1, { name: 'adam' });
    await at().transact((unit) => unit.addName(nameOf(0, 'adam', { clientId: undefined, ownerId: undefined, tokenId: tokenId(1) }), 1));
    await at().prune(1e12);
    expect(await at().transact((unit) => unit.namesLike('adam', '~adam'))).toEqual([]);
  });
}
