import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';

const ROTATE_BYTES = 8_388_608;
const KEPT = 2;
const TAIL_BYTES = 8_192;
const TAIL_LINES = 8;
const LINE_CHARACTERS = 400;

/**
 * Opens the log of a service for appending, mode 0600. A file over 8 MiB becomes `<path>.1` first, the one before `<path>.2`.
 * @returns the descriptor, which the caller closes, and the size at which this run begins.
 */
export function openLog(path: string, rotateBytes = ROTATE_BYTES): { readonly descriptor: number; readonly from: number } {
  if (existsSync(path) && statSync(path).size > rotateBytes) rotate(path);
  const descriptor = openSync(path, 'a', 0o600);
  return { descriptor, from: fstatSync(descriptor).size };
}

/** The last lines that were written after `from`, for people who ask why a service ended. */
export function logTail(path: string, from: number): readonly string[] {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    const start = Math.max(from, size - TAIL_BYTES);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    readSync(descriptor, bytes, 0, bytes.length, start);
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.slice(-TAIL_LINES).map((line) => line.slice(0, LINE_CHARACTERS));
  } catch {
    return [];
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function rotate(path: string): void {
  rmSync(`${path}.${KEPT}`, { force: true });
  for (let number = KEPT - 1; number >= 1; number -= 1) {
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
  renameSync(path, `${path}.1`);
}
