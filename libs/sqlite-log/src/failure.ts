import { accessSync, constants } from 'node:fs';

/** What went wrong with the file, as far as the caller may act on it; crosses the thread as it is. */
export interface Failure {
  readonly reason: 'state_damaged' | 'state_locked' | 'store_failed';
  /** Names the file and what to do. */
  readonly detail: string;
}

// primary result codes, sqlite.org/rescode.html
const sqlError = 1;
const busy = 5;
const locked = 6;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const constraint = 19;
const notADatabase = 26;
/** A page lies behind the end of the file. */
const shortRead = 522;

const extendedCode = (thrown: unknown): number => Number((thrown as { errcode?: unknown } | null)?.errcode ?? 0);
const primaryCode = (thrown: unknown): number => extendedCode(thrown) & 0xff;

/** Disk full, over quota, or a disk that fails: what a later try may cure. */
export const isFull = (thrown: unknown): boolean =>
  !isCorrupt(thrown) && ([full, ioError].includes(primaryCode(thrown)) || codeOf(thrown) === 'ENOSPC');

/** The pages do not hold what SQLite wrote. A number beyond 2^53 is damage too: none was ever written. */
export const isCorrupt = (thrown: unknown): boolean =>
  [corrupt, notADatabase].includes(primaryCode(thrown)) || extendedCode(thrown) === shortRead || codeOf(thrown) === 'ERR_OUT_OF_RANGE';

export function failureOf(thrown: unknown, path: string): Failure {
  const code = primaryCode(thrown);
  if (code === busy || code === locked) {
    return { reason: 'state_locked', detail: `${path} is open in another process: stop that one, or use another folder` };
  }
  if (isCorrupt(thrown)) return damaged(path, 'is damaged or no database');
  const why = codeOf(thrown) ?? (thrown as Error)?.message ?? 'unknown';
  return { reason: 'store_failed', detail: `${path} cannot be used (${why}): check the folder, its permissions and its disk` };
}

export const damaged = (path: string, what: string): Failure => ({
  reason: 'state_damaged',
  detail: `${path} ${what}; nothing was changed: restore it from a copy, or move it away to start empty`,
});

/** The file does not hold together: nobody can say what is lost. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** While opening, statements that do not fit the schema and a writable file that says it is read-only are damage too. */
export function openingFailure(thrown: unknown, path: string): Failure {
  const code = primaryCode(thrown);
  const why = (thrown as Error | undefined)?.message ?? 'unknown';
  if (thrown instanceof DamagedFile || code === sqlError || code === constraint || (code === readOnly && isWritable(path)))
    return damaged(path, `is damaged (${why})`);
  return failureOf(thrown, path);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const codeOf = (thrown: unknown): string | undefined => {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code !== 'ERR_SQLITE_ERROR' ? code : undefined;
};
