import { isRunning, markOf, toMark, type ProcessMark } from './process-mark.js';
import { readPrivateFile, replacePrivateFile } from './private-files.js';
import { serviceNames, type ServiceName } from './service-name.js';

const PATIENCE_MS = 6_000;
const POLL_MS = 20;

/** The processes that run now, for a supervisor after us: we may be killed. */
export function writeServiceMarks(path: string, pids: Partial<Record<ServiceName, number>>): void {
  const marks = Object.entries(pids).map(([service, pid]) => [service, markOf(pid)]);
  replacePrivateFile(path, `${JSON.stringify(Object.fromEntries(marks))}\n`);
}

/**
 * Waits for services whose supervisor was killed. They end by themselves; one that hangs is killed after six seconds. Nothing is
 * touched unless pid and start time are the recorded ones.
 */
export async function waitForLeftovers(path: string, found: (service: ServiceName, pid: number) => void): Promise<void> {
  const left = readMarks(path).filter(({ mark }) => isRunning(mark));
  for (const { service, mark } of left) found(service, mark.pid);
  const until = performance.now() + PATIENCE_MS;
  for (let killed = false; left.some(({ mark }) => isRunning(mark)); await new Promise((resolve) => setTimeout(resolve, POLL_MS))) {
    if (killed || performance.now() < until) continue;
    killed = true;
    for (const { mark } of left) if (isRunning(mark)) process.kill(mark.pid, 'SIGKILL');
  }
}

function readMarks(path: string): readonly { readonly service: ServiceName; readonly mark: ProcessMark }[] {
  const bytes = readPrivateFile(path);
  if (!bytes) return [];
  try {
    const marks = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    return serviceNames.flatMap((service) => {
      const mark = toMark(marks[service]);
      return mark ? [{ service, mark }] : [];
    });
  } catch {
    return []; // a note, no state: what it said is lost, and the ports will tell
  }
}
