import { decodeRpcBatch, encodeRpcBatch, limits, reasonOf, WireError, type RpcAnswer, type RpcCall } from '@keyway/wire';
import { HotCounter, type Metrics } from '../health/metrics.js';
import type { Logger } from '../log/logger.js';
import { currentTrace } from '../log/trace.js';
import type { CurveClient } from './curve.js';
import { checkEndpoint } from './endpoint.js';
import { Link } from './link.js';

export interface RpcClientOptions {
  /** `ipc:///folder/name`, or `tcp://host:port` with `curve`. */
  readonly endpoint: string;
  readonly curve?: CurveClient | undefined;
  /** Calls that wait for an answer, sent or not; 16,384 unless given. One more is refused with `backpressure`. */
  readonly maxInFlight?: number | undefined;
  readonly logger?: Logger | undefined;
  /** The name of the other service, for logs and metrics. */
  readonly name?: string | undefined;
  readonly metrics?: Metrics | undefined;
}

interface Pending {
  readonly pattern: string;
  readonly body: Uint8Array;
  readonly trace: string;
  readonly deadline: number;
  readonly timer: NodeJS.Timeout;
  resolve(body: Uint8Array): void;
  reject(error: WireError): void;
}

/** What a call may weigh beyond its body, and what one message gathers before the next one starts. */
const HEAD_BYTES = 1_024;
const BATCH_BYTES = 262_144;
const BATCH_CALLS = 4_096;
const MAX_WAITING_BYTES = 16_777_216;
const MAX_ID = 0xffff_ffff;

/**
 * Calls another service. All calls of one turn of the event loop leave in one message; answers come in any order.
 * While the server is away calls wait, unsent, within their deadlines; those that were sent when it went away fail at once, since
 * nobody knows whether they were carried out.
 */
export class RpcClient {
  readonly calls: HotCounter;
  readonly failures: HotCounter;
  /** Messages from the server that were no batch of answers. */
  readonly malformed: HotCounter;
  readonly #waiting = new Map<number, Pending>();
  readonly #sent = new Map<number, Pending>();
  readonly #link: Link;
  readonly #maxInFlight: number;
  #waitingBytes = 0;
  #lastId = 0;
  #scheduled = false;
  #wasConnected = false;
  #closed = false;

