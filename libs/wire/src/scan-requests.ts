import type { FrameVisitor } from './scan.js';
import { limits } from './limits.js';
import { VarintReader } from './varint.js';

/*
 * Request, Reply and Presence, read where they lie. Their fields may come in any order; of one that comes twice the last counts, and
 * one that is not known is passed over, as protobuf decoders do.
 */
type BytesVisitor = Pick<FrameVisitor, 'request' | 'reply' | 'presence'>;

const reader = new VarintReader();
/** By field number: the number, or where the bytes begin and end. */
const numbers = new Float64Array(16);
const starts = new Int32Array(16);
const ends = new Int32Array(16);
const most32Bits = 2 ** 32 - 1;

export function scanRequest(bytes: Uint8Array, start: number, end: number, visitor: BytesVisitor): boolean {
  if (!scanFields(bytes, start, end)) return false;
  const id = numbers[1]!;
  const timeoutMs = numbers[3]!;
  const attempt = numbers[6]!;
  if (id < 1 || id > most32Bits || timeoutMs < 1 || timeoutMs > limits.requestTimeoutMs || attempt > most32Bits) return false;
  if (size(4) !== 16 || !emptyOrId(5) || size(15) > limits.bodyBytes) return false;
  const service = serviceName(bytes, starts[2]!, ends[2]!);
  if (service === undefined) return false;
  visitor.request(id, service, timeoutMs, field(bytes, 4), field(bytes, 5), attempt, field(bytes, 15));
  return true;
}

export function scanReply(bytes: Uint8Array, start: number, end: number, visitor: BytesVisitor): boolean {
  if (!scanFields(bytes, start, end)) return false;
  const id = numbers[1]!;
  const code = numbers[2]!;
  if (id < 1 || id > most32Bits || code > most32Bits || !emptyOrId(3) || size(15) > limits.bodyBytes) return false;
  visitor.reply(id, code, field(bytes, 3), field(bytes, 15));
  return true;
}

export function scanPresence(bytes: Uint8Array, start: number, end: number, visitor: BytesVisitor): boolean {
  if (!scanFields(bytes, start, end) || size(1) !== 32) return false;
  visitor.presence(field(bytes, 1), numbers[2] !== 0, numbers[3]!);
  return true;
}

/** Reads the fields 1 … 15 that are varints or bytes. */
function scanFields(bytes: Uint8Array, start: number, end: number): boolean {
  reader.reset(bytes, start, end);
  numbers.fill(0);
  starts.fill(0);
  ends.fill(0);
  while (reader.pos < end) {
    const tag = reader.read();
    if (tag < 8) return false;
    const type = tag & 7;
    const number = Math.floor(tag / 8);
    if (type === 0) {
      const value = reader.read();
      if (value < 0) return false;
      if (number < 16) numbers[number] = value;
    } else if (type === 2) {
      const length = reader.read();
      if (length < 0 || length > end - reader.pos) return false;
      if (number < 16) {
        starts[number] = reader.pos;
        ends[number] = reader.pos + length;
      }
      reader.pos += length;
    } else if (type === 1) reader.pos += 8;
    else if (type === 5) reader.pos += 4;
    else return false;
  }
  return reader.pos === end;
}

const size = (number: number): number => ends[number]! - starts[number]!;
const emptyOrId = (number: number): boolean => size(number) === 0 || size(number) === 32;
const field = (bytes: Uint8Array, number: number): Uint8Array => bytes.subarray(starts[number], ends[number]);

/** The characters `isServiceName` allows, by their code. */
const allowed = new Uint8Array(256);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789._-') allowed[character.charCodeAt(0)] = 1;

function serviceName(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end === start || end - start > limits.serviceNameBytes) return undefined;
  let name = '';
  for (let i = start; i < end; i += 1) {
    if (allowed[bytes[i]!] === 0) return undefined;
    name += String.fromCharCode(bytes[i]!);
  }
  return name;
}
