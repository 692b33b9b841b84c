import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { WireError } from '@keyway/wire';

const bin = fileURLToPath(new URL('../../bin/keyway.js', import.meta.url));

/** A line of `keyway listen --json`. */
export interface ReceiverEvent {
  readonly event: string;
  readonly id?: string;
  readonly redelivered?: boolean;
  readonly path?: string;
  readonly bytes?: number;
}

/** `keyway listen` as a process of its own. */
export class Receiver {
  readonly #child: ChildProcess;
  /** Resolves when it is gone and everything it said was heard. */
  readonly ended: Promise<void>;
  #said = '';
  #expected = false;

  constructor(args: readonly string[], env: NodeJS.ProcessEnv, heard: (event: ReceiverEvent) => void, failed: (error: WireError) => void) {
    // the IPC channel ends it should we be killed
    this.#child = spawn(process.execPath, [bin, 'listen', '--json', ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const lines = createInterface({ input: this.#child.stdout! });
    lines.on('line', (line) => heard(JSON.parse(line) as ReceiverEvent));
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.#said = (this.#said + text).slice(-2_000)));
    this.ended = Promise.all([once(this.#child, 'exit'), once(lines, 'close')]).then(([[code]]) => {
      if (!this.#expected) failed(new WireError('service_failed', `keyway listen ended with ${String(code)}: ${this.#said.trim()}`));
    });
  }

  async kill(): Promise<void> {
    this.#expected = true;
    this.#child.kill('SIGKILL');
    await this.ended;
  }
}
