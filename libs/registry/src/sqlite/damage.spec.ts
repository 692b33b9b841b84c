import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Damage } from '../sql/checks.js';
import { admission, auditHash, clientId, nameOf, token, tokenId } from '../testing/rows.js';
import { sqliteError } from './failure.js';
import { openSqliteRegistry } from './open.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-registry-damage-'));
const path = join(folder, 'registry.db');
let reported: Damage[];
beforeEach(async () => {
  reported = [];
  const registry = await open();
  await registry.admit([admission(1, 1), admission(2, 2)]);
  await registry.transact(async (unit) => {
    await unit.addName(nameOf(1, 'adam'), 1);
    await unit.addToken(token(1));
    await unit.putService({ name: 'index', ownerId: clientId(1), members: true, workers: [] }, 1);
    await unit.revokeTickets(clientId(2));
    await unit.changeClient(clientId(2), { blocked: true });
  });
  await registry.close();
});
afterEach(() => ['', '-wal', '-synced'].forEach((end) => rmSync(path + end, { force: true })));
afterAll(() => rmSync(folder, { recursive: true }));

const open = () => openSqliteRegistry({ path, auditHash, onDamage: (damage) => reported.push(damage) });
/** As damage would: the checksums stay. */
async function damaged(sql: string) {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
  return open();
}
const rows = (table: string): Damage => ({ kind: 'rows', table, rows: 1 });

it('whoever was blocked does not come back by a damaged row, nor with the same key, and others go on', async () => {
  const registry = await damaged(`update client set blocked = 0 where id = x'${Buffer.from(clientId(2)).toString('hex')}'`);
  expect(reported).toEqual([rows('client')]);
  expect(await registry.client(clientId(2))).toBeUndefined();
  expect(await registry.admit([admission(2, 9), admission(1, 10)])).toMatchObject([{ kind: 'unknown_client' }, { kind: 'admitted' }]);
  expect(reported).toHaveLength(1);
  await registry.close();
});

it('a damaged name is nobody’s, and nobody gets it', async () => {
  const registry = await damaged("update name set created_ms = 7 where name = 'adam'");
  expect(await registry.named(['adam'])).toEqual([undefined]);
  expect(await registry.client(clientId(1))).toMatchObject({ name: undefined });
  await expect(registry.transact((unit) => unit.namesLike('adam', '~adam'))).rejects.toMatchObject({ reason: 'state_damaged' });
  expect(reported).toEqual([rows('name')]);
  await registry.close();
});

it('a damaged policy is the strictest until operators set it again', async () => {
  const registry = await damaged("update policy set seeing = 'nobodx'");
  expect(await registry.admit([admission(3, 3)])).toEqual([{ kind: 'closed' }]);
  await registry.transact((unit) => unit.setPolicy({ enrolment: 'open', seeing: 'members', serving: 'first' }));
  expect(await registry.admit([admission(3, 3)])).toMatchObject([{ kind: 'admitted' }]);
  expect(reported).toEqual([rows('policy')]);
  await registry.close();
});

it('a damaged token lets nobody in, and a damaged service is not somebody else’s', async () => {
  const registry = await damaged('update token set uses = 64; update service set members = 0');
  expect((await registry.terms(tokenId(1))).token).toBeUndefined();
  await expect(registry.serviceTerms('index', clientId(1))).rejects.toMatchObject({ reason: 'state_damaged' });
  expect(reported).toEqual([rows('token'), rows('service')]);
  await registry.close();
});

it('a damaged revocation takes all tickets of its client, and routers hear of it', async () => {
  let registry = await open();
  const { serial } = await registry.changes(0);
  await registry.close();
  registry = await damaged('update revocation set tickets_up_to = 0');
  const { revoked } = await registry.changes(serial);
  expect(revoked).toMatchObject([{ ticketsUpTo: expect.any(Number) }]);
  expect(revoked[0]!.ticketsUpTo).toBeGreaterThanOrEqual(2);
  expect(reported).toEqual([rows('revocation')]);
  await registry.close();
});

it('a counter of which one copy is damaged goes on behind both', async () => {
  const registry = await damaged("update counter set value = value - 2 where name = 'serial'");
  expect(await registry.admit([admission(1, 20)])).toMatchObject([{ kind: 'admitted', serial: expect.any(Number) }]);
  expect(reported).toEqual([rows('counter')]);
  await registry.close();
});

it('a page behind the end of the file is damage, a disk that fails is as good as full', () => {
  const engine = (errcode: number): Error => Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode });
  expect(sqliteError(engine(522), path)).toMatchObject({ reason: 'state_damaged', message: expect.stringContaining(path) });
  expect(sqliteError(engine(10), path)).toMatchObject({ reason: 'store_full' });
});
