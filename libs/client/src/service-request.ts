import { encodeId } from '@keyway/crypto';
import { decodePayload, type Payload } from '@keyway/wire';

/** Work, as a handler gets it. */
export interface ServiceRequest {
  /** The client id of who asks, as text; proven by its key. */
  readonly from: string;
  readonly service: string;
  /** 32 hexadecimal digits, the same whenever this request comes again: an idempotency key, together with `from`. */
  readonly key: string;
  /** 1; more: somebody had it before and vanished, perhaps after doing the work. */
  readonly attempt: number;
  /** From then on nobody waits for the answer. */
  readonly deadline: Date;
  /** Aborted at the deadline, and when the client closes. */
  readonly signal: AbortSignal;
  /** Belongs to the application. */
  readonly body: Uint8Array;
  readonly contentType: string;
  /** The body as UTF-8, malformed bytes replaced. */
  text(): string;
}

interface Given {
  readonly service: string;
  readonly key: Uint8Array;
  readonly source: Uint8Array;
  readonly attempt: number;
  readonly body: Uint8Array;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

export class ReceivedRequest implements ServiceRequest {
  readonly from: string;
  readonly service: string;
  readonly key: string;
  readonly attempt: number;
  readonly deadline: Date;
  readonly signal: AbortSignal;
  readonly body: Uint8Array;
  readonly contentType: string;

  private constructor({ service, key, source, attempt, deadlineMs, signal }: Given, payload: Payload) {
    this.from = encodeId(source);
    this.service = service;
    this.key = Buffer.from(key.buffer, key.byteOffset, key.length).toString('hex');
    this.attempt = attempt;
    this.deadline = new Date(deadlineMs);
    this.signal = signal;
    this.body = payload.data;
    this.contentType = payload.contentType;
  }

  /** Copies what it keeps. @returns undefined when the body is no Payload. */
  static read(given: Given): ReceivedRequest | undefined {
    const payload = decodePayload(given.body.slice());
    return payload && new ReceivedRequest(given, payload);
  }

  /** What makes it the same request. */
  get name(): string {
    return this.from + this.key;
  }
  text(): string {
    return new TextDecoder().decode(this.body);
  }
}
