import { WireError } from '@keyway/wire';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 1_048_576; // far above any file kept here; keeps a wrong path from filling the memory
const OTHERS = 0o077;

/** Makes a folder (and its parents) of mode 0700 when it is missing. Throws WireError `key_exposed` when others can enter it. */
export function ensurePrivateFolder(path: string): void {
  makeFolder(path);
  checkPrivateFolder(path);
}

/** The folder everything of ours lies in: made when it is missing; nobody else may change what is in it. */
export function ensureHome(path: string): void {
  makeFolder(path);
  checkUnwritable(path);
}

/** Throws WireError `key_exposed` unless the folder is ours and closed to others. @param found - what was found there, if it was looked at. */
export function checkPrivateFolder(path: string, { mode, uid }: Pick<Stats, 'mode' | 'uid'> = statSync(path)): void {
  if (!isOurs(uid)) throw new WireError('key_exposed', `${path} belongs to another user`);
  if ((mode & OTHERS) !== 0)
    throw new WireError('key_exposed', `others can enter ${path} (mode ${shown(mode)}). Type: chmod 700 ${quoted(path)}`);
}

/** It may be read by others, but nobody else can swap what we keep there. */
function checkUnwritable(path: string): void {
  const { mode, uid } = statSync(path);
  const sticky = (mode & 0o1000) !== 0;
  if (!isOurs(uid) && uid !== 0 && !sticky) throw new WireError('key_exposed', `${path} belongs to another user`);
  if ((mode & 0o022) !== 0 && !sticky) {
    throw new WireError('key_exposed', `others can change ${path} (mode ${shown(mode)}). Type: chmod 700 ${quoted(path)}`);
  }
}

/**
 * Reads a file that only its owner may read. It is opened first and judged by its descriptor: what is checked is what is read.
 * @returns undefined when there is none. Throws WireError `key_exposed` or `file_unreadable`.
 */
export function readPrivateFile(path: string): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const { mode, uid, size } = fstatSync(descriptor);
    if ((mode & 0o170_000) !== 0o100_000) throw new WireError('file_unreadable', `${path} is not a file`);
    if (!isOurs(uid) && uid !== 0) throw new WireError('key_exposed', `${path} belongs to another user`);
    if ((mode & OTHERS) !== 0) throw new WireError('key_exposed', `${path} has mode ${shown(mode)}. Type: chmod 600 ${quoted(path)}`);
    if (size > MAX_BYTES) throw new WireError('state_damaged', `${path} is larger than anything that is kept there`);
    return readFileSync(descriptor);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw 'reason' in (thrown as object) ? thrown : unusable(path, thrown);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Writes a file of mode 0600, whole or not at all, and replaces an older one. */
export function replacePrivateFile(path: string, data: Uint8Array | string): void {
  put(path, data, renameSync);
}

/** Writes a file of mode 0600, whole or not at all. @returns false, and changes nothing, when there is one already. */
export function createPrivateFile(path: string, data: Uint8Array | string): boolean {
  try {
    put(path, data, linkSync);
    return true;
  } catch (thrown) {
    if (((thrown as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'EEXIST') return false;
    throw thrown;
  }
}

/** A path as a shell takes it. */
export const quoted = (path: string): string => (/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`);

/** Step by step: mkdir's own `recursive` never ends below a folder in which nothing can be made, such as /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    if (code !== 'ENOENT' || existsSync(dirname(path))) throw unusable(path, thrown);
    makeFolder(dirname(path));
    makeFolder(path);
  }
}

function put(path: string, data: Uint8Array | string, settle: (from: string, to: string) => void): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    rmSync(draft, { force: true });
    const descriptor = openSync(draft, 'wx', 0o600);
    try {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    settle(draft, path);
    syncFolder(dirname(path));
  } catch (cause) {
    throw unusable(path, cause);
  } finally {
    rmSync(draft, { force: true });
  }
}

function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const isOurs = (uid: number): boolean => process.getuid === undefined || uid === process.getuid();
const shown = (mode: number): string => (mode & 0o777).toString(8).padStart(4, '0');

function unusable(path: string, cause: unknown): WireError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'error';
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return full ? new WireError('store_full', path, { cause }) : new WireError('file_unreadable', `${path} (${code})`, { cause });
}
