import type { Kysely } from 'kysely';
import type { Glance, Glimpse, Glimpses, PageOf } from '../registry.js';
import type { ClientRow } from '../rows.js';
import { sealed } from './checksum.js';
import { clientsWithNames } from './clients.js';
import { keyOf, pieceRows, pieces } from './keys.js';
import { joinedNameOf } from './names.js';
import { policyOf } from './policy.js';
import type { Schema } from './schema.js';
import type { Tools } from './tools.js';

/** What a hidden client may have of those it wrote to; the ones since longest are forgotten first. */
export const mostContacts = 4_096;

type Seen = Pick<ClientRow, 'id' | 'blocked' | 'hidden' | 'name' | 'rights'>;

/** Three queries for each 500 glances, whatever they find. */
export async function glimpse(db: Kysely<Schema>, tools: Tools, glances: readonly Glance[]): Promise<Glimpses> {
  const policy = await policyOf(db, tools);
  const glimpses: Glimpse[] = [];
  for (const some of pieces(glances, pieceRows)) {
    const clients = await seen(db, tools, some);
    const contacts = await contactsAmong(db, some);
    for (const { clientId, viewer } of some) {
      glimpses.push({
        client: clients.get(keyOf(clientId)),
        viewer: clients.get(keyOf(viewer)),
        isContact: contacts.has(keyOf(clientId) + keyOf(viewer)),
      });
    }
  }
  return { policy, glimpses };
}

async function seen(db: Kysely<Schema>, { checks }: Tools, glances: readonly Glance[]): Promise<Map<string, Seen>> {
  const ids = distinct(glances.flatMap(({ clientId, viewer }) => [clientId, viewer]));
  const rows = checks.sound('client', await clientsWithNames(db).where('client.id', 'in', ids).execute());
  const found = rows.map((row): [string, Seen] => {
    const { id, rights, hidden, blocked } = row;
    return [keyOf(id), { id, rights, hidden: hidden !== 0, blocked: blocked !== 0, name: joinedNameOf(checks, row) }];
  });
  return new Map(found);
}

async function contactsAmong(db: Kysely<Schema>, glances: readonly Glance[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('contact')
    .select(['hidden_id', 'viewer_id'])
    .where('viewer_id', 'in', distinct(glances.map(({ viewer }) => viewer)))
    .where('hidden_id', 'in', distinct(glances.map(({ clientId }) => clientId)))
    .execute();
  return new Set(rows.map(({ hidden_id, viewer_id }) => keyOf(hidden_id) + keyOf(viewer_id)));
}

const distinct = (ids: readonly Uint8Array[]): Uint8Array[] => [...new Map(ids.map((id) => [keyOf(id), id])).values()];

export async function named(db: Kysely<Schema>, { checks }: Tools, names: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
  const owners = new Map<string, Uint8Array>();
  for (const some of pieces(names, pieceRows)) {
    const rows = await db
      .selectFrom('name')
      .selectAll()
      .where('name', 'in', [...some])
      .execute();
    for (const { name, client_id } of checks.sound('name', rows)) if (client_id) owners.set(name, client_id);
  }
  return names.map((name) => owners.get(name));
}

export async function page(
  db: Kysely<Schema>,
  { checks }: Tools,
  { viewer, sees, after, limit }: PageOf,
): Promise<readonly Pick<ClientRow, 'id' | 'name'>[]> {
  let query = clientsWithNames(db).where('client.blocked', '=', 0).orderBy('client.id').limit(limit);
  if (after) query = query.where('client.id', '>', after);
  if (sees !== 'everybody') {
    query = query.where(({ or, eb, selectFrom }) => {
      const contacts = selectFrom('contact').select('hidden_id').where('viewer_id', '=', viewer);
      const known = [eb('client.id', '=', viewer), eb('client.id', 'in', contacts)];
      return or(sees === 'shown' ? [eb('client.hidden', '=', 0), ...known] : known);
    });
  }
  return checks.sound('client', await query.execute()).map((row) => ({ id: row.id, name: joinedNameOf(checks, row) }));
}

/** Whom a hidden client wrote to. */
export async function addContacts(trx: Kysely<Schema>, hiddenId: Uint8Array, viewers: readonly Uint8Array[], nowMs: number): Promise<void> {
  await putContacts(trx, hiddenId, viewers, { wrote_ms: nowMs });
  const newest = trx
    .selectFrom('contact')
    .select('viewer_id')
    .where('hidden_id', '=', hiddenId)
    .where('named', '=', 0)
    .orderBy('wrote_ms', 'desc')
    .orderBy('viewer_id')
    .limit(mostContacts);
  await trx.deleteFrom('contact').where('hidden_id', '=', hiddenId).where('named', '=', 0).where('viewer_id', 'not in', newest).execute();
}

/** Whom it names, instead of those it named before; whom it wrote to stays. */
export async function nameContacts(trx: Kysely<Schema>, hiddenId: Uint8Array, viewers: readonly Uint8Array[]): Promise<void> {
  await trx.updateTable('contact').set({ named: 0 }).where('hidden_id', '=', hiddenId).execute();
  await trx.deleteFrom('contact').where('hidden_id', '=', hiddenId).where('wrote_ms', '=', 0).execute();
  await putContacts(trx, hiddenId, viewers, { named: 1 });
}

async function putContacts(
  trx: Kysely<Schema>,
  hiddenId: Uint8Array,
  viewers: readonly Uint8Array[],
  known: { readonly named: 1 } | { readonly wrote_ms: number },
): Promise<void> {
  for (const some of pieces(viewers, pieceRows)) {
    await trx
      .insertInto('contact')
      .values(some.map((viewer_id) => sealed('contact', { named: 0, wrote_ms: 0, ...known, hidden_id: hiddenId, viewer_id })))
      .onConflict((on) => on.columns(['hidden_id', 'viewer_id']).doUpdateSet(known))
      .execute();
  }
}
