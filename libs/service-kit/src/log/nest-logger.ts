import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

/**
 * Nest's own words, in our log. Its chatter about modules and routes is `debug`.
 * nestjs-pino is not used here: what it adds is one line per HTTP request, and this HTTP server only answers probes; and it would
 * print what it is given, past our guard.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug('nest', fieldsOf(message, rest));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.debug('nest', fieldsOf(message, rest));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug('nest', fieldsOf(message, rest));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn('nest_warned', fieldsOf(message, rest));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error('nest_failed', fieldsOf(message, rest), typeof message === 'string' ? undefined : message);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

/** Nest passes the context, a class name, last. */
function fieldsOf(message: unknown, rest: readonly unknown[]): { text: string; context: string } {
  const context = rest.at(-1);
  return { text: typeof message === 'string' ? message : '', context: typeof context === 'string' ? context : '' };
}
