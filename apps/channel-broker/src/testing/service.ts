import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

interface Line {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** A service as a process of its own, from its build, like a supervisor starts it. */
export class Service {
  readonly lines: Line[] = [];
  readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    createInterface({ input: child.stdout! }).on('line', (text) => this.lines.push(lineOf(text)));
    createInterface({ input: child.stderr! }).on('line', (text) => this.lines.push({ event: 'stderr', text }));
  }

  static start(name: 'auth' | 'channel-broker', env: Readonly<Record<string, string>>): Service {
    const main = fileURLToPath(new URL(`../../../${name}/dist/main.js`, import.meta.url));
    const common = { KEYWAY_HTTP_PORT: '0', KEYWAY_PARENT_WATCH: '1', PATH: '/usr/bin:/bin' };
    return new Service(spawn(process.execPath, [main], { env: { ...common, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Resolves when it is ready; rejects with its last words when it ends before. */
  async ready(): Promise<this> {
    const over = this.ended.then((code) => {
      throw new Error(`ended with ${String(code)}: ${JSON.stringify(this.lines.slice(-3))}`);
    });
    await Promise.race([new Promise((resolve) => this.child.once('message', resolve)), over]);
    return this;
  }

  /** The first line of its log with this event, waited for. */
  async line(event: string): Promise<Line> {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = this.lines.find((line) => line.event === event);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`no ${event} in ${JSON.stringify(this.lines)}`);
  }

  /** The value of a counter of /metrics, all its series added up. */
  async count(name: string, labels = ''): Promise<number> {
    const { http } = await this.line('listening');
    const text = await (await fetch(`${String(http)}/metrics`)).text();
    const series = text.split('\n').filter((line) => line.startsWith(`keyway_${name}{`) && line.includes(labels));
    return series.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return { event: 'text', text };
  }
}
