import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { checkedTables, sealed } from './checksum.js';
import type { CheckedTable } from './checksum.js';
import { pieceRows } from './keys.js';

/** By these the rows that were there are walked through. */
const keys: { readonly [Table in CheckedTable]: readonly string[] } = {
  ...{ client: ['id'], channel: ['id'], epoch: ['purpose', 'id'], name: ['name'], contact: ['hidden_id', 'viewer_id'], policy: ['id'] },
  ...{ settings: ['id'], token: ['id'], service: ['name'], service_worker: ['service', 'client_id'], revocation: ['client_id'] },
  ...{ admin_nonce: ['nonce'], audit: ['seq'] },
};

/** A checksum for every row, and a second copy of each counter. */
export const checksums: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    for (const table of checkedTables) {
      await db.schema
        .alterTable(table)
        .addColumn('crc', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute();
      await sealAll(db, table);
    }
    await db.schema
      .alterTable('counter')
      .addColumn('mirror', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update counter set mirror = -1 - value`.execute(db);
  },
};

async function sealAll(db: Kysely<never>, table: CheckedTable): Promise<void> {
  const key = sql.join(keys[table].map((name) => sql.ref(name)));
  const values = (row: Readonly<Record<string, unknown>>) => sql.join(keys[table].map((name) => row[name]));
  for (let behind = sql`1 = 1`; ;) {
    const found = sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${behind} order by ${key} limit ${pieceRows}`;
    const { rows } = await found.execute(db);
    for (const row of rows) {
      await sql`update ${sql.table(table)} set crc = ${sealed(table, row).crc} where (${key}) = (${values(row)})`.execute(db);
    }
    const last = rows.at(-1);
    if (!last || rows.length < pieceRows) return;
    behind = sql`(${key}) > (${values(last)})`;
  }
}
