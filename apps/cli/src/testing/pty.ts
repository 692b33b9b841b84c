import { spawn } from 'node:child_process';
import { bin, Running } from './bin.js';

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The real command at a terminal of its own (util-linux `script`): what it prints is in `out`, `type` is the keyboard. */
export class AtTerminal extends Running {
  type(text: string): void {
    this.child.stdin?.write(text);
  }
}

export function startAtTerminal(args: readonly string[], env: NodeJS.ProcessEnv = {}): AtTerminal {
  const line = [process.execPath, bin, ...args].map(quoted).join(' ');
  const given = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', TERM: 'xterm', ...env };
  return new AtTerminal(
    spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], { env: given, stdio: ['pipe', 'pipe', 'pipe'] }),
  );
}
