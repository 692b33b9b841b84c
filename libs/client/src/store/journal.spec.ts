import fc from 'fast-check';
import { JournalWriter, magic, salvageJournal, scanJournal } from './journal.js';
import type { StateEntry } from './store.js';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((list) => Uint8Array.from(list));
const number = fc.maxSafeNat();
const anyEntry: fc.Arbitrary<StateEntry> = fc.oneof(
  fc.record({ kind: fc.constant('owner' as const), fleet: bytes(32), client: bytes(32) }),
  fc.record({ kind: fc.constant('enrolled' as const) }),
  fc.record({ kind: fc.constant('manifest' as const), version: number, signed: fc.uint8Array().map((list) => Uint8Array.from(list)) }),
  fc.record({ kind: fc.constant('mark' as const), sender: bytes(32), stream: bytes(16), done: number, inHand: number }),
  fc.record({
    ...{ kind: fc.constant('posted' as const), stream: bytes(16), to: bytes(32), seq: number, createdMs: number, lifetimeS: number },
    body: fc.option(
      fc.uint8Array({ maxLength: 300 }).map((list) => Uint8Array.from(list)),
      { nil: undefined },
    ),
  }),
  fc.record({ kind: fc.constant('answered' as const), stream: bytes(16), upTo: number }),
  fc.record({ kind: fc.constant('given_up' as const), stream: bytes(16), seq: number }),
);

const write = (entries: readonly StateEntry[]): Buffer => Buffer.concat([magic, new JournalWriter().encode(entries)]);

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 20 }), (entries) => {
      const file = write(entries);
      expect(scanJournal(file)).toEqual({ entries, end: file.length, fault: undefined });
      expect(salvageJournal(file)).toEqual(entries);
    }),
  );
});

const entries = fc.sample(anyEntry, { numRuns: 12, seed: 5 });
const ends = entries.map((_, i) => write(entries.slice(0, i + 1)).length);
const file = write(entries);

it('cut at any byte, gives every whole entry and calls the rest cut', () => {
  for (let length = 0; length < file.length; length += 1) {
    const { entries: found, end, fault } = scanJournal(file.subarray(0, length));
    const whole = ends.filter((at) => at <= length).length;
    const isBoundary = length === magic.length || ends.includes(length);
    expect([found.length, fault]).toEqual([whole, isBoundary ? undefined : 'cut']);
    expect(end).toBe(length < magic.length ? 0 : (ends[whole - 1] ?? magic.length));
  }
});

it('with any bit changed, says damaged, and gives every entry before it and with salvage all others', () => {
  for (let at = 0; at < file.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const changed = Buffer.from(file);
      changed[at]! ^= 1 << bit;
      const { entries: found, fault } = scanJournal(changed);
      const before = at < magic.length ? 0 : ends.filter((end) => end <= at).length;
      expect([found.length, fault]).toEqual([before, 'damaged']);
      const hit = at < magic.length ? -1 : before;
      if (bit === 0) expect(salvageJournal(changed)).toEqual(entries.filter((_, i) => i !== hit));
    }
  }
});

it('answers to any bytes at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (list) => {
      const junk = Buffer.concat([magic, Buffer.from(list)]);
      expect(['cut', 'damaged', undefined]).toContain(scanJournal(junk).fault);
      salvageJournal(junk);
    }),
  );
});
