import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MailboxStore } from '../mailbox.js';
import { expectSumsToHold, readAll, recipient, testRun } from '../testing/runs.js';
import { openInProcess } from '../testing/in-process.js';
import { openSqliteMailbox } from './store.js';

let folder: string;
let path: string;
let stores: MailboxStore[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-mailbox-damage-'));
  path = join(folder, 'mailboxes.db');
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true });
});

function open(): ReturnType<typeof openInProcess> {
  const store = openInProcess(path);
  stores.push(store);
  return store;
}

function refusal(): unknown {
  try {
    open();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Ten runs of two messages to recipient 1, closed. */
async function tenRuns(): Promise<void> {
  const store = open();
  await store.append(Array.from({ length: 10 }, (_, index) => testRun({ first: 1 + index * 2, count: 2 })));
  await store.close();
}

function change(sql: string): void {
  const db = new DatabaseSync(path, { defensive: false });
  db.exec(sql);
  db.close();
}

/** Flips one bit of one column of the row with this id. */
function flip(table: string, column: string, id: number, bit: number): void {
  const db = new DatabaseSync(path);
  const bytes = db.prepare(`select ${column} as bytes from ${table} where id = ?`).get(id)!['bytes'] as Uint8Array;
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  db.prepare(`update ${table} set ${column} = ? where id = ?`).run(bytes, id);
  db.close();
}

const shape = (runs: Awaited<ReturnType<typeof readAll>>) =>
  runs.map(({ firstSeq, count, skipped }) => `${firstSeq}+${count}${skipped ? ' skip' : ''}`);
const whole = Array.from({ length: 10 }, (_, index) => `${1 + index * 2}+2`);
const withSkipAt = (index: number) => whole.map((run, at) => (at === index ? `${run} skip` : run));

describe('a flipped bit', () => {
  it.each([0, 9, 70, 159])('in the bodies (bit %i) makes that row a skip, named once, and the rest lives on', async (bit) => {
    await tenRuns();
    flip('run', 'bodies', 4, bit);
    const store = open();
    const { drops } = store;
    expect(shape(await readAll(store))).toEqual(withSkipAt(3));
    expect(shape(await readAll(store))).toEqual(withSkipAt(3));
    expect(drops).toMatchObject([{ reason: 'damaged', firstSeq: 7, count: 2 }]);
    expect([...drops[0]!.recipient]).toEqual([...recipient(1)]);
    expect(await store.stats()).toMatchObject({ rows: 10, messages: 18, dropped: { damaged: 2 } });
    await store.release((await readAll(store)).map(({ id }) => id));
    await store.close();
    const again = open();
    expect(await again.stats()).toMatchObject({ rows: 0, dropped: { damaged: 2 }, totals: { stored: 20, released: 18 } });
    expect(again.drops).toEqual([]);
  });

  it.each([
    ['waiting', 'recipient'],
    ['waiting', 'head'],
    ['run', 'whole'],
  ])('in one copy of the head (%s.%s) loses nothing', async (table, column) => {
    await tenRuns();
    for (const bit of [3, 200]) flip(table, column, 4, bit);
    const store = open();
    const { drops } = store;
    const runs = await readAll(store);
    expect(shape(runs)).toEqual(whole);
    await store.release(runs.map(({ id }) => id));
    expect(await store.stats()).toMatchObject({ rows: 0, totals: { stored: 20, released: 20 } });
    expect(drops).toEqual([]);
    await expectSumsToHold(store);
  });

  it('in both copies of the head loses that row, and says so', async () => {
    await tenRuns();
    flip('waiting', 'head', 4, 300);
    flip('run', 'whole', 4, 300);
    const store = open();
    const { drops } = store;
    expect(shape(await readAll(store))).toEqual(whole.filter((_, index) => index !== 3));
    expect(drops).toMatchObject([{ reason: 'damaged', count: 2 }]);
    expect(await store.stats()).toMatchObject({ rows: 9, messages: 18, dropped: { damaged: 2 } });
    await expectSumsToHold(store);
  });

  it('in the id of an entry loses nothing', async () => {
    await tenRuns();
    change('update waiting set id = id + 4611686018427387904 where id = 4');
    const store = open();
    const { drops } = store;
    expect(shape(await readAll(store))).toEqual(whole);
    expect(drops).toEqual([]);
  });

  it('in a mark never makes a message pass for stored', async () => {
    await tenRuns();
    change('update mark set seq = seq + 1048576');
    const store = open();
    expect(await store.append([testRun({ first: 21 })])).toMatchObject([{ kind: 'stored' }]);
  });

  it('in the sums keeps what waits', async () => {
    await tenRuns();
    change('update sums set stored = stored + 64');
    const store = open();
    expect(await store.stats()).toMatchObject({ messages: 20, totals: { stored: 20 } });
    await expectSumsToHold(store);
  });
});

it('in which nothing can be written any more refuses, tells once that it is damaged, and still delivers', async () => {
  await tenRuns();
  const db = new DatabaseSync(path);
  const { page } = db.prepare("select rootpage as page from sqlite_schema where tbl_name = 'mark' and type = 'index'").get() as {
    page: number;
  };
  db.close();
  writeFileSync(path, readFileSync(path).fill(0x55, (page - 1) * 4_096, page * 4_096));
  const faults: string[] = [];
  const store = await openSqliteMailbox({ path, onFault: ({ reason }) => faults.push(reason) });
  stores.push(store);
  for (const first of [21, 21, 1]) {
    expect(await store.append([testRun({ first })])).toEqual([{ kind: 'refused', reason: 'store_failed', fromSeq: first }]);
  }
  const runs = await readAll(store);
  expect(shape(runs)).toEqual(whole);
  expect(faults).toEqual(['state_damaged']);
});

it('survives a row that vanished, and counts it', async () => {
  await tenRuns();
  change('delete from waiting where id = 4; delete from run where id = 4');
  const store = open();
  const { drops } = store;
  expect(await store.stats()).toMatchObject({ messages: 18, dropped: { damaged: 2 } });
  expect(drops).toMatchObject([{ reason: 'damaged', count: 2 }]);
});

describe('a file that cannot be used', () => {
  it('that is no database is left as it is', async () => {
    writeFileSync(path, 'this is a shopping list\n'.repeat(100));
    expect(refusal()).toMatchObject({ name: 'WireError', reason: 'state_damaged', message: expect.stringContaining(path) });
    expect(readFileSync(path, 'utf8')).toContain('shopping list');
  });

  it('that is a database of something else is left as it is', async () => {
    change('create table recipes (title text)');
    expect(refusal()).toMatchObject({ reason: 'state_damaged', message: expect.stringMatching(/something else.*move it away/) });
  });

  it('that has another schema version is left as it is', async () => {
    await tenRuns();
    change('pragma user_version = 99');
    expect(refusal()).toMatchObject({ reason: 'state_damaged', message: expect.stringContaining('schema version 99') });
  });

  it('whose damaged schema hides every row is left as it is, for all of them may still be there', async () => {
    await tenRuns();
    change(
      "pragma writable_schema = on; update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'mark') where name = 'run'",
    );
    expect(refusal()).toMatchObject({ reason: 'state_damaged', message: expect.stringContaining('nothing was changed') });
  });

  it('that was cut short is reported', async () => {
    await tenRuns();
    writeFileSync(path, readFileSync(path).subarray(0, 6_000));
    expect(refusal()).toMatchObject({ reason: 'state_damaged' });
  });

  it('that another thread has open is locked', async () => {
    const store = await openSqliteMailbox({ path });
    stores.push(store);
    await expect(openSqliteMailbox({ path })).rejects.toMatchObject({ reason: 'state_locked', message: expect.stringContaining(path) });
    expect(refusal()).toMatchObject({ reason: 'state_locked' });
    await store.append([testRun()]);
    await store.close();
    expect(await readAll(open())).toHaveLength(1);
  });

  it('whose folder is missing says so', async () => {
    path = join(folder, 'nowhere', 'mailboxes.db');
    expect(refusal()).toMatchObject({ reason: 'store_failed', message: expect.stringContaining('ENOENT') });
  });
});

it('creates its files for the owner alone', async () => {
  await tenRuns();
  open();
  for (const file of ['', '-wal']) expect(statSync(path + file).mode & 0o777).toBe(0o600);
});
