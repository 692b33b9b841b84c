import { equal, label, sha256 } from '@keyway/crypto';
import type { AuditEntry } from '@keyway/wire';
import { longestVector, u64, vector } from './transcript.js';

/** What stands before the first entry. */
export const auditStart = new Uint8Array(32);

/**
 * The hash of an audit entry, which holds that of the entry before: who keeps one hash can tell later whether anything before it was
 * changed, left out or put in. docs/protocol.md, "The audit log".
 * @param previous - 32 bytes; `auditStart` for the first entry.
 * @returns 32 bytes. Throws RangeError for an action or a detail over 65,535 bytes: our bug, and `checkAudit` never gets there.
 */
export const auditHash = (previous: Uint8Array, entry: Omit<AuditEntry, 'hash'>): Uint8Array =>
  sha256(label('audit', previous, u64(entry.seq), u64(entry.timeMs), entry.actor, vector(utf8(entry.action)), vector(utf8(entry.detail))));

/**
 * Checks consecutive entries, in order, against what went before them.
 * @param previousHash - of the entry before the first of these; `auditStart` when that is number 1.
 * @returns the number of the first that does not fit; undefined when all do.
 */
export function checkAudit(entries: readonly AuditEntry[], previousHash: Uint8Array): number | undefined {
  let previous = previousHash;
  let expected = equal(previousHash, auditStart) ? 1 : (entries[0]?.seq ?? 0);
  for (const entry of entries) {
    const fits = entry.seq === expected && isShort(entry.action) && isShort(entry.detail) && entry.actor.length === 32;
    if (!fits || !equal(auditHash(previous, entry), entry.hash)) return entry.seq;
    previous = entry.hash;
    expected += 1;
  }
  return undefined;
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
const isShort = (text: string): boolean => utf8(text).length <= longestVector;
