import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atEnd, environment } from './places.js';

export const keywayBin = fileURLToPath(new URL('../../../apps/cli/bin/keyway.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  /** The reason of the error table; 'usage'; or nothing. */
  readonly reason: string | undefined;
  readonly out: string;
  readonly err: string;
}

/** The real command as a process. */
export class Keyway {
  out = '';
  err = '';
  readonly ended: Promise<Outcome>;
  #heard: (() => void)[] = [];

  constructor(readonly process: ChildProcess) {
    const hear = (take: (text: string) => void) => (text: string) => {
      take(text);
      for (const resolve of this.#heard.splice(0)) resolve();
    };
    process.stdout!.setEncoding('utf8').on(
      'data',
      hear((text) => (this.out += text)),
    );
    process.stderr!.setEncoding('utf8').on(
      'data',
      hear((text) => (this.err += text)),
    );
    this.ended = once(process, 'close').then(([code]) => {
      hear(() => undefined)('');
      const [, reason] = /\((\w+)(?: \d+)?\)\n?$/.exec(this.err) ?? [];
      return { code: code as number | null, reason, out: this.out, err: this.err };
    });
  }

  /** Resolves with what the pattern found in its output; rejects when it ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (found) return found;
      if (this.process.exitCode !== null || this.process.signalCode !== null) {
        throw new Error(`keyway ended with ${this.process.exitCode} before it said ${String(pattern)}:\n${this.out}${this.err}`);
      }
      await new Promise<void>((resolve) => this.#heard.push(resolve));
    }
  }
}

/** Starts `keyway <args>`; nothing of our own surroundings leads it elsewhere. @param input - `open`: standard input stays open, and is written to by the caller. */
export function start(args: readonly string[], input: string | { readonly open: true } = ''): Keyway {
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('KEYWAY_')));
  const child = spawn(process.execPath, [keywayBin, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  if (typeof input === 'string') child.stdin.end(input);
  const keyway = new Keyway(child);
  atEnd(async () => {
    child.kill('SIGKILL');
    await keyway.ended;
  });
  return keyway;
}

export const run = (args: readonly string[], input?: string): Promise<Outcome> => start(args, input).ended;

/** Puts a key file where a profile has it. @returns its path. */
export function aProfile(home: string, name: string, pem: string | Uint8Array): string {
  const folder = join(home, 'clients', name);
  for (const one of [join(home, 'clients'), folder]) mkdirSync(one, { recursive: true, mode: 0o700 });
  const path = join(folder, 'identity.pem');
  writeFileSync(path, pem, { mode: 0o600 });
  return path;
}
