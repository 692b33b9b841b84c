import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { mendLog } from './log.js';
import { logOf } from './witness.js';
import type { Reached } from './witness.js';

/**
 * Opens a database whose log is mended first, where the witness says that it is damaged.
 * @param connect - locks the file and writes nothing; may be called twice, the first connection is closed by then.
 */
export function openMended(path: string, reached: Reached | undefined, connect: () => DatabaseSync): DatabaseSync {
  const db = connect();
  try {
    if (!prepareMending(path, reached)) return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
  db.close(); // takes the damaged log away
  finishMending(path);
  return connect();
}

const mendedOf = (path: string): string => `${logOf(path)}-mended`;

/**
 * To be called while the database is locked and nothing was written to it. Puts a mended log beside a damaged one; where it could
 * not be mended altogether a copy of the damaged one stays for good.
 * @returns true when there is one: close the database, call `finishMending` and open it again. A crash in between does no harm.
 */
export function prepareMending(path: string, reached: Reached | undefined): boolean {
  if (existsSync(mendedOf(path))) return true;
  if (!reached || !existsSync(logOf(path))) return false;
  const mended = mendLog(readFileSync(logOf(path)), reached);
  if (!mended) return false;
  if (mended.spoilt > 0) copyFileSync(logOf(path), `${logOf(path)}.damaged-${Date.now()}`);
  const unfinished = `${mendedOf(path)}.new`;
  writeFileSync(unfinished, mended.bytes, { mode: 0o600 });
  const fd = openSync(unfinished, 'r');
  fsyncSync(fd);
  closeSync(fd);
  renameSync(unfinished, mendedOf(path));
  return true;
}

const finishMending = (path: string): void => renameSync(mendedOf(path), logOf(path));
