import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const cacheSize = 128;

/** Gives node:sqlite the shape Kysely's SQLite dialect knows, and keeps prepared statements: preparing costs more than running. */
export function forKysely(db: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>(); // least recently used first
  return {
    prepare(sql) {
      const statement = statements.get(sql) ?? (sql === 'rollback' ? rollback(db) : wrap(db.prepare(sql)));
      statements.delete(sql);
      statements.set(sql, statement);
      if (statements.size > cacheSize) statements.delete(statements.keys().next().value!);
      return statement;
    },
    close: () => db.close(),
  };
}

const wrap = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
  run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
  iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
});

/** A full disk has rolled back already; a second time would throw and hide the first error. */
const rollback = (db: DatabaseSync): SqliteStatement => ({
  ...wrap(db.prepare('rollback')),
  run: () => {
    if (db.isTransaction) db.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  },
});
