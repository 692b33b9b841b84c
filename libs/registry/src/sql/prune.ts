import type { Kysely } from 'kysely';
import { pieceRows, pieces } from './keys.js';
import type { Schema } from './schema.js';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

export async function prune(db: Kysely<Schema>, nowMs: number): Promise<number> {
  await db
    .deleteFrom('revocation')
    .where('until_ms', '<', nowMs - dayMs)
    .execute();
  await pruneTokens(db, nowMs);
  const old = db
    .selectFrom('channel')
    .select('id')
    .where('valid_until_ms', '<', nowMs - dayMs)
    .limit(pieceRows);
  for (let all = 0; ;) {
    const deleted = Number((await db.deleteFrom('channel').where('id', 'in', old).executeTakeFirst()).numDeletedRows);
    all += deleted;
    if (deleted < pieceRows) return all;
    await new Promise(setImmediate); // a long list must not hold up those who want a channel now
  }
}

/** Their names first: a name never waits for a token that is gone. */
async function pruneTokens(db: Kysely<Schema>, nowMs: number): Promise<void> {
  const ended = await db
    .selectFrom('token')
    .select('id')
    .where(({ or, eb }) => or([eb('expires_ms', '<', nowMs - weekMs), eb('ended_ms', '<', nowMs - weekMs)]))
    .execute();
  for (const some of pieces(ended, pieceRows)) {
    const ids = some.map(({ id }) => id);
    await db.deleteFrom('name').where('token_id', 'in', ids).execute();
    await db.deleteFrom('token').where('id', 'in', ids).execute();
  }
}
