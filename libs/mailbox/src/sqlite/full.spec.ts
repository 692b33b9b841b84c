import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailboxStore } from '../mailbox.js';
import { room } from '../testing/place.js';
import { expectSumsToHold, readAll, recipient, testRun } from '../testing/runs.js';
import { openSqliteMailbox } from './store.js';
import type { SqliteMailboxOptions } from './store.js';

let folder: string;
let mounted: boolean;
let store: MailboxStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-mailbox-full-'));
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]).status === 0;
});
afterEach(async () => {
  await store.close();
  if (mounted) expect(spawnSync('umount', [folder]).status).toBe(0);
  rmSync(folder, { recursive: true });
});

/** Where nothing may be mounted the file itself is kept small: SQLite meets the same error in the same place. */
async function open(options: Partial<SqliteMailboxOptions> = {}): Promise<void> {
  const small = mounted ? {} : { maxFileBytes: 2_097_152 };
  store = await openSqliteMailbox({ path: join(folder, 'mailboxes.db'), sweepEveryMs: 20, quota: { bytes: 1e9 }, ...small, ...options });
}

/** Appends to recipients 1 and 2 until the store is full; returns how many were stored, and the outcome that ended it. */
async function fill(): Promise<{ stored: number; last: unknown }> {
  for (let first = 1; ; first += 1) {
    const outcomes = await store.append([1, 2].map((to) => testRun({ to, stream: to, first, bodySize: 60_000 })));
    if (outcomes[0]!.kind !== 'stored') return { stored: first - 1, last: outcomes };
  }
}

it.each([
  ['with its reserve', undefined],
  ['to the last byte', 0],
])(
  'refuses `store_full` when the disk is full %s, delivers and forgets on, and takes messages again by itself',
  async (_, keepFreeBytes) => {
    await open(keepFreeBytes === undefined ? {} : { keepFreeBytes });
    const others = join(folder, 'somebody-elses-file');
    const toTheLastByte = mounted && keepFreeBytes === 0;
    if (toTheLastByte) writeFileSync(others, Buffer.alloc(1_000_000));
    const { stored, last } = await fill();
    expect(stored).toBeGreaterThan(5);
    expect(last).toEqual([1, 2].map(() => ({ kind: 'refused', reason: 'store_full', fromSeq: stored + 1 })));
    await expectSumsToHold(store);

    const runs = await readAll(store, 1);
    expect(runs.map(({ firstSeq }) => firstSeq)).toEqual(Array.from({ length: stored }, (__, index) => index + 1));
    const told: number[] = [];
    store.onRoom((to) => told.push(to[4]!));
    const roomy = room(store);
    await store.release(runs.map(({ id }) => id));
    expect(await readAll(store, 1)).toEqual([]);
    expect(await store.stats()).toMatchObject({ messages: stored, totals: { released: stored } });
    if (toTheLastByte) rmSync(others); // nothing can be written there, not even that something is gone

    await roomy;
    await store.stats();
    expect(told.sort()).toEqual([1, 2]);
    expect(await store.append([testRun({ to: 1, stream: 1, first: stored + 1, bodySize: 60_000 })])).toMatchObject([{ kind: 'stored' }]);
    await expectSumsToHold(store);
  },
);

it('recovers without a restart when others free the disk, and has lost nothing after one', async () => {
  await open();
  const path = join(folder, 'somebody-elses-file');
  if (mounted) writeFileSync(path, Buffer.alloc(2_000_000));
  const { stored } = await fill();
  if (mounted) {
    const roomy = room(store);
    rmSync(path);
    expect([...(await roomy)]).toEqual([...recipient(1)]);
    expect(await store.append([testRun({ first: stored + 1, stream: 1, bodySize: 60_000 })])).toMatchObject([{ kind: 'stored' }]);
  }
  await store.close();
  await open();
  expect((await readAll(store, 2)).map(({ firstSeq }) => firstSeq)).toEqual(Array.from({ length: stored }, (__, index) => index + 1));
  await expectSumsToHold(store);
});
