import type { Kysely } from 'kysely';
import type { AuditHash, AuditNote, AuditRow } from '../rows.js';
import { sealed } from './checksum.js';
import { pieceRows, pieces } from './keys.js';
import type { Schema } from './schema.js';

/** The end of the log; number 0 and zeros while it is empty. */
export async function auditHead(db: Kysely<Schema>): Promise<Pick<AuditRow, 'seq' | 'hash'>> {
  const row = await db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row ? { seq: Number(row.seq), hash: row.hash } : { seq: 0, hash: new Uint8Array(32) };
}

/** Appends inside a transaction that holds the counter's row: nobody else appends meanwhile. */
export async function append(trx: Kysely<Schema>, hashOf: AuditHash, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length === 0) return;
  let { seq, hash } = await auditHead(trx);
  const rows = notes.map(({ timeMs, actor, action, detail }) => {
    seq += 1;
    hash = hashOf(hash, { seq, timeMs, actor, action, detail });
    return sealed('audit', { seq, time_ms: timeMs, actor, action, detail, hash });
  });
  for (const some of pieces(rows, pieceRows)) await trx.insertInto('audit').values(some).execute();
}

export async function auditBehind(db: Kysely<Schema>, after: number, limit: number): Promise<readonly AuditRow[]> {
  const rows = await db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute();
  return rows.map(({ seq, time_ms, actor, action, detail, hash }) => ({
    seq: Number(seq),
    timeMs: Number(time_ms),
    ...{ actor, action, detail, hash },
  }));
}
