/** Map keys of binary ids. */
export const keyOf = (id: Uint8Array): string => Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('latin1');

/** Rows of one statement. */
export const pieceRows = 500;

/** Statements take a bounded number of parameters (SQLite 32,766, PostgreSQL 65,535). */
export function* pieces<T>(all: readonly T[], size: number): IterableIterator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
