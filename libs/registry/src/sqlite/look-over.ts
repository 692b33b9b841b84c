import type { DatabaseSync } from 'node:sqlite';
import { damaged } from '@keyway/sqlite-log';
import type { Reached } from '@keyway/sqlite-log';
import { checkedTables, crcOf } from '../sql/checksum.js';
import type { CheckedTable } from '../sql/checksum.js';
import type { Checks, Damage } from '../sql/checks.js';
import { readCounters, writeCounters } from './counters.js';
import { errorOf } from './failure.js';
import { mendChannels, mendRevocations } from './mend-rows.js';
import type { FoundRow } from './mend-rows.js';

/**
 * Whether the pages hold together; reads the whole file. Throws `state_damaged` when they do not.
 * @returns what does not agree between an index and its table, if anything does not.
 */
export function checkPages(db: DatabaseSync, path: string): string | undefined {
  const check = (how: string): string => String(Object.values(db.prepare(`pragma ${how}(1)`).get() ?? {})[0]);
  const whole = check('integrity_check');
  if (whole === 'ok') return undefined;
  const pages = check('quick_check'); // without the indexes' content
  if (pages !== 'ok') throw errorOf(damaged(path, `is damaged (${pages})`));
  return whole;
}

export interface LookingOver {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly checks: Checks;
  readonly report: (damage: Damage) => void;
}

/**
 * Finds what is damaged in a file whose pages hold together and has its newest schema, and puts right what can be without a guess that lets
 * somebody in. @param indexFault - what `checkPages` found. @returns the serial.
 */
export function lookOver(over: LookingOver, indexFault: string | undefined, reached: Reached | undefined): number {
  const { db, checks, report, path } = over;
  const bad = new Map(checkedTables.map((table) => [table, damagedRows(db, table)]));
  const counters = readCounters(db, path);
  const lost = Math.max(0, (reached?.count ?? 0) - counters.serial);
  const rows = [...bad.values()].reduce((sum, { length }) => sum + length, 0);
  if (rows + lost + counters.damaged === 0 && indexFault === undefined) return counters.serial;

  const serial = counters.serial + lost; // as far as it had come: nothing is numbered twice
  let feed = counters.feed + lost;
  db.exec('begin immediate');
  try {
    if (indexFault !== undefined) makeIndexesAnew(db, bad);
    if (bad.get('channel')!.length > 0) mendChannels(db, bad.get('channel')!);
    if (bad.get('revocation')!.length > 0) feed += mendRevocations(db, bad.get('revocation')!, serial, feed);
    writeCounters(db, { serial, feed });
    db.exec('commit');
  } catch (thrown) {
    if (db.isTransaction) db.exec('rollback');
    throw thrown;
  }
  for (const [table, found] of bad) checks.found(table, found);
  if (counters.damaged > 0) report({ kind: 'rows', table: 'counter', rows: counters.damaged });
  if (indexFault !== undefined) report({ kind: 'index', detail: indexFault });
  if (lost > 0) report({ kind: 'lost', changes: lost });
  return serial;
}

function damagedRows(db: DatabaseSync, table: CheckedTable): readonly FoundRow[] {
  const statement = db.prepare(`select rowid, * from ${table} not indexed`);
  statement.setReadBigInts(true); // a damaged number may be absurd
  return [...statement.iterate()].filter((row) => crcOf(table, row) !== Number(row['crc']));
}

/** Where a row is damaged its index may hold what the row lost: that a name is taken, for instance. */
function makeIndexesAnew(db: DatabaseSync, bad: ReadonlyMap<string, readonly FoundRow[]>): void {
  const tables = db.prepare("select name from sqlite_schema where type = 'table'").all();
  for (const { name } of tables) if (!bad.get(String(name))?.length) db.exec(`reindex ${String(name)}`);
}
