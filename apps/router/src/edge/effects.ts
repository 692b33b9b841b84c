import type { Append, MailboxStore, Waiting } from '@keyway/mailbox';
import type { Logger, RpcClient } from '@keyway/service-kit';
import { systemClock } from '@keyway/transport';
import { decodeLookupAnswer, encodeLookupCall, WireError } from '@keyway/wire';
import type { Peer } from '../core/peer.js';
import type { AppendOrigin, Effects, Lookup, Question } from '../core/ports.js';
import type { Relay } from '../core/relay.js';

const lookupMs = 2_000;

/** Carries out what the relay asks for, and brings the answers back. */
export class RelayEffects implements Effects {
  #relay: Relay | undefined;
  #awake = false;
  #alarm: NodeJS.Timeout | undefined;
  #alarmAt = Infinity;
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly store: MailboxStore,
    private readonly rpc: Pick<RpcClient, 'call'>,
    private readonly logger: Logger,
  ) {}

  bind(relay: Relay): void {
    this.#relay = relay;
    this.store.onRoom((recipient) => relay.room(recipient));
    this.store.onDrop((drop) => this.logger.warn('messages_dropped', { reason: drop.reason, count: drop.count }));
  }

  /** Resolves when nothing asked for is under way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  append(batch: readonly Append[], origins: readonly AppendOrigin[]): void {
    this.#run(
      this.store.append(batch),
      (outcomes) => this.#relay!.appended(origins, batch, outcomes, systemClock.now()),
      (thrown) => {
        this.#storeFailed(thrown);
        const refused = batch.map((append) => ({ kind: 'refused', reason: 'store_failed', fromSeq: append.firstSeq }) as const);
        this.#relay!.appended(origins, batch, refused, systemClock.now());
      },
    );
  }

  read(peer: Peer, afterId: number, maxBytes: number): void {
    this.#run(
      this.store.read(peer.clientId, afterId, maxBytes),
      (runs) => this.#relay!.readDone(peer, runs, systemClock.now()),
      (thrown) => {
        this.#storeFailed(thrown);
        this.#relay!.readFailed(peer);
      },
    );
  }

  release(ids: readonly number[]): void {
    this.#run(
      this.store.release(ids),
      () => undefined,
      (thrown) => this.#storeFailed(thrown), // delivered again some day, and known to its client
    );
  }

  lookup(lookup: Lookup): void {
    this.#run(
      this.rpc.call('auth.lookup', encodeLookupCall(lookup), lookupMs),
      (bytes) => this.#relay!.lookedUp(decodeLookupAnswer(bytes), systemClock.now()),
      () => this.#relay!.lookedUp(undefined, systemClock.now()),
    );
  }

  ask(question: Question): void {
    this.#run(
      this.rpc.call(question.pattern, question.body, question.timeoutMs),
      (bytes) => this.#relay!.answered(question, bytes, systemClock.now()),
      (thrown) => this.#relay!.answered(question, WireError.from(thrown).reason, systemClock.now()),
    );
  }

  count(clientId: Uint8Array, told: (waiting: Waiting | undefined) => void): void {
    this.#run(
      this.store.waiting(clientId),
      (waiting) => this.#relay!.counted(told, waiting, systemClock.now()),
      () => this.#relay!.counted(told, undefined, systemClock.now()),
    );
  }

  wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    setImmediate(this.#flush);
  }

  readonly #flush = (): void => {
    this.#awake = false;
    const relay = this.#relay!;
    const now = systemClock.now();
    relay.flush(now);
    if (relay.deadline >= this.#alarmAt) return;
    clearTimeout(this.#alarm);
    this.#alarmAt = relay.deadline;
    this.#alarm = setTimeout(this.#ring, this.#alarmAt - now);
  };

  readonly #ring = (): void => {
    this.#alarmAt = Infinity;
    this.wake();
  };

  #storeFailed(thrown: unknown): void {
    this.logger.error('store_failed', {}, thrown);
  }

  /** What `done` or `failed` throws is a fault of ours: nobody catches it, the process drains and ends. */
  #run<T>(work: Promise<T>, done: (result: T) => void, failed: (thrown: unknown) => void): void {
    const ended = work.then(done, (thrown: unknown) => {
      failed(thrown);
    });
    this.#running.add(ended);
    void ended.finally(() => this.#running.delete(ended));
  }
}
