import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { failureOf, isFull } from '@keyway/sqlite-log';
import type { Failure, Witness } from '@keyway/sqlite-log';
import { Halts, Intake } from '../intake.js';
import { bytesOf, keyOf } from '../keys.js';
import { oneSkip, weigh } from '../ledger.js';
import type { Ledger, Removal } from '../ledger.js';
import type { Append, AppendOutcome, Drop, DropReason, MailboxStats, StoredRun, Waiting } from '../mailbox.js';
import { dayMs } from '../options.js';
import type { Edits } from './edits.js';
import { recount } from './repair.js';
import { asSkip, isBytes } from './row.js';
import type { Row } from './row.js';
import type { Space } from './space.js';
import type { Entry, OldMark, Tables } from './tables.js';

const none = new Uint8Array(0);
/** Rows the janitor looks at in one step, and rows one read hands out: what other calls may have to wait for. */
const stepRows = 2_048;
const readRows = 1_024;
const probeId = 0;

export interface EngineParts {
  readonly db: DatabaseSync;
  readonly tables: Tables;
  readonly ledger: Ledger;
  readonly space: Space;
  readonly witness: Witness;
  readonly path: string;
  readonly edits: Edits;
  readonly longestLifetimeMs: number;
}

/** What the other side hears after the answer of the call that caused it. */
export interface Events {
  readonly rooms: Uint8Array[];
  readonly drops: Drop[];
  /** Writes fail for another reason than a full disk: told once. */
  failure?: Failure;
}

/** The store itself, synchronous: runs in the worker. */
export class Engine {
  readonly #halts = new Halts();
  readonly #edits: Edits;
  /** Mailboxes that were refused `store_full`; undefined while writes work. */
  #fullFor: Set<string> | undefined;
  #lastId: number;
  #failed = false;
  #walked: Entry | undefined;
  #events: Events = { rooms: [], drops: [] };

  constructor(private readonly parts: EngineParts) {
    this.#edits = parts.edits;
    this.#lastId = parts.tables.lastId;
  }

  /** One transaction: forgets `released`, then stores what the rules let in. */
  write(batch: readonly Append[], released: readonly number[], now: number): readonly AppendOutcome[] {
    for (const id of released) this.#release(id);
    const { ledger, tables } = this.parts;
    const intake = new Intake(ledger, this.#halts, (stream) => tables.mark(stream));
    const lastId = this.#lastId;
    let written: (() => void) | undefined;
    try {
      const bytes = batch.reduce((sum, run) => sum + run.bodies.length, 0);
      if (batch.length > 0 && !this.parts.space.has(bytes)) throw Object.assign(new Error('reserve'), { code: 'ENOSPC' });
      const outcomes = this.#transaction(() => {
        const stored = batch.map((run) => this.#take(intake, run, now));
        for (const [stream, seq] of intake.marks) tables.putMark(stream, seq, now);
        written = this.#edits.write(tables);
        tables.putSums({ ...ledger.totals, stored: ledger.totals.stored + intake.messages });
        return stored;
      });
      written?.();
      intake.commit();
      this.#synced();
      for (const [stream, seq] of intake.marks) tables.cacheMark(stream, seq);
      if (batch.length > 0) this.#writesWork();
      return outcomes;
    } catch (thrown) {
      this.#lastId = lastId;
      intake.abandon(batch);
      const reason = isFull(thrown) ? 'store_full' : 'store_failed';
      if (reason === 'store_failed') this.#fail(thrown);
      if (batch.length > 0 && reason === 'store_full') this.#isFull(batch);
      if (batch.length > 0) this.#flush(); // releases need little room: they may still go through
      return batch.map(({ firstSeq: fromSeq }) => ({ kind: 'refused', reason, fromSeq }));
    }
  }

  read(recipient: Uint8Array, afterId: number, maxBytes: number, now: number): readonly StoredRun[] {
    const runs: StoredRun[] = [];
    let bytes = 0;
    for (const entry of this.parts.tables.box(recipient, afterId)) {
      const run = this.#deliver(entry, now);
      if (!run) continue;
      bytes += run.bodies.length;
      if (runs.length > 0 && bytes > maxBytes) break;
      runs.push(run);
      if (runs.length === readRows) break;
    }
    return runs;
  }

  stats(): MailboxStats {
    return this.parts.ledger.stats();
  }

  waiting(recipient: Uint8Array): Waiting {
    return this.parts.ledger.waiting(keyOf(recipient));
  }

