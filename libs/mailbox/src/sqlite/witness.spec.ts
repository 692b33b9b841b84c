import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareMending, readWitness } from '@keyway/sqlite-log';
import { quickFolder, readFiles, writeFiles } from '@keyway/sqlite-log/testing';
import type { Files } from '@keyway/sqlite-log/testing';
import { aKilledStore, lookInto } from '../testing/flips.js';
import { openInProcess } from '../testing/in-process.js';
import { readAll, testRun } from '../testing/runs.js';

let folder: string;
let path: string;
let sound: Files;
beforeAll(() => {
  const place = mkdtempSync(join(quickFolder, 'keyway-mailbox-sound-'));
  sound = aKilledStore(place);
  rmSync(place, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(quickFolder, 'keyway-mailbox-witness-'));
  path = join(folder, 'damaged.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const frameSize = 4_120;
const writtenTo = (where: string, files: Files): string => {
  writeFiles(where, files);
  return where;
};
const spoil = (log: Buffer, at: number, length: number): Buffer => Buffer.from(log).fill(0x55, at, at + length);

it('of a log with a spoilt sector loses what lay there and nothing behind it, and keeps the spoilt one', () => {
  const log = spoil(sound.log, 32 + 100 * frameSize + 1_000, 512);
  const { unusable, lost } = lookInto(folder, { ...sound, log }, true);
  expect(unusable).toBeUndefined();
  expect(lost).toBeLessThan(9);
  const [kept] = readdirSync(folder).filter((name) => name.includes('-wal.damaged-'));
  expect(readFileSync(join(folder, kept!)).equals(log)).toBe(true);
});

it.each([
  ['in the middle', 100],
  ['at the end', -1],
])('of a log with a spoilt frame %s believes no page number that cannot be', (_, index) => {
  const frames = readWitness(writtenTo(path, sound))!.frames;
  const log = spoil(sound.log, 32 + ((index + frames) % frames) * frameSize, 512);
  expect([undefined, 'state_damaged']).toContain(lookInto(folder, { ...sound, log }, true).unusable);
  expect(statSync(path).size).toBeLessThan(2 * sound.db.length);
});

it.each([
  ['header', 0, 32],
  ['first frame’s header', 32 + 16, 8],
])('puts the %s of a log back: nothing is lost', (_, at, length) => {
  expect(lookInto(folder, { ...sound, log: spoil(sound.log, at, length) }, true)).toEqual({ unusable: undefined, lost: 0 });
});

it('finishes what a crash interrupted while a log was mended', () => {
  const log = spoil(sound.log, 0, 32);
  writeFiles(path, { ...sound, log });
  expect(prepareMending(path, readWitness(path))).toBe(true);
  for (const interrupted of [readFiles(path), { ...readFiles(path), log: Buffer.alloc(0) }]) {
    const mended = readFileSync(`${path}-wal-mended`);
    expect(lookInto(folder, interrupted, false)).toEqual({ unusable: undefined, lost: 0 });
    expect(existsSync(`${path}-wal-mended`)).toBe(false);
    writeFileSync(`${path}-wal-mended`, mended);
  }
});

it('says what is missing when the log was lost altogether', () => {
  const { unusable, lost } = lookInto(folder, { ...sound, log: Buffer.alloc(0) }, true);
  expect(unusable).toBeUndefined();
  expect(lost).toBeGreaterThan(100);
});

it('takes a store that was emptied for damage, and one that was moved away for a fresh start', async () => {
  const first = openInProcess(path);
  await first.append([testRun(), testRun({ first: 2 })]);
  await first.close();
  const bytes = readFileSync(path);
  truncateSync(path, 0);
  expect(() => openInProcess(path)).toThrow(/holds nothing, and did; nothing was changed/);
  writeFileSync(path, bytes);
  renameSync(path, `${path}.away`);
  const fresh = openInProcess(path);
  expect([await readAll(fresh), fresh.drops, (await fresh.stats()).totals.stored]).toEqual([[], [], 0]);
  await fresh.close();
  renameSync(`${path}.away`, path);
  const again = openInProcess(path);
  expect([(await readAll(again)).length, again.drops]).toEqual([2, []]);
  await again.close();
});

it('makes no new store of one whose log held everything', async () => {
  const first = openInProcess(path);
  await first.append([testRun()]);
  const files = readFiles(path);
  await first.close();
  writeFiles(path, { ...files, log: Buffer.alloc(0) });
  expect(() => openInProcess(path)).toThrow(/holds nothing, and did/);
});
