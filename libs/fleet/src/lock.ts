import { WireError } from '@keyway/wire';
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createPrivateFile } from './private-files.js';
import { isRunning, markOf, toMark, type ProcessMark } from './process-mark.js';

/** Held by the process that supervises the fleet of a home. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock file, also from a process that no longer runs.
 * @param what - the folder it stands for, as the error names it.
 * Throws WireError `state_locked` with the pid of the holder.
 */
export function takeLock(path: string, what: string): Lock {
  const text = `${JSON.stringify(markOf(process.pid))}\n`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createPrivateFile(path, text)) return { release: () => releaseIf(path, text) };
    const found = read(path);
    const holder = found === undefined ? undefined : holderOf(found);
    if (holder && isRunning(holder)) throw lockedBy(holder, what);
    if (found !== undefined) discard(path, found);
  }
  throw new WireError('state_locked', `${what}: several processes start here at once`);
}

/** Who holds the lock; undefined when nobody who runs does. */
export function lockHolder(path: string): ProcessMark | undefined {
  const holder = holderOf(read(path) ?? '');
  return holder && isRunning(holder) ? holder : undefined;
}

const lockedBy = (holder: ProcessMark, what: string): WireError =>
  new WireError(
    'state_locked',
    `process ${holder.pid} runs the fleet in ${what}. Use that one, stop it (kill ${holder.pid}), or pass another --home`,
  );

/** Moved aside before it goes, so that of two who find the same stale lock one cannot remove the other's new one. */
function discard(path: string, stale: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else was faster
  }
  try {
    if (read(aside) !== stale) linkSync(aside, path);
  } catch {
    // a third one took it in between: the next attempt sees
  } finally {
    rmSync(aside, { force: true });
  }
}

function releaseIf(path: string, text: string): void {
  if (read(path) === text) rmSync(path, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function holderOf(text: string): ProcessMark | undefined {
  try {
    return toMark(JSON.parse(text));
  } catch {
    return undefined; // cut off by a crash
  }
}
