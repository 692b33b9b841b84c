import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { isCorrupt } from '@keyway/sqlite-log';
import { bytesOf, keyOf } from '../keys.js';
import type { Totals } from '../ledger.js';
import { asSkip, decodeHead, decodeWhole, encodeRow, fits, isBytes } from './row.js';
import type { Row } from './row.js';

const none = new Uint8Array(0);
const unknown: Record<string, unknown> = {};
const cacheSize = 65_536;
// numbers that damage made larger than 2^53 come as doubles instead of as errors
const entry = 'select recipient, cast(id as real) as id, head from waiting';

/** An entry of the `waiting` table as it lies there: `row` is undefined when its CRC does not fit. */
export interface Entry {
  readonly id: number;
  readonly recipient: unknown;
  readonly row: Row | undefined;
}

/** The statements. Nothing here begins or ends a transaction. */
export class Tables {
  readonly #insertRun;
  readonly #insertWaiting;
  readonly #deleteRun;
  readonly #deleteWaiting;
  readonly #whole;
  readonly #bodies;
  readonly #box;
  readonly #walk;
  readonly #find;
  readonly #putSums;
  readonly #mark;
  readonly #putMark;
  readonly #oldMarks;
  readonly #deleteMark;
  /** Marks on disk, least recently used first; undefined: known not to be there. */
  readonly #marks = new Map<string, number | undefined>();
  #markCursor = 0;

