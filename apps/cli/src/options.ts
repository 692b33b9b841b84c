import { CommanderError, InvalidArgumentError, Option } from 'commander';
import { parseBytes, parseDuration } from './amounts.js';

export interface TimeoutOption {
  readonly timeout?: number;
}

/** `--timeout 30s`, as milliseconds. */
export function timeout(standard?: string): Option {
  const option = new Option('--timeout <duration>', 'how long to wait at most, such as 500ms, 30s or 5m').argParser(duration);
  return standard === undefined ? option : option.default(duration(standard), standard);
}

export function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new InvalidArgumentError('Write it as 500ms, 30s, 5m, 12h or 7d.');
  return ms;
}

export function bytes(text: string): number {
  const size = parseBytes(text);
  if (size === undefined) throw new InvalidArgumentError('Write it as 500k, 24MB or 1GB.');
  return size;
}

export function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}

/** What commander itself cannot see: words that do not go together. */
export const usageError = (message: string): CommanderError => new CommanderError(2, 'keyway.usage', message);
