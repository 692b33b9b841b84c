import { crc32 } from 'node:zlib';
import type { StateEntry } from './store.js';

/*
 * The file of a FileStore: 8 bytes of magic, then entries. An entry is length(4) ‖ CRC-32 of those 4 bytes ‖ CRC-32 of the payload ‖
 * payload, numbers little-endian; a payload is kind(1) and fields of fixed size, the last one taking the rest. The length has a
 * checksum of its own so that a damaged length is not taken for an end that was cut off.
 */
export const magic = Buffer.from('KWSTATE1');
const headBytes = 12;
/** One largest body and its fields; a manifest is smaller. */
const mostPayloadBytes = 1_048_576;

const kinds = { owner: 1, enrolled: 2, manifest: 3, mark: 4, posted: 5, answered: 6, given_up: 7 } as const;

/** Encodes entries into one piece, valid until the next call. */
export class JournalWriter {
  #buffer = Buffer.allocUnsafe(65_536);
  #pos = 0;

  encode(entries: Iterable<StateEntry>): Uint8Array {
    this.#pos = 0;
    for (const entry of entries) this.#entry(entry);
    return this.#buffer.subarray(0, this.#pos);
  }

  #entry(entry: StateEntry): void {
    const start = this.#pos;
    this.#room(headBytes + 128);
    this.#pos += headBytes;
    this.#buffer[this.#pos++] = kinds[entry.kind];
    this.#fields(entry);
    const payload = this.#buffer.subarray(start + headBytes, this.#pos);
    const length = payload.length;
    this.#buffer.writeUInt32LE(length, start);
    this.#buffer.writeUInt32LE(crc32(this.#buffer.subarray(start, start + 4)), start + 4);
    this.#buffer.writeUInt32LE(crc32(payload), start + 8);
  }

  #fields(entry: StateEntry): void {
    switch (entry.kind) {
      case 'owner':
        this.#bytes(entry.fleet);
        return this.#bytes(entry.client);
      case 'enrolled':
        return;
      case 'manifest':
        this.#number(entry.version);
        return this.#bytes(entry.signed);
      case 'mark':
        this.#bytes(entry.sender);
        this.#bytes(entry.stream);
        this.#number(entry.done);
        return this.#number(entry.inHand);
      case 'posted':
        this.#bytes(entry.stream);
        this.#bytes(entry.to);
        this.#number(entry.seq);
        this.#number(entry.createdMs);
        this.#number(entry.lifetimeS);
        this.#buffer[this.#pos++] = entry.body === undefined ? 0 : 1;
        return this.#bytes(entry.body ?? none);
      case 'answered':
        this.#bytes(entry.stream);
        return this.#number(entry.upTo);
      case 'given_up':
        this.#bytes(entry.stream);
        return this.#number(entry.seq);
    }
  }

  #bytes(bytes: Uint8Array): void {
    this.#room(bytes.length + 128);
    this.#buffer.set(bytes, this.#pos);
    this.#pos += bytes.length;
  }

  #number(value: number): void {
    this.#pos = this.#buffer.writeUInt32LE(value % 0x100000000, this.#pos);
    this.#pos = this.#buffer.writeUInt32LE(Math.floor(value / 0x100000000), this.#pos);
  }

  #room(bytes: number): void {
    if (this.#pos + bytes <= this.#buffer.length) return;
    const bigger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#pos + bytes));
    this.#buffer.copy(bigger, 0, 0, this.#pos);
    this.#buffer = bigger;
  }
}

/** What a file holds. */
export interface Scanned {
  /** Up to `end`; with the fault `unwritten` also those behind. */
  readonly entries: readonly StateEntry[];
  /** Bytes that are sound, from the start of the file. */
  readonly end: number;
  /**
   * `cut`: the last write did not finish. `unwritten`: sectors were never filled, though others behind them were, as a power
   * failure leaves what was not synced. `damaged`: bytes were changed.
   */
  readonly fault: 'cut' | 'unwritten' | 'damaged' | undefined;
}

/** Reads a journal. Total: any bytes give an answer. */
export function scanJournal(file: Buffer): Scanned {
  const entries: StateEntry[] = [];
  if (file.length < magic.length) return { entries, end: 0, fault: isStartOf(file, magic) ? 'cut' : 'damaged' };
  if (!file.subarray(0, magic.length).equals(magic)) return { entries, end: 0, fault: 'damaged' };
  let pos: number = magic.length;
  let hole: number | undefined;
  while (pos < file.length) {
    const found = entryAt(file, pos);
    if (found) {
      entries.push(found.entry);
      pos = found.end;
      continue;
    }
    const next = nextEntry(file, pos);
    if (next === file.length && isCutAt(file, pos)) return { entries, end: hole ?? pos, fault: hole === undefined ? 'cut' : 'unwritten' };
    if (!isUnwritten(file, pos, next)) return { entries, end: pos, fault: 'damaged' };
    hole ??= pos;
    pos = next;
  }
  return { entries, end: hole ?? pos, fault: hole === undefined ? undefined : 'unwritten' };
}

