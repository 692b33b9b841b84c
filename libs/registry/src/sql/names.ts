import type { Kysely } from 'kysely';
import type { NameRow } from '../rows.js';
import type { Schema } from './schema.js';

export async function namesLike(db: Kysely<Schema>, name: string, skeleton: string): Promise<readonly NameRow[]> {
  const rows = await db
    .selectFrom('name')
    .selectAll()
    .where(({ or, eb }) => or([eb('name', '=', name), eb('skeleton', '=', skeleton)]))
    .execute();
  return rows.map((row) => ({
    name: row.name,
    skeleton: row.skeleton,
    clientId: row.client_id ?? undefined,
    tokenId: row.token_id ?? undefined,
    ownerId: row.owner_id ?? undefined,
  }));
}

export async function addName(trx: Kysely<Schema>, { name, skeleton, clientId, tokenId, ownerId }: NameRow, nowMs: number): Promise<void> {
  const whose = { client_id: clientId ?? null, token_id: tokenId ?? null, owner_id: ownerId ?? null };
  await trx
    .insertInto('name')
    .values({ name, skeleton, ...whose, created_ms: nowMs })
    .execute();
}
