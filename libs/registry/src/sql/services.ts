import type { Kysely } from 'kysely';
import type { ServiceRow } from '../rows.js';
import { sealed } from './checksum.js';
import type { Checks } from './checks.js';
import { pieceRows, pieces } from './keys.js';
import type { Schema } from './schema.js';

export async function services(db: Kysely<Schema>, checks: Checks, only?: string): Promise<readonly ServiceRow[]> {
  let asked = db.selectFrom('service').selectAll().orderBy('name');
  let working = db.selectFrom('service_worker').selectAll().orderBy('client_id');
  if (only !== undefined) {
    asked = asked.where('name', '=', only);
    working = working.where('service', '=', only);
  }
  const found = await asked.execute();
  const rows = only === undefined ? checks.sound('service', found) : found.map((row) => checks.need('service', row));
  const workers = new Map<string, Uint8Array[]>(rows.map(({ name }) => [name, []]));
  for (const { service, client_id } of checks.sound('service_worker', await working.execute())) workers.get(service)?.push(client_id);
  return rows.map(({ name, owner_id, members }) => ({ name, ownerId: owner_id, members: members !== 0, workers: workers.get(name)! }));
}

export async function putService(trx: Kysely<Schema>, { name, ownerId, members, workers }: ServiceRow, nowMs: number): Promise<void> {
  const created = await trx.selectFrom('service').select('created_ms').where('name', '=', name).executeTakeFirst();
  const said = sealed('service', { name, owner_id: ownerId, members: members ? 1 : 0, created_ms: created?.created_ms ?? nowMs });
  await trx
    .insertInto('service')
    .values(said)
    .onConflict((on) => on.column('name').doUpdateSet(said))
    .execute();
  await trx.deleteFrom('service_worker').where('service', '=', name).execute();
  for (const some of pieces(workers, pieceRows)) {
    await trx
      .insertInto('service_worker')
      .values(some.map((client_id) => sealed('service_worker', { service: name, client_id })))
      .onConflict((on) => on.columns(['service', 'client_id']).doNothing())
      .execute();
  }
}

export async function removeService(trx: Kysely<Schema>, name: string): Promise<boolean> {
  await trx.deleteFrom('service_worker').where('service', '=', name).execute();
  const removed = await trx.deleteFrom('service').where('name', '=', name).executeTakeFirst();
  return removed.numDeletedRows === 1n;
}
