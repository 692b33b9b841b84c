import { closeSync, constants, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** How far a store had come, all of it synced. */
export interface Reached {
  /** Whatever the store counts and never counts back: messages stored, transactions made. */
  readonly count: number;
  /** Frames of the write-ahead log. */
  readonly frames: number;
  /** The first 32 bytes of that log, which tell it from the one before and the one after. */
  readonly header: Uint8Array;
}

// count (double) ‖ frames (double) ‖ header 32 ‖ CRC-32 of all before
const size = 52;
const crcAt = size - 4;
const headerAt = 16;
export const logHeaderSize = 32;

/**
 * A log that lost its end, or in which a bit changed, reads as a shorter log: what it held would be missing without a word. So
 * a file beside the database says how far the store had come. It is written after each commit and never synced: that costs no
 * disk's round trip, it survives the process, and after a power failure it may only lag behind the log.
 */
export class Witness {
  readonly #bytes = Buffer.alloc(size);
  readonly #fd: number;
  readonly #frames;
  #logFd: number | undefined;

  constructor(
    db: DatabaseSync,
    private readonly path: string,
  ) {
    // never truncated: what it says stays true until more is known
    this.#fd = openSync(witnessOf(path), constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
    this.#frames = db.prepare('pragma wal_checkpoint(noop)'); // only counts
  }

  /** After a commit. A full disk is no fault: then it lags behind. */
  note(count: number): void {
    try {
      this.#logFd ??= openSync(logOf(this.path), 'r');
      if (readSync(this.#logFd, this.#bytes, headerAt, logHeaderSize, 0) !== logHeaderSize) return;
      this.#write(count, Number(this.#frames.get()?.['log']));
    } catch {
      return;
    }
  }

  /** After the database was closed, and its log with it. */
  close(count: number): void {
    if (this.#logFd !== undefined) closeSync(this.#logFd);
    try {
      this.#bytes.fill(0, headerAt, crcAt);
      this.#write(count, 0);
    } catch {
      // as above
    }
    closeSync(this.#fd);
  }

  #write(count: number, frames: number): void {
    this.#bytes.writeDoubleBE(count, 0);
    this.#bytes.writeDoubleBE(frames, 8);
    this.#bytes.writeUInt32BE(crc32(this.#bytes.subarray(0, crcAt)), crcAt);
    writeSync(this.#fd, this.#bytes, 0, size, 0);
  }
}

export const logOf = (path: string): string => `${path}-wal`;
const witnessOf = (path: string): string => `${path}-synced`;

/** @returns undefined when there is none, or a damaged one: then SQLite alone says what is there. */
export function readWitness(path: string): Reached | undefined {
  try {
    const bytes = readFileSync(witnessOf(path));
    if (bytes.length !== size || bytes.readUInt32BE(crcAt) !== crc32(bytes.subarray(0, crcAt))) return undefined;
    return { count: bytes.readDoubleBE(0), frames: bytes.readDoubleBE(8), header: bytes.subarray(headerAt, headerAt + logHeaderSize) };
  } catch {
    return undefined;
  }
}
