import { ClientProxy, type ReadPacket, type WritePacket } from '@nestjs/microservices';
import { currentTrace } from '../log/trace.js';
import { RpcClient, type RpcClientOptions } from './rpc-client.js';

export interface ZmqRpcClientOptions extends RpcClientOptions {
  /** How long `send()` waits; 5 s unless given. `call()` says it each time. */
  readonly timeoutMs?: number;
}

/** The trace rides in the metadata of Nest's packets; a replaced dispatch hook may set another. */
interface TracedPacket extends ReadPacket<Uint8Array> {
  metadata?: { readonly trace?: string };
}

/** The Nest side of `RpcClient`: `send(pattern, bytes)` as an observable for those who want it, `call()` for plain code. */
export class ZmqRpcClient extends ClientProxy {
  readonly rpc: RpcClient;
  readonly #timeoutMs: number;

  constructor(options: ZmqRpcClientOptions) {
    super();
    this.rpc = new RpcClient(options);
    this.#timeoutMs = options.timeoutMs ?? 5_000;
    this.setOnDispatchHook((packet) => {
      (packet as TracedPacket).metadata = { trace: currentTrace() };
    });
  }

  /** See `RpcClient.call`. */
  call(pattern: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
    return this.rpc.call(pattern, body, timeoutMs);
  }

  /** Calls wait for the connection themselves. */
  connect(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.rpc.close();
  }

  unwrap<T>(): T {
    return this.rpc as T;
  }

  protected publish(packet: ReadPacket, done: (packet: WritePacket) => void): () => void {
    let wanted = true;
    const tell = (answer: WritePacket): void => {
      if (wanted) done({ ...answer, isDisposed: true });
    };
    this.#send(packet).then(
      (response) => tell({ response }),
      (err: unknown) => tell({ err }),
    );
    return () => {
      wanted = false;
    };
  }

  /** An event is a call whose answer nobody reads; the promise still tells whether it arrived. */
  protected dispatchEvent<T>(packet: ReadPacket): Promise<T> {
    return this.#send(packet) as Promise<T>;
  }

  #send(packet: ReadPacket): Promise<Uint8Array> {
    const { pattern, data, metadata } = packet as TracedPacket & { pattern: string };
    return this.rpc.call(pattern, data, this.#timeoutMs, metadata?.trace ?? currentTrace());
  }
}
