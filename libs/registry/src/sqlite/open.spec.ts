import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { registryCompliance } from '../testing/index.js';
import { admission, auditHash, clientId } from '../testing/rows.js';
import { openSqliteRegistry } from './open.js';

registryCompliance(
  'SQLite file',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyway-registry-'));
    return {
      open: () => openSqliteRegistry({ path: join(folder, 'registry.db'), auditHash }),
      remove: () => rm(folder, { recursive: true }),
    };
  },
  { durable: true },
);

registryCompliance(
  'SQLite in memory',
  async () => ({ open: () => openSqliteRegistry({ path: ':memory:', auditHash }), remove: async () => undefined }),
  { durable: false },
);

describe('the file of a registry', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keyway-registry-'));
    path = join(folder, 'registry.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = () => openSqliteRegistry({ path, auditHash });
  async function closedWithClients(count: number): Promise<void> {
    const registry = await open();
    await registry.admit(Array.from({ length: count }, (_, index) => admission(index, index)));
    await registry.close();
  }
  function change(sql: string): void {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  }

  it('is for its owner alone', async () => {
    const registry = await open();
    await registry.admit([admission(1, 1)]);
    for (const file of ['', '-wal']) expect(statSync(path + file).mode & 0o777).toBe(0o600);
    await registry.close();
  });

  it('is locked while it is open', async () => {
    const registry = await open();
    await expect(open()).rejects.toMatchObject({ name: 'WireError', reason: 'state_locked', message: expect.stringContaining(path) });
    await registry.admit([admission(1, 1)]);
    await registry.close();
    await (await open()).close();
  });

  it('that is no database is left as it is', async () => {
    writeFileSync(path, 'this is a shopping list\n'.repeat(100));
    await expect(open()).rejects.toMatchObject({ reason: 'state_damaged', message: expect.stringMatching(/registry\.db.*move it away/) });
    expect(readFileSync(path, 'utf8')).toContain('shopping list');
  });

  it('that is a database of something else is left as it is', async () => {
    change('create table recipes (title text)');
    await expect(open()).rejects.toMatchObject({ reason: 'state_damaged', message: expect.stringContaining('something else') });
  });

  it('that a newer version wrote is left as it is', async () => {
    await closedWithClients(1);
    change("insert into kysely_migration values ('0099-from-the-future', '2030-01-01')");
    await expect(open()).rejects.toMatchObject({ reason: 'state_damaged', message: expect.stringContaining('0099-from-the-future') });
  });

  it.each([20_000, 60_000])('that is damaged around byte %i is reported and kept', async (at) => {
    await closedWithClients(2_000);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, at, at + 8_192);
    writeFileSync(path, bytes);
    await expect(open()).rejects.toMatchObject({ reason: 'state_damaged', message: expect.stringContaining(path) });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('whose header is damaged, at any byte and whatever is left of it, opens as it was or is reported as damaged', async () => {
    await closedWithClients(3);
    const sound = readFileSync(path);
    const reasons = new Set<string>();
    for (const [from, to] of [...Array.from({ length: 100 }, (_, at) => [at, at + 1]), [10, 60], [0, 100]]) {
      const bytes = Buffer.from(sound);
      for (let at = from!; at < to!; at += 1) bytes[at]! ^= 0x55;
      writeFileSync(path, bytes);
      const registry = await open().catch((thrown: { reason: string }) => void reasons.add(thrown.reason));
      if (registry) expect((await registry.counts()).clients).toBe(3);
      await registry?.close();
    }
    expect([...reasons]).toEqual(['state_damaged']);
  });

  it('whose folder is missing says so', async () => {
    path = join(folder, 'nowhere', 'registry.db');
    await expect(open()).rejects.toMatchObject({ reason: 'store_failed', message: expect.stringContaining('ENOENT') });
  });

  it('that cannot grow rejects with `store_full`, admits nothing of that batch, and lives on', async () => {
    let registry = await openSqliteRegistry({ path, maxFileBytes: 200_000, auditHash });
    await registry.admit([admission(1, 1)]);
    const batch = Array.from({ length: 3_000 }, (_, index) => admission(100 + index, 100 + index));
    await expect(registry.admit(batch)).rejects.toMatchObject({ reason: 'store_full', message: expect.stringContaining(path) });
    expect(await registry.counts()).toEqual({ clients: 1, channels: 1 });
    expect(await registry.client(clientId(1))).toBeDefined();
    expect(await registry.admit([admission(2, 2)])).toMatchObject([{ kind: 'admitted' }]);
    await registry.close();
    registry = await open();
    expect((await registry.admit(batch)).every(({ kind }) => kind === 'admitted')).toBe(true);
    await registry.close();
  });
});
