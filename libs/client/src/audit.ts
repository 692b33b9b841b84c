import { auditStart, checkAudit } from '@keyway/session';
import type { AdminAnswer, AdminCalls, SparseOneOf } from '@keyway/wire';
import { WireError } from '@keyway/wire';
import { hex } from './admin-entries.js';
import { pageMembers } from './fleet-calls.js';

/** The end of the log at some time. Keep it elsewhere: what stood before it cannot be changed unseen any more. */
export interface AuditHead {
  readonly seq: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

type Call = (what: SparseOneOf<AdminCalls>) => Promise<AdminAnswer>;

/** Reads the log from its first entry. Rejects with `audit_broken` where it does not fit, is shorter than auth says, or lacks `known`. */
export async function verifyAudit(call: Call, known?: AuditHead): Promise<{ entries: number; head: AuditHead | undefined }> {
  const health = (await call({ kind: 'getHealth', value: {} })).health;
  const must = [known, health && health.auditSeq > 0 ? { seq: health.auditSeq, hash: hex(health.auditHash) } : undefined];
  const expected = new Map<number, Set<string>>();
  for (const head of must) if (head !== undefined) expected.set(head.seq, (expected.get(head.seq) ?? new Set()).add(head.hash));
  let previous: Uint8Array = auditStart;
  let seq = 0;
  for (;;) {
    const { audit, more } = await call({ kind: 'listAudit', value: { after: seq, limit: pageMembers } });
    const bad = audit[0] !== undefined && audit[0].seq !== seq + 1 ? audit[0].seq : checkAudit(audit, previous);
    if (bad !== undefined) throw new WireError('audit_broken', `entry ${bad} does not fit the one before it`);
    for (const entry of audit) {
      const hashes = expected.get(entry.seq);
      expected.delete(entry.seq);
      if (hashes !== undefined && (hashes.size > 1 || !hashes.has(hex(entry.hash)))) {
        throw new WireError('audit_broken', `entry ${entry.seq} is not the one it was`);
      }
    }
    const last = audit.at(-1);
    if (last !== undefined) {
      seq = last.seq;
      previous = last.hash;
    }
    if (!more || last === undefined) break;
  }
  const [lost] = expected.keys();
  if (lost !== undefined) throw new WireError('audit_broken', `it ends at entry ${seq}, and had ${lost}`);
  return { entries: seq, head: seq === 0 ? undefined : { seq, hash: hex(previous) } };
}
