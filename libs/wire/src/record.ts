import { limits, maxSafeSeq } from './limits.js';
import { varintSize, VarintReader, writeVarint } from './varint.js';

/** The head of a record envelope, filled by `readRecordHead`; one object is reused so that a record costs no allocation. */
export interface RecordHead {
  /** 1 … 2^53 − 1 */
  seq: number;
  /** Where the sealed bytes begin; they reach to the end of the message. */
  start: number;
}

export const isRecord = (bytes: Uint8Array): boolean => bytes[0] === envelopeTag;

/**
 * Reads the head of a transport message that holds a record, in place. Only the one encoding that writers use is taken:
 * 42 ‹length› 09 ‹seq, 8 bytes little-endian› 12 ‹length› ‹sealed›. @returns false for anything else.
 */
export function readRecordHead(bytes: Uint8Array, head: RecordHead): boolean {
  if (bytes.length > limits.messageBytes || bytes[0] !== envelopeTag) return false;
  reader.reset(bytes, 1);
  const length = reader.read();
  const at = reader.pos;
  if (length < 11 || at + length !== bytes.length || bytes[at] !== seqTag || bytes[at + 9] !== sealedTag) return false;
  const low = (bytes[at + 1]! | (bytes[at + 2]! << 8) | (bytes[at + 3]! << 16) | (bytes[at + 4]! << 24)) >>> 0;
  const high = (bytes[at + 5]! | (bytes[at + 6]! << 8) | (bytes[at + 7]! << 16) | (bytes[at + 8]! << 24)) >>> 0;
  const seq = high * 0x100000000 + low;
  if (seq > maxSafeSeq || seq === 0) return false;
  reader.pos = at + 10;
  const sealed = reader.read();
  if (sealed < 0 || reader.pos + sealed !== bytes.length || reader.pos !== recordHeadSize(sealed)) return false;
  head.seq = seq;
  head.start = reader.pos;
  return true;
}

/** Bytes in front of `sealedBytes` sealed bytes. */
export function recordHeadSize(sealedBytes: number): number {
  const inner = 10 + varintSize(sealedBytes) + sealedBytes;
  return 1 + varintSize(inner) + 10 + varintSize(sealedBytes);
}

/** Writes the head of a record at the start of `target`; the sealed bytes follow at the returned position. */
export function writeRecordHead(target: Uint8Array, seq: number, sealedBytes: number): number {
  target[0] = envelopeTag;
  let pos = writeVarint(target, 1, 10 + varintSize(sealedBytes) + sealedBytes);
  target[pos++] = seqTag;
  let low = seq >>> 0;
  let high = Math.floor(seq / 0x100000000);
  for (let i = 0; i < 4; i += 1, low >>>= 8) target[pos++] = low & 0xff;
  for (let i = 0; i < 4; i += 1, high >>>= 8) target[pos++] = high & 0xff;
  target[pos++] = sealedTag;
  return writeVarint(target, pos, sealedBytes);
}

const envelopeTag = 0x42; // Envelope.record
const seqTag = 0x09; // Record.seq, fixed64
const sealedTag = 0x12; // Record.sealed
const reader = new VarintReader();
