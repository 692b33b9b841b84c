import { encodeBodies } from '@keyway/wire';
import type { Append, MailboxStore, StoredRun } from '../mailbox.js';

/** An id that differs for every (kind, n). */
export function testId(kind: string, n: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes[0] = kind.charCodeAt(0);
  new DataView(bytes.buffer).setUint32(1, n);
  return bytes;
}

export const recipient = (n: number): Uint8Array => testId('recipient', n, 32);

/** What a run holds besides its defaults: recipient 1, sender 1, stream 1, one message that never lapses. */
export interface RunSpec {
  readonly to?: number;
  readonly from?: number;
  readonly stream?: number;
  readonly first?: number;
  readonly count?: number;
  readonly skipped?: boolean;
  readonly bodySize?: number;
  readonly expiresMs?: number;
}

/** Body i of a test run starts with its own number, so that every message can be told from every other. */
export function testRun(spec: RunSpec = {}): Append {
  const { to = 1, from = 1, stream = 1, first = 1, count = 1, skipped = false, bodySize = 8, expiresMs = 9e15 } = spec;
  const bodies = Array.from({ length: skipped ? 0 : count }, (_, index) => {
    const body = new Uint8Array(bodySize);
    if (bodySize >= 8) new DataView(body.buffer).setFloat64(0, first + index);
    return body;
  });
  return {
    recipient: recipient(to),
    sender: testId('sender', from, 32),
    stream: testId('t', stream, 16),
    firstSeq: first,
    count,
    skipped,
    createdMs: 1_000,
    expiresMs,
    bodies: encodeBodies(bodies),
  };
}

/** Everything that waits for one recipient, read in small pieces. */
export async function readAll(store: MailboxStore, to = 1, maxBytes = 65_536): Promise<StoredRun[]> {
  const runs: StoredRun[] = [];
  for (;;) {
    const more = await store.read(recipient(to), runs.at(-1)?.id ?? 0, maxBytes);
    if (more.length === 0) return runs;
    runs.push(...more);
  }
}

/** [first, count] of each run. */
export const spans = (runs: readonly StoredRun[]): number[][] => runs.map(({ firstSeq, count }) => [firstSeq, count]);

/** What every store keeps at every moment. */
export async function expectSumsToHold(store: MailboxStore): Promise<void> {
  const { messages, dropped, totals } = await store.stats();
  expect(messages + totals.released + dropped.expired + dropped.damaged).toBe(totals.stored);
}
