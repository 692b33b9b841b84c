import type { StreamProtocol } from './protocol.js';

const chunkBytes = 65_536;
/** What most links write in most turns fits in here: a router that writes to hundreds in one turn must not take up a chunk for each. */
const smallBytes = 2_048;
/** One write carries about so much: enough for one system call, little enough that a slow peer's progress shows. */
const writeBytes = 131_072;
/** Up to here a copy (≈ 1 µs) is cheaper than a part of its own in the write. */
const copyBytes = 8192;
/** Idle chunks kept for the next turn, by all links of the process together: 1 MiB of each size. */
const idleBytes = 1_048_576;
const idle: Buffer[] = [];
const idleSmall: Buffer[] = [];
/** In place of lists with nothing in them: an idle link holds none. */
const none = Object.freeze([]) as never[];

interface Part {
  readonly bytes: Uint8Array;
  /** A chunk nothing behind this part points into. */
  freed: Buffer | undefined;
}

/**
 * What waits to be written to one connection, framed: small messages are packed into chunks, long ones stand alone.
 * The chunks come from a small pool, so that a link with nothing to write holds none.
 */
export class Gather {
  /** Framed bytes waiting. */
  bytes = 0;
  #parts: Part[] = none;
  #chunk: Buffer | undefined;
  #start = 0; // of what in #chunk is in no part yet
  #end = 0;
  #lent: Buffer[] = none;

  constructor(private readonly protocol: StreamProtocol) {}

  add(message: Uint8Array): void {
    const length = message.length;
    const copied = length <= copyBytes;
    const chunk = this.#room(this.protocol.maxHeaderBytes + (copied ? length : 0));
    const start = this.#end;
    const end = this.protocol.writeHeader(chunk, start, length);
    this.bytes += end - start + length;
    if (copied) {
      chunk.set(message, end);
      this.#end = end + length;
    } else {
      this.#end = end;
      this.#seal();
      this.#push(message);
    }
  }

  /** Bytes of the protocol itself, at most 8 KiB, written as they are. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length).set(bytes, this.#end);
    this.#end += bytes.length;
    this.bytes += bytes.length;
  }

  /** The next parts to be written at once, in order; at least one if any bytes wait. `release` must come before the next `take`. */
  take(): readonly Uint8Array[] {
    this.#seal();
    const taken: Uint8Array[] = [];
    let size = 0;
    for (const { bytes, freed } of this.#parts) {
      if (size > 0 && size + bytes.length > writeBytes) break;
      size += bytes.length;
      taken.push(bytes);
      if (freed) this.#lend(freed);
    }
    if (taken.length === this.#parts.length) {
      if (this.#chunk) this.#lend(this.#chunk);
      this.#chunk = undefined;
      this.#parts = none;
    } else this.#parts.splice(0, taken.length);
    this.bytes -= size;
    return taken;
  }

  /** What was taken is with the kernel: its chunks serve again. */
  release(): void {
    for (const chunk of this.#lent) giveBack(chunk);
    this.#lent = none;
  }

  #push(bytes: Uint8Array): void {
    if (this.#parts === none) this.#parts = [];
    this.#parts.push({ bytes, freed: undefined });
  }

  #lend(chunk: Buffer): void {
    if (this.#lent === none) this.#lent = [];
    this.#lent.push(chunk);
  }

  /** A chunk with so much room behind #end. */
  #room(bytes: number): Buffer {
    const chunk = this.#chunk;
    if (chunk !== undefined) {
      if (this.#end + bytes <= chunk.length) return chunk;
      if (chunk.length === smallBytes && this.#parts.length === 0) return this.#moveOut(chunk);
      this.#seal();
      const last = this.#parts.at(-1);
      if (last) last.freed = chunk;
    }
    this.#start = 0;
    this.#end = 0;
    return (this.#chunk = chunk === undefined && bytes <= smallBytes ? small() : large());
  }

  /** More waits than a small chunk holds: still one part, for one system call. */
  #moveOut(chunk: Buffer): Buffer {
    const bigger = large();
    chunk.copy(bigger, 0, 0, this.#end);
    giveBack(chunk);
    return (this.#chunk = bigger);
  }

  #seal(): void {
    if (this.#chunk && this.#end > this.#start) {
      this.#push(this.#chunk.subarray(this.#start, this.#end));
      this.#start = this.#end;
    }
  }
}

const small = (): Buffer => idleSmall.pop() ?? Buffer.allocUnsafeSlow(smallBytes);
const large = (): Buffer => idle.pop() ?? Buffer.allocUnsafeSlow(chunkBytes);
function giveBack(chunk: Buffer): void {
  const pool = chunk.length === smallBytes ? idleSmall : idle;
  if (pool.length * chunk.length < idleBytes) pool.push(chunk);
}
