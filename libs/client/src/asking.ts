import { encodeId, randomBytes } from '@keyway/crypto';
import type { Clock } from '@keyway/transport';
import type { Payload } from '@keyway/wire';
import { decodePayload, encodePayload, limits, WireError } from '@keyway/wire';
import { aborted, Alarm } from './alarm.js';
import { OpenRequests, type Answered } from './requests.js';
import { checkServiceName } from './service-name.js';

export interface RequestOptions {
  /** How long the answer is waited for, 1 to 600,000 ms. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** A media type, at most 127 characters. Default: `text/plain; charset=utf-8` for strings, none for bytes. */
  readonly contentType?: string | undefined;
  /** Stops waiting: rejects with `aborted`. The service may do the work all the same. */
  readonly signal?: AbortSignal | undefined;
}

export interface AskOptions extends Pick<RequestOptions, 'timeoutMs' | 'signal'> {
  /** See `Request.once`. */
  readonly once?: boolean | undefined;
}

/** What a service answered. */
export interface Reply {
  /** Belongs to the application. */
  readonly body: Uint8Array;
  readonly contentType: string;
  /** The client id of who answered, as text; for the fleet itself the router's key id. */
  readonly source: string;
  readonly service: string;
  /** The body as UTF-8, malformed bytes replaced. */
  text(): string;
}

/** Requests as promises, and the clock that ends them. */
export class Asking {
  readonly requests: OpenRequests;
  readonly #alarm: Alarm;
  #maxBodyBytes: number = limits.bodyBytes;
  #closed: WireError | undefined;

  /** @param wake - there is something to send. */
  constructor(
    private readonly clock: Clock,
    private readonly wake: () => void,
    random?: () => number,
  ) {
    this.requests = new OpenRequests(random);
    this.#alarm = new Alarm(clock, () => this.#ring());
  }

  /** The fleet's word on the size of a body. */
  limit(maxBodyBytes: number): void {
    this.#maxBodyBytes = Math.min(maxBodyBytes, limits.bodyBytes);
  }

  async request(service: string, body: Uint8Array | string, options: RequestOptions = {}): Promise<Reply> {
    checkServiceName(service);
    const isText = typeof body === 'string';
    const contentType = options.contentType ?? (isText ? 'text/plain; charset=utf-8' : '');
    if (contentType.length > 127) throw new WireError('too_large', 'a content type has 127 characters at most');
    const payload = encodePayload({ contentType, data: isText ? utf8.encode(body) : body });
    const answer = await this.ask(service, payload, options);
    const answered = decodePayload(answer.body);
    if (answered === undefined) throw new WireError('malformed', `the answer of ${service} is no payload`);
    return new ReceivedReply(service, answer.source, answered);
  }

  /**
   * Sends a body as it is. Rejects with a WireError: what the answer says, `deadline_passed`, `aborted`, `too_large`, `backpressure`, or
   * what closed the client.
   * @param body - must not change until then.
   */
  ask(service: string, body: Uint8Array, { timeoutMs = 10_000, signal, once }: AskOptions = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) throw this.#closed;
      if (signal?.aborted) throw aborted(signal);
      if (!(timeoutMs >= 1 && timeoutMs <= limits.requestTimeoutMs)) throw new RangeError('a request waits 1 to 600,000 ms');
      if (body.length > this.#maxBodyBytes) {
        throw new WireError('too_large', `a request has ${this.#maxBodyBytes} bytes at most, this one ${body.length}`);
      }
      const giveUp = this.requests.add({
        ...{ service, body, once, key: randomBytes(16), deadline: this.clock.now() + timeoutMs },
        settle: (error, answer) => {
          signal?.removeEventListener('abort', onAbort);
          if (error === undefined) resolve(answer!);
          else reject(error);
        },
      });
      const onAbort = (): void => {
        if (giveUp()) reject(aborted(signal!));
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#arm();
      this.wake();
    });
  }

  /** Takes a Reply frame. */
  replied(id: number, code: number, source: Uint8Array, body: Uint8Array): void {
    this.requests.reply(id, code, source, body, this.clock.now());
    this.#arm();
  }

  close(error: WireError): void {
    this.#closed = error;
    this.#alarm.stop();
    this.requests.close(error);
  }

  #ring(): void {
    if (this.requests.tick(this.clock.now())) this.wake();
    this.#arm();
  }

  #arm(): void {
    this.#alarm.at(this.requests.deadline);
  }
}

class ReceivedReply implements Reply {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly source: string;

  constructor(
    readonly service: string,
    source: Uint8Array,
    payload: Payload,
  ) {
    this.body = payload.data;
    this.contentType = payload.contentType;
    this.source = encodeId(source);
  }

  text(): string {
    return new TextDecoder().decode(this.body);
  }
}

const utf8 = new TextEncoder();
