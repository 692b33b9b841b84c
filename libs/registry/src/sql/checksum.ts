import { crc32 } from 'node:zlib';
import type { Schema } from './schema.js';

export type CheckedTable = Exclude<keyof Schema, 'counter'>;
type Columns = { readonly [Table in CheckedTable]: readonly (keyof Schema[Table] & string)[] };

/** What the CRC-32 of a row is over, in this order. What contacts are forgotten by is not worth a query more for each. */
export const checkedColumns = {
  client: ['id', 'spki', 'serial', 'rights', 'created_ms', 'hidden', 'blocked', 'seen_ms', 'appointed'],
  channel: ['id', 'client_id', 'serial', 'issued_ms', 'valid_until_ms', 'source'],
  epoch: ['purpose', 'id', 'wrapped', 'not_before_ms', 'issue_until_ms', 'accept_until_ms'],
  name: ['name', 'skeleton', 'client_id', 'token_id', 'owner_id', 'created_ms'],
  contact: ['hidden_id', 'viewer_id'],
  policy: ['id', 'enrolment', 'seeing', 'serving'],
  settings: ['id', 'heartbeat_ms', 'timeout_ms', 'max_body_bytes', 'window_messages', 'window_bytes', 'max_streams'],
  token: ['id', 'wrapped', 'created_ms', 'expires_ms', 'uses', 'used', 'name', 'rights', 'revoked', 'ended_ms'],
  service: ['name', 'owner_id', 'members', 'created_ms'],
  service_worker: ['service', 'client_id'],
  revocation: ['client_id', 'serial', 'tickets_up_to', 'until_ms'],
  admin_nonce: ['nonce', 'time_ms'],
  audit: ['seq', 'time_ms', 'actor', 'action', 'detail', 'hash'],
} as const satisfies Columns;

export const checkedTables = Object.keys(checkedColumns) as readonly CheckedTable[];

type Row = Readonly<Record<string, unknown>>;

let scratch = Buffer.allocUnsafe(8_192);

/** So that text does not pass for the bytes it has. */
const isBytes = 0x80000000;
const isNull = 0xffffffff;
const isNumber = 0xfffffffe;

/** Of each column its length and its bytes; numbers are doubles. */
export function crcOf(table: CheckedTable, row: Row): number {
  let at = 0;
  for (const name of checkedColumns[table]) {
    const value = row[name];
    const start = at + 4;
    if (value === null || value === undefined) {
      at = scratch.writeUInt32LE(isNull, at);
    } else if (ArrayBuffer.isView(value)) {
      room(start + value.byteLength);
      scratch.set(value as Uint8Array, start);
      scratch.writeUInt32LE(isBytes + value.byteLength, at);
      at = start + value.byteLength;
    } else if (typeof value === 'string') {
      room(start + 3 * value.length);
      const length = scratch.write(value, start);
      scratch.writeUInt32LE(length, at);
      at = start + length;
    } else {
      scratch.writeUInt32LE(isNumber, at);
      at = scratch.writeDoubleLE(Number(value), start);
    }
  }
  return crc32(scratch.subarray(0, at));
}

/** Leaves some for the columns behind. */
function room(end: number): void {
  if (end + 256 <= scratch.length) return;
  const larger = Buffer.allocUnsafe(2 * (end + 256));
  scratch.copy(larger);
  scratch = larger;
}

/** The row with its checksum: what is written. */
export const sealed = <R extends object>(table: CheckedTable, row: R): R & { readonly crc: number } => ({
  ...row,
  crc: crcOf(table, row as Row),
});
