/** A header is the length of the message behind it, 4 bytes, big-endian. */
export const headerBytes = 4;

export type FramingFault = 'too_large' | 'malformed';

/** The least a message over several chunks is given room for; it grows with what really arrives. */
const firstRoom = 4096;

/**
 * Cuts a byte stream into messages. A message that lies in one chunk is handed on as a slice of it, without a copy.
 * A length is judged as soon as its fourth byte is here. What is announced costs nothing: room grows with the bytes that
 * have come (doubling, so input byte by byte stays linear), at most twice those and never over `maxMessageBytes`.
 */
export class FrameParser {
  #header = 0; // the length so far, while fewer than 4 of its bytes are here
  #headerHave = 0;
  #length = 0; // of the message being gathered; 0 while its header is incomplete
  #room: Buffer | undefined;
  #have = 0;
  #stopped = false;

  constructor(
    private readonly maxMessageBytes: number,
    private readonly message: (bytes: Uint8Array) => void,
  ) {}

  /** Forgets everything and hands on no further message; may be called from inside `message`. */
  stop(): void {
    this.#stopped = true;
    this.#room = undefined;
  }

  /**
   * Takes one chunk, which belongs to the parser afterwards, and hands on each message completed by it.
   * @returns what is wrong with the stream, after which it must not be fed again; undefined when nothing is.
   */
  push(chunk: Buffer): FramingFault | undefined {
    const end = chunk.length;
    let at = 0;
    while (!this.#stopped) {
      if (this.#length === 0) {
        if (this.#headerHave === 0 && at + headerBytes <= end) {
          this.#length = chunk.readUInt32BE(at);
          at += headerBytes;
        } else {
          while (at < end && this.#headerHave < headerBytes) {
            this.#header = this.#header * 256 + (chunk[at] as number);
            this.#headerHave += 1;
            at += 1;
          }
          if (this.#headerHave < headerBytes) return undefined;
          this.#length = this.#header;
          this.#header = 0;
          this.#headerHave = 0;
        }
        if (this.#length > this.maxMessageBytes) return 'too_large';
        if (this.#length === 0) return 'malformed';
      }
      if (this.#have === 0 && at + this.#length <= end) {
        const start = at;
        at += this.#length;
        this.#length = 0;
        this.message(chunk.subarray(start, at));
        continue;
      }
      const missing = this.#length - this.#have;
      const taken = Math.min(missing, end - at);
      if (taken > 0) this.#gather(chunk, at, taken);
      at += taken;
      if (taken < missing) return undefined;
      const whole = this.#room as Buffer;
      const bytes = whole.length === this.#length ? whole : whole.subarray(0, this.#length);
      this.#room = undefined;
      this.#have = 0;
      this.#length = 0;
      this.message(bytes);
    }
    return undefined;
  }

  #gather(chunk: Buffer, at: number, count: number): void {
    const needed = this.#have + count;
    if (!this.#room || needed > this.#room.length) {
      const grown = Buffer.allocUnsafeSlow(Math.min(this.#length, Math.max(firstRoom, 2 * needed)));
      if (this.#room) this.#room.copy(grown, 0, 0, this.#have);
      this.#room = grown;
    }
    chunk.copy(this.#room, this.#have, at, at + count);
    this.#have = needed;
  }
}
