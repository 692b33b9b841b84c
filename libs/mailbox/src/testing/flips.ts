import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recipient, testRun } from './runs.js';
import { isCorrupt } from '../sqlite/failure.js';
import { openEngine } from '../sqlite/open.js';

const recipients = [0, 1, 2, 3, 4];
const rows = 300;
const bodySize = 700;
const rowsOfOnePage = 5;
const quota = { bytes: 1e9, messages: 1e9 };

/** Pseudo-random, the same in every run. */
function below(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** What a flipped bit takes with it, and that nothing of it is silent. */
export function survivesFlips(flips: number): void {
  it(
    `loses only what lies there when a bit of the file is flipped, and says so: ${flips} single bits`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'keyway-mailbox-flips-'));
      const path = join(folder, 'mailboxes.db');
      const open = () => openEngine({ path, quota, longestLifetimeMs: 1, keepFreeBytes: 0, maxFileBytes: undefined });
      const fresh = open();
      if (fresh.kind === 'failed') throw new Error(fresh.failure.detail);
      const batch = Array.from({ length: rows }, (_, n) => testRun({ to: n % 5, stream: n % 5, first: 1 + Math.floor(n / 5), bodySize }));
      fresh.engine.write(batch, [], 1);
      fresh.engine.close();

      const original = readFileSync(path);
      const random = below(20_261_120);
      const unusable: string[] = [];
      let losses = 0;
      for (let round = 0; round < flips; round += 1) {
        const bytes = Buffer.from(original);
        bytes[random(bytes.length)]! ^= 1 << random(8);
        writeFileSync(path, bytes);
        const opened = open();
        if (opened.kind === 'failed') {
          unusable.push(opened.failure.reason);
          expect(statSync(path).size).toBe(original.length); // nothing is deleted
          continue;
        }
        const { engine } = opened;
        try {
          const runs = recipients.flatMap((to) => engine.read(recipient(to), 0, 1e9, 1));
          const told = [...opened.drops, ...(engine.events()?.drops ?? [])].reduce((sum, { count }) => sum + count, 0);
          const whole = runs.filter(({ skipped }) => !skipped);
          const wrong = whole.filter(({ firstSeq, bodies }) => Buffer.compare(bodies, testRun({ first: firstSeq, bodySize }).bodies) !== 0);
          expect(wrong).toEqual([]);
          expect(told).toBe(rows - whole.length);
          if (told > rowsOfOnePage) losses += 1;
          const ids = runs.map(({ id }) => id);
          engine.write([], ids, 1);
          expect(engine.stats()).toMatchObject({ rows: 0, totals: { stored: rows, released: whole.length }, dropped: { damaged: told } });
          const [outcome] = engine.write([testRun({ to: 9 })], [], 1);
          if (outcome!.kind !== 'stored') unusable.push(engine.events()?.failure?.reason ?? 'silence');
        } catch (thrown) {
          if (!isCorrupt(thrown)) throw thrown;
          unusable.push('state_damaged'); // what the other thread makes of it
        }
        engine.close();
      }
      expect(new Set(unusable)).toEqual(new Set(['state_damaged']));
      expect(unusable.length + losses).toBeLessThan(flips / 20); // the few pages everything hangs from
      rmSync(folder, { recursive: true });
    },
    100 * flips,
  );
}
