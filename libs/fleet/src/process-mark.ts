import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One process, told apart from a later one with the same pid by when it started. */
export interface ProcessMark {
  readonly pid: number;
  readonly started: string;
}

/** @returns undefined when no such process runs; one that ended and waits to be collected does not run. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !exists(pid)) return undefined;
  const started = process.platform === 'linux' ? startedByProc(pid) : startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

export const isRunning = (mark: ProcessMark): boolean => markOf(mark.pid)?.started === mark.started;

/** Reads what was written as JSON; undefined for anything else. */
export function toMark(value: unknown): ProcessMark | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, started } = value as Record<string, unknown>;
  return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** proc(5): the name in brackets may hold anything, so fields count from the last bracket; 3 is the state, 22 the start in ticks. */
function startedByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${bootId()}/${fields[19]}`; // ticks count from boot: another boot, another count
  } catch {
    return undefined;
  }
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();

function startedByPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
