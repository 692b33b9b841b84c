import type { DestinationStream } from 'pino';

const colours: Readonly<Record<string, number>> = { debug: 90, info: 32, warn: 33, error: 31 };

/** Turns JSON lines into lines for people: time, level, service, event, then the fields. */
export const prettyStream = (output: DestinationStream): DestinationStream => ({ write: (line) => output.write(prettyLine(line)) });

function prettyLine(json: string): string {
  const { level, time, service, pid: _pid, event, ...fields } = JSON.parse(json) as Record<string, string>;
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${time?.slice(11, 23)} \u001b[${colours[level ?? ''] ?? 0}m${level?.padEnd(5)}\u001b[0m ${service} ${event}${rest.join('')}\n`;
}
