import type { Insertable, Transaction } from 'kysely';
import type { Admission, AdmitOutcome } from '../admission.js';
import type { AuditHash, AuditNote, PolicyRow } from '../rows.js';
import { append } from './audit.js';
import { keyOf, pieces } from './keys.js';
import { policyOf } from './policy.js';
import type { Schema } from './schema.js';
import { useToken } from './tokens.js';

type ClientRecord = Insertable<Schema['client']>;
const pieceRows = 500;

/** Admits a batch inside a transaction. The counter's row lock comes first: whoever holds it sees all that others did. */
export async function admitAll(trx: Transaction<Schema>, batch: readonly Admission[], hashOf: AuditHash): Promise<readonly AdmitOutcome[]> {
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
  const notes: AuditNote[] = [];
  const outcomes: AdmitOutcome[] = [];
  const policy = await policyOf(trx);
  for (const admission of batch) {
    const channel = keyOf(admission.channelId);
    if (channels.has(channel)) {
      outcomes.push({ kind: 'known' });
      continue;
    }
    const id = keyOf(admission.clientId);
    const found = clients.get(id);
    if (!found) {
      const refusal = await enrolmentRefusal(trx, admission, policy);
      if (refusal) {
        outcomes.push({ kind: refusal });
        continue;
      }
    } else if (found.blocked !== 0) {
      outcomes.push({ kind: 'blocked' });
      continue;
    }
    serial += 1;
    channels.add(channel);
    const now = { ...(found ?? enrolled(admission)), serial, seen_ms: admission.issuedMs };
    clients.set(id, now);
    touched.set(id, now);
    if (!found) notes.push(enrolmentNote(admission));
    issued.push({
      id: admission.channelId,
      client_id: admission.clientId,
      serial,
      issued_ms: admission.issuedMs,
      valid_until_ms: admission.validUntilMs,
      source: admission.source,
    });
    outcomes.push({ kind: 'admitted', serial, newClient: !found, rights: now.rights, hidden: now.hidden !== 0, seeing: policy.seeing });
  }

  for (const rows of pieces([...touched.values()], pieceRows)) {
    await trx
      .insertInto('client')
      .values(rows)
      .onConflict((on) =>
        on.column('id').doUpdateSet((now) => ({ serial: now.ref('excluded.serial'), seen_ms: now.ref('excluded.seen_ms') })),
      )
      .execute();
  }
  for (const rows of pieces(issued, pieceRows)) await trx.insertInto('channel').values(rows).execute();
  await append(trx, hashOf, notes);
  return outcomes;
}

/** Counts the use of a token. */
async function enrolmentRefusal(
  trx: Transaction<Schema>,
  { clientId, enrol, issuedMs }: Admission,
  policy: PolicyRow,
): Promise<'unknown_client' | 'closed' | 'token_spent' | undefined> {
  if (!enrol) return 'unknown_client';
  if (!enrol.token) return policy.enrolment === 'open' ? undefined : 'closed';
  return (await useToken(trx, enrol.token, clientId, issuedMs)) ? undefined : 'token_spent';
}

function enrolled({ clientId, enrol, issuedMs }: Admission): ClientRecord & { readonly rights: number; readonly hidden: number } {
  const { spki, rights } = enrol!;
  return { id: clientId, spki, rights, serial: 0, created_ms: issuedMs, hidden: 0, blocked: 0, appointed: 0, seen_ms: issuedMs };
}

const enrolmentNote = ({ clientId, issuedMs, enrol }: Admission): AuditNote => ({
  timeMs: issuedMs,
  actor: clientId,
  action: 'enrolled',
  detail: enrol!.detail,
});

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