function nextEntry(file: Buffer, pos: number): number {
  let next = pos + 1;
  while (next < file.length && !entryAt(file, next)) next += 1;
  return next;
}

const sectorBytes = 512;

/** True when zeros fill a whole sector of `from … to`, or all of it that lies in there: nobody wrote them, and no flipped bit makes them. */
function isUnwritten(file: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const end = Math.min(to, at + sectorBytes - (at % sectorBytes));
    const isWhole = end % sectorBytes === 0 || end === file.length;
    if (isWhole && end - at > 1 && file.subarray(at, end).every((byte) => byte === 0)) return true;
    at = end;
  }
  return false;
}

/** Reads what can be read: sound entries on both sides of damage. */
export function salvageJournal(file: Buffer): readonly StateEntry[] {
  const entries: StateEntry[] = [];
  for (let pos = 0; pos < file.length;) {
    const found = entryAt(file, pos);
    if (found) entries.push(found.entry);
    pos = found?.end ?? pos + 1;
  }
  return entries;
}

function entryAt(file: Buffer, pos: number): { readonly entry: StateEntry; readonly end: number } | undefined {
  const length = lengthAt(file, pos);
  const start = pos + headBytes;
  if (length === undefined || start + length > file.length) return undefined;
  const payload = file.subarray(start, start + length);
  if (crc32(payload) !== file.readUInt32LE(pos + 8)) return undefined;
  const entry = decode(payload);
  return entry && { entry, end: start + length };
}

function lengthAt(file: Buffer, pos: number): number | undefined {
  if (pos + headBytes > file.length) return undefined;
  const length = file.readUInt32LE(pos);
  const sound = length > 0 && length <= mostPayloadBytes && crc32(file.subarray(pos, pos + 4)) === file.readUInt32LE(pos + 4);
  return sound ? length : undefined;
}

/** An unfinished write is a proper beginning of an entry, or space that was never filled (zeros, after a power failure). */
function isCutAt(file: Buffer, pos: number): boolean {
  const rest = file.subarray(pos);
  if (rest.length < headBytes || rest.every((byte) => byte === 0)) return true;
  const length = lengthAt(file, pos);
  return length !== undefined && pos + headBytes + length > file.length;
}

const isStartOf = (part: Buffer, whole: Buffer): boolean => part.equals(whole.subarray(0, part.length));

function decode(payload: Buffer): StateEntry | undefined {
  const reader = new Fields(payload);
  const kind = reader.byte();
  switch (kind) {
    case kinds.owner:
      return reader.whole({ kind: 'owner', fleet: reader.bytes(32), client: reader.bytes(32) });
    case kinds.enrolled:
      return reader.whole({ kind: 'enrolled' });
    case kinds.manifest:
      return reader.whole({ kind: 'manifest', version: reader.number(), signed: reader.rest() });
    case kinds.mark:
      return reader.whole({
        ...{ kind: 'mark', sender: reader.bytes(32), stream: reader.bytes(16) },
        ...{ done: reader.number(), inHand: reader.number() },
      });
    case kinds.posted: {
      const head = { kind: 'posted' as const, stream: reader.bytes(16), to: reader.bytes(32), seq: reader.number() };
      const times = { createdMs: reader.number(), lifetimeS: reader.number() };
      const isKept = reader.byte() === 1;
      const body = reader.rest();
      return reader.whole({ ...head, ...times, body: isKept ? body : undefined });
    }
    case kinds.answered:
      return reader.whole({ kind: 'answered', stream: reader.bytes(16), upTo: reader.number() });
    case kinds.given_up:
      return reader.whole({ kind: 'given_up', stream: reader.bytes(16), seq: reader.number() });
    default:
      return undefined;
  }
}

/** Fields of a payload, copied out; asking for more than there is makes `whole` say no. */
class Fields {
  #pos = 0;
  constructor(private readonly payload: Buffer) {}

  byte(): number {
    return this.payload[this.#pos++] ?? 0;
  }
  bytes(length: number): Uint8Array {
    this.#pos += length;
    return Uint8Array.from(this.payload.subarray(this.#pos - length, this.#pos));
  }
  number(): number {
    this.#pos += 8;
    if (this.#pos > this.payload.length) return 0;
    return this.payload.readUInt32LE(this.#pos - 8) + this.payload.readUInt32LE(this.#pos - 4) * 0x100000000;
  }
  rest(): Uint8Array {
    return this.bytes(Math.max(0, this.payload.length - this.#pos));
  }
  whole(entry: StateEntry): StateEntry | undefined {
    return this.#pos === this.payload.length ? entry : undefined;
  }
}

const none = new Uint8Array(0);
