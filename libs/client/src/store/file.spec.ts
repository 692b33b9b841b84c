import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { FileStore, type FileStoreOptions } from './file.js';
import { JournalWriter, magic } from './journal.js';
import type { StateEntry, StoredState } from './store.js';

let folder: string;
let journal: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyway-store-'));
  journal = join(folder, 'journal');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const id = (byte: number, length: number): Uint8Array => new Uint8Array(length).fill(byte);
const posted = (seq: number): StateEntry => ({
  ...{ kind: 'posted', stream: id(7, 16), to: id(4, 32), seq },
  ...{ createdMs: 1, lifetimeS: 0, body: Uint8Array.of(seq, seq, seq) },
});
const entries: readonly StateEntry[] = [
  { kind: 'owner', fleet: id(1, 32), client: id(2, 32) },
  { kind: 'mark', sender: id(3, 32), stream: id(5, 16), done: 8, inHand: 9 },
  ...[1, 2, 3].map(posted),
  { kind: 'enrolled' },
];

const opened = async (options?: FileStoreOptions): Promise<StoredState> => {
  const store = new FileStore(folder, options);
  try {
    return await store.open();
  } finally {
    await store.close();
  }
};
const bytesOf = (list: readonly StateEntry[]): Buffer =>
  Buffer.concat([magic, ...list.map((e) => Buffer.from(new JournalWriter().encode([e])))]);
const seqs = (state: StoredState): number[] => state.outbox.flatMap(({ messages }) => messages.map(({ seq }) => seq));

it('keeps its folder and its file to its user', async () => {
  const inner = join(folder, 'inner');
  const store = new FileStore(inner);
  await store.open();
  const modes = await Promise.all(
    [inner, join(inner, 'journal'), join(inner, 'lock')].map(async (path) => (await stat(path)).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
  await store.close();
  expect(await readdir(inner)).toEqual(['journal']);
});

it('cut short, opens with all whole entries and says what was cut off', async () => {
  const whole = bytesOf(entries);
  const ends = entries.map((_, i) => bytesOf(entries.slice(0, i + 1)).length);
  for (let length = 0; length < whole.length; length += length % 4 === 0 ? 1 : 3) {
    await writeFile(journal, whole.subarray(0, length));
    const state = await opened();
    const kept = ends.filter((end) => end <= length).length;
    expect([state.owner !== undefined, state.marks.length, seqs(state).length]).toEqual([
      kept > 0,
      kept > 1 ? 1 : 0,
      Math.max(0, Math.min(3, kept - 2)),
    ]);
    const isBoundary = length === 0 || length === magic.length || ends.includes(length);
    expect(state.damage === undefined).toBe(isBoundary);
  }
});

it('with one byte changed, is refused by name, or read in full, or said to be cut; with `salvage` it gives what can be read', async () => {
  const whole = bytesOf(entries);
  for (let at = 0; at < whole.length; at += 5) {
    const changed = Buffer.from(whole);
    changed[at]! ^= 1 << (at % 8);
    await writeFile(journal, changed);
    const outcome = await opened().catch((thrown: unknown) => thrown as { reason: string; message: string });
    if (!('reason' in outcome)) throw new Error(`byte ${at} was changed, and nobody noticed`);
    expect(outcome.reason).toBe('state_damaged');
    expect(outcome.message).toContain(journal);
    expect(await readFile(journal)).toEqual(changed); // untouched
    const saved = await opened({ salvage: true });
    expect(saved.damage).toContain('journal.damaged-');
    const lost = [saved.owner === undefined, saved.marks.length === 0, seqs(saved).length < 3, !saved.enrolled].filter(Boolean);
    expect(lost.length).toBeLessThanOrEqual(1); // the entry that was hit
    for (const name of await readdir(folder)) if (name.includes('damaged')) await rm(join(folder, name));
  }
});

it('takes space that was never filled, as a power failure leaves it, for an end that was cut off', async () => {
  await writeFile(journal, Buffer.concat([bytesOf(entries), Buffer.alloc(100)]));
  const state = await opened();
  expect([seqs(state), state.damage]).toEqual([[1, 2, 3], expect.stringContaining('100 bytes')]);
  expect((await opened()).damage).toBeUndefined();
});

it.each([
  ['another kind of file', Buffer.from('#!/bin/sh\necho\n')],
  ['an entry of a newer version', Buffer.concat([magic, newer()])],
])('refuses %s', async (_, bytes) => {
  await writeFile(journal, bytes);
  await expect(opened()).rejects.toMatchObject({ reason: 'state_damaged' });
});

it('stays small while messages come and go, and keeps all of them', async () => {
  const store = new FileStore(folder, { compactBytes: 10_000 });
  await store.open();
  let most = 0;
  for (let seq = 1; seq <= 3_000; seq += 1) {
    store.append([posted(seq), { kind: 'mark', sender: id(3, 32), stream: id(5, 16), done: seq, inHand: seq + 1 }]);
    if (seq > 10) store.append([{ kind: 'answered', stream: id(7, 16), upTo: seq - 10 }]);
    if (seq % 100 === 0) most = Math.max(most, (await stat(journal)).size);
  }
  expect(most).toBeLessThan(11_000);
  await store.close();
  const state = await opened();
  expect(seqs(state)).toEqual(Array.from({ length: 10 }, (_, i) => 2_991 + i));
  expect(state.marks).toMatchObject([{ done: 3_000, inHand: 3_001 }]);
});

it('removes what a compaction left that did not finish', async () => {
  await writeFile(journal, bytesOf(entries));
  await writeFile(`${journal}.new`, 'half a file');
  expect(seqs(await opened())).toEqual([1, 2, 3]);
  expect(await readdir(folder)).toEqual(['journal']);
});

describe('the lock', () => {
  it('of a process that ended is taken over, also when its pid is used again', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const text of [
      JSON.stringify({ pid, started: 'x' }),
      JSON.stringify({ pid: process.pid, started: 'another time' }),
      '',
      '{',
      'null',
    ]) {
      await writeFile(join(folder, 'lock'), text);
      expect((await opened()).damage).toBeUndefined();
    }
    expect(await readdir(folder)).toEqual(['journal']);
  });

  it('goes to one of many who want it', async () => {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: 'another time' }));
    const stores = Array.from({ length: 10 }, () => new FileStore(folder));
    const results = await Promise.allSettled(stores.map((store) => store.open()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
    expect(await readdir(folder)).toEqual(['journal']);
  });
});

it('says which folder it cannot use', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(new FileStore(join(folder, 'file', 'state')).open()).rejects.toMatchObject({
    reason: 'file_unreadable',
    message: expect.stringContaining('ENOTDIR'),
  });
});

function newer(): Buffer {
  const entry = Buffer.from(new JournalWriter().encode([{ kind: 'enrolled' }]));
  entry[12] = 99;
  entry.writeUInt32LE(crc32(entry.subarray(12)), 8);
  return entry;
}
