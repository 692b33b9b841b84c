import { accessSync, constants } from 'node:fs';
import { isWireError, WireError } from '@keyway/wire';

// primary result codes, sqlite.org/rescode.html
const reasons: Readonly<Record<number, keyof typeof advice>> = {
  5: 'state_locked', // SQLITE_BUSY
  6: 'state_locked', // SQLITE_LOCKED
  10: 'store_full', // SQLITE_IOERR: a disk that fails is as good as full
  11: 'state_damaged', // SQLITE_CORRUPT
  13: 'store_full', // SQLITE_FULL
  26: 'state_damaged', // SQLITE_NOTADB
};

const advice = {
  state_locked: 'is open in another process: stop that one, or use another folder',
  state_damaged: 'is damaged or no database; nothing was changed: restore it from a copy, or move it away to start empty',
  store_full: 'cannot grow: make room on its disk',
  store_failed: 'cannot be used: check the folder, its permissions and its disk',
} as const;

/** What the engine threw, as an error that names the file and what to do. */
export function sqliteError(thrown: unknown, path: string): WireError {
  if (isWireError(thrown)) return thrown;
  const { errcode, code, message } = (thrown ?? {}) as { errcode?: number; code?: string; message?: string };
  if (errcode === undefined && code === undefined) return WireError.from(thrown); // not of the engine or the file system: a fault of ours
  const reason = reasonOf(errcode ?? 0, code);
  const why = reason === 'store_failed' ? ` (${message ?? 'unknown'})` : '';
  return new WireError(reason, `${path} ${advice[reason]}${why}`, { cause: thrown });
}

const damage: ReadonlySet<number> = new Set([1, 19]); // SQLITE_ERROR, SQLITE_CONSTRAINT
const readOnly = 8; // SQLITE_READONLY

/** While opening, statements that do not fit the file and a writable file that says it is read-only are damage too. */
export function openingError(thrown: unknown, path: string): WireError {
  const primary = ((thrown as { errcode?: number } | null)?.errcode ?? 0) & 0xff;
  if (!damage.has(primary) && !(primary === readOnly && isWritable(path))) return sqliteError(thrown, path);
  return new WireError('state_damaged', `${path} ${advice.state_damaged}`, { cause: thrown });
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(errcode: number, code: string | undefined): keyof typeof advice {
  if (code === 'ERR_OUT_OF_RANGE') return 'state_damaged'; // no number beyond 2^53 was ever written
  return reasons[errcode & 0xff] ?? 'store_failed';
}
