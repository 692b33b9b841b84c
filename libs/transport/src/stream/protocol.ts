/** How whole messages lie in a byte stream. Plain TCP and ZMTP differ in this and in nothing else. */
export interface StreamProtocol {
  readonly scheme: 'tcp' | 'zmq';
  /** What the accepting side says first; peers are then introduced when the decoder says so. Without it they are at once. */
  readonly opening?: Uint8Array;
  /** The longest header `writeHeader` makes. */
  readonly maxHeaderBytes: number;
  /** Writes the header of a message of `length` bytes and returns the offset behind it. */
  writeHeader(chunk: Uint8Array, at: number, length: number): number;
  decoder(maxMessageBytes: number, host: DecoderHost): Decoder;
}

export interface DecoderHost {
  message(bytes: Uint8Array): void;
  /** Framed bytes of the protocol itself, to be written as they are. */
  reply(bytes: Uint8Array): void;
  /** The peer has finished its part of the opening. */
  ready(): void;
}

export interface Decoder {
  /**
   * Takes one chunk, which belongs to the decoder afterwards, and hands on each message completed by it.
   * @returns what is wrong with the stream, after which it must not be fed again; undefined when nothing is.
   */
  push(chunk: Buffer): FramingFault | undefined;
  /** Forgets everything and hands on nothing more; may be called from inside `message`. */
  stop(): void;
}

export type FramingFault = 'too_large' | 'malformed';
