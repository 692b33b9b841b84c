import { endianness } from 'node:os';
import type { Reached } from './witness.js';
import { logHeaderSize } from './witness.js';

// The format: sqlite.org/fileformat2.html, "The Write-Ahead Log". A frame is page number 4 ‖ size of the database after a commit 4 ‖
// salts 8 ‖ checksum 8 ‖ page; each checksum goes on from the one of the frame before, so one wrong bit cuts off all that follows.
const littleEndian = 0x377f0682;
const frameHeaderSize = 24;
const saltsAt = 8;
const checksumAt = 16;

type Checksum = readonly [number, number];

export interface MendedLog {
  readonly bytes: Buffer;
  /** Pages that could not be put right: they are as they were found, and the checksums of the rows tell what is lost. */
  readonly spoilt: number;
}

/**
 * Makes the synced part of a log readable to SQLite again. Only frames the witness vouches for are touched: what lies behind them
 * may be a write that a power failure tore, and is SQLite's to judge.
 * @param log - The file as it lies there; not modified.
 * @returns undefined when nothing is wrong, or when the witness speaks of another log.
 */
export function mendLog(log: Uint8Array, reached: Reached): MendedLog | undefined {
  const bytes = Buffer.alloc(log.length); // of its own: words in it are aligned
  bytes.set(log);
  const { header } = reached;
  const pageSize = Buffer.from(header).readUInt32BE(8);
  const count = Math.min(reached.frames, Math.floor((bytes.length - logHeaderSize) / (frameHeaderSize + pageSize)));
  if (count < 1 || endianness() !== 'LE' || Buffer.from(header).readUInt32BE(0) !== littleEndian) return undefined;
  const salts = Buffer.from(header.subarray(16, 24));
  const ofWitness = bytes.subarray(0, logHeaderSize).equals(header);
  if (!ofWitness && isSound(bytes.subarray(0, logHeaderSize))) return undefined; // a newer log
  if (bitsApart(salts, bytes.subarray(logHeaderSize + saltsAt, logHeaderSize + saltsAt + 8)) > 1) return undefined; // being replaced
  bytes.set(header);
  const frames = Array.from({ length: count }, (_, i) => new Frame(bytes, logHeaderSize + i * (frameHeaderSize + pageSize), pageSize));
  const spoilt = mendFrames(frames, storedAt(bytes, 24), salts);
  return bytes.equals(log) ? undefined : { bytes, spoilt };
}

/** @returns how many frames could not be put right; all checksums then fit what is there. */
function mendFrames(frames: readonly Frame[], start: Checksum, salts: Buffer): number {
  let before = start;
  const spoilt = frames.filter((frame, index) => {
    frame.salts.set(salts);
    const was = frame.checksum;
    const found = frame.sumAfter(before);
    before = was;
    if (same(found, was)) return false;
    const next = frames[index + 1];
    const onlyChecksum = next !== undefined && same(next.sumAfter(found), next.checksum);
    if (onlyChecksum) frame.checksum = before = found;
    return !onlyChecksum && !frame.putRight(found, was);
  });
  if (spoilt.length === 0) return 0;
  const pages = frames.reduce((most, frame) => (spoilt.includes(frame) ? most : Math.max(most, frame.page, frame.pages)), 0);
  for (const frame of spoilt) if (frame.pages > pages) frame.pages = frame === frames.at(-1) ? pages : 0; // the last one ends a commit
  frames.reduce((chain, frame) => (frame.checksum = frame.sumAfter(chain)), start);
  return spoilt.length;
}

class Frame {
  readonly salts: Buffer;
  readonly #words: readonly Uint32Array[];

  constructor(
    private readonly bytes: Buffer,
    private readonly at: number,
    pageSize: number,
  ) {
    this.salts = bytes.subarray(at + saltsAt, at + saltsAt + 8);
    const page = at + frameHeaderSize;
    this.#words = [wordsOf(bytes.subarray(at, at + saltsAt)), wordsOf(bytes.subarray(page, page + pageSize))];
  }

  get page(): number {
    return this.bytes.readUInt32BE(this.at);
  }
  /** Of the database after this frame, where it is the last one of a commit; else 0. */
  get pages(): number {
    return this.bytes.readUInt32BE(this.at + 4);
  }
  set pages(count: number) {
    this.bytes.writeUInt32BE(count, this.at + 4);
  }

  get checksum(): Checksum {
    return storedAt(this.bytes, this.at + checksumAt);
  }
  set checksum([first, second]: Checksum) {
    this.bytes.writeUInt32BE(first, this.at + checksumAt);
    this.bytes.writeUInt32BE(second, this.at + checksumAt + 4);
  }

  sumAfter(before: Checksum): Checksum {
    return this.#words.reduce(sum, before);
  }

  /**
   * Turns the one bit that makes `found` into `wanted`; several bits may do for a wrong high one: then nothing is changed, for who
   * guesses spoils two. The sum is linear: a word that changes by d changes it by d times a constant of its place.
   */
  putRight(found: Checksum, wanted: Checksum): boolean {
    const wanted0 = (wanted[0] - found[0]) | 0;
    const wanted1 = (wanted[1] - found[1]) | 0;
    let first: Checksum = [1, 1]; // of the two words of the last pair, then of the pair before …
    let second: Checksum = [0, 1];
    let turn: (() => void) | undefined;
    for (const words of this.#words.toReversed()) {
      for (let pair = words.length - 2; pair >= 0; pair -= 2) {
        for (const [at, [a, b]] of [[pair, first] as const, [pair + 1, second] as const]) {
          for (let bit = 0; bit < 32; bit += 1) {
            const change = words[at]! & (1 << bit) ? -(1 << bit) : 1 << bit;
            if (Math.imul(change, a) !== wanted0 || Math.imul(change, b) !== wanted1) continue;
            if (turn) return false;
            turn = () => (words[at]! ^= 1 << bit);
          }
        }
        first = earlier(first);
        second = earlier(second);
      }
    }
    turn?.();
    return turn !== undefined;
  }
}

const earlier = ([a, b]: Checksum): Checksum => [(a + b) | 0, (a + 2 * b) | 0];

function sum([first, second]: Checksum, words: Uint32Array): Checksum {
  let s0 = first;
  let s1 = second;
  for (let at = 0; at < words.length; at += 2) {
    s0 = (s0 + words[at]! + s1) >>> 0;
    s1 = (s1 + words[at + 1]! + s0) >>> 0;
  }
  return [s0, s1];
}

const isSound = (header: Buffer): boolean =>
  header.length === logHeaderSize && same(sum([0, 0], wordsOf(header.subarray(0, 24))), storedAt(header, 24));
const wordsOf = (bytes: Buffer): Uint32Array => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const storedAt = (bytes: Buffer, at: number): Checksum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const same = (a: Checksum, b: Checksum): boolean => a[0] === b[0] && a[1] === b[1];

function bitsApart(a: Uint8Array, b: Uint8Array): number {
  let bits = 0;
  for (let at = 0; at < a.length; at += 1) for (let rest = a[at]! ^ (b[at] ?? 0); rest; rest &= rest - 1) bits += 1;
  return bits;
}
