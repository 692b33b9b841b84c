import type { SessionSettings } from '@keyway/wire';
import type { Kysely } from 'kysely';
import type { PolicyRow } from '../rows.js';
import type { Tools } from './tools.js';
import type { Schema } from './schema.js';

/** The only row of a table that has one. */
export const theRow = 1;

/** While nobody can say what operators allowed. */
const strictest: PolicyRow = { enrolment: 'closed', seeing: 'nobody', serving: 'declared' };

export async function policyOf(db: Kysely<Schema>, { checks, statements }: Pick<Tools, 'checks' | 'statements'>): Promise<PolicyRow> {
  const [row] = await statements.run(db, 'policy', 1, thePolicy, [theRow]);
  if (!row || !checks.isSound('policy', row)) return strictest;
  const { enrolment, seeing, serving } = row;
  return { enrolment, seeing, serving } as PolicyRow;
}

const thePolicy = (db: Kysely<Schema>) => db.selectFrom('policy').selectAll().where('id', '=', theRow);

export async function settingsOf(db: Kysely<Schema>, { checks }: Pick<Tools, 'checks'>): Promise<SessionSettings | undefined> {
  const row = await db.selectFrom('settings').selectAll().where('id', '=', theRow).executeTakeFirst();
  return row && checks.isSound('settings', row)
    ? {
        heartbeatMs: Number(row.heartbeat_ms),
        timeoutMs: Number(row.timeout_ms),
        maxBodyBytes: Number(row.max_body_bytes),
        windowMessages: Number(row.window_messages),
        windowBytes: Number(row.window_bytes),
        maxStreams: Number(row.max_streams),
      }
    : undefined;
}
