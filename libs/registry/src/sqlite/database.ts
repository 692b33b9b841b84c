import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Synced } from './synced.js';

const cacheSize = 128;

/** Gives node:sqlite the shape Kysely's SQLite dialect knows, and keeps prepared statements: preparing costs more than running. */
export function forKysely(db: DatabaseSync, synced?: Synced): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>(); // least recently used first
  const prepare = (sql: string): SqliteStatement => {
    if (sql === 'commit') return commit(db, synced);
    return sql === 'rollback' ? rollback(db, synced) : wrap(db.prepare(sql));
  };
  return {
    prepare(sql) {
      const statement = statements.get(sql) ?? prepare(sql);
      statements.delete(sql);
      statements.set(sql, statement);
      if (statements.size > cacheSize) statements.delete(statements.keys().next().value!);
      return statement;
    },
    close: () => {
      db.close();
      synced?.close();
    },
  };
}

const wrap = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => readAll(statement, parameters as SQLInputValue[]),
  run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
  iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
});

/** A number beyond 2^53 was never written: its row is damaged, and must not keep the others from being read. */
function readAll(statement: StatementSync, parameters: readonly SQLInputValue[]): unknown[] {
  try {
    return statement.all(...parameters);
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code !== 'ERR_OUT_OF_RANGE' || !/^select /i.test(statement.sourceSQL)) throw thrown;
  }
  statement.setReadBigInts(true);
  try {
    return statement.all(...parameters).map(withNumbers);
  } finally {
    statement.setReadBigInts(false);
  }
}

/** Rounds what is too large. */
const withNumbers = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));

function commit(db: DatabaseSync, synced: Synced | undefined): SqliteStatement {
  const wrapped = wrap(db.prepare('commit'));
  return {
    ...wrapped,
    run: (parameters) => {
      const done = wrapped.run(parameters);
      synced?.committed();
      return done;
    },
  };
}

/** A full disk has rolled back already; a second time would throw and hide the first error. */
const rollback = (db: DatabaseSync, synced: Synced | undefined): SqliteStatement => ({
  ...wrap(db.prepare('rollback')),
  run: () => {
    synced?.rolledBack();
    if (db.isTransaction) db.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  },
});
