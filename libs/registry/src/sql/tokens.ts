import type { Kysely, Selectable } from 'kysely';
import type { TokenRow } from '../rows.js';
import { sealed } from './checksum.js';
import type { Checks } from './checks.js';
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

/** A damaged one is none. */
export async function token(db: Kysely<Schema>, checks: Checks, id: Uint8Array): Promise<Selectable<Schema['token']> | undefined> {
  const row = await db.selectFrom('token').selectAll().where('id', '=', id).executeTakeFirst();
  return row && checks.isSound('token', row) ? row : undefined;
}

export async function changeToken(trx: Kysely<Schema>, row: Selectable<Schema['token']>): Promise<void> {
  await trx.updateTable('token').set(sealed('token', row)).where('id', '=', row.id).execute();
}

/** @returns whether the token had a use left at the time; it has one less now, and the name that waited for it is the client's. */
export async function useToken(trx: Kysely<Schema>, checks: Checks, id: Uint8Array, clientId: Uint8Array, nowMs: number): Promise<boolean> {
  const row = await token(trx, checks, id);
  if (!row || row.revoked !== 0 || Number(row.expires_ms) <= nowMs || row.used >= row.uses) return false;
  const used = row.used + 1;
  await changeToken(trx, { ...row, used, ended_ms: used === row.uses ? nowMs : row.ended_ms });
  if (row.name !== null) await takeName(trx, checks, id, clientId);
  return true;
}

async function takeName(trx: Kysely<Schema>, checks: Checks, tokenId: Uint8Array, clientId: Uint8Array): Promise<void> {
  const name = await trx.selectFrom('name').selectAll().where('token_id', '=', tokenId).executeTakeFirst();
  if (!name || !checks.isSound('name', name)) return;
  const taken = sealed('name', { ...name, client_id: clientId, owner_id: clientId, token_id: null });
  await trx.updateTable('name').set(taken).where('token_id', '=', tokenId).execute();
}
