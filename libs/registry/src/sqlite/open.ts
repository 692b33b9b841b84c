import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { damaged, openMended, readWitness } from '@keyway/sqlite-log';
import type { Reached } from '@keyway/sqlite-log';
import { Kysely, SqliteDialect } from 'kysely';
import type { Registry } from '../registry.js';
import type { AuditHash } from '../rows.js';
import { Checks } from '../sql/checks.js';
import type { Damage } from '../sql/checks.js';
import { SqlRegistry } from '../sql/registry.js';
import type { Schema } from '../sql/schema.js';
import { forKysely } from './database.js';
import { errorOf, openingError, sqliteError } from './failure.js';
import { checkPages, lookOver } from './look-over.js';
import { applicationId, checkSchema, migrate } from './migrate.js';
import { Synced } from './synced.js';

export interface SqliteRegistryOptions {
  /** The database file; its folder exists. Created 0600, locked while open, never deleted. `:memory:` ends with the process. */
  readonly path: string;
  /** The largest size of the file; `store_full` beyond. Default: none. */
  readonly maxFileBytes?: number;
  /** Chains the entries of the audit log. */
  readonly auditHash: AuditHash;
  /** Hears what was damaged: while the file is opened, and later once for each row. */
  readonly onDamage?: (damage: Damage) => void;
}

/**
 * Opens or creates the registry and brings its schema up to date.
 * Rejects with `state_damaged`, `state_locked` or `store_failed`; the message names the file and what to do.
 */
export async function openSqliteRegistry(options: SqliteRegistryOptions): Promise<Registry> {
  const { path, maxFileBytes, auditHash: hashOf, onDamage: report = () => undefined } = options;
  const inMemory = path === ':memory:';
  let db: DatabaseSync | undefined;
  try {
    const reached = inMemory || !existsSync(path) ? undefined : readWitness(path); // one that stayed behind speaks of a file that was moved away
    db = inMemory ? connect(path) : openFile(path, reached);
    const indexFault = checkOurs(db, path, reached);
    const synced = new Synced();
    const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(db, synced) }) });
    await migrate(db, kysely, path);
    await checkSchema(db, path);
    const checks = new Checks(path, report);
    const serial = lookOver({ db, path, checks, report }, indexFault, reached);
    if (!inMemory) synced.start(db, path, serial);
    if (maxFileBytes !== undefined) db.exec(`pragma max_page_count = ${Math.ceil(maxFileBytes / 4_096)}`);
    return new SqlRegistry(kysely, (thrown) => sqliteError(thrown, path), { hashOf, checks, reached: synced.reached });
  } catch (thrown) {
    if (db?.isOpen) db.close();
    throw openingError(thrown, path);
  }
}

const emptied = 'holds nothing, and did';

function openFile(path: string, reached: Reached | undefined): DatabaseSync {
  const isThere = existsSync(path);
  if (isThere && statSync(path).size === 0 && reached?.count) throw errorOf(damaged(path, emptied));
  // an existing file is never opened here: closing it again would drop the locks of a connection in this process (POSIX)
  if (!isThere) closeSync(openSync(path, 'wx', 0o600));
  const db = openMended(path, reached, () => connect(path));
  try {
    chmodSync(path, 0o600);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 200 });
  try {
    // exclusive before WAL: a second opener is told at once
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full; begin immediate; commit');
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function checkOurs(db: DatabaseSync, path: string, reached: Reached | undefined): string | undefined {
  const indexFault = checkPages(db, path);
  const [id] = Object.values(db.prepare('pragma application_id').get() ?? {});
  const empty = id === 0 && !db.prepare('select 1 from sqlite_schema').get();
  if (id !== applicationId && !empty) throw errorOf(damaged(path, 'is a database of something else, not a registry'));
  if (empty && reached?.count) throw errorOf(damaged(path, emptied));
  return indexFault;
}