  /** Starts to connect. Throws ConfigError for tcp without CURVE. */
  constructor(private readonly options: RpcClientOptions) {
    checkEndpoint(options.endpoint, options.curve);
    const labels = { to: options.name ?? 'server' };
    const counter = (name: string, help: string): HotCounter => options.metrics?.counter(name, help, labels) ?? new HotCounter();
    this.calls = counter('rpc_client_calls_total', 'calls made to another service');
    this.failures = counter('rpc_client_failures_total', 'calls without a good answer');
    this.malformed = counter('rpc_client_malformed_total', 'messages from another service that were dropped');
    this.#maxInFlight = options.maxInFlight ?? 16_384;
    this.#link = new Link(options.endpoint, options.curve, {
      up: () => this.#up(),
      down: (why, wasUp) => this.#down(why, wasUp),
      message: (bytes) => this.#receive(bytes),
    });
  }

  get connected(): boolean {
    return this.#link.up;
  }

  /** The server was there, at least once. */
  get wasConnected(): boolean {
    return this.#wasConnected;
  }

  /** `'ok'` or why not, as a readiness check. */
  get state(): string {
    return this.connected ? 'ok' : 'not connected';
  }

  get inFlight(): number {
    return this.#waiting.size + this.#sent.size;
  }

  /**
   * @param body - up to 1 MiB less 1 KiB; not copied, and not to be changed before the answer. The answer's bytes are the caller's.
   * @param timeoutMs - whole milliseconds, at least 1; the server learns what is left of it.
   * Rejects with a WireError: the server's reason, `unavailable` (no answer in time, or the connection broke), `backpressure`
   * (too many calls wait here or there), `too_large`, `aborted` (closed here).
   */
  call(pattern: string, body: Uint8Array, timeoutMs: number, trace = currentTrace()): Promise<Uint8Array> {
    this.calls.value += 1;
    const refused = this.#refusal(pattern, body);
    if (refused) return Promise.reject(this.#failed(refused));
    return new Promise((resolve, reject) => {
      const id = this.#nextId();
      const timer = setTimeout(() => this.#expire(id, timeoutMs), timeoutMs);
      this.#waiting.set(id, { pattern, body, trace, deadline: performance.now() + timeoutMs, timer, resolve, reject });
      this.#waitingBytes += body.length;
      this.#schedule();
    });
  }

  /** Ends all calls with `aborted`. */
  close(): void {
    this.#closed = true;
    this.#link.close();
    for (const id of [...this.#waiting.keys(), ...this.#sent.keys()]) this.#take(id)?.reject(this.#failed(new WireError('aborted')));
  }

  #refusal(pattern: string, body: Uint8Array): WireError | undefined {
    if (this.#closed) return new WireError('aborted');
    if (body.length + pattern.length * 3 > limits.rpcBytes - HEAD_BYTES) return new WireError('too_large');
    const full = this.inFlight >= this.#maxInFlight || this.#waitingBytes + body.length > MAX_WAITING_BYTES;
    return full ? new WireError('backpressure') : undefined;
  }

  #nextId(): number {
    do this.#lastId = this.#lastId === MAX_ID ? 1 : this.#lastId + 1;
    while (this.#sent.has(this.#lastId) || this.#waiting.has(this.#lastId));
    return this.#lastId;
  }

  #expire(id: number, timeoutMs: number): void {
    const pending = this.#take(id);
    pending?.reject(this.#failed(new WireError('unavailable', `no answer to ${pending.pattern} in ${timeoutMs} ms`)));
  }

  #take(id: number): Pending | undefined {
    const sent = this.#sent.get(id);
    const pending = sent ?? this.#waiting.get(id);
    if (!pending) return undefined;
    clearTimeout(pending.timer);
    if (sent) this.#sent.delete(id);
    else this.#unqueue(id, pending);
    return pending;
  }

  #unqueue(id: number, pending: Pending): void {
    this.#waiting.delete(id);
    this.#waitingBytes -= pending.body.length;
  }

  #failed(error: WireError): WireError {
    this.failures.value += 1;
    return error;
  }

  #up(): void {
    this.#wasConnected = true;
    this.options.logger?.info('rpc_connected', { to: this.options.name, endpoint: this.options.endpoint });
    this.#schedule();
  }

  #down(why: string, wasUp: boolean): void {
    if (wasUp || why.startsWith('handshake')) this.options.logger?.warn('rpc_disconnected', { to: this.options.name, why });
    for (const id of [...this.#sent.keys()]) this.#take(id)?.reject(this.#failed(new WireError('unavailable', 'the connection broke')));
  }

  #schedule(): void {
    if (this.#scheduled || !this.#link.up) return;
    this.#scheduled = true;
    setImmediate(() => void this.#flush());
  }

  /** One at a time, thanks to `#scheduled`: calls that come while a message is on its way wait for the next one. */
  async #flush(): Promise<void> {
    try {
      while (this.#waiting.size > 0 && this.#link.up) await this.#link.send(this.#nextBatch());
    } catch {
      // the link broke: `#down` has ended what was sent, the rest waits
    }
    this.#scheduled = false;
    if (this.#waiting.size > 0) this.#schedule();
  }

  #nextBatch(): Uint8Array {
    const now = performance.now();
    const calls: RpcCall[] = [];
    let bytes = 0;
    for (const [id, pending] of this.#waiting) {
      const { pattern, body, trace, deadline } = pending;
      bytes += body.length + pattern.length * 3 + trace.length * 3 + 32;
      if (calls.length > 0 && (bytes > BATCH_BYTES || calls.length >= BATCH_CALLS)) break;
      calls.push({ id, pattern, timeoutMs: Math.max(1, Math.ceil(deadline - now)), body, trace });
      this.#unqueue(id, pending);
      this.#sent.set(id, pending);
    }
    return encodeRpcBatch({ calls, answers: [] });
  }

  #receive(bytes: Uint8Array): void {
    const batch = decodeRpcBatch(bytes);
    if (!batch || batch.calls.length > 0) this.malformed.value += 1;
    else for (const answer of batch.answers) this.#settle(answer);
  }

  #settle({ id, code, body }: RpcAnswer): void {
    if (!this.#sent.has(id)) return; // too late
    const pending = this.#take(id)!;
    if (code === 0) pending.resolve(body);
    else pending.reject(this.#failed(new WireError(reasonOf(code) ?? 'internal', `answer to ${pending.pattern}`)));
  }
}
