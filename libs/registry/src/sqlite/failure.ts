import { isWireError, WireError } from '@keyway/wire';
import { failureOf, isFull, openingFailure } from '@keyway/sqlite-log';
import type { Failure } from '@keyway/sqlite-log';

/** What the engine threw, as an error that names the file and what to do. */
export function sqliteError(thrown: unknown, path: string): WireError {
  if (isWireError(thrown) || !isOfFile(thrown)) return WireError.from(thrown);
  if (isFull(thrown)) return new WireError('store_full', `${path} cannot grow: make room on its disk`, { cause: thrown });
  return errorOf(failureOf(thrown, path), thrown);
}

export function openingError(thrown: unknown, path: string): WireError {
  if (isWireError(thrown) || !isOfFile(thrown)) return WireError.from(thrown);
  return isFull(thrown) ? sqliteError(thrown, path) : errorOf(openingFailure(thrown, path), thrown);
}

export const errorOf = ({ reason, detail }: Failure, cause?: unknown): WireError => new WireError(reason, detail, { cause });

/** Of the engine or the file system; anything else is a fault of ours. */
function isOfFile(thrown: unknown): boolean {
  const { errcode, code } = (thrown ?? {}) as { readonly errcode?: unknown; readonly code?: unknown };
  return errcode !== undefined || code !== undefined;
}
