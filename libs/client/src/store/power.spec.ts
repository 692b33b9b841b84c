import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from './file.js';
import type { StateEntry, StoredState } from './store.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'keyway-store-power-')); // nothing here depends on a disk
});
afterEach(() => rmSync(folder, { recursive: true }));

const sectorBytes = 512;
const id = (byte: number, length: number): Uint8Array => new Uint8Array(length).fill(byte);
const [sender, stream, outgoing] = [id(3, 32), id(5, 16), id(7, 16)];
const bodyOf = (seq: number): Uint8Array => Buffer.alloc(seq % 5 === 0 ? 2_000 : 40, `message ${seq} `);

type Random = (limit: number) => number;
function below(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** What a client writes that sends and receives: message by message. */
const turn = (n: number): readonly StateEntry[] => [
  { kind: 'posted', stream: outgoing, to: id(4, 32), seq: n, createdMs: 1, lifetimeS: 0, body: bodyOf(n) },
  { kind: 'mark', sender, stream, done: n - 1, inHand: n },
  ...(n > 8 ? [{ kind: 'answered', stream: outgoing, upTo: n - 8 } as const] : []),
];

/** `after` as a power failure leaves it that was synced up to `synced`: of the sectors behind some are there, some are not. */
function torn(after: Buffer, synced: number, random: Random): Buffer {
  const bytes = Buffer.from(after);
  const chance = [0, 1, 5, 9, 10][random(5)]!;
  let end = synced;
  for (let at = synced; at < after.length;) {
    const next = Math.min(after.length, at + sectorBytes - (at % sectorBytes));
    if (random(10) < chance) end = next;
    else bytes.fill(0, at, next);
    at = next;
  }
  return random(2) === 0 ? bytes : bytes.subarray(0, end);
}

async function stateIn(journal: Buffer, half?: Buffer): Promise<StoredState> {
  const place = join(folder, 'found');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { mode: 0o700 });
  writeFileSync(join(place, 'journal'), journal);
  if (half) writeFileSync(join(place, 'journal.new'), half);
  const store = new FileStore(place);
  try {
    return await store.open();
  } finally {
    await store.close();
  }
}

const messagesOf = (state: StoredState) => state.outbox.flatMap(({ messages }) => messages);

it('R4 has all that was synced, knows of nothing that never was, and always opens, when the power fails at any moment', async () => {
  const place = join(folder, 'state');
  const journal = join(place, 'journal');
  const store = new FileStore(place, { compactBytes: 30_000 });
  await store.open();
  store.append([{ kind: 'owner', fleet: id(1, 32), client: id(2, 32) }, { kind: 'enrolled' }]);
  await store.close();
  await store.open(); // compacted: synced
  const random = below(20_261_123);
  let synced = { bytes: readFileSync(journal), n: 0, inode: statSync(journal).ino };
  const kinds = { all: 0, less: 0, compactions: 0 };
  for (let n = 1; n <= 500; n += 1) {
    const before = readFileSync(journal);
    store.append(turn(n));
    const { ino } = statSync(journal);
    const now = readFileSync(journal);
    const isCompaction = ino !== synced.inode;
    const last = synced;
    if (isCompaction) synced = { bytes: now, n, inode: ino };
    if (isCompaction) kinds.compactions += 1;
    // the new file is synced before it takes the place of the old one, which is there until then
    const left = isCompaction ? torn(before, last.bytes.length, random) : torn(now, last.bytes.length, random);
    const state = await stateIn(left, isCompaction ? torn(now, 0, random) : undefined);

    expect([state.owner?.client, state.enrolled]).toEqual([id(2, 32), true]);
    const found = messagesOf(state);
    for (const { seq, body } of found) expect(Buffer.compare(body!, bodyOf(seq))).toBe(0);
    const seqs = found.map(({ seq }) => seq);
    for (let seq = Math.max(1, n - 8 + 1); seq <= last.n; seq += 1) expect(seqs).toContain(seq); // posted, synced and not answered
    expect(Math.max(0, ...seqs)).toBeLessThanOrEqual(n);
    const done = state.marks[0]?.done ?? 0;
    expect(done).toBeGreaterThanOrEqual(last.n - 1);
    expect(done).toBeLessThanOrEqual(n - 1);
    const isLess = !left.equals(isCompaction ? before : now);
    if (isLess && left.length > last.bytes.length && left.includes(Buffer.alloc(sectorBytes), last.bytes.length))
      expect(state.damage).toBeDefined();
    if (!isLess) expect(state.damage).toBeUndefined();
    kinds[isLess ? 'less' : 'all'] += 1;
  }
  await store.close();
  expect(Object.values(kinds).every((count) => count > 3)).toBe(true);
  expect(messagesOf(await stateIn(synced.bytes)).length).toBeGreaterThan(0);
});
