import type { Kysely, Selectable } from 'kysely';
import type { TokenRow } from '../rows.js';
import type { Schema } from './schema.js';

export const tokenOf = (row: Selectable<Schema['token']>): TokenRow => ({
  id: row.id,
  wrapped: row.wrapped,
  createdMs: Number(row.created_ms),
  expiresMs: Number(row.expires_ms),
  uses: row.uses,
  used: row.used,
  name: row.name ?? undefined,
  rights: row.rights,
  revoked: row.revoked !== 0,
});

/** @returns whether the token had a use left at the time; it has one less now, and the name that waited for it is the client's. */
export async function useToken(trx: Kysely<Schema>, id: Uint8Array, clientId: Uint8Array, nowMs: number): Promise<boolean> {
  const row = await trx
    .updateTable('token')
    .set((token) => ({ used: token('used', '+', 1) }))
    .where('id', '=', id)
    .where('revoked', '=', 0)
    .where('expires_ms', '>', nowMs)
    .whereRef('used', '<', 'uses')
    .returning(['uses', 'used', 'name'])
    .executeTakeFirst();
  if (!row) return false;
  if (row.used === row.uses) await trx.updateTable('token').set({ ended_ms: nowMs }).where('id', '=', id).execute();
  if (row.name !== null) {
    const taken = { client_id: clientId, owner_id: clientId, token_id: null };
    await trx.updateTable('name').set(taken).where('token_id', '=', id).execute();
  }
  return true;
}
