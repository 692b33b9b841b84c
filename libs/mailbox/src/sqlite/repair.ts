import type { DatabaseSync } from 'node:sqlite';
import { DamagedFile } from '@keyway/sqlite-log';
import { keyOf } from '../keys.js';
import { weigh } from '../ledger.js';
import type { Ledger } from '../ledger.js';
import type { Drop } from '../mailbox.js';
import type { Edits } from './edits.js';
import type { Row } from './row.js';
import type { Entry, Tables } from './tables.js';

interface Parts {
  readonly db: DatabaseSync;
  readonly tables: Tables;
  readonly ledger: Ledger;
}

/** Weighs all rows anew. @returns true when every entry reads as it was written. */
function weighAll({ tables, ledger }: Parts, edits: Edits): boolean {
  let intact = true;
  ledger.forgetRows();
  for (const entry of tables.all()) {
    intact &&= entry.row !== undefined;
    if (edits.isGone(entry.id)) continue;
    const row = edits.skipOf(entry.id) ?? entry.row ?? tables.whole(entry.id);
    if (row) ledger.found(keyOf(row.recipient), weigh(row, row.bodiesLength));
  }
  return intact;
}

/** After a row was lost whose weight nobody knows. @returns how many messages are missing; they count as damaged now. */
export function recount(parts: Parts, edits: Edits): number {
  weighAll(parts, edits);
  return parts.ledger.settle();
}

/** Inside a transaction. Counts what waits when a store opens and mends it where a head is damaged. @returns what was lost. */
export function openingCount(parts: Parts, edits: Edits): readonly Drop[] {
  checkBothTables(parts);
  const intact = weighAll(parts, edits);
  const drops = intact ? [] : mend(parts);
  if (!intact) weighAll(parts, edits);
  const unnamed = parts.ledger.settle() - drops.reduce((sum, { count }) => sum + count, 0);
  if (unnamed <= 0) return drops;
  const check = parts.db.prepare('pragma quick_check(1)').get()?.['quick_check'];
  if (check !== 'ok') throw new DamagedFile(String(check)); // rows may be hidden rather than lost
  const none = new Uint8Array(0);
  return [...drops, { reason: 'damaged', recipient: none, stream: none, firstSeq: 0, count: unnamed }];
}

/** One damaged page hides a few rows. When none can be read the fault lies in the schema, and every row may yet be there. */
function checkBothTables({ tables }: Parts): void {
  const sample = tables.walk(undefined, 64).filter(({ row }) => !row?.skipped);
  const readable = sample.some(({ row, id }) => (row ? tables.bodies(row) : tables.whole(id)));
  if (sample.length >= 8 && !readable) throw new DamagedFile('no row can be read');
}

/** Writes both copies of every head anew from whichever is whole. Rows whose bodies went with a head become skips. */
function mend({ db, tables }: Parts): readonly Drop[] {
  const drops: Drop[] = [];
  const entries: Entry[] = [...tables.all()];
  const rows = new Map<number, Row>();
  for (const { id, row } of entries) if (row) rows.set(id, row);
  const ids = tables.runIds();
  for (const id of ids) {
    const row = tables.whole(id);
    if (row) rows.set(id, row);
  }
  db.exec('delete from waiting');
  for (const row of rows.values()) {
    const bodies = tables.bodies(row);
    if (bodies) tables.put(row, bodies);
    else tables.putSkip(row);
    if (bodies || row.skipped) continue;
    const { recipient, stream, firstSeq, count } = row;
    drops.push({ reason: 'damaged', recipient, stream, firstSeq, count });
  }
  for (const id of ids) if (!rows.has(id)) tables.delete(id, undefined);
  return drops;
}
