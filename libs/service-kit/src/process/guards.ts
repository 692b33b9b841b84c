import { readFileSync } from 'node:fs';

const MAJOR = 24;

/** Throws a sentence that says what to do when this Node is too old. Newer ones are welcome. */
export function requireNode(version = process.versions.node): void {
  if (Number(version.split('.', 1)[0]) >= MAJOR) return;
  throw new Error(`Keyway needs Node ${MAJOR} or newer and this is ${version}: start it with an npm script, which brings its own`);
}

/**
 * Files and sockets that this process makes are its own. Core dumps would hold keys: Node cannot switch them off, so they are
 * reported (`ulimit -c 0`, `LimitCORE=0`, docker `--ulimit core=0`).
 * @returns true when the system would write one.
 */
export function hardenProcess(): boolean {
  process.umask(0o077);
  try {
    const limits = readFileSync('/proc/self/limits', 'latin1');
    return !/^Max core file size\s+0\s/m.test(limits);
  } catch {
    return false; // no such file outside Linux
  }
}
