import type { Registry } from '../registry.js';
import type { AuditNote } from '../rows.js';
import { admission, auditHash, clientId, hex, nameOf, testId, token, tokenId } from './rows.js';

const dayMs = 86_400_000;
const settings = { heartbeatMs: 1, timeoutMs: 2, maxBodyBytes: 3, windowMessages: 4, windowBytes: 5, maxStreams: 6 };
const note = (n: number): AuditNote => ({ timeMs: n, actor: clientId(n), action: `act-${n}`, detail: `{"n":${n}}` });

export function administrationRules(at: () => Registry): void {
  const revoke = (client: number): Promise<void> => at().transact((unit) => unit.revokeTickets(clientId(client)));

  it('does the work of a transaction in whole or not at all, and throws on what it threw', async () => {
    const thrown = Object.assign(new Error('changed my mind'), { name: 'WireError', reason: 'forbidden' });
    const work = at().transact(async (unit) => {
      await unit.addClient({ id: clientId(1), spki: Uint8Array.of(1), rights: 1, hidden: false, createdMs: 1 });
      await unit.note(note(1));
      throw thrown;
    });
    await expect(work).rejects.toBe(thrown);
    expect(await at().client(clientId(1))).toBeUndefined();
    expect(await at().transact((unit) => unit.auditHead())).toMatchObject({ seq: 0 });
  });

  it('says `internal` of a fault in the work', async () => {
    await expect(at().transact(() => Promise.reject(new TypeError('a fault')))).rejects.toMatchObject({ reason: 'internal' });
  });

  it('adds a client once, which has no channel yet', async () => {
    const client = { id: clientId(1), spki: Uint8Array.of(1), rights: 15, hidden: true, createdMs: 5 };
    expect(await at().transact((unit) => unit.addClient(client))).toBe(true);
    expect(await at().transact((unit) => unit.addClient({ ...client, rights: 1, hidden: false }))).toBe(false);
    expect(await at().client(clientId(1))).toMatchObject({ rights: 15, hidden: true, serial: 0, createdMs: 5, seenMs: 0 });
    expect(await at().admit([admission(1, 1, { enrol: undefined })])).toMatchObject([{ kind: 'admitted', newClient: false, rights: 15 }]);
  });

  it('appoints a client once: rights that were taken from it later stay taken', async () => {
    await at().admit([admission(1, 1)]);
    const appoint = (): Promise<boolean> => at().transact((unit) => unit.appoint(clientId(1), 6));
    expect(await appoint()).toBe(true);
    expect((await at().client(clientId(1)))!.rights).toBe(7);
    await at().transact((unit) => unit.changeClient(clientId(1), { rights: 1 }));
    expect(await appoint()).toBe(false);
    expect((await at().client(clientId(1)))!.rights).toBe(1);
    expect(await at().transact((unit) => unit.appoint(clientId(2), 6))).toBe(false);
  });

  it('counts those with a right that are not blocked', async () => {
    await at().admit([1, 2, 3].map((n) => admission(n, n)));
    await at().transact(async (unit) => {
      for (const n of [1, 2]) await unit.changeClient(clientId(n), { rights: 15 });
      expect(await unit.countWithRight(2)).toBe(2);
      await unit.changeClient(clientId(1), { blocked: true });
      expect(await unit.countWithRight(2)).toBe(1);
      expect(await unit.countWithRight(16)).toBe(0);
    });
  });

  it('lists clients by ascending id, in pages, by name, blocked ones, a single one, with their live channels', async () => {
    await at().admit([1, 2, 3, 4].map((n) => admission(n, n)));
    await at().admit([admission(2, 12, { validUntilMs: 9_000 }), admission(2, 13)]);
    await at().transact(async (unit) => {
      for (const [n, name] of [
        [1, 'adam'],
        [3, 'adam-2'],
        [4, 'ad'],
      ] as const)
        await unit.addName(nameOf(n, name), 1);
      await unit.changeClient(clientId(3), { blocked: true });
      const list = async (more: object) => (await unit.clients({ limit: 10, nowMs: 5_000, ...more })).map(({ id }) => id[4]);
      expect(await list({})).toEqual([1, 2, 3, 4]);
      expect(await list({ limit: 2 })).toEqual([1, 2]);
      expect(await list({ after: clientId(2), limit: 1 })).toEqual([3]);
      expect(await list({ name: 'ada' })).toEqual([1, 3]);
      expect(await list({ name: 'ad' })).toEqual([1, 3, 4]);
      expect(await list({ name: '%' })).toEqual([]);
      expect(await list({ blocked: true })).toEqual([3]);
      expect(await list({ id: clientId(4) })).toEqual([4]);
      expect(await unit.clients({ limit: 1, id: clientId(2), nowMs: 4_999 })).toMatchObject([{ channels: 3, name: undefined }]);
      expect(await unit.clients({ limit: 1, id: clientId(2), nowMs: 5_000 })).toMatchObject([{ channels: 1 }]);
    });
  });

  it('tells of a revocation which tickets it ends: all there were, and none that come', async () => {
    await at().admit([admission(1, 1), admission(2, 2), admission(1, 3)]);
    expect(await at().changes(0)).toEqual({ serial: 0, revoked: [], settings: undefined });
    await revoke(1);
    await at().admit([admission(1, 4)]);
    const { serial, revoked } = await at().changes(0);
    expect([serial, await at().feedSerial()]).toEqual([1, 1]);
    expect(revoked.map((row) => ({ ...row, clientId: hex(row.clientId) }))).toEqual([
      { serial: 1, clientId: hex(clientId(1)), ticketsUpTo: 3 },
    ]);
  });

  it('tells only what came behind the number asked for, and of each client the newest', async () => {
    await at().admit([admission(1, 1), admission(2, 2)]);
    for (const client of [1, 2, 1]) await revoke(client);
    const after = async (serial: number) => (await at().changes(serial)).revoked.map((row) => [row.serial, row.clientId[4]]);
    expect([await after(0), await after(2), await after(3)]).toEqual([
      [
        [2, 2],
        [3, 1],
      ],
      [[3, 1]],
      [],
    ]);
  });

  it('forgets a revocation a day after the last ticket it is about has ended', async () => {
    await at().admit([admission(1, 1, { validUntilMs: 5_000 })]);
    await revoke(1);
    await at().prune(5_000 + dayMs);
    expect((await at().changes(0)).revoked).toHaveLength(1);
    await at().prune(5_001 + dayMs);
    expect(await at().changes(0)).toMatchObject({ serial: 1, revoked: [] });
  });

  it('keeps the settings, which are in the feed too', async () => {
    expect(await at().transact((unit) => unit.settings())).toBeUndefined();
    for (const heartbeatMs of [1, 7]) {
      await at().transact((unit) => unit.setSettings({ ...settings, heartbeatMs }));
      expect(await at().transact((unit) => unit.settings())).toEqual({ ...settings, heartbeatMs });
    }
    expect(await at().changes(2)).toEqual({ serial: 2, revoked: [], settings: { ...settings, heartbeatMs: 7 } });
  });

  it('keeps the policy', async () => {
    const policy = { enrolment: 'closed', seeing: 'nobody', serving: 'declared' } as const;
    await at().transact((unit) => unit.setPolicy(policy));
    expect(await at().transact((unit) => unit.policy())).toEqual(policy);
    expect(await at().transact((unit) => unit.policy())).toEqual(policy);
  });

  it('keeps tokens as they were given, the newest first', async () => {
    const rows = [token(1, { name: 'adam', uses: 5 }), token(2, { rights: 15 })];
    await at().transact(async (unit) => {
      for (const row of rows) await unit.addToken(row);
      await unit.revokeToken(tokenId(2), 9);
    });
    const plain = (row: (typeof rows)[number]) => ({ ...row, id: hex(row.id), wrapped: hex(row.wrapped) });
    const found = await at().transact((unit) => unit.tokens());
    expect(found.map(plain)).toEqual([{ ...rows[1]!, revoked: true }, rows[0]!].map(plain));
    expect(plain((await at().terms(tokenId(1))).token!)).toEqual(plain(rows[0]!));
    expect(await at().transact((unit) => unit.token(tokenId(3)))).toBeUndefined();
  });

  it('spends a nonce once, and forgets it after an hour', async () => {
    const spend = (n: number, nowMs: number): Promise<boolean> =>
      at().transact((unit) => unit.spendNonce(testId('n', n).subarray(0, 16), nowMs));
    expect([await spend(1, 1), await spend(1, 2), await spend(2, 2)]).toEqual([true, false, true]);
    expect(await spend(1, 3_600_001)).toBe(false);
    expect(await spend(1, 3_600_002)).toBe(true);
  });

  it('chains the entries of the log, whoever writes them and however many at once', async () => {
    await at().transact((unit) => unit.note(note(1)));
    await at().admit([admission(2, 2), admission(3, 3)]);
    await Promise.all([4, 5].map((n) => at().transact((unit) => unit.note(note(n)))));
    const entries = await at().transact((unit) => unit.audit(0, 10));
    expect(entries.map(({ seq, action }) => [seq, action])).toEqual([
      [1, 'act-1'],
      [2, 'enrolled'],
      [3, 'enrolled'],
      [4, 'act-4'],
      [5, 'act-5'],
    ]);
    let previous = new Uint8Array(32);
    for (const entry of entries) {
      expect(hex(entry.hash)).toBe(hex(auditHash(previous, entry)));
      previous = Uint8Array.from(entry.hash);
    }
    expect(hex((await at().transact((unit) => unit.auditHead())).hash)).toBe(hex(previous));
    expect((await at().transact((unit) => unit.audit(2, 2))).map(({ seq }) => seq)).toEqual([3, 4]);
  });
}
