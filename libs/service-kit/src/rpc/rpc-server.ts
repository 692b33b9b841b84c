import { codeOf, decodeRpcBatch, isErrorReason, WireError, type ErrorReason, type RpcCall } from '@keyway/wire';
import { Context } from 'zeromq';
import type { Router } from 'zeromq';
import { HotCounter, type Metrics } from '../health/metrics.js';
import type { Logger } from '../log/logger.js';
import { cleanTrace } from '../log/trace.js';
import { AnswerQueue } from './answer-queue.js';
import type { CurveServer } from './curve.js';
import { checkEndpoint, closeToOthers, isTaken, preparePrivateFolder } from './endpoint.js';
import { openRouter } from './sockets.js';
import { ZapGate } from './zap.js';

export interface RpcServerOptions {
  /** `ipc:///folder/name` (the folder is made, 0700), or `tcp://host:port` with `curve`; port `*` takes a free one. */
  readonly endpoint: string;
  readonly curve?: CurveServer | undefined;
  /** Calls being worked on or answered; one more is answered `backpressure`. 16,384 unless given. */
  readonly maxInFlight?: number | undefined;
  readonly logger?: Logger | undefined;
  readonly metrics?: Metrics | undefined;
}

/** A synchronous answer costs no promise. What is thrown travels as its reason, without text; anything unknown as `internal`. */
export type RpcHandler = (call: RpcCall) => Uint8Array | Promise<Uint8Array>;

/** A call whose client has not said how long it waits, or says forever. */
const MAX_TIMEOUT_MS = 60_000;
const SWEEP_MS = 500;
const GRACE_MS = 1_000;
const LINGER_MS = 200;

const empty = new Uint8Array(0);

/** Work on one call. It is given up when its client has stopped waiting, so that a handler that hangs frees its place. */
interface Slot {
  readonly peer: Buffer;
  readonly id: number;
  readonly deadline: number;
}

/** Answers the calls of other services. Knows nothing of Nest: `find` says who handles what. */
export class RpcServer {
  readonly calls: HotCounter;
  readonly failures: HotCounter;
  /** Messages that were no batch of calls: counted and dropped. */
  readonly malformed: HotCounter;
  readonly unauthorised: HotCounter;
  readonly #slots = new Set<Slot>();
  readonly #maxInFlight: number;
  #socket: Router | undefined;
  #answers: AnswerQueue | undefined;
  #gate: ZapGate | undefined;
  #sweep: NodeJS.Timeout | undefined;
  #endpoint: string | undefined;
  #closing = false;

  constructor(
    private readonly options: RpcServerOptions,
    private readonly find: (pattern: string) => RpcHandler | undefined,
  ) {
    checkEndpoint(options.endpoint, options.curve);
    const counter = (name: string, help: string): HotCounter => options.metrics?.counter(name, help) ?? new HotCounter();
    this.calls = counter('rpc_server_calls_total', 'calls from other services');
    this.failures = counter('rpc_server_failures_total', 'calls answered with an error');
    this.malformed = counter('rpc_server_malformed_total', 'messages dropped because they were no calls');
    this.unauthorised = counter('rpc_server_unauthorised_total', 'connections refused for their CURVE key');
    options.metrics?.gauge('rpc_server_in_flight', 'calls being worked on', () => this.inFlight);
    this.#maxInFlight = options.maxInFlight ?? 16_384;
  }

  /** Where it listens, with the true port; undefined before `listen`. */
  get endpoint(): string | undefined {
    return this.#endpoint;
  }

  get inFlight(): number {
    return this.#slots.size + (this.#answers?.waiting ?? 0);
  }

  /** Rejects with ConfigError (folder open to others) or WireError `port_taken`. */
  async listen(): Promise<void> {
    const { endpoint, curve } = this.options;
    preparePrivateFolder(endpoint);
    if (await isTaken(endpoint)) throw new WireError('port_taken', endpoint);
    const context = curve ? new Context() : undefined; // one gate per context: ours alone
    if (context && curve) this.#gate = await ZapGate.open(context, curve.allow, () => this.#refusedKey());
    const socket = openRouter(context, curve);
    try {
      await socket.bind(endpoint);
    } catch (cause) {
      socket.close();
      this.#gate?.close();
      const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      throw new WireError(taken ? 'port_taken' : 'config_invalid', endpoint, { cause });
    }
    closeToOthers(endpoint);
    this.#endpoint = socket.lastEndpoint ?? endpoint;
    this.#socket = socket;
    this.#answers = new AnswerQueue(socket, this.options.metrics);
    this.#sweep = setInterval(() => this.#giveUp(performance.now()), SWEEP_MS).unref();
    void this.#read(socket);
  }

