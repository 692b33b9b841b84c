import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { damaged, openingFailure, openMended, readWitness } from '@keyway/sqlite-log';
import type { Failure, Reached } from '@keyway/sqlite-log';

/** 'KWMB': tells this file from any other database. */
const applicationId = 0x4b574d42;
const schemaVersion = 1;

/**
 * `run` holds each row once, in the order of arrival; `waiting` holds its head a second time, in the order of delivery: so
 * opening reads no bodies, and a lost page of bodies still tells what was lost. `mark` and `sums` carry their own CRC-32.
 */
const schema = `
  create table run (id integer primary key, whole blob not null, bodies blob not null);
  create table waiting (recipient blob not null, id integer not null, head blob not null, primary key (recipient, id)) without rowid;
  create table mark (id integer primary key, stream blob not null unique, seq integer not null, touched_ms integer not null, crc integer not null);
  create table sums (id integer primary key check (id = 1), stored integer, released integer, expired integer, damaged integer, crc integer);
  pragma application_id = ${applicationId};
  pragma user_version = ${schemaVersion};
`;

const emptied = 'holds nothing, and did';

export type Opened =
  /** `reached`: how far the store is known to have come, at least. */
  | { readonly kind: 'open'; readonly db: DatabaseSync; readonly reached: Reached | undefined }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface FileOptions {
  readonly path: string;
  /** The file itself never grows beyond this. */
  readonly maxFileBytes?: number | undefined;
}

/** Opens or creates the file (0600), locks it for this connection alone, mends its log and checks that it is ours. */
export function openDatabase({ path, maxFileBytes }: FileOptions): Opened {
  let db: DatabaseSync | undefined;
  try {
    const isThere = existsSync(path);
    const isEmpty = !isThere || statSync(path).size === 0;
    const reached = isThere ? readWitness(path) : undefined; // one that stayed behind speaks of a file that was moved away
    if (isEmpty && reached?.count) return { kind: 'failed', failure: damaged(path, emptied) };
    // an existing file is never opened here: closing it again would drop the locks of a connection in this process (POSIX)
    if (!isThere) closeSync(openSync(path, 'wx', 0o600));
    db = openMended(path, reached, () => connect(path, isEmpty));
    chmodSync(path, 0o600);
    const fault = prepare(db, path, reached);
    if (fault) {
      db.close();
      return { kind: 'failed', failure: fault };
    }
    if (maxFileBytes !== undefined) db.exec(`pragma max_page_count = ${Math.ceil(maxFileBytes / pragma(db, 'page_size'))}`);
    return { kind: 'open', db, reached };
  } catch (thrown) {
    if (db?.isOpen) db.close();
    return { kind: 'failed', failure: openingFailure(thrown, path) };
  }
}

/** Locks the file. Where there was one nothing is written: whatever is would go over the end of a damaged log. */
function connect(path: string, isNew: boolean): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 200 });
  try {
    // exclusive before WAL: the wal-index stays on the heap, and a second opener is told at once
    db.exec('pragma locking_mode = exclusive');
    if (isNew) db.exec('pragma auto_vacuum = incremental');
    db.exec('pragma journal_mode = wal; pragma synchronous = full; begin immediate; commit');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function prepare(db: DatabaseSync, path: string, reached: Reached | undefined): Failure | undefined {
  const application = pragma(db, 'application_id');
  const version = pragma(db, 'user_version');
  if (application === 0 && version === 0 && !db.prepare('select 1 from sqlite_schema').get()) {
    if (reached?.count) return damaged(path, emptied);
    db.exec(`begin immediate; ${schema} commit`);
    return undefined;
  }
  if (application !== applicationId) return damaged(path, 'is a database of something else, not of mailboxes');
  if (version !== schemaVersion) return damaged(path, `has schema version ${version}, this program knows ${schemaVersion}`);
  return undefined;
}

/** Reads a pragma that answers with one number. */
export const pragma = (db: DatabaseSync, name: string): number => Number(Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0]);
