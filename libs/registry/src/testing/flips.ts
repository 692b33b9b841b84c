import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { below, quickFolder, writeFiles } from '@keyway/sqlite-log/testing';
import type { Files } from '@keyway/sqlite-log/testing';
import type { WireError } from '@keyway/wire';
import type { Damage } from '../sql/checks.js';
import { openSqliteRegistry } from '../sqlite/open.js';
import { admittedAgain, aFullRegistry, answersOf, none, refused, revokedUpTo } from './full-registry.js';
import type { Answers, FullRegistry } from './full-registry.js';
import { admission, auditHash } from './rows.js';

const strictest = JSON.stringify({ enrolment: 'closed', seeing: 'nobody', serving: 'declared' });
const pageSize = 4_096;

/** What was found in a damaged registry. */
interface Found {
  /** It was not opened. */
  readonly unusable: boolean;
  /** What it does not answer any more, or not as it did. */
  readonly lost: readonly string[];
  readonly reported: readonly Damage[];
}

/** Opens damaged files, asks for everything, and checks that what is not there is reported and that nothing is answered wrongly. */
async function lookInto(folder: string, files: Files, sound: Answers, revoked: readonly number[]): Promise<Found> {
  const path = join(folder, 'damaged.db');
  writeFiles(path, files);
  const reported: Damage[] = [];
  const registry = await openSqliteRegistry({ path, auditHash, onDamage: (damage) => reported.push(damage) }).catch((thrown: WireError) => {
    expect(thrown).toMatchObject({ reason: 'state_damaged', message: expect.stringContaining(path) });
    expect(statSync(path).size).toBeGreaterThanOrEqual(files.db.length); // nothing is deleted
  });
  if (!registry) return { unusable: true, lost: [], reported };
  try {
    const answers = await answersOf(registry);
    const lost = [...sound].filter(([asked, answer]) => answers.get(asked) !== answer).map(([asked]) => asked);
    const missing = reported.some(({ kind }) => kind === 'lost');
    for (const asked of missing ? [] : lost)
      expect([asked, [none, refused, strictest, undefined].includes(answers.get(asked))]).toEqual([asked, true]);
    for (const asked of answers.keys()) if (!sound.has(asked)) throw new Error(`${asked} was never there`);
    const upTo = await revokedUpTo(registry);
    const [fresh] = await registry.admit([admission(9_999, 999_999)]);
    if (!missing) {
      expect(upTo.filter((serial, n) => serial < revoked[n]!)).toEqual([]);
      expect(await admittedAgain(registry)).toBe(0);
    }
    if (fresh!.kind === 'admitted') expect(fresh!.serial).toBeGreaterThan(Math.max(...revoked, 800));
    if (lost.length > 0) expect(reported).not.toEqual([]);
    return { unusable: false, lost, reported };
  } finally {
    await registry.close();
  }
}

interface Rig extends FullRegistry {
  readonly folder: string;
  readonly revoked: readonly number[];
}

async function aRig(): Promise<Rig> {
  const folder = mkdtempSync(join(quickFolder, 'keyway-registry-flips-'));
  const full = await aFullRegistry(folder);
  const registry = await openSqliteRegistry({ path: join(folder, 'sound.db'), auditHash });
  const revoked = await revokedUpTo(registry);
  await registry.close();
  return { ...full, folder, revoked };
}

/** What a flipped bit takes with it, and that nothing of it is silent. */
export function survivesFlips(flips: number): void {
  it(
    `R5 loses at most the row where a bit of its files is flipped, and says so: ${flips} single bits of a closed file and a killed one`,
    async () => {
      const { folder, killed, closed, answers, revoked } = await aRig();
      const random = below(20_261_120);
      let unusable = 0;
      let lossy = 0;
      for (let round = 0; round < flips; round += 1) {
        const files = round % 2 === 0 ? closed : killed;
        const region = round % 2 === 0 ? 'db' : round % 20 === 1 ? 'witness' : 'log';
        const bytes = Buffer.from(files[region]);
        bytes[random(bytes.length)]! ^= 1 << random(8);
        const found = await lookInto(folder, { ...files, [region]: bytes }, answers, revoked);
        if (region === 'witness') expect(found).toEqual({ unusable: false, lost: [], reported: [] });
        expect(found.lost.length).toBeLessThan(5); // a client, its name, whose that is
        if (found.unusable) unusable += 1;
        if (found.lost.length > 0) lossy += 1;
      }
      expect(lossy).toBeGreaterThan(flips / 25); // else nothing was tried
      expect(unusable).toBeLessThan(flips / 10); // pages and headers of rows, which hold no checksum of ours
      rmSync(folder, { recursive: true });
    },
    400 * flips,
  );
}

/** What a file that was cut short takes with it. */
export function survivesCuts(cuts: number): void {
  it(
    `R5 says so when one of its files was cut short: ${cuts} lengths of each`,
    async () => {
      const { folder, killed, closed, answers, revoked } = await aRig();
      const random = below(20_261_122);
      const cut = (bytes: Buffer): Buffer =>
        bytes.subarray(0, random(2) ? random(bytes.length) : Math.min(bytes.length - 1, random(1 + bytes.length / pageSize) * pageSize));
      for (let round = 0; round < cuts; round += 1) {
        const db = cut(closed.db);
        const lacksPages = db.length <= closed.db.length - pageSize; // of the last one SQLite takes what is there
        const { unusable } = await lookInto(folder, { ...closed, db }, answers, revoked);
        if (lacksPages) expect(unusable).toBe(true);
        const log = await lookInto(folder, { ...killed, log: cut(killed.log) }, answers, revoked);
        expect(log.unusable || log.reported.some(({ kind }) => kind === 'lost')).toBe(true);
        const witness = await lookInto(folder, { ...killed, witness: cut(killed.witness) }, answers, revoked);
        expect(witness).toEqual({ unusable: false, lost: [], reported: [] });
      }
      rmSync(folder, { recursive: true });
    },
    600 * cuts,
  );
}
