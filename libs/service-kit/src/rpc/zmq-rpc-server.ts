import { WireError } from '@keyway/wire';
import { BaseRpcContext, Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { firstValueFrom, isObservable } from 'rxjs';
import { withTrace } from '../log/trace.js';
import { RpcServer, type RpcHandler, type RpcServerOptions } from './rpc-server.js';

/** What a handler may take as its second argument (`@Ctx()`). */
export class RpcContext extends BaseRpcContext<[pattern: string, trace: string, timeoutMs: number]> {
  get pattern(): string {
    return this.getArgByIndex(0) as string;
  }
  /** The correlation id of the caller, or ''. */
  get trace(): string {
    return this.getArgByIndex(1) as string;
  }
  /** How long the caller waits from now on. */
  get timeoutMs(): number {
    return this.getArgByIndex(2) as number;
  }
}

export const zmqTransport = Symbol('zeromq');

/**
 * The Nest side of `RpcServer`: `@MessagePattern('auth.authorize')` handlers take a Uint8Array and give back one, or a promise or
 * observable of one. Wants `RpcErrorFilter` as a global filter: Nest's own turns every thrown reason into text.
 * Its processing hooks carry the trace of the caller; replace them with `setOnProcessingStartHook` to trace otherwise.
 */
export class ZmqRpcServer extends Server implements CustomTransportStrategy {
  override transportId = zmqTransport;
  readonly rpc: RpcServer;
  readonly #handlers = new Map<string, RpcHandler>();

  constructor(options: RpcServerOptions) {
    super();
    this.rpc = new RpcServer(options, (pattern) => this.#handlers.get(pattern) ?? this.#wrap(pattern));
    this.setOnProcessingStartHook((_transport, context, done) => void withTrace((context as RpcContext).trace, done));
  }

  async listen(ready: (error?: unknown) => unknown): Promise<void> {
    try {
      await this.rpc.listen();
    } catch (thrown) {
      ready(thrown);
      return;
    }
    this._status$.next('connected');
    ready();
  }

  close(): Promise<void> {
    return this.rpc.close();
  }

  on(): never {
    throw new WireError('internal', 'this transport has no events: look at its counters');
  }

  unwrap<T>(): T {
    return this.rpc as T;
  }

  #wrap(pattern: string): RpcHandler | undefined {
    const handler = this.messageHandlers.get(pattern);
    if (!handler || handler.isEventHandler) return undefined; // there are no events on this wire
    const wrapped: RpcHandler = (call) => this.#run(handler, call.body, new RpcContext([pattern, call.trace, call.timeoutMs]));
    this.#handlers.set(pattern, wrapped);
    return wrapped;
  }

  #run(handler: MessageHandler, body: Uint8Array, context: RpcContext): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const work = async (): Promise<void> => {
        try {
          const result: unknown = await handler(body, context);
          resolve((isObservable(result) ? await firstValueFrom(result) : result) as Uint8Array);
        } catch (thrown) {
          reject(thrown as Error);
        } finally {
          this.onProcessingEndHook?.(zmqTransport, context);
        }
      };
      this.onProcessingStartHook(zmqTransport, context, work);
    });
  }
}
