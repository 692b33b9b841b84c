import { openingFailure, Witness } from '@keyway/sqlite-log';
import type { Failure } from '@keyway/sqlite-log';
import { Ledger } from '../ledger.js';
import type { Totals } from '../ledger.js';
import type { Drop } from '../mailbox.js';
import { openDatabase } from './database.js';
import { Edits } from './edits.js';
import { Engine } from './engine.js';
import type { WorkerOptions } from './protocol.js';
import { openingCount } from './repair.js';
import { Space } from './space.js';
import { Tables } from './tables.js';

export type OpenedEngine =
  | { readonly kind: 'open'; readonly engine: Engine; readonly drops: readonly Drop[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Opens the file, counts and mends what waits there. `drops`: what was lost while it was closed. */
export function openEngine(options: WorkerOptions): OpenedEngine {
  const { path, longestLifetimeMs } = options;
  const opened = openDatabase(options);
  if (opened.kind === 'failed') return opened;
  const { db, reached } = opened;
  try {
    db.exec('begin immediate; delete from run where id = 0'); // what a trial write may have left
    const tables = new Tables(db);
    const ledger = new Ledger(options.quota, atLeast(tables.sums(), reached?.count));
    const edits = new Edits();
    const drops = openingCount({ db, tables, ledger }, edits);
    db.exec('commit');
    const space = new Space(db, path, options.keepFreeBytes);
    const witness = new Witness(db, path);
    witness.note(ledger.totals.stored);
    return { kind: 'open', engine: new Engine({ db, tables, ledger, space, witness, path, edits, longestLifetimeMs }), drops };
  } catch (thrown) {
    if (db.isTransaction) db.exec('rollback');
    db.close();
    return { kind: 'failed', failure: openingFailure(thrown, path) };
  }
}

/** What was stored and is not known any more makes the sums fail to add up: so it is counted, as damage. */
const atLeast = (sums: Totals | undefined, stored = 0): Totals | undefined => sums && { ...sums, stored: Math.max(sums.stored, stored) };
