import type { IncomingMessage } from '@keyway/session';
import type { DeliveryClass, FileChunk, Payload } from '@keyway/wire';

/** A message as the application gets it. */
export interface Message {
  /** The sender's client id as text: its address. */
  readonly from: string;
  /** Belongs to the application. */
  readonly body: Uint8Array;
  /** What the sender says the body is; empty: plain bytes. */
  readonly contentType: string;
  /** By the sender's clock. */
  readonly sentAt: Date;
  /** By the fleet's clock; undefined for live messages. */
  readonly storedAt: Date | undefined;
  /** `stream:seq`: the same message always has the same one, so it serves as idempotency key. */
  readonly id: string;
  readonly class: DeliveryClass;
  /** It was in the application's hands before and not acknowledged: it may have been handled. */
  readonly redelivered: boolean;
  /** Set when the body is a piece of a file; give the message to a `FileReceiver`. */
  readonly file: FileChunk | undefined;
  /** The body as UTF-8, malformed bytes replaced. */
  text(): string;
  /** Acknowledges the message now, rather than when the next one is asked for. */
  done(): void;
}

/** The view on a received message; texts and dates are only made when asked for. */
export class ReceivedMessage implements Message {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly file: FileChunk | undefined;

  constructor(
    readonly raw: IncomingMessage,
    payload: Payload,
    readonly from: string,
    readonly redelivered: boolean,
    private readonly finish: (message: ReceivedMessage) => void,
  ) {
    this.body = payload.data;
    this.contentType = payload.contentType;
    this.file = payload.file;
  }

  get sentAt(): Date {
    return new Date(this.raw.createdMs);
  }
  get storedAt(): Date | undefined {
    return this.raw.storedMs === 0 ? undefined : new Date(this.raw.storedMs);
  }
  get id(): string {
    return `${Buffer.from(this.raw.stream).toString('hex')}:${this.raw.seq}`;
  }
  get class(): DeliveryClass {
    return this.raw.deliveryClass;
  }
  text(): string {
    return utf8.decode(this.body);
  }
  done(): void {
    this.finish(this);
  }
}

const utf8 = new TextDecoder();
