import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Admission, AdmitOutcome } from '../admission.js';
import type { AuditNote, PolicyRow } from '../rows.js';
import { append } from './audit.js';
import { sealed } from './checksum.js';
import { keyOf } from './keys.js';
import { policyOf } from './policy.js';
import type { Schema } from './schema.js';
import { placeholders, type Statements } from './statements.js';
import { useToken } from './tokens.js';
import type { Tools } from './tools.js';

type ClientRecord = Insertable<Schema['client']>;

/** Admits a batch inside a transaction. The counter's row lock comes first: whoever holds it sees all that others did. */
export async function admitAll(trx: Transaction<Schema>, batch: readonly Admission[], tools: Tools): Promise<readonly AdmitOutcome[]> {
  const { checks, counters, statements, hashOf } = tools;
  let serial = (await counters.serials(trx, batch.length)) - batch.length;

  const channels = await issuedBefore(trx, statements, batch);
  const clients = await clientsOf(trx, statements, batch);
  const touched = new Map<string, ClientRecord>();
  const issued: Insertable<Schema['channel']>[] = [];
  const notes: AuditNote[] = [];
  const outcomes: AdmitOutcome[] = [];
  const policy = await policyOf(trx, tools);
  for (const admission of batch) {
    const channel = keyOf(admission.channelId);
    if (channels.has(channel)) {
      outcomes.push({ kind: 'known' });
      continue;
    }
    const id = keyOf(admission.clientId);
    const found = clients.get(id);
    if (found && !checks.isSound('client', found)) {
      outcomes.push({ kind: 'unknown_client' }); // and stays it: it may have been blocked
      continue;
    }
    if (!found) {
      const refusal = await enrolmentRefusal(trx, tools, admission, policy);
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
    const now = sealed('client', { ...(found ?? enrolled(admission)), serial, seen_ms: admission.issuedMs });
    clients.set(id, now);
    touched.set(id, now);
    if (!found) notes.push(enrolmentNote(admission));
    issued.push(
      sealed('channel', {
        id: admission.channelId,
        client_id: admission.clientId,
        serial,
        issued_ms: admission.issuedMs,
        valid_until_ms: admission.validUntilMs,
        source: admission.source,
      }),
    );
    outcomes.push({
      kind: 'admitted',
      serial,
      newClient: !found,
      rights: now.rights,
      hidden: now.hidden !== 0,
      seeing: policy.seeing,
    });
  }

  await statements.write(trx, 'client', clientsPut, [...touched.values()].map(columnsOf(clientColumns)));
  await statements.write(trx, 'channel', channelsAdded, issued.map(columnsOf(channelColumns)));
  await append(trx, hashOf, notes);
  return outcomes;
}

/** Counts the use of a token. */
async function enrolmentRefusal(
  trx: Transaction<Schema>,
  { checks }: Tools,
  { clientId, enrol, issuedMs }: Admission,
  policy: PolicyRow,
): Promise<'unknown_client' | 'closed' | 'token_spent' | undefined> {
  if (!enrol) return 'unknown_client';
  if (!enrol.token) return policy.enrolment === 'open' ? undefined : 'closed';
  return (await useToken(trx, checks, enrol.token, clientId, issuedMs)) ? undefined : 'token_spent';
}

function enrolled({
  clientId,
  enrol,
  issuedMs,
}: Admission): Omit<ClientRecord, 'crc'> & { readonly rights: number; readonly hidden: number } {
  const { spki, rights } = enrol!;
  return { id: clientId, spki, rights, serial: 0, created_ms: issuedMs, hidden: 0, blocked: 0, appointed: 0, seen_ms: issuedMs };
}

const enrolmentNote = ({ clientId, issuedMs, enrol }: Admission): AuditNote => ({
  timeMs: issuedMs,
  actor: clientId,
  action: 'enrolled',
  detail: enrol!.detail,
});

async function issuedBefore(trx: Transaction<Schema>, statements: Statements, batch: readonly Admission[]): Promise<Set<string>> {
  const ids = batch.map(({ channelId }) => channelId);
  const rows = await statements.find(
    trx,
    'channels of',
    (db, size) => db.selectFrom('channel').select('id').where('id', 'in', placeholders(size, none)),
    ids,
  );
  return new Set(rows.map(({ id }) => keyOf(id)));
}

async function clientsOf(
  trx: Transaction<Schema>,
  statements: Statements,
  batch: readonly Admission[],
): Promise<Map<string, ClientRecord>> {
  const ids = new Map(batch.map(({ clientId }) => [keyOf(clientId), clientId]));
  const rows = await statements.find(
    trx,
    'clients of',
    (db, size) => db.selectFrom('client').selectAll().where('id', 'in', placeholders(size, none)),
    [...ids.values()],
  );
  return new Map(rows.map((row) => [keyOf(row.id), row]));
}

const clientColumns = ['id', 'spki', 'serial', 'rights', 'created_ms', 'hidden', 'blocked', 'seen_ms', 'appointed', 'crc'] as const;
const channelColumns = ['id', 'client_id', 'serial', 'issued_ms', 'valid_until_ms', 'source', 'crc'] as const;

const columnsOf =
  <Name extends string>(names: readonly Name[]) =>
  (row: Readonly<Record<Name, unknown>>): readonly unknown[] =>
    names.map((name) => row[name]);

/** A row of the right columns, in their order. */
const emptyRow = <Name extends string>(names: readonly Name[]): Record<Name, never> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, never>;

const clientsPut = (db: Kysely<Schema>, size: number) =>
  db
    .insertInto('client')
    .values(placeholders(size, emptyRow(clientColumns)))
    .onConflict((on) =>
      on.column('id').doUpdateSet((now) => ({
        serial: now.ref('excluded.serial'),
        seen_ms: now.ref('excluded.seen_ms'),
        crc: now.ref('excluded.crc'),
      })),
    );

const channelsAdded = (db: Kysely<Schema>, size: number) => db.insertInto('channel').values(placeholders(size, emptyRow(channelColumns)));

const none = new Uint8Array(0);