  /** One bounded step of the janitor: lapse what expired, forget old marks, try a full disk again. */
  sweep(now: number): void {
    const { tables, longestLifetimeMs, space } = this.parts;
    const entries = tables.walk(this.#walked, stepRows);
    this.#walked = entries.length < stepRows ? undefined : entries.at(-1);
    for (const entry of entries) if (!this.#edits.isGone(entry.id)) this.#current(entry, now);
    this.#flush(tables.oldMarks(now - longestLifetimeMs - dayMs, stepRows));
    if (this.#fullFor) this.#probe();
    else space.giveBack();
  }

  /** What happened since the last call. */
  events(): Events | undefined {
    const events = this.#events;
    if (events.rooms.length + events.drops.length === 0 && !events.failure) return undefined;
    this.#events = { rooms: [], drops: [] };
    return events;
  }

  close(): void {
    this.#flush();
    this.parts.db.close();
    this.parts.witness.close(this.parts.ledger.totals.stored);
  }

  #take(intake: Intake, run: Append, now: number): AppendOutcome {
    const verdict = intake.judge(run);
    if (verdict.kind !== 'store') return verdict;
    const { bodies, ...rest } = verdict.run;
    const id = (this.#lastId += 1);
    this.parts.tables.put({ ...rest, id, storedMs: now, bodiesLength: bodies.length, bodiesCrc: crc32(bodies) }, bodies);
    return { kind: 'stored', id, upTo: verdict.upTo, fromSeq: rest.firstSeq };
  }

  #release(id: number): void {
    if (this.#edits.isGone(id)) return;
    const row = this.#edits.skipOf(id) ?? this.parts.tables.row(id);
    if (!row || id === probeId) return;
    this.#edits.gone(id, row.recipient);
    this.#account(row, 'released');
  }

  #deliver(entry: Entry, now: number): StoredRun | undefined {
    if (this.#edits.isGone(entry.id)) return undefined;
    const row = this.#current(entry, now);
    if (!row) return undefined;
    const bodies = row.skipped ? none : this.parts.tables.bodies(row);
    return bodies ? { ...row, bodies } : { ...this.#drop(row, 'damaged'), bodies: none };
  }

  /** The row of an entry as it is by now; undefined when damage left nothing of its head. */
  #current(entry: Entry, now: number): Row | undefined {
    const row = this.#edits.skipOf(entry.id) ?? entry.row ?? this.parts.tables.whole(entry.id);
    if (!row) return this.#lost(entry);
    return row.expiresMs <= now && !row.skipped ? this.#drop(row, 'expired') : row;
  }

  /** Both copies of the head are gone: nobody can say whose numbers these were. */
  #lost(entry: Entry): undefined {
    this.#edits.gone(entry.id, entry.recipient);
    const recipient = isBytes(entry.recipient) ? entry.recipient : none;
    const count = recount(this.parts, this.#edits);
    this.#events.drops.push({ reason: 'damaged', recipient, stream: none, firstSeq: 0, count });
    return undefined;
  }

  #drop(row: Row, reason: DropReason): Row {
    const skip = asSkip(row);
    this.#edits.skip(skip);
    this.#account(row, reason);
    const { recipient, stream, firstSeq, count } = row;
    this.#events.drops.push({ reason, recipient, stream, firstSeq, count });
    return skip;
  }

  #account(row: Row, how: Removal): void {
    const left = how === 'released' ? undefined : oneSkip;
    const room = this.parts.ledger.removed(keyOf(row.recipient), weigh(row, row.bodiesLength), how, left);
    if (room) this.#events.rooms.push(row.recipient);
  }

  #transaction<T>(run: () => T): T {
    const { db } = this.parts;
    db.exec('begin immediate');
    try {
      const result = run();
      db.exec('commit');
      return result;
    } catch (thrown) {
      if (db.isTransaction) db.exec('rollback');
      throw thrown;
    }
  }

  /** Tries to write the edits; a failure leaves them noted for the next time. */
  #flush(oldMarks: readonly OldMark[] = []): void {
    if (this.#edits.size + oldMarks.length === 0) return;
    try {
      const written = this.#transaction(() => {
        for (const mark of oldMarks) this.parts.tables.deleteMark(mark);
        const done = this.#edits.write(this.parts.tables);
        this.parts.tables.putSums(this.parts.ledger.totals);
        return done;
      });
      written();
      this.#synced();
    } catch (thrown) {
      if (!isFull(thrown)) this.#fail(thrown); // either way the sums, the edits and the marks wait
    }
  }

  #synced(): void {
    this.parts.witness.note(this.parts.ledger.totals.stored);
  }

  #fail(thrown: unknown): void {
    if (!this.#failed) this.#events.failure = failureOf(thrown, this.parts.path);
    this.#failed = true;
  }

  #isFull(batch: readonly Append[]): void {
    this.#fullFor ??= new Set();
    for (const run of batch) this.#fullFor.add(keyOf(run.recipient));
  }

  #writesWork(): void {
    if (!this.#fullFor) return;
    this.#events.rooms.push(...[...this.#fullFor].map(bytesOf));
    this.#fullFor = undefined;
  }

  /** Writes and deletes a row as large as a busy batch: a smaller one might fit where the next batch does not. */
  #probe(): void {
    const { space, db } = this.parts;
    const bytes = 262_144;
    if (!space.has(bytes)) return;
    try {
      this.#transaction(() => db.exec(`insert or replace into run values (${probeId}, x'', zeroblob(${bytes}))`));
      this.#transaction(() => db.exec(`delete from run where id = ${probeId}`));
      this.#writesWork();
    } catch {
      return;
    }
  }
}
