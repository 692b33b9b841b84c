import { DatabaseSync } from 'node:sqlite';
import { damaged } from '@keyway/sqlite-log';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../sql/migrations.js';
import type { Schema } from '../sql/schema.js';
import { forKysely } from './database.js';
import { errorOf } from './failure.js';

/** 'KWRG': tells this file from any other database. */
export const applicationId = 0x4b575247;

/** All or nothing: the migrator runs on this one connection, so its statements fall into this transaction. */
export async function migrate(db: DatabaseSync, kysely: Kysely<Schema>, path: string): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: migrations({ bytes: 'blob' }) });
  const known = new Set((await migrator.getMigrations()).map(({ name }) => name));
  const executed = db.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get()
    ? db.prepare('select name from kysely_migration').all()
    : [];
  const foreign = executed.find(({ name }) => !known.has(String(name)));
  if (foreign) throw errorOf(damaged(path, `has a schema of a newer version (${String(foreign['name'])}): run that version`));
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

/** A damaged name, type or constraint would read rows otherwise than they were written: it must be what a new file has. */
export async function checkSchema(db: DatabaseSync, path: string): Promise<void> {
  const fresh = new DatabaseSync(':memory:');
  await migrate(fresh, new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(fresh) }) }), path);
  const expected = schemaOf(fresh);
  fresh.close();
  if (schemaOf(db) !== expected) throw errorOf(damaged(path, 'is damaged (its schema)'));
}

const schemaOf = (db: DatabaseSync): string =>
  JSON.stringify(db.prepare('select type, name, tbl_name, sql from sqlite_schema order by type, name').all());
