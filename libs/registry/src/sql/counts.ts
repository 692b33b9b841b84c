import type { Kysely } from 'kysely';
import type { RegistryCounts } from '../unit.js';
import type { Schema } from './schema.js';

export async function counts(db: Kysely<Schema>): Promise<RegistryCounts> {
  const count = async (table: 'client' | 'channel'): Promise<number> => {
    const { n } = await db
      .selectFrom(table)
      .select((row) => row.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  return { clients: await count('client'), channels: await count('channel') };
}
