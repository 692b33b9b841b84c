import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { LogLevel } from '../config/base-config.js';
import { LineLimiter, type LineLimits } from './line-limiter.js';
import { prettyStream } from './pretty.js';
import { sanitise, sanitiseError, sanitiseText } from './sanitise.js';
import { currentTrace } from './trace.js';

/**
 * What a log line may carry, checked by the compiler: plain data. A class instance (`Secret`, `KeyObject`, `Uint8Array`, …)
 * has no index signature and is refused; `sanitise` does the same again at run time, for what came in as `any`.
 */
export type LogValue = string | number | bigint | boolean | null | undefined | readonly LogValue[] | { readonly [name: string]: LogValue };
export type LogFields = { readonly [name: string]: LogValue };

/**
 * Where plain code writes to. `event` is a constant in snake_case; what varies goes into `fields`. `cause` is what was thrown.
 * Warnings and errors of one event are limited: see `LineLimits`.
 */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields, cause?: unknown): void;
  error(event: string, fields?: LogFields, cause?: unknown): void;
  /** The same log; every line also carries `fields`. */
  child(fields: LogFields): Logger;
}

export interface LoggerOptions {
  readonly service: string;
  readonly level: LogLevel;
  /** For people at a terminal; JSON lines otherwise. */
  readonly pretty?: boolean;
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
  /** 20 lines per event in 10 s unless given. */
  readonly limits?: LineLimits;
}

const MAX_BUFFERED_BYTES = 1_048_576; // a reader that stopped reading costs log lines, never memory
const END_MS = 500;
const reserved = new Set(['level', 'time', 'service', 'pid', 'trace', 'event', 'error']);

/** The log of a process: JSON lines on standard output. Create one, pass it down. */
export function createLogger(options: LoggerOptions): ProcessLogger {
  return new ProcessLogger(options);
}

class LineLogger implements Logger {
  constructor(
    private readonly lines: Pino,
    private readonly limiter: LineLimiter,
    private readonly bound: Record<string, unknown>,
  ) {}

  debug(event: string, fields?: LogFields): void {
    if (this.lines.isLevelEnabled('debug')) this.#write('debug', event, fields);
  }

  info(event: string, fields?: LogFields): void {
    if (this.lines.isLevelEnabled('info')) this.#write('info', event, fields);
  }

  warn(event: string, fields?: LogFields, cause?: unknown): void {
    if (this.limiter.allow(event, Date.now())) this.#write('warn', event, fields, cause);
  }

  error(event: string, fields?: LogFields, cause?: unknown): void {
    if (this.limiter.allow(event, Date.now())) this.#write('error', event, fields, cause);
  }

  child(fields: LogFields): Logger {
    return new LineLogger(this.lines, this.limiter, { ...this.bound, ...clean(fields) });
  }

  #write(level: 'debug' | 'info' | 'warn' | 'error', event: string, fields: LogFields | undefined, cause?: unknown): void {
    const trace = currentTrace();
    const line: Record<string, unknown> = { ...this.bound, ...(fields && clean(fields)) };
    if (trace !== '') line['trace'] = trace;
    if (cause !== undefined) line['error'] = sanitiseError(cause);
    this.lines[level](line, sanitiseText(event));
  }
}

/** A field cannot pass for a part of the line itself. */
function clean(fields: LogFields): Record<string, unknown> {
  const shown = sanitise(fields) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [reserved.has(name) ? `field_${name}` : name, value]));
}

/** The log at its root: knows when lines were kept back, and when everything is written. */
export class ProcessLogger extends LineLogger {
  readonly #limiter: LineLimiter;
  readonly #stream: DestinationStream & { flush?(done: () => void): void };
  readonly #timer: NodeJS.Timeout;

  constructor({ service, level, pretty, destination, limits = { burst: 20, windowMs: 10_000 } }: LoggerOptions) {
    const output = destination ?? standardOutput();
    const stream = pretty ? prettyStream(output) : output;
    const limiter = new LineLimiter(limits);
    const lines = pino(
      {
        level,
        base: { service, pid: process.pid },
        messageKey: 'event',
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      stream,
    );
    super(lines, limiter, {});
    this.#limiter = limiter;
    this.#stream = output;
    this.#timer = setInterval(() => this.#report(Date.now()), limits.windowMs).unref();
  }

  /** Reports what was kept back and resolves once everything is written: the last act of a process. Gives up after half a second. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#report();
    const { flush } = this.#stream;
    if (!flush) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, END_MS); // nobody reads any more
      flush.call(this.#stream, () => resolve());
    });
  }

  #report(now?: number): void {
    for (const { event, count } of this.#limiter.collect(now)) this.info('lines_suppressed', { of: event, count });
  }
}

function standardOutput(): DestinationStream {
  const stream = pino.destination({ fd: 1, sync: false, minLength: 1, maxLength: MAX_BUFFERED_BYTES });
  stream.on('error', () => undefined); // the reader is gone: the process has other ways to notice
  return stream;
}
