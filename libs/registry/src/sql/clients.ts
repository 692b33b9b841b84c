import { sql, type Kysely, type Selectable } from 'kysely';
import type { ClientFilter, ClientRow, ListedClient } from '../rows.js';
import { sealed } from './checksum.js';
import type { Checks } from './checks.js';
import { joinedName, joinedNameOf } from './names.js';
import type { Schema } from './schema.js';
import type { Tools } from './tools.js';

type Found = Awaited<ReturnType<ReturnType<typeof clientsWithNames>['execute']>>[number];

/** A damaged client is none. */
function clientOf(checks: Checks, row: Found): ClientRow | undefined {
  if (!checks.isSound('client', row)) return undefined;
  return {
    id: row.id,
    spki: row.spki,
    serial: Number(row.serial),
    rights: row.rights,
    hidden: row.hidden !== 0,
    blocked: row.blocked !== 0,
    name: joinedNameOf(checks, row),
    createdMs: Number(row.created_ms),
    seenMs: Number(row.seen_ms),
  };
}

export const clientsWithNames = (db: Kysely<Schema>) =>
  db.selectFrom('client').leftJoin('name', 'name.client_id', 'client.id').selectAll('client').select(joinedName);

/** Reads some row in any case, so that the time it takes does not tell whether this one is there. */
export async function client(db: Kysely<Schema>, { checks, statements }: Tools, id: Uint8Array): Promise<ClientRow | undefined> {
  const thisOrAny = sql<Uint8Array>`coalesce((select id from client where id = ${id}), (select id from client limit 1))`;
  const [row] = await statements.run(db, 'client by id', 1, (of) => clientsWithNames(of).where('client.id', '=', thisOrAny), [id]);
  const found = row && clientOf(checks, row);
  return row && Buffer.compare(row.id, id) === 0 ? found : undefined;
}

export async function listClients(db: Kysely<Schema>, checks: Checks, filter: ClientFilter): Promise<readonly ListedClient[]> {
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
  return (await query.execute()).flatMap((row) => {
    const found = clientOf(checks, row);
    return found ? [{ ...found, channels: Number(row.channels) }] : [];
  });
}

/** Writes over a sound client; of a damaged one nothing is known that could be kept. */
export async function changeClient(
  trx: Kysely<Schema>,
  checks: Checks,
  id: Uint8Array,
  change: (row: Selectable<Schema['client']>) => Partial<Selectable<Schema['client']>> | undefined,
): Promise<boolean> {
  const row = await trx.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst();
  const changed = row && change(checks.need('client', row));
  if (!changed) return false;
  await trx
    .updateTable('client')
    .set(sealed('client', { ...row, ...changed }))
    .where('id', '=', id)
    .execute();
  return true;
}
