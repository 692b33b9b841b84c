import type { Client, ClientEvents, ServiceRequest, Serving } from '@keyway/client';
import { WireError } from '@keyway/wire';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { fromEvent, isObservable, lastValueFrom, takeUntil } from 'rxjs';
import { decodeContent, encodeContent, type Encoded } from './content.js';
import { faultOf } from './fault.js';
import { KeywayContext } from './keyway-context.js';
import { OwnClient, type ClientSource } from './own-client.js';
import { serviceNameOf } from './service-name.js';

export type KeywayServerOptions = ClientSource & {
  /** Stands before every pattern: with `orders`, the pattern `create` is the service `orders.create`. */
  readonly service?: string | undefined;
  /** Requests of one pattern in work at a time, 1 to 1,024; default 16. `@MessagePattern('quote', { inFlight: 4 })` says it for one. */
  readonly inFlight?: number | undefined;
  /** How long `close` waits for what runs. Default 10 s; then handlers are aborted. */
  readonly graceMs?: number | undefined;
};

export const keywayTransport = Symbol('keyway');

/** Tells every listener of a Nest application that came before the client was there. */
type Listening = (client: Client) => void;

/**
 * Message handlers as services of a Keyway fleet: each pattern is one, and workers in other processes share its requests. The handler's
 * result is the answer and the acknowledgement: a worker that vanishes before gives the request to another one. Of an observable the
 * last value counts. An event is a request whose answer is empty.
 */
export class KeywayServer extends Server<Record<string, (...args: never[]) => unknown>> implements CustomTransportStrategy {
  override transportId = keywayTransport;
  /** Whoever emitted an event hears what became of it. */
  override readonly propagatesEventHandlerErrors = true;
  readonly #client: OwnClient;
  readonly #listening: Listening[] = [];
  #connected: Client | undefined;
  #servings: Serving[] = [];

  constructor(private readonly options: KeywayServerOptions) {
    super();
    this.#client = new OwnClient(options);
  }

  /** Serves every pattern, or none: `ready` gets the WireError. */
  async listen(ready: (error?: unknown) => unknown): Promise<void> {
    try {
      const services = [...this.messageHandlers].map(([pattern, handler]) => ({
        ...{ pattern, handler, name: serviceNameOf(pattern, this.options.service) },
      }));
      const client = await this.#client.get();
      this.#connected = client;
      this.#follow(client);
      for (const { pattern, handler, name } of services) {
        const { inFlight = this.options.inFlight } = (handler.extras ?? {}) as { inFlight?: number };
        this.#servings.push(await client.serve(name, (request) => this.#handle(handler, pattern, request), { inFlight }));
      }
    } catch (thrown) {
      await this.close();
      ready(thrown);
      return;
    }
    ready();
  }

  /** Takes no more, waits for what runs, and closes the client if it is its own. */
  async close(): Promise<void> {
    const servings = this.#servings;
    this.#servings = [];
    const grace = Promise.withResolvers<void>();
    const timer = setTimeout(grace.resolve, this.options.graceMs ?? 10_000);
    await Promise.race([Promise.all(servings.map((serving) => serving.stop())), grace.promise]);
    clearTimeout(timer);
    await this.#client.close();
    this.#connected = undefined;
    this._status$.next('disconnected');
  }

  /** The events of the SDK's client, such as `attached`, `detached`, `warning`, `closed`. */
  on(event: string, listener: (...args: never[]) => unknown): void {
    const listen: Listening = (client) => void client.on(event as keyof ClientEvents, listener as (what: unknown) => void);
    this.#listening.push(listen);
    if (this.#connected !== undefined) listen(this.#connected);
  }

  /** The SDK's client. Throws before `listen` and after `close`. */
  unwrap<T>(): T {
    if (this.#connected === undefined) throw new WireError('session_closed', 'the transport does not listen');
    return this.#connected as T;
  }

  #follow(client: Client): void {
    this._status$.next('connected');
    client.on('attached', () => this._status$.next('connected'));
    client.on('detached', () => this._status$.next('disconnected'));
    client.on('closed', ({ reason }) => {
      if (reason !== 'session_closed') this.logger.error(`the Keyway client cannot go on: ${reason}`);
    });
    for (const listen of this.#listening) listen(client);
  }

  /** Rejects with a WireError only; what was not meant for who asked goes into the log. */
  async #handle(handler: MessageHandler, pattern: string, request: ServiceRequest): Promise<Encoded> {
    try {
      const data = decodeContent(request.contentType, request.body);
      const result = await this.#run(handler, data, new KeywayContext([request, pattern]));
      return encodeContent(handler.isEventHandler ? undefined : result);
    } catch (thrown) {
      const { error, unknown } = faultOf(thrown);
      if (unknown) this.logger.error(thrown);
      throw error;
    }
  }

  #run(handler: MessageHandler, data: unknown, context: KeywayContext): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const work = async (): Promise<void> => {
        try {
          const result: unknown = await handler(data, context);
          const ended = fromEvent(context.signal, 'abort');
          resolve(isObservable(result) ? await lastValueFrom(result.pipe(takeUntil(ended)), { defaultValue: undefined }) : result);
        } catch (thrown) {
          reject(thrown as Error);
        } finally {
          this.onProcessingEndHook?.(keywayTransport, context);
        }
      };
      this.onProcessingStartHook(keywayTransport, context, work);
    });
  }
}
