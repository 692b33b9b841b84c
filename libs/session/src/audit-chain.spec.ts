import type { AuditEntry } from '@keyway/wire';
import { auditHash, auditStart, checkAudit } from './audit-chain.js';
import { counting } from './testing/keys.js';

function chain(length: number, from: Uint8Array = auditStart, first = 1): AuditEntry[] {
  let previous: Uint8Array = from;
  return Array.from({ length }, (_, i) => {
    const entry = { seq: first + i, timeMs: 1_000 + i, actor: counting(i), action: 'block', detail: `{"n":${i}}` };
    previous = auditHash(previous, entry);
    return { ...entry, hash: previous };
  });
}
function resealed(log: readonly AuditEntry[], actorOf: (entry: AuditEntry) => Uint8Array): AuditEntry[] {
  let previous: Uint8Array = auditStart;
  return log.map((entry) => {
    const other = { ...entry, actor: actorOf(entry) };
    return { ...other, hash: (previous = auditHash(previous, other)) };
  });
}
const entries = chain(10);
const changed = (index: number, change: Partial<AuditEntry>): AuditEntry[] => entries.with(index, { ...entries[index]!, ...change });

it('fits together from the first entry on, and from any other with the hash before it', () => {
  expect(checkAudit(entries, auditStart)).toBeUndefined();
  for (let at = 1; at < entries.length; at += 1) expect(checkAudit(entries.slice(at), entries[at - 1]!.hash)).toBeUndefined();
  expect([checkAudit([], auditStart), checkAudit([], counting(1))]).toEqual([undefined, undefined]);
});

it.each<[string, Partial<AuditEntry>]>([
  ['time', { timeMs: 5 }],
  ['actor', { actor: counting(99) }],
  ['action', { action: 'unblock' }],
  ['detail', { detail: '{}' }],
  ['hash', { hash: counting(1) }],
  ['number', { seq: 40 }],
  ['actor of no size', { actor: new Uint8Array(31) }],
  ['detail too long to be one', { detail: 'x'.repeat(70_000) }],
])('names the first entry whose %s was changed', (_, change) => {
  for (const index of [0, 4, 9]) expect(checkAudit(changed(index, change), auditStart)).toBe(change.seq ?? index + 1);
});

it('names the place where an entry was left out, put in, repeated or swapped', () => {
  expect(checkAudit(entries.toSpliced(3, 1), auditStart)).toBe(5);
  expect(checkAudit(entries.toSpliced(3, 0, entries[2]!), auditStart)).toBe(3);
  expect(checkAudit(entries.toSpliced(3, 2, entries[4]!, entries[3]!), auditStart)).toBe(5);
  expect(checkAudit(entries.slice(1), auditStart)).toBe(2);
});

it.each<[string, AuditEntry[], number]>([
  ['begins behind number 1', chain(3, auditStart, 2), 2],
  ['leaves a number out', [...chain(2), ...chain(2, chain(2)[1]!.hash, 4)], 4],
  ['says a number twice', [...chain(2), ...chain(2, chain(2)[1]!.hash, 2)], 2],
  ['names an actor of another size', resealed(chain(3), ({ seq, actor }) => (seq === 2 ? actor.subarray(1) : actor)), 2],
])('a log that %s does not fit, though its hashes do', (_, log, expected) => {
  expect(checkAudit(log, auditStart)).toBe(expected);
});

it('a log that was written anew from some entry on no longer fits the hash that somebody kept', () => {
  const kept = entries[9]!.hash;
  const rewritten = [...entries.slice(0, 5), ...chain(5, entries[4]!.hash, 6).map((entry) => ({ ...entry, detail: '{}' }))];
  expect(checkAudit(rewritten, auditStart)).toBe(6);
  const forged = chain(10, counting(1));
  expect(forged[9]!.hash).not.toEqual(kept);
});

it('moves no byte from one field into the next without another hash', () => {
  const hash = (action: string, detail: string): string =>
    Buffer.from(auditHash(auditStart, { seq: 1, timeMs: 1, actor: counting(1), action, detail })).toString('hex');
  expect(new Set([hash('ab', 'c'), hash('a', 'bc'), hash('', 'abc'), hash('abc', '')]).size).toBe(4);
});

it('takes an action or detail that has no place for its length for our bug', () => {
  const entry = { seq: 1, timeMs: 1, actor: counting(1), action: 'x', detail: 'x'.repeat(65_536) };
  expect(() => auditHash(auditStart, entry)).toThrow(RangeError);
  expect(auditHash(auditStart, { ...entry, detail: 'x'.repeat(65_535) })).toHaveLength(32);
});
