import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { below, quickFolder, readFiles, writeFiles } from '@keyway/sqlite-log/testing';
import type { Files } from '@keyway/sqlite-log/testing';
import { openDatabase, pragma } from '../sqlite/database.js';
import { openEngine } from '../sqlite/open.js';
import type { Engine } from '../sqlite/engine.js';
import type { Drop } from '../mailbox.js';
import { Disk } from './disk.js';
import { Traffic, waitingIn } from './traffic.js';

const sectorSize = 512;
const logHeaderSize = 32;
type Random = (limit: number) => number;

/** Nothing that was stored is lost, nothing is there by half and nothing is called damage when the power fails in the middle of a commit. */
export function survivesPowerFailures(commits: number, failuresEach: number): void {
  it(
    `R4 has all that was stored, and of the commit under way all or nothing, when the power fails: ${commits * failuresEach} failures`,
    () => {
      const folder = mkdtempSync(join(quickFolder, 'keyway-mailbox-power-'));
      const { engine } = opened(join(folder, 'mailboxes.db'));
      const traffic = new Traffic(engine, 4);
      const random = below(20_261_121);
      const ended = { before: 0, after: 0 };
      let files = readFiles(join(folder, 'mailboxes.db'));
      const witnesses: Buffer[] = [none];
      let waiting = waitingIn(engine);
      let checkpoints = 0;
      for (let commit = 0; commit < commits; commit += 1) {
        const before = { files, waiting, totals: engine.stats() };
        const batch = traffic.step();
        files = readFiles(join(folder, 'mailboxes.db'));
        waiting = waitingIn(engine);
        witnesses.push(before.files.witness);
        if (!files.db.equals(before.files.db)) checkpoints += 1;
        for (let failure = 0; failure < failuresEach; failure += 1) {
          const path = join(folder, 'failed.db');
          const witness = oneOf(witnesses, random);
          writeFiles(
            path,
            interrupted({ ...before.files, witness }, { ...files, witness: oneOf([files.witness, witness], random) }, random),
          );
          const after = opened(path);
          expect(after.drops).toEqual([]);
          const found = waitingIn(after.engine);
          const end = found === before.waiting ? 'before' : 'after';
          if (end === 'after') expect(found).toBe(waiting);
          expect(after.engine.stats()).toEqual(end === 'before' ? before.totals : engine.stats());
          ended[end] += 1;
          const outcomes = after.engine.write(batch, [], 1); // nobody was told: it is sent again
          expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set([end === 'before' ? 'stored' : 'duplicate']));
          after.engine.close();
        }
      }
      engine.close();
      rmSync(folder, { recursive: true });
      expect([checkpoints, ended.before, ended.after].every((count) => count > 0)).toBe(true);
    },
    200 * commits * failuresEach,
  );
}

export function opened(path: string): { readonly engine: Engine; readonly drops: readonly Drop[] } {
  const quota = { bytes: 1e9, messages: 1e9 };
  const found = openEngine({ path, quota, longestLifetimeMs: 1, keepFreeBytes: 0, maxFileBytes: undefined });
  if (found.kind === 'failed') throw new Error(found.failure.detail);
  return found;
}

/**
 * The files as a power failure in the middle of one commit leaves them. SQLite syncs between its steps: a fresh header of the log,
 * its frames, then the pages a checkpoint moves; of the step under way any sectors are there and any are not. The witness is never
 * synced: it may be of any age.
 */
function interrupted(before: Files, after: Files, random: Random): Files {
  const step = random(4);
  const head = (log: Buffer): Buffer => log.subarray(0, logHeaderSize);
  const newHeader = !head(before.log).equals(head(after.log));
  if (newHeader && step === 0)
    return { ...before, log: torn(before.log, Buffer.concat([head(after.log), before.log.subarray(32)]), random) };
  const started = newHeader ? Buffer.concat([head(after.log), before.log.subarray(logHeaderSize)]) : before.log;
  if (step <= 2) return { db: before.db, log: torn(started, after.log, random), witness: before.witness };
  return { db: torn(before.db, after.db, random), log: after.log, witness: after.witness };
}

const none = Buffer.alloc(0);
const oneOf = <T>(all: readonly T[], random: Random): T => all[random(all.length)]!;

/** Of what changed, some sectors; a file that grew has its new length, or ends with the last sector that made it. */
function torn(before: Buffer, after: Buffer, random: Random): Buffer {
  const chance = oneOf([0, 1, 5, 9, 10], random);
  const bytes = Buffer.alloc(Math.max(before.length, after.length));
  before.copy(bytes);
  let end = before.length;
  for (let at = 0; at < after.length; at += sectorSize) {
    const sector = after.subarray(at, at + sectorSize);
    if (sector.equals(before.subarray(at, at + sectorSize)) || random(10) >= chance) continue;
    sector.copy(bytes, at);
    end = Math.max(end, at + sector.length);
  }
  return random(2) === 0 ? bytes : bytes.subarray(0, end);
}

/** `stored` is said only of what the disk has: seen on a real file system, whose disk holds nothing but what was synced. */
export function syncsBeforeItAnswers(failures: number): void {
  it(
    `R4 has all that was stored on the disk itself before it says so: ${failures} looks`,
    () => {
      const disk = Disk.mount();
      if (!disk) return expectFullSync();
      try {
        const { engine } = opened(join(disk.folder, 'mailboxes.db'));
        const traffic = new Traffic(engine, 5);
        for (let failure = 0; failure < failures; failure += 1) {
          for (let commit = 0; commit < 1 + (failure % 16); commit += 1) traffic.step();
          disk.afterPowerFailure((folder) => {
            const found = opened(join(folder, 'mailboxes.db'));
            expect(found.drops).toEqual([]);
            expect(waitingIn(found.engine)).toBe(waitingIn(engine));
            expect(found.engine.stats()).toEqual(engine.stats());
            found.engine.close();
          });
        }
        engine.close();
      } finally {
        disk.remove();
      }
    },
    2_000 * failures,
  );
}

/** Where nothing may be mounted: at least SQLite is told to sync every commit. */
function expectFullSync(): void {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-mailbox-sync-'));
  const found = openDatabase({ path: join(folder, 'mailboxes.db') });
  if (found.kind === 'failed') throw new Error(found.failure.detail);
  expect([pragma(found.db, 'synchronous'), found.db.prepare('pragma journal_mode').get()]).toMatchObject([2, { journal_mode: 'wal' }]);
  found.db.close();
  rmSync(folder, { recursive: true });
}
