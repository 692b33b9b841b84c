import type { Decoder, FramingFault } from './protocol.js';

/** What comes before each frame. */
export interface FrameHeader {
  /** Bytes of a header that begins with `first`, 1 … 9; 0 when no header does. */
  size(first: number): number;
  /** The length of the frame behind the header at `at`, possibly absurd; under 1 when the header is wrong. */
  length(bytes: Buffer, at: number): number;
}

export interface FrameSink {
  /** One frame, and the first byte of its header. */
  message(bytes: Uint8Array, first: number): void;
}

/** The least a frame over several chunks is given room for; the room grows with what really arrives. */
const firstRoom = 4096;

/**
 * Cuts a byte stream into frames. A frame that lies in one chunk is handed on as a slice of it, without a copy.
 * A length is judged as soon as its header is here. What is announced costs nothing: room grows with the bytes that have
 * come (doubling, so input byte by byte stays linear), to twice those at most and never over `maxBytes`.
 */
export class FrameParser implements Decoder {
  #split: Buffer | undefined; // a header over several chunks
  #splitHave = 0;
  #first = 0;
  #length = 0; // of the frame under way; 0 while its header is incomplete
  #room: Buffer | undefined;
  #have = 0;
  #stopped = false;

  constructor(
    private readonly header: FrameHeader,
    private readonly maxBytes: number,
    private readonly sink: FrameSink,
  ) {}

  stop(): void {
    this.#stopped = true;
    this.#room = undefined;
  }

  push(chunk: Buffer): FramingFault | undefined {
    const end = chunk.length;
    let at = 0;
    while (at < end && !this.#stopped) {
      if (this.#length === 0) {
        const size = this.#split ? this.#split.length : this.header.size((this.#first = chunk[at] as number));
        if (size === 0) return 'malformed';
        if (!this.#split && at + size <= end) {
          this.#length = this.header.length(chunk, at);
          at += size;
        } else {
          this.#split ??= Buffer.allocUnsafe(size);
          const taken = chunk.copy(this.#split, this.#splitHave, at, end);
          this.#splitHave += taken;
          at += taken;
          if (this.#splitHave < size) return undefined;
          this.#length = this.header.length(this.#split, 0);
          this.#split = undefined;
          this.#splitHave = 0;
        }
        if (this.#length < 1) return 'malformed';
        if (this.#length > this.maxBytes) return 'too_large';
      }
      if (this.#have === 0 && at + this.#length <= end) {
        const start = at;
        at += this.#length;
        this.#length = 0;
        this.sink.message(chunk.subarray(start, at), this.#first);
      } else {
        at += this.#gather(chunk, at);
      }
    }
    return undefined;
  }

  /** Copies what there is of a frame over several chunks, and hands it on once complete. Returns how much that was. */
  #gather(chunk: Buffer, at: number): number {
    const count = Math.min(this.#length - this.#have, chunk.length - at);
    const needed = this.#have + count;
    let room = this.#room;
    if (!room || needed > room.length) {
      room = Buffer.allocUnsafeSlow(Math.min(this.#length, Math.max(firstRoom, 2 * needed)));
      this.#room?.copy(room, 0, 0, this.#have);
      this.#room = room;
    }
    chunk.copy(room, this.#have, at, at + count);
    this.#have = needed;
    if (needed === this.#length) {
      this.#room = undefined;
      this.#have = 0;
      this.#length = 0;
      this.sink.message(room.length === needed ? room : room.subarray(0, needed), this.#first);
    }
    return count;
  }
}
