import { keyway } from '#generated';
import { bodyTag, countBodies } from './bodies.js';
import type { SessionSettings } from './channel.js';
import { toSessionSettings } from './channel.js';
import { classIds, frameTags } from './frames.js';
import { guarded, plain } from './fields.js';
import { limits } from './limits.js';
import { scanPresence, scanReply, scanRequest } from './scan-requests.js';
import { VarintReader } from './varint.js';

/** Receives the frames of a record, in the order they lie there. Byte arguments alias the record: copy what is kept. */
export interface FrameVisitor {
  open(handle: number, peer: Uint8Array, stream: Uint8Array, deliveryClass: number): void;
  /** `count` messages whose bodies lie in `bodies` (bodies.ts); or, when `skipped` > 0, none. */
  run(
    handle: number,
    firstSeq: number,
    createdMs: number,
    storedMs: number,
    lifetimeS: number,
    skipped: number,
    bodies: Uint8Array,
    count: number,
  ): void;
  refused(handle: number, first: number, last: number, code: number): void;
  accepted(handle: number, upTo: number): void;
  goOn(handle: number): void;
  stored(handle: number, upTo: number): void;
  credit(messages: number, bytes: number): void;
  config(timeMs: number, settings: SessionSettings): void;
  heartbeat(timeMs: number): void;
  /** @param key - 16 bytes. @param source - 32 or 0. */
  request(id: number, service: string, timeoutMs: number, key: Uint8Array, source: Uint8Array, attempt: number, body: Uint8Array): void;
  /** @param source - 32 or 0. */
  reply(id: number, code: number, source: Uint8Array, body: Uint8Array): void;
  /** @param client - 32 bytes. */
  presence(client: Uint8Array, online: boolean, timeMs: number): void;
  rekey(): void;
  stop(code: number, timeMs: number, retryAfterMs: number): void;
  /** A kind of a newer version: left out, counted. */
  unknown(fieldNumber: number): void;
}

/**
 * Reads the plaintext of a record, in place. Frames are handed to `visitor` as they are met, so some may have been handled
 * before a fault is found: the peer has proven who it is, and its session ends.
 * @returns false when the bytes are malformed or cross a limit.
 */
export function scanFrames(record: Uint8Array, visitor: FrameVisitor): boolean {
  if (record.length > limits.recordBytes) return false;
  const bytes = plain(record);
  const reader = new VarintReader(bytes); // its own: a visitor may cause another scan
  let frames = 0;
  while (reader.pos < bytes.length) {
    const tag = reader.read();
    if (tag < 0 || (tag & 7) !== 2) return false;
    const length = reader.read();
    const start = reader.pos;
    const end = start + length;
    if (length < 0 || end > bytes.length || ++frames > limits.recordFrames) return false;
    if (!(tag === frameTags.run ? scanRun(bytes, start, end, visitor) : scanOther(tag, bytes, start, end, visitor))) return false;
    reader.pos = end;
  }
  return true;
}

const inner = new VarintReader();
const fields = new Float64Array(8);

function scanRun(bytes: Uint8Array, start: number, end: number, visitor: FrameVisitor): boolean {
  inner.reset(bytes, start, end);
  fields.fill(0);
  while (inner.pos < end && bytes[inner.pos] !== bodyTag) {
    const tag = inner.read();
    if (tag < 0x08 || tag > 0x30 || (tag & 7) !== 0) return false; // runs are scanned hot: their fields are fixed
    const value = inner.read();
    if (value < 0) return false;
    fields[tag >>> 3] = value;
  }
  const bodies = bytes.subarray(inner.pos, end);
  const skipped = fields[6]!;
  const count = countBodies(bodies);
  if (count === undefined || fields[1] === 0 || fields[2] === 0) return false;
  if (count === 0 ? skipped === 0 : skipped !== 0) return false; // bodies or a skip, never both, never neither
  if (fields[2]! + count + skipped > Number.MAX_SAFE_INTEGER) return false;
  visitor.run(fields[1]!, fields[2]!, fields[3]!, fields[4]!, fields[5]!, skipped, bodies, count);
  return true;
}

function scanOther(tag: number, bytes: Uint8Array, start: number, end: number, visitor: FrameVisitor): boolean {
  if (tag === frameTags.open) return scanOpen(bytes, start, end, visitor);
  if (tag === frameTags.config) {
    const config = guarded(() => keyway.v1.Config.decode(bytes.subarray(start, end)));
    if (config === undefined) return false;
    visitor.config(Number(config.timeMs), toSessionSettings(config.settings as keyway.v1.SessionSettings | null | undefined));
    return true;
  }
  if (!numberTags.has(tag)) {
    if (tag === frameTags.request) return scanRequest(bytes, start, end, visitor);
    if (tag === frameTags.reply) return scanReply(bytes, start, end, visitor);
    if (tag === frameTags.presence) return scanPresence(bytes, start, end, visitor);
    visitor.unknown(Math.floor(tag / 8)); // whatever is inside
    return true;
  }
  if (!scanNumbers(bytes, start, end)) return false;
  switch (tag) {
    case frameTags.refused:
      visitor.refused(fields[1]!, fields[2]!, fields[3]!, fields[4]!);
      return true;
    case frameTags.accepted:
      visitor.accepted(fields[1]!, fields[2]!);
      return true;
    case frameTags.goOn:
      visitor.goOn(fields[1]!);
      return true;
    case frameTags.stored:
      visitor.stored(fields[1]!, fields[2]!);
      return true;
    case frameTags.credit:
      visitor.credit(fields[1]!, fields[2]!);
      return true;
    case frameTags.heartbeat:
      visitor.heartbeat(fields[1]!);
      return true;
    case frameTags.rekey:
      visitor.rekey();
      return true;
    default:
      visitor.stop(fields[1]!, fields[2]!, fields[3]!);
      return true;
  }
}

const { refused, accepted, goOn, stored, credit, heartbeat, rekey, stop } = frameTags;
/** Kinds all of whose fields are varints. */
const numberTags: ReadonlySet<number> = new Set([refused, accepted, goOn, stored, credit, heartbeat, rekey, stop]);

/** Reads varint fields 1 … 7 into `fields`; others are skipped, as protobuf decoders do. */
function scanNumbers(bytes: Uint8Array, start: number, end: number): boolean {
  inner.reset(bytes, start, end);
  fields.fill(0);
  while (inner.pos < end) {
    const tag = inner.read();
    if (tag < 8) return false;
    const type = tag & 7;
    if (type === 0) {
      const value = inner.read();
      if (value < 0) return false;
      const field = Math.floor(tag / 8);
      if (field < fields.length) fields[field] = value;
    } else if (type === 2) {
      const length = inner.read();
      if (length < 0 || inner.pos + length > end) return false;
      inner.pos += length;
    } else if (type === 1) inner.pos += 8;
    else if (type === 5) inner.pos += 4;
    else return false;
  }
  return inner.pos === end;
}

function scanOpen(bytes: Uint8Array, start: number, end: number, visitor: FrameVisitor): boolean {
  const open = guarded(() => keyway.v1.Open.decode(bytes.subarray(start, end)));
  if (open === undefined || open.handle === 0 || open.peer.length !== 32 || open.stream.length !== 16) return false;
  if (open.class !== classIds.durable && open.class !== classIds.live) return false; // what it promises is not known
  visitor.open(open.handle, open.peer, open.stream, open.class);
  return true;
}
