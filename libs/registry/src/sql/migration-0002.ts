import { sql } from 'kysely';
import type { Kysely, SchemaModule } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from './schema.js';

/** Names, who sees whom, policy, tokens, services, revocations, the audit log. */
export const administration = (types: ColumnTypes): Migration => {
  const bytes = sql.raw(types.bytes) as ReturnType<typeof sql<never>>;
  return {
    async up(db: Kysely<never>): Promise<void> {
      const { schema } = db;
      await extendClients(db);
      await directory(schema, bytes);
      await policies(schema, bytes);
      await log(schema, bytes);
      await sql`insert into counter (name, value) values ('feed', 0)`.execute(db);
      await sql`insert into policy (id, enrolment, seeing, serving) values (1, 'open', 'members', 'first')`.execute(db);
    },
  };
};

type Bytes = ReturnType<typeof sql<never>>;

/** Who could send may see others and serve as well: what members may from now on. */
async function extendClients(db: Kysely<never>): Promise<void> {
  for (const name of ['hidden', 'blocked', 'appointed', 'seen_ms']) {
    const type = name === 'seen_ms' ? 'bigint' : 'integer';
    await db.schema
      .alterTable('client')
      .addColumn(name, type, (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.createIndex('channel_by_client').on('channel').columns(['client_id', 'valid_until_ms']).execute();
  await sql`update client set rights = rights | 12 where rights = 1`.execute(db);
  await sql`update client set seen_ms = coalesce((select max(issued_ms) from channel where client_id = client.id), created_ms)`.execute(db);
}

async function directory(schema: SchemaModule, bytes: Bytes): Promise<void> {
  await schema
    .createTable('name')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('skeleton', 'text', (column) => column.notNull().unique())
    .addColumn('client_id', bytes, (column) => column.unique())
    .addColumn('token_id', bytes, (column) => column.unique())
    .addColumn('owner_id', bytes)
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('contact')
    .addColumn('hidden_id', bytes, (column) => column.notNull())
    .addColumn('viewer_id', bytes, (column) => column.notNull())
    .addColumn('named', 'integer', (column) => column.notNull())
    .addColumn('wrote_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('contact_pk', ['hidden_id', 'viewer_id'])
    .execute();
  await schema.createIndex('contact_by_viewer').on('contact').columns(['viewer_id', 'hidden_id']).execute();
  await schema
    .createTable('service')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('owner_id', bytes, (column) => column.notNull())
    .addColumn('members', 'integer', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('service_worker')
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('client_id', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('service_worker_pk', ['service', 'client_id'])
    .execute();
}

async function policies(schema: SchemaModule, bytes: Bytes): Promise<void> {
  await schema
    .createTable('policy')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('enrolment', 'text', (column) => column.notNull())
    .addColumn('seeing', 'text', (column) => column.notNull())
    .addColumn('serving', 'text', (column) => column.notNull())
    .execute();
  const settings = ['heartbeat_ms', 'timeout_ms', 'max_body_bytes', 'window_messages', 'window_bytes', 'max_streams'];
  await settings
    .reduce(
      (table, name) => table.addColumn(name, 'bigint', (column) => column.notNull()),
      schema.createTable('settings').addColumn('id', 'integer', (column) => column.primaryKey()),
    )
    .execute();
  await schema
    .createTable('token')
    .addColumn('id', bytes, (column) => column.primaryKey())
    .addColumn('wrapped', bytes, (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_ms', 'bigint', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('rights', 'integer', (column) => column.notNull())
    .addColumn('revoked', 'integer', (column) => column.notNull())
    .addColumn('ended_ms', 'bigint')
    .execute();
}

async function log(schema: SchemaModule, bytes: Bytes): Promise<void> {
  await schema
    .createTable('revocation')
    .addColumn('client_id', bytes, (column) => column.primaryKey())
    .addColumn('serial', 'bigint', (column) => column.notNull().unique())
    .addColumn('tickets_up_to', 'bigint', (column) => column.notNull())
    .addColumn('until_ms', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('admin_nonce')
    .addColumn('nonce', bytes, (column) => column.primaryKey())
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('admin_nonce_by_time').on('admin_nonce').column('time_ms').execute();
  await schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('time_ms', 'bigint', (column) => column.notNull())
    .addColumn('actor', bytes, (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .execute();
}
