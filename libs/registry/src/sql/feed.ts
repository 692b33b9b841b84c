import type { Kysely } from 'kysely';
import type { ChangesRow } from '../rows.js';
import { settingsOf } from './policy.js';
import type { Schema } from './schema.js';

/** The next number of the feed. */
export async function nextOfFeed(trx: Kysely<Schema>): Promise<number> {
  const { value } = await trx
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', 1) }))
    .where('name', '=', 'feed')
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}

/** The newest entry of a client says all that older ones said. */
export async function revokeTickets(trx: Kysely<Schema>, clientId: Uint8Array): Promise<void> {
  const { serial: ticketsUpTo } = await trx.selectFrom('client').select('serial').where('id', '=', clientId).executeTakeFirstOrThrow();
  const { until } = await trx
    .selectFrom('channel')
    .select((row) => row.fn.max('valid_until_ms').as('until'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  const row = { serial: await nextOfFeed(trx), tickets_up_to: ticketsUpTo, until_ms: Number(until ?? 0) };
  await trx
    .insertInto('revocation')
    .values({ client_id: clientId, ...row })
    .onConflict((on) => on.column('client_id').doUpdateSet(row))
    .execute();
}

export async function feedSerial(db: Kysely<Schema>): Promise<number> {
  const { value } = await db.selectFrom('counter').select('value').where('name', '=', 'feed').executeTakeFirstOrThrow();
  return Number(value);
}

export async function changes(trx: Kysely<Schema>, after: number): Promise<ChangesRow> {
  const serial = await feedSerial(trx);
  const rows = await trx.selectFrom('revocation').selectAll().where('serial', '>', after).orderBy('serial').execute();
  const revoked = rows.map((row) => ({
    serial: Number(row.serial),
    clientId: row.client_id,
    ticketsUpTo: Number(row.tickets_up_to),
  }));
  return { serial, revoked, settings: await settingsOf(trx) };
}
