import { encodeRpcBatch, limits, type RpcAnswer } from '@keyway/wire';
import type { Router } from 'zeromq';
import { HotCounter, type Metrics } from '../health/metrics.js';

const HEAD_BYTES = 64;
const BATCH_BYTES = 262_144;
const MAX_WAITING_BYTES = 67_108_864;
const RETRY_MS = 5;
/** Longer than any caller of ours waits. */
const STUCK_MS = 10_000;

interface Peer {
  readonly key: string;
  readonly id: Buffer;
  readonly answers: RpcAnswer[];
  blockedSince: number | undefined;
}

/**
 * Answers on their way out: all that one peer is owed in one turn of the event loop leaves in one message. A peer that does not
 * read keeps its answers here for ten seconds, within a byte limit for all, and holds up nobody else; one that left loses them.
 */
export class AnswerQueue {
  static readonly maxBodyBytes = limits.rpcBytes - HEAD_BYTES;
  readonly dropped: HotCounter;
  readonly #ready = new Map<string, Peer>();
  readonly #blocked = new Map<string, Peer>();
  #waiting = 0;
  #waitingBytes = 0;
  #scheduled = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: Pick<Router, 'send'>,
    metrics?: Metrics,
  ) {
    this.dropped = metrics?.counter('rpc_server_answers_dropped_total', 'answers to clients that left or do not read') ?? new HotCounter();
  }

  /** Answers not yet handed to ZeroMQ. */
  get waiting(): number {
    return this.#waiting;
  }

  push(to: Buffer, answer: RpcAnswer): void {
    const bytes = answer.body.length + HEAD_BYTES;
    if (this.#waitingBytes + bytes > MAX_WAITING_BYTES) {
      this.dropped.value += 1;
      return;
    }
    const key = to.toString('latin1');
    let peer = this.#ready.get(key) ?? this.#blocked.get(key);
    if (!peer) this.#ready.set(key, (peer = { key, id: to, answers: [], blockedSince: undefined }));
    peer.answers.push(answer);
    this.#waiting += 1;
    this.#waitingBytes += bytes;
    this.#schedule();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#ready.clear();
    this.#blocked.clear();
    this.#waiting = 0;
  }

  #schedule(): void {
    if (this.#scheduled || this.#ready.size === 0) return;
    this.#scheduled = true;
    setImmediate(() => void this.#flush());
  }

  /** One at a time, thanks to `#scheduled`: zeromq.js throws EBUSY on a second send. */
  async #flush(): Promise<void> {
    for (const peer of this.#ready.values()) {
      while (peer.answers.length > 0 && !this.#closed && this.#ready.has(peer.key)) await this.#sendBatch(peer);
      this.#ready.delete(peer.key);
    }
    this.#scheduled = false;
  }

  async #sendBatch(peer: Peer): Promise<void> {
    const answers = nextBatch(peer.answers);
    try {
      await this.socket.send([peer.id, encodeRpcBatch({ calls: [], answers })]);
      peer.blockedSince = undefined;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EAGAIN' && this.#mayWait(peer)) return;
      this.dropped.value += answers.length; // EHOSTUNREACH, the peer has left; or it stopped reading long ago
    }
    peer.answers.splice(0, answers.length);
    this.#waiting -= answers.length;
    for (const { body } of answers) this.#waitingBytes -= body.length + HEAD_BYTES;
  }

  #mayWait(peer: Peer): boolean {
    const now = performance.now();
    peer.blockedSince ??= now;
    if (this.#closed || now - peer.blockedSince > STUCK_MS) return false;
    this.#ready.delete(peer.key);
    this.#blocked.set(peer.key, peer);
    this.#timer ??= setTimeout(() => this.#retry(), RETRY_MS).unref();
    return true;
  }

  #retry(): void {
    this.#timer = undefined;
    for (const [key, peer] of this.#blocked) this.#ready.set(key, peer);
    this.#blocked.clear();
    this.#schedule();
  }
}

/** At least one, and no more than fit. */
function nextBatch(answers: readonly RpcAnswer[]): readonly RpcAnswer[] {
  let bytes = 0;
  let count = 0;
  for (const { body } of answers) {
    bytes += body.length + HEAD_BYTES;
    if (count > 0 && bytes > BATCH_BYTES) break;
    count += 1;
  }
  return answers.slice(0, count);
}
