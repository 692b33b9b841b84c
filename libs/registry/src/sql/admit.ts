import type { Insertable, Transaction } from 'kysely';
import type { Admission, AdmitOutcome } from '../registry.js';
import { keyOf, pieces } from './keys.js';
import type { Schema } from './schema.js';

type ClientRecord = Insertable<Schema['client']>;
const pieceRows = 500;

/** Admits a batch inside a transaction. The counter's row lock comes first: whoever holds it sees all that others admitted. */
export async function admitAll(trx: Transaction<Schema>, batch: readonly Admission[]): Promise<readonly AdmitOutcome[]> {
  const { value } = await trx
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', batch.length) }))
    .where('name', '=', 'serial')
    .returning('value')
    .executeTakeFirstOrThrow();
  let serial = Number(value) - batch.length;

  const channels = await issuedBefore(trx, batch);
  const clients = await clientsOf(trx, batch);
  const touched = new Map<string, ClientRecord>();
  const issued: Insertable<Schema['channel']>[] = [];
  const outcomes = batch.map((admission): AdmitOutcome => {
    const channel = keyOf(admission.channelId);
    if (channels.has(channel)) return { kind: 'known' };
    const id = keyOf(admission.clientId);
    const found = clients.get(id);
    const client = found ?? enrolled(admission);
    if (!client) return { kind: 'unknown_client' };
    serial += 1;
    channels.add(channel);
    const now = { ...client, serial };
    clients.set(id, now);
    touched.set(id, now);
    issued.push({
      id: admission.channelId,
      client_id: admission.clientId,
      serial,
      issued_ms: admission.issuedMs,
      valid_until_ms: admission.validUntilMs,
      source: admission.source,
    });
    return { kind: 'admitted', serial, newClient: !found };
  });

  for (const rows of pieces([...touched.values()], pieceRows)) {
    await trx
      .insertInto('client')
      .values(rows)
      .onConflict((on) => on.column('id').doUpdateSet((excluded) => ({ serial: excluded.ref('excluded.serial') })))
      .execute();
  }
  for (const rows of pieces(issued, pieceRows)) await trx.insertInto('channel').values(rows).execute();
  return outcomes;
}

function enrolled({ clientId, enrol, issuedMs }: Admission): ClientRecord | undefined {
  return enrol && { id: clientId, spki: enrol.spki, rights: enrol.rights, serial: 0, created_ms: issuedMs };
}

async function issuedBefore(trx: Transaction<Schema>, batch: readonly Admission[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const ids of pieces(batch, pieceRows)) {
    const asked = ids.map(({ channelId }) => channelId);
    for (const { id } of await trx.selectFrom('channel').select('id').where('id', 'in', asked).execute()) found.add(keyOf(id));
  }
  return found;
}

async function clientsOf(trx: Transaction<Schema>, batch: readonly Admission[]): Promise<Map<string, ClientRecord>> {
  const found = new Map<string, ClientRecord>();
  for (const ids of pieces(batch, pieceRows)) {
    const asked = ids.map(({ clientId }) => clientId);
    for (const row of await trx.selectFrom('client').selectAll().where('id', 'in', asked).execute()) found.set(keyOf(row.id), row);
  }
  return found;
}
