import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { WireError } from '@keyway/wire';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Registry } from '../registry.js';
import type { AuditHash } from '../rows.js';
import { migrations } from '../sql/migrations.js';
import { SqlRegistry } from '../sql/registry.js';
import type { Schema } from '../sql/schema.js';
import { forKysely } from './database.js';
import { openingError, sqliteError } from './failure.js';

export interface SqliteRegistryOptions {
  /** The database file; its folder exists. Created 0600, locked while open, never deleted. `:memory:` ends with the process. */
  readonly path: string;
  /** The largest size of the file; `store_full` beyond. Default: none. */
  readonly maxFileBytes?: number;
  /** Chains the entries of the audit log. */
  readonly auditHash: AuditHash;
}

/** 'KWRG': tells this file from any other database. */
const applicationId = 0x4b575247;

/**
 * Opens or creates the registry and brings its schema up to date.
 * Rejects with `state_damaged`, `state_locked` or `store_failed`; the message names the file and what to do.
 */
export async function openSqliteRegistry({ path, maxFileBytes, auditHash }: SqliteRegistryOptions): Promise<Registry> {
  let db: DatabaseSync | undefined;
  try {
    db = openFile(path);
    checkOurs(db, path);
    const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(db) }) });
    await migrate(db, kysely, path);
    if (maxFileBytes !== undefined) db.exec(`pragma max_page_count = ${Math.ceil(maxFileBytes / 4_096)}`);
    return new SqlRegistry(kysely, (thrown) => sqliteError(thrown, path), auditHash);
  } catch (thrown) {
    if (db?.isOpen) db.close();
    throw openingError(thrown, path);
  }
}

function openFile(path: string): DatabaseSync {
  const inMemory = path === ':memory:';
  // an existing file is never opened here: closing it again would drop the locks of a connection in this process (POSIX)
  if (!inMemory && !existsSync(path)) closeSync(openSync(path, 'wx', 0o600));
  const db = new DatabaseSync(path, { timeout: 200 });
  try {
    // exclusive before WAL: a second opener is told at once
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full; begin immediate; commit');
    if (!inMemory) chmodSync(path, 0o600);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

function checkOurs(db: DatabaseSync, path: string): void {
  const [check] = Object.values(db.prepare('pragma quick_check(1)').get() ?? {});
  if (check !== 'ok') throw damaged(path, `is damaged (${String(check)})`);
  const [id] = Object.values(db.prepare('pragma application_id').get() ?? {});
  const empty = !db.prepare('select 1 from sqlite_schema').get();
  if (id !== applicationId && !(empty && id === 0)) throw damaged(path, 'is a database of something else, not a registry');
}

/** All or nothing: the migrator runs on this one connection, so its statements fall into this transaction. */
async function migrate(db: DatabaseSync, kysely: Kysely<Schema>, path: string): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: migrations({ bytes: 'blob' }) });
  const known = new Set((await migrator.getMigrations()).map(({ name }) => name));
  const executed = db.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get()
    ? db.prepare('select name from kysely_migration').all()
    : [];
  const foreign = executed.find(({ name }) => !known.has(String(name)));
  if (foreign) throw damaged(path, `has a schema of a newer version (${String(foreign['name'])}): run that version`);
  if (executed.length === known.size) return;
  db.exec('begin immediate');
  try {
    db.exec(`pragma application_id = ${applicationId}`);
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    db.exec('commit');
  } catch (thrown) {
    if (db.isTransaction) db.exec('rollback');
    throw thrown;
  }
}

const damaged = (path: string, what: string): WireError =>
  new WireError('state_damaged', `${path} ${what}; nothing was changed: restore it from a copy, or move it away to start empty`);
