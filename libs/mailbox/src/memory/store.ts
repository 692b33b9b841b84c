import { WireError } from '@keyway/wire';
import { Halts, Intake } from '../intake.js';
import { bytesOf, keyOf } from '../keys.js';
import { Ledger, oneSkip, weigh } from '../ledger.js';
import type { Removal } from '../ledger.js';
import type { Append, AppendOutcome, Drop, MailboxStats, MailboxStore, StoredRun, Waiting } from '../mailbox.js';
import { dayMs, withDefaults } from '../options.js';
import type { MailboxOptions, MailboxSettings } from '../options.js';

const none = new Uint8Array(0);

interface Row extends StoredRun {
  readonly recipient: string;
}

/** Mailboxes that end with the process: for tests and for fleets that need no durability. */
export function openMemoryMailbox(options: MailboxOptions = {}): MailboxStore {
  return new MemoryMailbox(withDefaults(options));
}

class MemoryMailbox implements MailboxStore {
  readonly #ledger: Ledger;
  readonly #halts = new Halts();
  /** Insertion order is id order. */
  readonly #rows = new Map<number, Row>();
  readonly #boxes = new Map<string, Map<number, Row>>();
  /** Least recently touched first. */
  readonly #marks = new Map<string, { readonly seq: number; readonly touchedMs: number }>();
  readonly #room: ((recipient: Uint8Array) => void)[] = [];
  readonly #drop: ((drop: Drop) => void)[] = [];
  readonly #janitor: NodeJS.Timeout;
  #lastId = 0;
  #closed = false;

  constructor(private readonly settings: MailboxSettings) {
    this.#ledger = new Ledger(settings.quota);
    this.#janitor = setInterval(() => this.#sweep(), settings.sweepEveryMs).unref();
  }

  async append(batch: readonly Append[]): Promise<readonly AppendOutcome[]> {
    this.#check();
    const now = this.settings.now();
    const intake = new Intake(this.#ledger, this.#halts, (stream) => this.#marks.get(stream)?.seq);
    const outcomes = batch.map((run): AppendOutcome => {
      const verdict = intake.judge(run);
      return verdict.kind === 'store'
        ? { kind: 'stored', id: this.#insert(verdict.run, now), upTo: verdict.upTo, fromSeq: verdict.run.firstSeq }
        : verdict;
    });
    for (const [stream, seq] of intake.marks) {
      this.#marks.delete(stream);
      this.#marks.set(stream, { seq, touchedMs: now });
    }
    intake.commit();
    return outcomes;
  }

  async read(recipient: Uint8Array, afterId: number, maxBytes: number): Promise<readonly StoredRun[]> {
    this.#check();
    const now = this.settings.now();
    const runs: StoredRun[] = [];
    let bytes = 0;
    for (const waiting of this.#boxes.get(keyOf(recipient))?.values() ?? []) {
      if (waiting.id <= afterId) continue;
      const row = waiting.expiresMs <= now ? this.#lapse(waiting) : waiting;
      bytes += row.bodies.length;
      if (runs.length > 0 && bytes > maxBytes) break;
      runs.push(row);
    }
    return runs;
  }

  async release(ids: readonly number[]): Promise<void> {
    this.#check();
    for (const id of ids) {
      const row = this.#rows.get(id);
      if (!row) continue;
      this.#rows.delete(id);
      this.#boxes.get(row.recipient)!.delete(id);
      this.#account(row, 'released');
    }
  }

  async stats(): Promise<MailboxStats> {
    this.#check();
    return this.#ledger.stats();
  }

  async waiting(recipient: Uint8Array): Promise<Waiting> {
    this.#check();
    return this.#ledger.waiting(keyOf(recipient));
  }

  onRoom(listener: (recipient: Uint8Array) => void): void {
    this.#room.push(listener);
  }

  onDrop(listener: (drop: Drop) => void): void {
    this.#drop.push(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#janitor);
  }

  #check(): void {
    if (this.#closed) throw new WireError('store_failed', 'the mailbox store is closed');
  }

  #insert(run: Append, storedMs: number): number {
    const id = (this.#lastId += 1);
    const recipient = keyOf(run.recipient);
    this.#put({
      ...{ id, recipient, storedMs, firstSeq: run.firstSeq, count: run.count, skipped: run.skipped },
      ...{ createdMs: run.createdMs, expiresMs: run.expiresMs },
      ...{ sender: run.sender.slice(), stream: run.stream.slice(), bodies: run.skipped ? none : run.bodies.slice() },
    });
    return id;
  }

  #put(row: Row): void {
    this.#rows.set(row.id, row);
    const box = this.#boxes.get(row.recipient) ?? new Map<number, Row>();
    this.#boxes.set(row.recipient, box.set(row.id, row));
  }

  #lapse(row: Row): Row {
    if (row.skipped) return row;
    const skip: Row = { ...row, skipped: true, bodies: none };
    this.#put(skip);
    this.#account(row, 'expired');
    const { stream, firstSeq, count } = row;
    const drop: Drop = { reason: 'expired', recipient: bytesOf(row.recipient), stream, firstSeq, count };
    for (const tell of this.#drop) tell(drop);
    return skip;
  }

  #account(row: Row, how: Removal): void {
    const room = this.#ledger.removed(row.recipient, weigh(row, row.bodies.length), how, how === 'released' ? undefined : oneSkip);
    if (room) for (const tell of this.#room) tell(bytesOf(row.recipient));
  }

  #sweep(): void {
    const now = this.settings.now();
    for (const row of this.#rows.values()) if (row.expiresMs <= now) this.#lapse(row);
    for (const [stream, { touchedMs }] of this.#marks) {
      if (touchedMs >= now - this.settings.longestLifetimeMs - dayMs) break;
      this.#marks.delete(stream);
    }
  }
}
