import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isCorrupt } from '@keyway/sqlite-log';
import { below, quickFolder, readFiles, writeFiles } from '@keyway/sqlite-log/testing';
import type { Files } from '@keyway/sqlite-log/testing';
import { openEngine } from '../sqlite/open.js';
import { opened } from './power.js';
import { recipient, testRun } from './runs.js';

const recipients = [0, 1, 2, 3, 4];
const rows = 600;
const perStream = rows / recipients.length;
const pageSize = 4_096;
const rowsOfOnePage = 8;
const quota = { bytes: 1e9, messages: 1e9 };
/** Most rows share a page, some span many: 4 MB in all. */
const sizeOf = (firstSeq: number): number => (firstSeq % 4 === 0 ? 25_000 : 400);

/** What was found in a damaged store, and what it said about it. */
export interface Found {
  /** The reason why nothing could be read, or nothing be written afterwards. */
  readonly unusable: string | undefined;
  /** Messages that are not there any more, each of them named or counted in a drop. */
  readonly lost: number;
}

/** A store of 4 MB as a process leaves it that was killed: much of it is still in the log. */
export function aKilledStore(folder: string): Files {
  const path = join(folder, 'sound.db');
  const fill = (from: number, to: number): { close(): void } => {
    const { engine } = opened(path);
    for (let first = from; first < to; first += 1) {
      engine.write(
        recipients.map((to) => testRun({ to, stream: to, first, bodySize: sizeOf(first) })),
        [],
        1,
      );
    }
    return engine;
  };
  const checkpointed = perStream * 0.75; // the rest stays below the size at which SQLite empties the log
  fill(1, checkpointed).close();
  const engine = fill(checkpointed, perStream + 1);
  const files = readFiles(path);
  engine.close();
  return files;
}

const sent = Array.from({ length: perStream + 1 }, (_, first) => testRun({ first: first || 1, bodySize: sizeOf(first) }).bodies);

/**
 * Opens damaged files, reads everything, and checks that what is lost is said and what is left is right.
 * @param thoroughly - everything is released, too, and something new stored.
 */
export function lookInto(folder: string, files: Files, thoroughly: boolean): Found {
  const path = join(folder, 'damaged.db');
  writeFiles(path, files);
  const found = openEngine({ path, quota, longestLifetimeMs: 1, keepFreeBytes: 0, maxFileBytes: undefined });
  if (found.kind === 'failed') {
    expect(found.failure.detail).toContain(path);
    expect(statSync(path).size).toBeGreaterThanOrEqual(files.db.length); // nothing is deleted
    return { unusable: found.failure.reason, lost: 0 };
  }
  const { engine } = found;
  try {
    const runs = recipients.flatMap((to) => engine.read(recipient(to), 0, 1e9, 1));
    const lost = [...found.drops, ...(engine.events()?.drops ?? [])].reduce((sum, { count }) => sum + count, 0);
    const whole = runs.filter(({ skipped }) => !skipped);
    for (const { firstSeq, bodies } of whole)
      if (Buffer.compare(bodies, sent[firstSeq]!) !== 0) throw new Error(`${firstSeq} is not what was stored`);
    expect(lost).toBe(rows - whole.length);
    if (!thoroughly) return { unusable: undefined, lost };
    const ids = runs.map(({ id }) => id);
    engine.write([], ids, 1);
    expect(engine.stats()).toMatchObject({ rows: 0, totals: { stored: rows, released: whole.length }, dropped: { damaged: lost } });
    const [outcome] = engine.write([testRun({ to: 9 })], [], 1);
    return { unusable: outcome!.kind === 'stored' ? undefined : (engine.events()?.failure?.reason ?? 'silence'), lost };
  } catch (thrown) {
    if (!isCorrupt(thrown)) throw thrown;
    return { unusable: 'state_damaged', lost: 0 }; // what the other thread makes of it
  } finally {
    engine.close();
  }
}

const regions = ['db', 'log', 'witness'] as const;

/** What a flipped bit takes with it, and that nothing of it is silent. */
export function survivesFlips(flips: number): void {
  it(
    `R5 loses only what lies there when a bit of its files is flipped, and says so: ${flips} single bits of 4 MB`,
    () => {
      const folder = mkdtempSync(join(quickFolder, 'keyway-mailbox-flips-'));
      const sound = aKilledStore(folder);
      expect(sound.db.length).toBeGreaterThan(1e6);
      expect(sound.log.length).toBeGreaterThan(1e6);
      const size = regions.reduce((sum, region) => sum + sound[region].length, 0);
      const random = below(20_261_120);
      const unusable: string[] = [];
      let manyLost = 0;
      for (let round = 0; round < flips; round += 1) {
        let at = random(size);
        const region = regions.find((name) => at < sound[name].length || void (at -= sound[name].length))!;
        const bytes = Buffer.from(sound[region]);
        bytes[at]! ^= 1 << random(8);
        const found = lookInto(folder, { ...sound, [region]: bytes }, round % 10 === 0);
        if (found.unusable) unusable.push(found.unusable);
        if (found.lost > rowsOfOnePage) manyLost += 1;
      }
      expect(unusable.filter((reason) => reason !== 'state_damaged')).toEqual([]);
      expect(unusable.length + manyLost).toBeLessThan(Math.max(2, flips / 20)); // the few pages everything hangs from
      rmSync(folder, { recursive: true });
    },
    200 * flips,
  );
}

/** What a file that was cut short takes with it. */
export function survivesCuts(cuts: number): void {
  it(
    `R5 says so when one of its files was cut short, and has whatever does not lie behind the cut: ${cuts} lengths of each`,
    () => {
      const folder = mkdtempSync(join(quickFolder, 'keyway-mailbox-cuts-'));
      const sound = aKilledStore(folder);
      const random = below(20_261_122);
      for (const region of regions) {
        const { length } = sound[region];
        for (let cut = 0; cut < cuts; cut += 1) {
          const end = cut % 2 === 0 ? random(length) : Math.min(length - 1, random(1 + length / pageSize) * pageSize);
          const found = lookInto(folder, { ...sound, [region]: sound[region].subarray(0, end) }, false);
          expect([undefined, region === 'db' ? 'state_damaged' : undefined]).toContain(found.unusable);
          if (region === 'witness') expect(found.lost).toBe(0);
          if (region === 'log') expect(found.lost).toBeGreaterThan(0);
        }
      }
      expect(lookInto(folder, sound, true)).toEqual({ unusable: undefined, lost: 0 });
      rmSync(folder, { recursive: true });
    },
    600 * cuts,
  );
}