  /** New calls are answered `unavailable` from now on; those being worked on have `graceMs` to end. */
  async close(graceMs = GRACE_MS): Promise<void> {
    if (this.#closing || !this.#socket) return;
    this.#closing = true;
    const until = performance.now() + graceMs;
    while (this.inFlight > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    clearInterval(this.#sweep);
    this.#answers?.close();
    this.#socket.linger = LINGER_MS; // the last answers are queued, not yet written
    this.#socket.close();
    this.#gate?.close();
    this.#slots.clear();
  }

  async #read(socket: Router): Promise<void> {
    try {
      for await (const [peer, bytes, ...more] of socket) {
        const batch = peer && bytes && more.length === 0 ? decodeRpcBatch(bytes) : undefined;
        if (!peer || !batch || batch.answers.length > 0) this.malformed.value += 1;
        else for (const call of batch.calls) this.#begin(peer, call);
      }
    } catch (thrown) {
      // EAGAIN is how a pending receive ends when its socket closes
      if (!this.#closing) this.options.logger?.error('rpc_server_failed', { endpoint: this.#endpoint }, thrown);
    }
  }

  #begin(peer: Buffer, { id, pattern, timeoutMs: asked, body, trace }: RpcCall): void {
    this.calls.value += 1;
    if (this.#closing) return this.#refuse(peer, id, 'unavailable');
    if (this.inFlight >= this.#maxInFlight) return this.#refuse(peer, id, 'backpressure');
    const handler = this.find(pattern);
    if (!handler) return this.#refuse(peer, id, 'frame_forbidden');
    const timeoutMs = asked > 0 ? Math.min(asked, MAX_TIMEOUT_MS) : MAX_TIMEOUT_MS;
    const slot: Slot = { peer, id, deadline: performance.now() + timeoutMs };
    this.#slots.add(slot);
    try {
      const result = handler({ id, pattern, timeoutMs, body, trace: cleanTrace(trace) });
      if ('then' in result) void this.#await(slot, pattern, result);
      else this.#end(slot, pattern, result);
    } catch (thrown) {
      this.#fail(slot, pattern, thrown);
    }
  }

  async #await(slot: Slot, pattern: string, result: Promise<Uint8Array>): Promise<void> {
    try {
      this.#end(slot, pattern, await result);
    } catch (thrown) {
      this.#fail(slot, pattern, thrown);
    }
  }

  #end(slot: Slot, pattern: string, body: Uint8Array): void {
    if (!ArrayBuffer.isView(body)) return this.#fail(slot, pattern, new TypeError('a handler answers with bytes'));
    if (body.length > AnswerQueue.maxBodyBytes) return this.#fail(slot, pattern, new RangeError('the answer is too large'));
    if (this.#slots.delete(slot)) this.#answers?.push(slot.peer, { id: slot.id, code: 0, body });
  }

  #fail(slot: Slot, pattern: string, thrown: unknown): void {
    const reason = reasonForPeer(thrown);
    if (reason === 'internal') this.options.logger?.error('rpc_handler_failed', { pattern }, thrown);
    if (this.#slots.delete(slot)) this.#refuse(slot.peer, slot.id, reason);
  }

  #refuse(peer: Buffer, id: number, reason: ErrorReason): void {
    this.failures.value += 1;
    this.#answers?.push(peer, { id, code: codeOf(reason), body: empty });
  }

  #giveUp(now: number): void {
    for (const slot of this.#slots) if (now >= slot.deadline) this.#slots.delete(slot);
  }

  #refusedKey(): void {
    this.unauthorised.value += 1;
    this.options.logger?.warn('rpc_key_refused', { endpoint: this.#endpoint });
  }
}

/** The reason a peer may learn: names of the table but those that speak of this machine (5xxx), else `internal`. */
function reasonForPeer(thrown: unknown): ErrorReason {
  const reason: unknown = (thrown as { reason?: unknown } | null | undefined)?.reason;
  if (typeof reason !== 'string' || !isErrorReason(reason)) return 'internal';
  const code = codeOf(reason);
  return code >= 5_000 && code < 6_000 ? 'internal' : reason;
}
