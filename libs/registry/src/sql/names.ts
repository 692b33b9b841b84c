import type { Kysely, Selectable } from 'kysely';
import type { NameRow } from '../rows.js';
import { sealed } from './checksum.js';
import type { Checks } from './checks.js';
import type { Schema } from './schema.js';

/** A damaged name stays somebody's: nobody else gets it, or one like it, while it is not known whose. */
export async function namesLike(db: Kysely<Schema>, checks: Checks, name: string, skeleton: string): Promise<readonly NameRow[]> {
  const like = db.selectFrom('name').where(({ or, eb }) => or([eb('name', '=', name), eb('skeleton', '=', skeleton)]));
  return (await like.selectAll().execute()).map((row) => nameOf(checks.need('name', row)));
}

/** A range, which the index serves: skeletons hold no character behind the last plane. */
export async function namesBehind(db: Kysely<Schema>, checks: Checks, skeleton: string, limit: number): Promise<readonly NameRow[]> {
  const behind = db.selectFrom('name').where('skeleton', '>', skeleton).where('skeleton', '<', `${skeleton}\u{10ffff}`);
  return (await behind.selectAll().orderBy('skeleton').limit(limit).execute()).map((row) => nameOf(checks.need('name', row)));
}

/** The columns of a name beside those of its client. */
export const joinedName = [
  'name.name',
  'name.skeleton as name_skeleton',
  'name.client_id as name_client_id',
  'name.token_id as name_token_id',
  'name.owner_id as name_owner_id',
  'name.created_ms as name_created_ms',
  'name.crc as name_crc',
] as const;

type Joined = {
  readonly [Column in 'skeleton' | 'client_id' | 'token_id' | 'owner_id' | 'created_ms' | 'crc' as `name_${Column}`]: unknown;
};

/** The text of a joined name; a damaged one is none. */
export function joinedNameOf(checks: Checks, row: Joined & { readonly name: string | null }): string | undefined {
  if (row.name === null) return undefined;
  const { name, name_skeleton: skeleton, name_client_id: client_id, name_token_id: token_id, name_owner_id: owner_id } = row;
  const whole = { name, skeleton, client_id, token_id, owner_id, created_ms: row.name_created_ms, crc: row.name_crc };
  return checks.isSound('name', whole) ? name : undefined;
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
    .values(sealed('name', { name, skeleton, ...whose, created_ms: nowMs }))
    .execute();
}
