import { WireError } from '@keyway/wire';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { FleetEvent } from './events.js';
import { askReady } from './health.js';
import { logTail, openLog } from './log-file.js';
import { Restarts } from './restarts.js';
import type { ServiceName } from './service-name.js';

export interface ServiceSpec {
  readonly name: ServiceName;
  /** The script that Node runs. */
  readonly main: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** `http://host:port` of /ready. */
  readonly health: string;
  /** Asked when a run ended before it was ready: rejects when something outside stands in its way, such as a port in use. */
  blocked(): Promise<void>;
}

interface Run {
  readonly child: ChildProcess;
  readonly startedAt: number;
  readonly logFrom: number;
  readonly ended: Promise<void>;
  ready: boolean;
  /** It was told to end: what it still answers counts no more. */
  doomed: boolean;
}

const POLL_MS = 50;
const KILL_AFTER_MS = 6_000;
/** What a service exits with when its configuration is not valid (sysexits.h): another try cannot help. */
const EX_CONFIG = 78;
const fatal: ReadonlySet<NodeJS.Signals> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT']);

/** One service: started, watched, and started again for as long as it is wanted. */
export class ServiceProcess {
  readonly #restarts = new Restarts();
  #run: Run | undefined;
  #error: WireError | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wanted = true;
  #wasReady = false;

  constructor(
    readonly spec: ServiceSpec,
    private readonly emit: (event: FleetEvent) => void,
  ) {}

  get pid(): number | undefined {
    return this.#run?.child.pid;
  }

  start(): void {
    if (!this.#wanted) return;
    this.#timer = undefined;
    const { descriptor, from } = openLog(this.spec.logFile);
    try {
      this.#follow(launch(this.spec, descriptor), from);
    } finally {
      closeSync(descriptor);
    }
  }

  kill(signal: NodeJS.Signals): void {
    if (!this.#run) return;
    if (fatal.has(signal)) this.#run.doomed = true;
    this.#run.child.kill(signal);
  }

  /** Resolves when /ready of a run that was not told to end answers 200. Throws `service_failed`, `port_taken`, `timed_out` or `aborted`. */
  async waitReady(untilMs: number, signal?: AbortSignal): Promise<void> {
    let last = 'it does not answer';
    for (;;) {
      if (this.#error) throw this.#error;
      if (signal?.aborted) throw new WireError('aborted');
      if (!this.#wanted) throw new WireError('aborted', `${this.spec.name} was stopped`);
      const run = this.#run;
      const answer = run && !run.doomed ? await askReady(this.spec.health) : undefined;
      if (answer?.ready && run === this.#run && run?.ready && !run.doomed) return;
      if (answer) last = answer.detail;
      if (performance.now() > untilMs)
        throw new WireError('timed_out', `${this.spec.name} is not ready: ${last}. Its log: ${this.spec.logFile}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** SIGTERM, and SIGKILL after six seconds; with `atOnce` SIGKILL now. Resolves when the process is gone; it is not started again. */
  async stop(atOnce = false): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    const run = this.#run;
    if (!run) return;
    this.kill(atOnce ? 'SIGKILL' : 'SIGTERM');
    const killer = setTimeout(() => run.child.kill('SIGKILL'), KILL_AFTER_MS);
    await run.ended;
    clearTimeout(killer);
  }

  #follow(child: ChildProcess, logFrom: number): void {
    const startedAt = performance.now();
    let settle: () => void;
    const ended = new Promise<void>((resolve) => (settle = resolve));
    const run: Run = { child, startedAt, logFrom, ended, ready: false, doomed: false };
    const over = (code: number | null, signal: NodeJS.Signals | null, cause?: unknown): void => {
      if (this.#run !== run) return;
      this.#run = undefined;
      settle();
      this.emit({ kind: 'exited', service: this.spec.name, code, signal });
      if (this.#wanted) void this.#again(run, code, cause);
    };
    this.#run = run;
    child.once('exit', (code, signal) => over(code, signal));
    child.once('error', (cause) => child.pid === undefined && over(null, null, cause)); // it could not be started at all
    if (child.pid === undefined) return;
    this.emit({ kind: 'started', service: this.spec.name, pid: child.pid });
    void this.#watchReady(run);
  }

  async #watchReady(run: Run): Promise<void> {
    while (this.#run === run) {
      const answer = await askReady(this.spec.health);
      if (this.#run !== run || run.doomed) return;
      if (answer?.ready) {
        run.ready = true;
        this.#wasReady = true;
        this.#error = undefined;
        this.emit({ kind: 'ready', service: this.spec.name, afterMs: Math.round(performance.now() - run.startedAt) });
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async #again(run: Run, code: number | null, cause: unknown): Promise<void> {
    const { inMs, failed } = this.#restarts.ended({ upMs: performance.now() - run.startedAt, wasReady: run.ready });
    const hopeless = !this.#wasReady && (code === EX_CONFIG || cause !== undefined);
    this.#timer = setTimeout(() => this.start(), inMs);
    const error = run.ready ? undefined : await this.#blockedBy();
    if (!this.#wanted) return;
    if (error || failed || hopeless) this.#fail(error ?? this.#failure(run, code, cause));
    this.emit({ kind: 'restarting', service: this.spec.name, inMs });
  }

  /** Said once for a row of failures. */
  #fail(error: WireError): void {
    const said = this.#error?.reason === error.reason;
    this.#error = error;
    if (said) return;
    this.emit({ kind: 'failed', service: this.spec.name, error });
  }

  async #blockedBy(): Promise<WireError | undefined> {
    try {
      await this.spec.blocked();
      return undefined;
    } catch (thrown) {
      return WireError.from(thrown);
    }
  }

  #failure(run: Run, code: number | null, cause: unknown): WireError {
    const { name, logFile } = this.spec;
    const lines = logTail(logFile, run.logFrom);
    const said = lines.length > 0 ? `. Its last words in ${logFile}:\n  ${lines.join('\n  ')}` : `. Its log: ${logFile}`;
    return new WireError('service_failed', `${name} ended with ${code ?? 'a signal'}${said}`, { cause });
  }
}

/**
 * In a session of its own, so that Ctrl-C in a terminal reaches the supervisor alone, which then stops its services in order. The
 * IPC channel tells a service that its supervisor is gone. Without core dumps: they would hold keys.
 */
function launch({ main, env }: ServiceSpec, log: number): ChildProcess {
  const options = { env, detached: true, stdio: ['ignore', log, log, 'ipc'] as ['ignore', number, number, 'ipc'] };
  const args = [...nodeFlags, main];
  if (process.platform === 'win32') return spawn(process.execPath, args, options);
  return spawn('/bin/sh', ['-c', 'ulimit -c 0 2>/dev/null; exec "$0" "$@"', process.execPath, ...args], options);
}

/**
 * Services move bytes in buffers outside V8's heap, which by default run a full collection every 64 MiB: at 16 KiB a message that took
 * two thirds of the router's CPU (docs/adr/0011). Counted against the whole heap's limit instead, they hardly run any.
 */
const nodeFlags: readonly string[] = ['--external-memory-accounted-in-global-limit', '--initial-old-space-size=128'];
