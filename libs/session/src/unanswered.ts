import type { FrameWriter, SessionSettings } from '@keyway/wire';
import { encodedBodySize, limits, runSizeBound, writeBody } from '@keyway/wire';
import { answeredMessage, type OutgoingMessage, type OutgoingStream } from './outgoing-stream.js';

/** Messages whose times differ by more get runs of their own. */
const sameTimeMs = 20;

/** Writes runs as far as the window of a session goes, and counts what was written and is not answered. */
export class Unanswered {
  messages = 0;
  /** Of body fields, tag and length included. */
  bytes = 0;
  #scratch = new Uint8Array(4_096);

  /** A new session: nothing was written in it yet. */
  clear(): void {
    this.messages = this.bytes = 0;
  }

  isFull(settings: SessionSettings): boolean {
    return this.messages >= settings.windowMessages || this.bytes >= settings.windowBytes;
  }

  /** A message was answered, or is to be written again. */
  release(message: OutgoingMessage<unknown>): void {
    if (message === answeredMessage) return;
    this.messages -= 1;
    if (message.body !== undefined) this.bytes -= encodedBodySize(message.body.length);
  }

  /**
   * Writes one run from `waiting[index]` on.
   * @param most - messages in it, whatever the window lets through.
   * @returns false when the record is full.
   */
  write(stream: OutgoingStream<unknown>, index: number, out: FrameWriter, settings: SessionSettings, nowMs: number, most: number): boolean {
    const first = stream.waiting[index]!;
    if (first.body === undefined) {
      if (out.wouldOverflow(64)) return false;
      out.run(stream.handle, stream.nextSeq, nowMs, 0, 0, 1, none);
      if (first === answeredMessage)
        stream.nextSeq += 1; // refused in an earlier session: nothing is awaited for it
      else this.#written(stream, 1, 0);
      return true;
    }
    let end = index;
    let bytes = 0;
    for (; end < stream.waiting.length && end - index < most; end += 1) {
      const message = stream.waiting[end]!;
      if (message.body === undefined || message.lifetimeS !== first.lifetimeS || Math.abs(message.createdMs - first.createdMs) > sameTimeMs)
        break;
      if (this.messages + end - index >= settings.windowMessages) break;
      if (end > index && this.bytes + bytes >= settings.windowBytes) break;
      const size = encodedBodySize(message.body.length);
      if (out.wouldOverflow(runSizeBound(bytes + size)) || (end > index && bytes + size > limits.recordSoftBytes - 64)) break;
      bytes += size;
    }
    if (end === index) return false;
    if (this.#scratch.length < bytes) this.#scratch = new Uint8Array(Math.max(bytes, limits.recordSoftBytes));
    let pos = 0;
    for (let i = index; i < end; i += 1) pos = writeBody(this.#scratch, pos, stream.waiting[i]!.body!);
    out.run(stream.handle, stream.nextSeq, first.createdMs, 0, first.lifetimeS, 0, this.#scratch.subarray(0, pos));
    this.#written(stream, end - index, bytes);
    return true;
  }

  #written(stream: OutgoingStream<unknown>, messages: number, bytes: number): void {
    stream.nextSeq += messages;
    this.messages += messages;
    this.bytes += bytes;
  }
}

const none = new Uint8Array(0);
