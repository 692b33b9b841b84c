import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Where much is written and nothing depends on a disk: in memory, if there is such a place. */
export const quickFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** The files of a store at one moment; empty where there is none. */
export interface Files {
  readonly db: Buffer;
  readonly log: Buffer;
  readonly witness: Buffer;
}

const endings = { db: '', log: '-wal', witness: '-synced' } as const;
const names = ['db', 'log', 'witness'] as const;

export function readFiles(path: string): Files {
  const read = (end: string): Buffer => (existsSync(path + end) ? readFileSync(path + end) : Buffer.alloc(0));
  return { db: read(endings.db), log: read(endings.log), witness: read(endings.witness) };
}

export function writeFiles(path: string, files: Files): void {
  for (const name of names) {
    if (files[name].length > 0 || name === 'db') writeFileSync(path + endings[name], files[name], { mode: 0o600 });
    else rmSync(path + endings[name], { force: true });
  }
}
