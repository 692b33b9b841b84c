import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/keyway.js', import.meta.url));
const folders: string[] = [];
const running = new Set<Running>();

export function freshHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-cli-'));
  folders.push(folder);
  return join(folder, 'home');
}

/** Ends what a spec left running, then removes its folders. */
export async function cleanUp(): Promise<void> {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended)); // also of one that has ended by itself just now
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A running `keyway`; what it prints is collected. */
export class Running {
  out = '';
  err = '';
  readonly ended: Promise<Outcome>;
  #heard: () => void = () => undefined;

  constructor(readonly child: ChildProcess) {
    running.add(this);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
      this.#heard();
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
      this.#heard();
    });
    this.ended = once(child, 'close').then(([code]) => {
      running.delete(this);
      this.#heard();
      return { code: code as number | null, out: this.out, err: this.err };
    });
  }

  /** Resolves with what the pattern found on standard output or error; rejects when the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`keyway ended with ${this.child.exitCode} before it said ${String(pattern)}:\n${this.out}${this.err}`);
      }
      await new Promise<void>((resolve) => (this.#heard = resolve));
    }
  }

  interrupt(): void {
    this.child.kill('SIGINT');
  }
}

/** Starts the real command as a process. `env` replaces the environment but for PATH and HOME. */
export function start(args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {}): Running {
  const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', ...options.env };
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Running(child);
}

export const keyway = (args: readonly string[], options?: Parameters<typeof start>[1]): Promise<Outcome> => start(args, options).ended;
