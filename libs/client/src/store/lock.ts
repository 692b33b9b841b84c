import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { WireError } from '@keyway/wire';

/** A folder in the hands of one process. */
export interface FolderLock {
  /** Still ours: two that take over the same dead process's lock at once find out here. */
  isOurs(): boolean;
  release(): void;
}

/**
 * Takes the lock file `path`, also after a process that ended without giving it back. A pid alone would lie after it was used
 * again, so the file names when its process started as well.
 * Throws WireError `state_locked` with the holder's pid.
 */
export function lockFolder(folder: string, path: string): FolderLock {
  const token = randomBytes(8).toString('hex');
  const text = JSON.stringify({ pid: process.pid, started: startOf(process.pid), token });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (create(path, text, token)) {
      return {
        isOurs: () => read(path) === text,
        release: () => {
          if (read(path) === text) rmSync(path, { force: true });
        },
      };
    }
    const found = read(path);
    if (found === undefined) continue; // given back in between
    const holder = parse(found);
    if (holder && isRunning(holder)) {
      throw new WireError('state_locked', `process ${holder.pid} uses ${folder}: stop it, or give this client a folder of its own`);
    }
    discard(path, found, token);
  }
  throw new WireError('state_locked', `several processes want ${folder} at once`);
}

/** Appears whole or not at all: nobody can read an empty lock of somebody who is about to fill it. */
function create(path: string, text: string, token: string): boolean {
  const own = `${path}.${token}`;
  writeFileSync(own, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(own, path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moved aside before it goes, so that of two who saw the same dead lock one cannot remove the other's new one. */
function discard(path: string, dead: string, token: string): void {
  const aside = `${path}.${token}.dead`;
  try {
    renameSync(path, aside);
    if (read(aside) !== dead) linkSync(aside, path); // somebody else's new one: back with it
  } catch {
    // somebody was faster: the next attempt sees
  } finally {
    rmSync(aside, { force: true });
  }
}

interface Holder {
  readonly pid: number;
  readonly started: string;
}

const isRunning = ({ pid, started }: Holder): boolean => exists(pid) && startOf(pid) === started;

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux: boot id and start ticks, proc(5) field 22, counted behind the name, which may hold anything. Elsewhere: nothing. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isDead = fields[0] === 'Z' || fields[0] === 'X'; // waits to be collected by its parent
    return isDead ? 'dead' : `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
  } catch {
    return '';
  }
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    return Number.isSafeInteger(pid) && pid! > 0 && typeof started === 'string' ? { pid: pid!, started } : undefined;
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