  constructor(private readonly db: DatabaseSync) {
    this.#insertRun = db.prepare('insert or replace into run (id, whole, bodies) values (?, ?, ?)');
    this.#insertWaiting = db.prepare('insert or replace into waiting (recipient, id, head) values (?, ?, ?)');
    this.#deleteRun = db.prepare('delete from run where id = ?');
    this.#deleteWaiting = db.prepare('delete from waiting where recipient = ? and id = ?');
    this.#whole = db.prepare('select whole from run where id = ?');
    this.#bodies = db.prepare('select bodies from run where id = ?');
    this.#box = db.prepare(`${entry} where recipient = ? and id > ? order by waiting.id`);
    this.#walk = db.prepare(`${entry} where (recipient, id) > (?, ?) order by recipient, waiting.id limit ?`);
    this.#find = db.prepare(`${entry} where id = ?`);
    this.#putSums = db.prepare('insert or replace into sums (id, stored, released, expired, damaged, crc) values (1, ?, ?, ?, ?, ?)');
    this.#mark = db.prepare('select cast(seq as real) as seq, crc from mark where stream = ?');
    this.#putMark = db.prepare(
      'insert into mark (stream, seq, touched_ms, crc) values (?, ?, ?, ?) on conflict (stream) do update set seq = excluded.seq, touched_ms = excluded.touched_ms, crc = excluded.crc',
    );
    this.#oldMarks = db.prepare('select id, stream, cast(touched_ms as real) as touchedMs from mark where id > ? order by id limit ?');
    this.#deleteMark = db.prepare('delete from mark where id = ?');
  }

  /** Writes a new row, or over what is there. */
  put(row: Row, bodies: Uint8Array): void {
    const { whole, head } = encodeRow(row);
    this.#insertRun.run(row.id, whole, bodies);
    this.#insertWaiting.run(row.recipient, row.id, head);
  }

  putSkip(row: Row): void {
    this.put(asSkip(row), none);
  }

  delete(id: number, recipient: unknown): void {
    if (isBytes(recipient)) this.#deleteWaiting.run(recipient, id);
    try {
      this.#deleteRun.run(id);
    } catch (thrown) {
      if (!isCorrupt(thrown)) throw thrown; // its page is gone: it stays there, unseen, for nothing leads to it any more
    }
  }

  /** The entries of one mailbox, lazily; write nothing before the iteration ended. */
  *box(recipient: Uint8Array, afterId: number): IterableIterator<Entry> {
    for (const found of this.#box.iterate(recipient, afterId)) yield entryOf(found);
  }

  /** All entries by (recipient, id), piece by piece. */
  walk(after: { readonly recipient: unknown; readonly id: number } | undefined, limit: number): Entry[] {
    return this.#walk.all((after?.recipient ?? none) as Uint8Array, after?.id ?? 0, limit).map(entryOf);
  }

  /** All entries as they lie there. */
  *all(): IterableIterator<Entry> {
    for (const found of this.db.prepare(entry).iterate()) yield entryOf(found);
  }

  /** The ids of the `run` table, up to the first page that cannot be read. */
  runIds(): readonly number[] {
    const ids: number[] = [];
    readable(() => {
      for (const found of this.db.prepare('select cast(id as real) as id from run').iterate()) ids.push(Number(found['id']));
    });
    return ids;
  }

  /** The row behind an id by its own copy, else by the head in `waiting`: a search through all of it, for damaged rows only. */
  row(id: number): Row | undefined {
    const found = readable(() => this.#whole.get(id) ?? unknown);
    if (found === unknown) return undefined;
    return (
      decodeWhole(id, found?.['whole']) ??
      this.#find
        .all(id)
        .map(entryOf)
        .find((entry) => entry.row)?.row
    );
  }

  /** The copy of the head in `run`. */
  whole(id: number): Row | undefined {
    return readable(() => decodeWhole(id, this.#whole.get(id)?.['whole']));
  }

  /** @returns undefined when they are not the bodies that were written. */
  bodies(row: Row): Uint8Array | undefined {
    const bodies = readable(() => this.#bodies.get(row.id)?.['bodies']);
    return fits(row, bodies) ? bodies : undefined;
  }

  get lastId(): number {
    // a damaged id may be absurd: new ones start below it
    const last = (table: string): number =>
      Number(this.db.prepare(`select max(id) as id from ${table} where id < 4503599627370496`).get()?.['id'] ?? 0);
    return Math.max(last('run'), last('waiting'));
  }

  /** @returns undefined when there are none yet, or damaged ones. */
  sums(): Totals | undefined {
    const found = this.db.prepare('select stored, released, expired, damaged, crc from sums where id = 1').get() as
      (Totals & { crc: number }) | undefined;
    if (!found || found.crc !== sumsCrc(found)) return undefined;
    const { stored, released, expired, damaged } = found;
    return { stored, released, expired, damaged };
  }

  putSums(totals: Totals): void {
    this.#putSums.run(totals.stored, totals.released, totals.expired, totals.damaged, sumsCrc(totals));
  }

  /** The last stored number. A damaged mark reads as none: the stream then goes on with whatever its sender sends next. */
  mark(stream: string): number | undefined {
    if (this.#marks.has(stream)) return this.#marks.get(stream);
    const found = readable(() => this.#mark.get(bytesOf(stream))) as { seq: number; crc: number } | undefined;
    const seq = found && found.crc === markCrc(stream, found.seq) ? found.seq : undefined;
    this.cacheMark(stream, seq);
    return seq;
  }

  putMark(stream: string, seq: number, now: number): void {
    this.#putMark.run(bytesOf(stream), seq, now, markCrc(stream, seq));
  }

  /** Only after the commit. */
  cacheMark(stream: string, seq: number | undefined): void {
    this.#marks.delete(stream);
    this.#marks.set(stream, seq);
    if (this.#marks.size > cacheSize) this.#marks.delete(this.#marks.keys().next().value!);
  }

  /** Of the next `limit` marks, round and round, those touched before `beforeMs`. */
  oldMarks(beforeMs: number, limit: number): readonly OldMark[] {
    const looked = this.#oldMarks.all(this.#markCursor, limit) as unknown as (OldMark & { touchedMs: number })[];
    this.#markCursor = looked.length < limit ? 0 : looked.at(-1)!.id;
    return looked.filter(({ touchedMs }) => touchedMs < beforeMs);
  }

  deleteMark({ id, stream }: OldMark): void {
    this.#deleteMark.run(id);
    this.#marks.delete(keyOf(stream));
  }
}

export interface OldMark {
  readonly id: number;
  readonly stream: Uint8Array;
}

function entryOf(found: Record<string, unknown>): Entry {
  const id = Number(found['id']);
  return { id, recipient: found['recipient'], row: decodeHead(id, found['recipient'], found['head']) };
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (isCorrupt(thrown)) return undefined;
    throw thrown;
  }
}

const numbers = new Float64Array(4);
const numberBytes = new Uint8Array(numbers.buffer);

function sumsCrc({ stored, released, expired, damaged }: Totals): number {
  numbers.set([stored, released, expired, damaged]);
  return crc32(numberBytes);
}

function markCrc(stream: string, seq: number): number {
  numbers.set([seq, 0, 0, 0]);
  return crc32(Buffer.from(stream, 'latin1'), crc32(numberBytes));
}
