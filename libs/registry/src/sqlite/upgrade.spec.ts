import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { firstTables } from '../sql/migration-0001.js';
import { admission, auditHash, channelId, clientId, epoch, hex } from '../testing/rows.js';
import { forKysely } from './database.js';
import { openSqliteRegistry } from './open.js';

const folder = mkdtempSync(join(tmpdir(), 'keyway-registry-upgrade-'));
const path = join(folder, 'registry.db');
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as the version with the first tables alone left it: three clients, one of them with two channels, an epoch. */
async function oldFile(): Promise<void> {
  const db = new DatabaseSync(path);
  db.exec(`pragma application_id = ${0x4b575247}`);
  const kysely = new Kysely<never>({ dialect: new SqliteDialect({ database: forKysely(db) }) });
  const provider = { getMigrations: async () => ({ '0001-first-tables': firstTables({ bytes: 'blob' }) }) };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error) throw error as Error;
  const addClient = db.prepare('insert into client (id, spki, serial, rights, created_ms) values (?, ?, ?, ?, ?)');
  for (const [n, serial, rights] of [
    [1, 2, 1],
    [2, 3, 1],
    [3, 0, 3],
  ] as const)
    addClient.run(clientId(n), Uint8Array.of(0x30, n), serial, rights, 500 + n);
  const addChannel = db.prepare('insert into channel (id, client_id, serial, issued_ms, valid_until_ms, source) values (?, ?, ?, ?, ?, ?)');
  for (const [n, client, issued] of [
    [1, 1, 1_000],
    [2, 1, 2_000],
    [3, 2, 1_500],
  ] as const)
    addChannel.run(channelId(n), clientId(client), n, issued, 5_000, 'tcp:192.0.2.1');
  const { id, purpose, wrapped, notBeforeMs, issueUntilMs, acceptUntilMs } = epoch(7);
  db.prepare('insert into epoch values (?, ?, ?, ?, ?, ?)').run(purpose, id, wrapped, notBeforeMs, issueUntilMs, acceptUntilMs);
  db.exec("update counter set value = 3 where name = 'serial'");
  await kysely.destroy();
}

it('a file with the first tables is brought up to date: nothing is lost, members may do what members may, the old channels stay known', async () => {
  await oldFile();
  let registry = await openSqliteRegistry({ path, auditHash });
  for (let opened = 0; opened < 2; opened += 1) {
    expect(await registry.counts()).toEqual({ clients: 3, channels: 3 });
    const clients = await registry.transact((unit) => unit.clients({ limit: 10, nowMs: 4_000 }));
    expect(
      clients.map(({ id, rights, serial, createdMs, seenMs, channels }) => [hex(id), rights, serial, createdMs, seenMs, channels]),
    ).toEqual([
      [hex(clientId(1)), 13, 2, 501, 2_000, 2],
      [hex(clientId(2)), 13, 3, 502, 1_500, 1],
      [hex(clientId(3)), 3, 0, 503, 503, 0],
    ]);
    for (const { hidden, blocked, name } of clients) expect([hidden, blocked, name]).toEqual([false, false, undefined]);
    expect((await registry.epochs('ticket')).map(({ id }) => id)).toEqual([7]);
    expect(await registry.transact((unit) => unit.policy())).toEqual({ enrolment: 'open', seeing: 'members', serving: 'first' });
    expect(await registry.admit([admission(1, 1)])).toEqual([{ kind: 'known' }]);
    await registry.close();
    registry = await openSqliteRegistry({ path, auditHash });
  }
  expect(await registry.admit([admission(1, 9)])).toMatchObject([
    { kind: 'admitted', serial: expect.any(Number), newClient: false, rights: 13 },
  ]);
  expect((await registry.client(clientId(1)))!.serial).toBeGreaterThan(3);
  await registry.close();
});
