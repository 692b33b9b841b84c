import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PrivateIdentity } from '@keyway/crypto';
import { atEnd, environment, freshFolder } from './places.js';

/** One line that a program of `programs/` says. */
export interface Said {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** A program of `programs/` as a process; what it says is kept. */
export class Child {
  readonly said: Said[] = [];
  readonly ended: Promise<unknown>;
  #complaint = '';
  #heard: (() => void)[] = [];

  private constructor(readonly process: ChildProcess) {
    const lines = createInterface({ input: process.stdout! });
    lines.on('line', (line) => {
      this.said.push(JSON.parse(line) as Said);
      this.#tell();
    });
    process.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#complaint += text));
    this.ended = Promise.all([once(process, 'exit'), once(lines, 'close')]).then(() => this.#tell());
  }

  /** Types are stripped by Node itself: a program imports packages only. */
  static start(program: string, job: object): Child {
    const file = fileURLToPath(new URL(`../programs/${program}.ts`, import.meta.url));
    const child = new Child(spawn(process.execPath, [file, JSON.stringify(job)], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] }));
    atEnd(() => child.kill());
    return child;
  }

  get pid(): number {
    return this.process.pid!;
  }
  get isOver(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  heard(event: string): readonly Said[] {
    return this.said.filter((one) => one.event === event);
  }

  /** Resolves with the `count`th event of a kind; rejects when the process ends before. */
  async hears(event: string, count = 1): Promise<Said> {
    for (;;) {
      const found = this.heard(event)[count - 1];
      if (found) return found;
      if (this.isOver) throw new Error(`the program ended before it said ${event}: ${this.#complaint}`);
      await new Promise<void>((resolve) => this.#heard.push(resolve));
    }
  }

  /** SIGKILL, and everything it said before is heard. Harmless when repeated. */
  async kill(): Promise<void> {
    this.process.kill('SIGCONT');
    this.process.kill('SIGKILL');
    await this.ended;
  }

  #tell(): void {
    for (const resolve of this.#heard.splice(0)) resolve();
  }
}

/** A key as a file, for a program that is started with it. */
export function keyFile(identity: PrivateIdentity): string {
  const path = join(freshFolder(), 'identity.pem');
  writeFileSync(path, identity.toPem(), { mode: 0o600 });
  return path;
}
