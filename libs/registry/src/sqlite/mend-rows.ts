import type { DatabaseSync } from 'node:sqlite';
import { sealed } from '../sql/checksum.js';

/** As it lies there, with its `rowid`; whole numbers are BigInts. */
export type FoundRow = Readonly<Record<string, unknown>>;

/** Damaged channels: their ids are never admitted again, and forgotten with the newest that are known now. */
export function mendChannels(db: DatabaseSync, bad: readonly FoundRow[]): void {
  const rest = { client_id: new Uint8Array(32), serial: 0, issued_ms: 0, valid_until_ms: lastEnd(db, bad), source: 'damaged' };
  for (const { rowid, key } of withKeys(db, 'channel', 'id', bad)) {
    const { client_id, serial, issued_ms, valid_until_ms, source, crc } = sealed('channel', { id: key, ...rest });
    db.prepare(
      'update channel set id = ?, client_id = ?, serial = ?, issued_ms = ?, valid_until_ms = ?, source = ?, crc = ? where rowid = ?',
    ).run(key, client_id, serial, issued_ms, valid_until_ms, source, crc, rowid);
  }
}

/** Damaged revocations: they take all tickets their clients have. @returns how many numbers of the feed behind `feed` they took. */
export function mendRevocations(db: DatabaseSync, bad: readonly FoundRow[], serial: number, feed: number): number {
  const until = lastEnd(db, []);
  const keys = withKeys(db, 'revocation', 'client_id', bad);
  keys.forEach(({ rowid, key }, index) => {
    const row = sealed('revocation', { client_id: key, serial: feed + 1 + index, tickets_up_to: serial, until_ms: until });
    db.prepare('update revocation set client_id = ?, serial = ?, tickets_up_to = ?, until_ms = ?, crc = ? where rowid = ?').run(
      ...[key, row.serial, serial, until, row.crc, rowid],
    );
  });
  return keys.length;
}

/**
 * The keys of damaged rows: those that only the index knows, as far as there are any, else what the rows say. The index then agrees with
 * its rows, so that they can be written.
 */
function withKeys(
  db: DatabaseSync,
  table: 'channel' | 'revocation',
  column: string,
  bad: readonly FoundRow[],
): readonly { readonly rowid: bigint; readonly key: Uint8Array }[] {
  const index = `sqlite_autoindex_${table}_1`;
  const inIndex = `select ${column} as id from ${table} indexed by ${index} order by id`;
  const inTable = new Set(
    db
      .prepare(`select ${column} as id from ${table} not indexed`)
      .all()
      .map(({ id }) => hexOf(id)),
  );
  const onlyInIndex = db
    .prepare(inIndex)
    .all()
    .filter(({ id }) => !inTable.has(hexOf(id)));
  db.exec(`reindex ${table}`);
  return bad.map((row, at) => ({ rowid: row['rowid'] as bigint, key: bytesOf(onlyInIndex[at]?.['id'] ?? row[column]) }));
}

/** When the last lease ends, by what can be believed. */
function lastEnd(db: DatabaseSync, bad: readonly FoundRow[]): number {
  const but = bad.map(({ rowid }) => String(rowid as bigint)).join();
  const found = db.prepare(`select cast(max(valid_until_ms) as real) as until from channel not indexed where rowid not in (${but})`).get();
  return Number(found?.['until'] ?? 0);
}

const bytesOf = (value: unknown): Uint8Array => (ArrayBuffer.isView(value) ? (value as Uint8Array) : Buffer.from(String(value)));
const hexOf = (value: unknown): string => Buffer.from(bytesOf(value)).toString('hex');
