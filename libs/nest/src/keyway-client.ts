import type { Client } from '@keyway/client';
import { WireError } from '@keyway/wire';
import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import { decodeContent, encodeContent } from './content.js';
import { OwnClient, type ClientSource } from './own-client.js';
import { serviceNameOf } from './service-name.js';

export type KeywayClientOptions = ClientSource & {
  /** Stands before every pattern: with `orders`, the pattern `create` asks the service `orders.create`. */
  readonly service?: string | undefined;
  /** How long an answer is waited for, 1 to 600,000 ms. Default 10,000; a KeywayRecord says it for one request. */
  readonly timeoutMs?: number | undefined;
};

/** Data with what else is to be said of one request: `proxy.send('create', new KeywayRecord(order, { timeoutMs: 500 }))`. */
export class KeywayRecord<T = unknown> {
  constructor(
    readonly data: T,
    readonly options: { readonly timeoutMs?: number | undefined } = {},
  ) {}
}

/**
 * Asks services of a Keyway fleet. `send` gives the answer, and fails with a WireError: act on its `reason`. Unsubscribing stops waiting.
 * `emit` is a request as well: it completes when a worker has answered for it.
 */
export class KeywayClient extends ClientProxy {
  readonly #client: OwnClient;
  #connected: Client | undefined;

  constructor(private readonly options: KeywayClientOptions) {
    super();
    this.#client = new OwnClient(options);
  }

  /** Connects once; every `send` does so by itself. */
  async connect(): Promise<Client> {
    this.#connected = await this.#client.get();
    return this.#connected;
  }

  async close(): Promise<void> {
    this.#connected = undefined;
    await this.#client.close();
  }

  /** The SDK's client. Throws before `connect` and after `close`. */
  unwrap<T>(): T {
    if (this.#connected === undefined) throw new WireError('session_closed', 'not connected');
    return this.#connected as T;
  }

  protected publish(packet: ReadPacket, done: (packet: WritePacket) => void): () => void {
    const abort = new AbortController();
    const tell = (answer: WritePacket): void => {
      if (!abort.signal.aborted) done({ ...answer, isDisposed: true });
    };
    this.#ask(packet, abort.signal).then(
      (response) => tell({ response }),
      (err: unknown) => tell({ err }),
    );
    return () => abort.abort();
  }

  protected dispatchEvent<T>(packet: ReadPacket): Promise<T> {
    return this.#ask(packet) as Promise<T>;
  }

  async #ask({ pattern, data }: ReadPacket, signal?: AbortSignal): Promise<unknown> {
    const record = data instanceof KeywayRecord ? data : new KeywayRecord<unknown>(data);
    const { body, contentType } = encodeContent(record.data);
    const timeoutMs = record.options.timeoutMs ?? this.options.timeoutMs;
    const client = await this.#client.get();
    const reply = await client.request(serviceNameOf(pattern, this.options.service), body, { contentType, timeoutMs, signal });
    return decodeContent(reply.contentType, reply.body);
  }
}
