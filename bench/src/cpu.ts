import { readdirSync, readFileSync } from 'node:fs';

/** CPU time a process has had on all its threads, in microseconds (/proc/PID/task/TID/schedstat): steadier on a shared machine than a rate. */
export function cpuMicros(pid: number): number {
  let nanos = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanos += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'latin1').split(' ', 1)[0]);
    } catch {
      // a thread that ended between the two calls
    }
  }
  return nanos / 1_000;
}
