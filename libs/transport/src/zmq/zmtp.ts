import { FrameParser } from '../stream/frames.js';
import type { FrameHeader, FrameSink } from '../stream/frames.js';
import type { Decoder, DecoderHost, FramingFault, StreamProtocol } from '../stream/protocol.js';

/*
 * The accepting side of ZMTP 3.1 (ZeroMQ RFC 37), as far as a ROUTER needs it that talks to DEALERs only.
 *
 * Why not libzmq's own ROUTER: it can be aborted from outside. It names peers by a counter that starts at a known value,
 * lets a peer choose its name freely, and asserts when the two meet (libzmq 4.3.5, socket_base.cpp `zmq_assert (ok)` in
 * add_out_pipe): one stranger with two connections ends the process. Besides, it cannot close one peer, says neither
 * where a peer comes from nor that it left, bounds queues in messages and not in bytes, and takes 27 KiB a peer.
 * Diallers keep libzmq, whose DEALER has none of these troubles, and the compliance suite pairs the two; `hostile.spec.ts` holds what strangers try.
 */

const greetingBytes = 64;
const signatureEnd = 9;
const majorAt = 10;
const mechanismAt = 12;
const mechanismEnd = 32;

/** Signature, version 3.1, mechanism NULL, as-server 0, filler. */
const greeting = Buffer.alloc(greetingBytes);
greeting[0] = 0xff;
greeting[signatureEnd] = 0x7f;
greeting[majorAt] = 3;
greeting[majorAt + 1] = 1;
greeting.write('NULL', mechanismAt, 'latin1');

const flags = { more: 0b001, long: 0b010, command: 0b100 } as const;
/** A handshake message may be so long (security-requirements 2.2); PING and PONG are far shorter. */
const maxCommandBytes = 4096;
/** RFC 37: the context of a PING, to be returned in its PONG. */
const maxPingContextBytes = 16;

const header: FrameHeader = {
  size(first) {
    if (first === 0 || first === flags.command) return 2;
    return first === flags.long || first === (flags.long | flags.command) ? 9 : 0; // also refuses MORE: one frame is one message
  },
  length(bytes, at) {
    const first = bytes[at] as number;
    const length = first & flags.long ? bytes.readUInt32BE(at + 1) * 2 ** 32 + bytes.readUInt32BE(at + 5) : (bytes[at + 1] as number);
    return first & flags.command && length > maxCommandBytes ? 0 : length;
  },
};

/** A short command frame; `name` includes nothing of its length. */
function command(name: string, body: Uint8Array): Buffer {
  const bytes = Buffer.concat([Buffer.of(name.length), Buffer.from(name, 'latin1'), body]);
  return Buffer.concat([Buffer.of(flags.command, bytes.length), bytes]);
}

function property(name: string, value: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(value.length);
  return Buffer.concat([Buffer.of(name.length), Buffer.from(name, 'latin1'), size, Buffer.from(value, 'latin1')]);
}

/** Messages as single ZMTP frames, for DEALER peers of any ZeroMQ implementation from version 4 on. */
export const zmtpRouter: StreamProtocol = Object.freeze<StreamProtocol>({
  scheme: 'zmq',
  opening: Buffer.concat([greeting, command('READY', Buffer.concat([property('Socket-Type', 'ROUTER'), property('Identity', '')]))]),
  maxHeaderBytes: 9,
  writeHeader(chunk, at, length) {
    if (length < 256) {
      chunk[at] = 0;
      chunk[at + 1] = length;
      return at + 2;
    }
    chunk[at] = flags.long;
    chunk.fill(0, at + 1, at + 5);
    chunk[at + 5] = length >>> 24;
    chunk[at + 6] = length >>> 16;
    chunk[at + 7] = length >>> 8;
    chunk[at + 8] = length;
    return at + 9;
  },
  decoder: (maxMessageBytes, host) => new ZmtpDecoder(maxMessageBytes, host),
});

const nothing = Buffer.alloc(0);

class ZmtpDecoder implements Decoder, FrameSink {
  #greeting: Buffer | undefined = nothing;
  #ready = false;
  #fault: FramingFault | undefined;
  readonly #frames: FrameParser;

  constructor(
    private readonly maxMessageBytes: number,
    private readonly host: DecoderHost,
  ) {
    this.#frames = new FrameParser(header, Math.max(maxMessageBytes, maxCommandBytes), this);
  }

  push(chunk: Buffer): FramingFault | undefined {
    if (!this.#greeting) return this.#frames.push(chunk) ?? this.#fault;
    const have = Buffer.concat([this.#greeting, chunk.subarray(0, greetingBytes - this.#greeting.length)]);
    const rest = chunk.subarray(have.length - this.#greeting.length);
    if (!greets(have)) return 'malformed';
    this.#greeting = have.length < greetingBytes ? have : undefined;
    return this.#greeting ? undefined : this.push(rest);
  }

  stop(): void {
    this.#frames.stop();
  }

  message(bytes: Uint8Array, first: number): void {
    if (first & flags.command) this.#command(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    else if (!this.#ready) this.#refuse('malformed');
    else if (bytes.length > this.maxMessageBytes) this.#refuse('too_large');
    else this.host.message(bytes);
  }

  #command(frame: Buffer): void {
    const nameEnd = 1 + (frame[0] as number);
    const name = frame.toString('latin1', 1, nameEnd);
    if (!this.#ready) {
      if (name !== 'READY' || socketType(frame, nameEnd) !== 'DEALER') return this.#refuse('malformed');
      this.#ready = true;
      this.host.ready();
    } else if (name === 'PING' && frame.length >= nameEnd + 2) {
      const context = frame.subarray(nameEnd + 2); // behind the time-to-live, which is for peers without timeouts of their own
      if (context.length > maxPingContextBytes) return this.#refuse('malformed');
      this.host.reply(command('PONG', context));
    } else if (name !== 'PONG') this.#refuse('malformed');
  }

  #refuse(fault: FramingFault): void {
    this.#fault = fault;
    this.#frames.stop();
  }
}

/** Whether so many first bytes can be the beginning of a greeting we go along with: judged byte by byte as they come. */
function greets(have: Buffer): boolean {
  const from = (at: number, ok: (byte: number) => boolean): boolean => at >= have.length || ok(have[at] as number);
  const mechanism = have.subarray(mechanismAt, mechanismEnd);
  return (
    from(0, (byte) => byte === 0xff) &&
    from(signatureEnd, (byte) => byte === 0x7f) &&
    from(majorAt, (byte) => byte >= 3) &&
    mechanism.equals(greeting.subarray(mechanismAt, mechanismAt + mechanism.length))
  );
}

/** The Socket-Type in the metadata of a READY; undefined when it is missing or the metadata is damaged. An identity is ignored. */
function socketType(frame: Buffer, at: number): string | undefined {
  let found: string | undefined;
  while (at < frame.length) {
    const valueAt = at + 1 + (frame[at] as number) + 4;
    if (valueAt > frame.length) return undefined;
    const end = valueAt + frame.readUInt32BE(valueAt - 4);
    if (end > frame.length) return undefined;
    if (frame.toString('latin1', at + 1, valueAt - 4).toLowerCase() === 'socket-type') found = frame.toString('latin1', valueAt, end);
    at = end;
  }
  return found;
}
