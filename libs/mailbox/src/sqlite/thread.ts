import { Worker } from 'node:worker_threads';
import { WireError } from '@keyway/wire';
import type { Drop } from '../mailbox.js';
import type { Events } from './engine.js';
import type { Answer, Ask, Tell, WorkerOptions } from './protocol.js';

type WithoutCall<A> = A extends Ask ? Omit<A, 'call'> : never;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: WireError) => void;
}

/** The other thread: asks and their answers. Once it has died every ask rejects with `store_failed`. */
export class Thread {
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #fault: WireError | undefined;
  onEvents: (events: Events) => void = () => undefined;
  onFault: (fault: WireError) => void = () => undefined;

  private constructor(private readonly worker: Worker) {}

  /** Rejects with `state_damaged`, `state_locked` or `store_failed`. */
  static async start(options: WorkerOptions): Promise<{ readonly thread: Thread; readonly drops: readonly Drop[] }> {
    const worker = startWorker(options);
    const thread = new Thread(worker);
    const drops = await new Promise<readonly Drop[]>((resolve, reject) => {
      worker.on('message', (tell: Tell) => {
        if (tell.kind === 'opened') resolve(tell.drops);
        else if (tell.kind === 'failed') reject(new WireError(tell.failure.reason, tell.failure.detail));
        else thread.#hear(tell);
      });
      const died = (cause: unknown): void => {
        thread.#die(cause);
        reject(thread.#fault!);
      };
      worker.on('error', died);
      worker.on('messageerror', died);
      worker.on('exit', (code) => died(new Error(`the thread ended with ${code}`)));
    });
    return { thread, drops };
  }

  ask(ask: WithoutCall<Ask>, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (this.#fault) return Promise.reject(this.#fault);
    const call = (this.#calls += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      this.worker.postMessage({ ...ask, call } as Ask, transfer);
    });
  }

  /** As if it had crashed: for tests. */
  kill(): void {
    void this.worker.terminate();
  }

  /** After the last answer that matters; whoever still waits is rejected. */
  async end(): Promise<void> {
    this.#fail(new WireError('store_failed', 'the mailbox store is closed'));
    await this.worker.terminate();
  }

  #hear(tell: Exclude<Tell, { kind: 'opened' | 'failed' }>): void {
    if (tell.kind === 'events') return this.onEvents(tell.events);
    const waiting = this.#waiting.get(tell.call);
    this.#waiting.delete(tell.call);
    if (tell.answer.kind === 'refused') waiting?.reject(new WireError(tell.answer.failure.reason, tell.answer.failure.detail));
    else waiting?.resolve(tell.answer);
  }

  #die(cause: unknown): void {
    if (this.#fault) return;
    const fault = new WireError('store_failed', `the thread of the mailbox store died (${(cause as Error | undefined)?.message})`, {
      cause,
    });
    this.#fail(fault);
    this.onFault(fault);
  }

  #fail(fault: WireError): void {
    this.#fault ??= fault;
    for (const { reject } of this.#waiting.values()) reject(this.#fault);
    this.#waiting.clear();
  }
}

/**
 * From `dist` the worker is its neighbour in JavaScript. Run from the sources, as tests do, it is TypeScript, which the hooks
 * of `from-source.mjs` load; that file is never shipped.
 */
function startWorker(workerData: WorkerOptions): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = fromSource ? './from-source.mjs' : './worker.js';
  return new Worker(new URL(entry, import.meta.url), { workerData, name: 'keyway-mailbox' });
}
