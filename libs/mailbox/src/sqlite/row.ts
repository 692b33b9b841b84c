import { crc32 } from 'node:zlib';
import type { StoredRun } from '../mailbox.js';

/** All of a stored run but its bodies, which it binds by their length and CRC-32. */
export interface Row extends Omit<StoredRun, 'bodies'> {
  readonly recipient: Uint8Array;
  readonly bodiesLength: number;
  readonly bodiesCrc: number;
}

// id 8 ‖ recipient 32 ‖ sender 32 ‖ stream 16 ‖ five doubles ‖ bodiesLength 4 ‖ bodiesCrc 4 ‖ skipped 1 ‖ CRC-32 of all before 4
const size = 141;
const crcAt = size - 4;
const idEnd = 8;
const recipientEnd = 40;

const scratch = new Uint8Array(size);
const view = new DataView(scratch.buffer);

export interface EncodedRow {
  /** Everything but the id: what the `run` table keeps. */
  readonly whole: Uint8Array;
  /** Without the recipient too: what the `waiting` table keeps. */
  readonly head: Uint8Array;
}

/** The bytes are valid until the next call of this file. */
export function encodeRow(row: Row): EncodedRow {
  view.setFloat64(0, row.id);
  scratch.set(row.recipient, idEnd);
  scratch.set(row.sender, recipientEnd);
  scratch.set(row.stream, 72);
  view.setFloat64(88, row.firstSeq);
  view.setFloat64(96, row.count);
  view.setFloat64(104, row.createdMs);
  view.setFloat64(112, row.storedMs);
  view.setFloat64(120, row.expiresMs);
  view.setUint32(128, row.bodiesLength);
  view.setUint32(132, row.bodiesCrc);
  view.setUint8(136, row.skipped ? 1 : 0);
  view.setUint32(crcAt, crc32(scratch.subarray(0, crcAt)));
  return { whole: scratch.subarray(idEnd), head: scratch.subarray(recipientEnd) };
}

/** By shape: what SQLite returns may be of another realm. */
export const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value);

/** @returns undefined when any bit of the id or the columns is not the one that was written. */
export function decodeWhole(id: number, whole: unknown): Row | undefined {
  if (!isBytes(whole) || whole.length !== size - idEnd) return undefined;
  scratch.set(whole, idEnd);
  return decode(id);
}

/** The same from the columns of the `waiting` table. */
export function decodeHead(id: number, recipient: unknown, head: unknown): Row | undefined {
  if (!isBytes(recipient) || recipient.length !== recipientEnd - idEnd) return undefined;
  if (!isBytes(head) || head.length !== size - recipientEnd) return undefined;
  scratch.set(recipient, idEnd);
  scratch.set(head, recipientEnd);
  return decode(id);
}

function decode(id: number): Row | undefined {
  view.setFloat64(0, id);
  if (view.getUint32(crcAt) !== crc32(scratch.subarray(0, crcAt))) return undefined;
  return {
    id,
    recipient: scratch.slice(idEnd, recipientEnd),
    sender: scratch.slice(recipientEnd, 72),
    stream: scratch.slice(72, 88),
    firstSeq: view.getFloat64(88),
    count: view.getFloat64(96),
    createdMs: view.getFloat64(104),
    storedMs: view.getFloat64(112),
    expiresMs: view.getFloat64(120),
    bodiesLength: view.getUint32(128),
    bodiesCrc: view.getUint32(132),
    skipped: view.getUint8(136) === 1,
  };
}

/** True when these are the bodies the row was written with. */
export const fits = (row: Row, bodies: unknown): bodies is Uint8Array =>
  isBytes(bodies) && bodies.length === row.bodiesLength && crc32(bodies) === row.bodiesCrc;

const noBodies = { bodiesLength: 0, bodiesCrc: crc32(new Uint8Array(0)) };

/** What stays of an expired or damaged row. */
export const asSkip = (row: Row): Row => ({ ...row, ...noBodies, skipped: true });
