import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from './schema.js';

export const firstTables = (types: ColumnTypes): Migration => {
  const bytes = sql.raw(types.bytes) as ReturnType<typeof sql<never>>;
  return {
    async up(db: Kysely<never>): Promise<void> {
      const { schema } = db;
      await schema
        .createTable('client')
        .addColumn('id', bytes, (column) => column.primaryKey())
        .addColumn('spki', bytes, (column) => column.notNull())
        .addColumn('serial', 'bigint', (column) => column.notNull())
        .addColumn('rights', 'integer', (column) => column.notNull())
        .addColumn('created_ms', 'bigint', (column) => column.notNull())
        .execute();
      await schema
        .createTable('channel')
        .addColumn('id', bytes, (column) => column.primaryKey())
        .addColumn('client_id', bytes, (column) => column.notNull())
        .addColumn('serial', 'bigint', (column) => column.notNull())
        .addColumn('issued_ms', 'bigint', (column) => column.notNull())
        .addColumn('valid_until_ms', 'bigint', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .execute();
      await schema.createIndex('channel_by_end').on('channel').column('valid_until_ms').execute();
      await schema
        .createTable('epoch')
        .addColumn('purpose', 'text', (column) => column.notNull())
        .addColumn('id', 'bigint', (column) => column.notNull())
        .addColumn('wrapped', bytes, (column) => column.notNull())
        .addColumn('not_before_ms', 'bigint', (column) => column.notNull())
        .addColumn('issue_until_ms', 'bigint', (column) => column.notNull())
        .addColumn('accept_until_ms', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('epoch_pk', ['purpose', 'id'])
        .execute();
      await schema
        .createTable('counter')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'bigint', (column) => column.notNull())
        .execute();
      await sql`insert into counter (name, value) values ('serial', 0)`.execute(db);
    },
  };
};
