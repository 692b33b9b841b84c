import type { Kysely, Selectable } from 'kysely';
import type { NameRow } from '../rows.js';
import type { Schema } from './schema.js';

export async function namesLike(db: Kysely<Schema>, name: string, skeleton: string): Promise<readonly NameRow[]> {
  const like = db.selectFrom('name').where(({ or, eb }) => or([eb('name', '=', name), eb('skeleton', '=', skeleton)]));
  return (await like.selectAll().execute()).map(nameOf);
}

/** A range, which the index serves: skeletons hold no character behind the last plane. */
export async function namesBehind(db: Kysely<Schema>, skeleton: string, limit: number): Promise<readonly NameRow[]> {
  const behind = db.selectFrom('name').where('skeleton', '>', skeleton).where('skeleton', '<', `${skeleton}\u{10ffff}`);
  return (await behind.selectAll().orderBy('skeleton').limit(limit).execute()).map(nameOf);
}

const nameOf = (row: Selectable<Schema['name']>): NameRow => ({
  name: row.name,
  skeleton: row.skeleton,
  clientId: row.client_id ?? undefined,
  tokenId: row.token_id ?? undefined,
  ownerId: row.owner_id ?? undefined,
});

export async function addName(trx: Kysely<Schema>, { name, skeleton, clientId, tokenId, ownerId }: NameRow, nowMs: number): Promise<void> {
  const whose = { client_id: clientId ?? null, token_id: tokenId ?? null, owner_id: ownerId ?? null };
  await trx
    .insertInto('name')
    .values({ name, skeleton, ...whose, created_ms: nowMs })
    .execute();
}
