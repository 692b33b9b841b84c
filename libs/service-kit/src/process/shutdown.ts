import type { Health } from '../health/health.js';
import type { Logger } from '../log/logger.js';

const DRAIN_MS = 5_000;

/** 128 + the number of the signal, as shells report it. */
const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof signalCodes;

export interface ShutdownOptions {
  readonly logger: Logger;
  readonly health: Health;
  /** Started by a supervisor over an IPC channel: end when it closes. SIGINT and SIGHUP, which a terminal sends to both, are then its business. */
  readonly watchParent: boolean;
  /** Writes out what waits and ends the process. */
  exit(code: number): Promise<never>;
  /** 5,000 unless given. */
  readonly drainMs?: number | undefined;
}

interface Step {
  readonly name: string;
  readonly work: () => void | Promise<void>;
}

/**
 * How a service ends, whoever asks: not ready at once, then the steps in order within five seconds, then exit. 0 after a signal or
 * a vanished parent, 1 after an error nobody caught or a drain that took too long, 129, 130 or 143 at once on a second signal.
 */
export class Shutdown {
  readonly #steps: Step[] = [];
  readonly #last: Step[] = [];
  #code: number | undefined;

  constructor(private readonly options: ShutdownOptions) {
    process.on('SIGTERM', () => this.#signalled('SIGTERM'));
    for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => options.watchParent || this.#signalled(signal));
    process.on('uncaughtException', (thrown) => this.#crashed('uncaught_exception', thrown));
    process.on('unhandledRejection', (thrown) => this.#crashed('unhandled_rejection', thrown));
    if (options.watchParent) this.#watchParent();
  }

  get started(): boolean {
    return this.#code !== undefined;
  }

  /** Before the connections of the service close. */
  onDrain(name: string, work: Step['work']): void {
    this.#steps.push({ name, work });
  }

  /** After all of `onDrain`, in reverse order of registration: what others stand on goes last. */
  finally(name: string, work: Step['work']): void {
    this.#last.unshift({ name, work });
  }

  /** Drains and exits with `code`. Repeated calls change nothing but a 0 into their code. */
  async begin(why: string, code: number): Promise<void> {
    if (this.#code !== undefined) {
      this.#code ||= code;
      return;
    }
    this.#code = code;
    this.options.health.drain();
    this.options.logger.info('draining', { why });
    if (!(await this.#drain())) this.#code ||= 1;
    this.options.logger.info('stopped', { why, code: this.#code });
    await this.options.exit(this.#code);
  }

  async #drain(): Promise<boolean> {
    const { logger, drainMs = DRAIN_MS } = this.options;
    const until = performance.now() + drainMs;
    let good = true;
    for (const { name, work } of [...this.#steps, ...this.#last]) {
      try {
        if (await inTime(work, until - performance.now())) continue;
        logger.error('drain_timed_out', { step: name });
        return false;
      } catch (thrown) {
        good = false;
        logger.error('drain_failed', { step: name }, thrown);
      }
    }
    return good;
  }

  #signalled(signal: Signal): void {
    if (this.started) void this.options.exit(signalCodes[signal]);
    else void this.begin(signal, 0);
  }

  #crashed(event: string, thrown: unknown): void {
    this.options.logger.error(event, {}, thrown);
    void this.begin(event, 1);
  }

  #watchParent(): void {
    const gone = (): void => void this.begin('parent_gone', 0);
    if (process.connected) process.once('disconnect', gone);
    else if (process.connected === false)
      setImmediate(gone); // it ended before we looked
    else this.options.logger.warn('parent_unwatched', { why: 'started without an IPC channel' });
  }
}

async function inTime(work: Step['work'], ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, ms));
  });
  try {
    return await Promise.race([Promise.resolve(work()).then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
