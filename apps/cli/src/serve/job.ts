import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { oneLine } from '../printable.js';

export interface Job {
  /** A file, and words for it as they are: no shell looks at them. */
  readonly command: string;
  readonly args: readonly string[];
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly input: Uint8Array;
  /** Bytes of output; with one more it is killed. */
  readonly maxOutput: number;
  /** How long it may run at most. */
  readonly mostMs: number | undefined;
  /** Ends it: SIGTERM, and SIGKILL when that did not help. */
  readonly signal: AbortSignal;
  /** Ends it now. */
  readonly urgent: AbortSignal;
}

export type JobEnd =
  | { readonly kind: 'answered'; readonly output: Uint8Array }
  /** `why` is for our own eyes: it holds the last line of what the command complained of. */
  | { readonly kind: 'failed'; readonly why: string };

/** From SIGTERM to SIGKILL. */
const graceMs = 1_000;
/** Whoever left the group and still holds the output is not waited for any longer. */
const lingerMs = 1_000;
const tailBytes = 4_096;
const mostShown = 300;

/**
 * Runs a command in a process group of its own: input on its standard input, what it prints is the answer. The group ends with the command: what it
 * left behind is killed. Never rejects.
 */
export function runJob(job: Job): Promise<JobEnd> {
  return new Promise((resolve) => {
    try {
      watch(job, start(job), resolve);
    } catch (thrown) {
      resolve({ kind: 'failed', why: `it cannot be started: ${codeOf(thrown)}` });
    }
  });
}

const start = ({ command, args, env }: Job): ChildProcessWithoutNullStreams => spawn(command, args, { env, detached: true, stdio: 'pipe' });

function watch(job: Job, child: ChildProcessWithoutNullStreams, settle: (end: JobEnd) => void): void {
  const output: Buffer[] = [];
  let size = 0;
  let tail: Buffer = Buffer.alloc(0);
  let why: string | undefined;
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, run: () => void): void => void timers.push(setTimeout(run, ms));

  const end = (reason: string, signal: NodeJS.Signals): void => {
    why ??= reason;
    strike(child, signal);
    if (signal === 'SIGTERM') later(graceMs, () => strike(child, 'SIGKILL'));
  };
  const onSignal = (): void => end('nobody waits for it any more', 'SIGTERM');
  const onUrgent = (): void => end('ended at once', 'SIGKILL');
  const finish = (): void => {
    for (const timer of timers) clearTimeout(timer);
    job.signal.removeEventListener('abort', onSignal);
    job.urgent.removeEventListener('abort', onUrgent);
    settle(why === undefined ? { kind: 'answered', output: Buffer.concat(output) } : { kind: 'failed', why: withTail(why, tail) });
  };

  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= job.maxOutput) output.push(chunk);
    else end(`it printed more than ${job.maxOutput} bytes`, 'SIGKILL');
  });
  child.stderr.on('data', (chunk: Buffer) => (tail = Buffer.concat([tail, chunk]).subarray(-tailBytes)));
  child.stdin.on('error', () => undefined); // it need not read what it was asked
  child.once('error', (thrown) => {
    why ??= `it cannot be started: ${codeOf(thrown)}`;
    if (child.pid === undefined) finish();
  });
  child.once('exit', (code, signal) => {
    if (code !== 0) why ??= signal === null ? `it ended with ${code}` : `it was ended by ${signal}`;
    strike(child, 'SIGKILL'); // the rest of its group
    later(lingerMs, () => {
      child.stdout.destroy();
      child.stderr.destroy();
    });
  });
  child.once('close', finish);
  if (job.mostMs !== undefined) later(job.mostMs, () => end(`it took more than ${job.mostMs} ms`, 'SIGTERM'));
  job.signal.addEventListener('abort', onSignal);
  job.urgent.addEventListener('abort', onUrgent);
  if (job.urgent.aborted) onUrgent();
  else if (job.signal.aborted) onSignal();
  child.stdin.end(job.input);
}

/** Signals the whole group, as far as there is one. */
function strike({ pid }: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // nobody is left in it
  }
}

function withTail(why: string, tail: Buffer): string {
  const line = tail.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  return line === '' ? why : `${why}: ${oneLine(line).slice(0, mostShown)}`;
}

const codeOf = (thrown: unknown): string => String((thrown as NodeJS.ErrnoException).code ?? 'error');
