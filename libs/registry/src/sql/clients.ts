import type { Kysely, Selectable } from 'kysely';
import type { ClientFilter, ClientRow, ListedClient } from '../rows.js';
import type { Schema } from './schema.js';
import type { Statements } from './statements.js';

type Named = Selectable<Schema['client']> & { readonly name: string | null };

export const clientOf = (row: Named): ClientRow => ({
  id: row.id,
  spki: row.spki,
  serial: Number(row.serial),
  rights: row.rights,
  hidden: row.hidden !== 0,
  blocked: row.blocked !== 0,
  name: row.name ?? undefined,
  createdMs: Number(row.created_ms),
  seenMs: Number(row.seen_ms),
});

const clientsWithNames = (db: Kysely<Schema>) =>
  db.selectFrom('client').leftJoin('name', 'name.client_id', 'client.id').selectAll('client').select('name.name');

export async function client(db: Kysely<Schema>, id: Uint8Array): Promise<ClientRow | undefined> {
  const row = await clientsWithNames(db).where('client.id', '=', id).executeTakeFirst();
  return row && clientOf(row);
}

/** The same, of the hot path. */
export async function clientBy(db: Kysely<Schema>, statements: Statements, id: Uint8Array): Promise<ClientRow | undefined> {
  const [row] = await statements.run(db, 'client by id', 1, (of) => clientsWithNames(of).where('client.id', '=', id), [id]);
  return row && clientOf(row);
}

export async function listClients(db: Kysely<Schema>, filter: ClientFilter): Promise<readonly ListedClient[]> {
  const { after, limit, name, blocked, id, nowMs } = filter;
  let query = clientsWithNames(db)
    .select((row) =>
      row
        .selectFrom('channel')
        .select((channel) => channel.fn.countAll().as('n'))
        .whereRef('channel.client_id', '=', 'client.id')
        .where('channel.valid_until_ms', '>', nowMs)
        .as('channels'),
    )
    .orderBy('client.id')
    .limit(limit);
  if (after) query = query.where('client.id', '>', after);
  if (id) query = query.where('client.id', '=', id);
  if (blocked) query = query.where('client.blocked', '=', 1);
  // a range, which the index serves: names hold no character behind the last plane
  if (name) query = query.where('name.name', '>=', name).where('name.name', '<', `${name}\u{10ffff}`);
  return (await query.execute()).map((row) => ({ ...clientOf(row), channels: Number(row.channels) }));
}
