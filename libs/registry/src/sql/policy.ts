import type { SessionSettings } from '@keyway/wire';
import type { Kysely } from 'kysely';
import type { PolicyRow } from '../rows.js';
import type { Schema } from './schema.js';

/** The only row of a table that has one. */
export const theRow = 1;

export async function policyOf(db: Kysely<Schema>): Promise<PolicyRow> {
  const row = await db.selectFrom('policy').select(['enrolment', 'seeing', 'serving']).where('id', '=', theRow).executeTakeFirstOrThrow();
  return row as PolicyRow;
}

export async function settingsOf(db: Kysely<Schema>): Promise<SessionSettings | undefined> {
  const row = await db.selectFrom('settings').selectAll().where('id', '=', theRow).executeTakeFirst();
  return (
    row && {
      heartbeatMs: Number(row.heartbeat_ms),
      timeoutMs: Number(row.timeout_ms),
      maxBodyBytes: Number(row.max_body_bytes),
      windowMessages: Number(row.window_messages),
      windowBytes: Number(row.window_bytes),
      maxStreams: Number(row.max_streams),
    }
  );
}
