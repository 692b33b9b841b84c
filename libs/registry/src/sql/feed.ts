import type { Kysely } from 'kysely';
import type { ChangesRow } from '../rows.js';
import { settingsOf } from './policy.js';
import { sealed } from './checksum.js';
import type { Schema } from './schema.js';
import type { Tools } from './tools.js';

/** The newest entry of a client says all that older ones said. */
export async function revokeTickets(trx: Kysely<Schema>, { checks, counters }: Tools, clientId: Uint8Array): Promise<void> {
  const client = await trx.selectFrom('client').selectAll().where('id', '=', clientId).executeTakeFirstOrThrow();
  const { serial: ticketsUpTo } = checks.need('client', client);
  const { until } = await trx
    .selectFrom('channel')
    .select((row) => row.fn.max('valid_until_ms').as('until'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  const taken = { serial: await counters.nextOfFeed(trx), tickets_up_to: ticketsUpTo, until_ms: Number(until ?? 0) };
  const row = sealed('revocation', { client_id: clientId, ...taken });
  await trx
    .insertInto('revocation')
    .values(row)
    .onConflict((on) => on.column('client_id').doUpdateSet(row))
    .execute();
}

export async function changes(trx: Kysely<Schema>, tools: Tools, after: number): Promise<ChangesRow> {
  const serial = await tools.counters.feedSerial(trx);
  const found = await trx.selectFrom('revocation').selectAll().where('serial', '>', after).orderBy('serial').execute();
  const rows = found.map((row) => tools.checks.need('revocation', row)); // of one that is skipped the tickets would be good again
  const revoked = rows.map((row) => ({
    serial: Number(row.serial),
    clientId: row.client_id,
    ticketsUpTo: Number(row.tickets_up_to),
  }));
  return { serial, revoked, settings: await settingsOf(trx, tools) };
}
