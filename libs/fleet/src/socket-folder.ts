import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { WireError } from '@keyway/wire';
import { checkPrivateFolder } from './private-files.js';

/** A socket path holds 108 bytes with its end on Linux, 104 elsewhere; the longest name in the folder is `auth.sock`. */
const LONGEST_PATH = 100;
const longestName = 'auth.sock';

/**
 * Where the sockets between the services lie: in the home while their paths are short enough, else in a folder of our own in the
 * system's place for temporary files, named by a hash of the home. Somebody else may have made that one first: it is checked.
 */
export function socketFolder(run: string, temporary: string): string {
  if (fits(run)) return run;
  const short = shortFolder(run, temporary);
  if (short === undefined) throw new WireError('config_invalid', `${run} is too long for sockets, and so is ${temporary}`);
  try {
    mkdirSync(short, { mode: 0o700 });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw new WireError('file_unreadable', short, { cause: thrown });
  }
  const found = lstatSync(short); // looked at once: a second look could be at something else
  if (!found.isDirectory()) throw new WireError('key_exposed', `${short} is no folder of ours. Remove it`);
  checkPrivateFolder(short, found);
  return short;
}

/** Takes the folder outside the home away again; nothing happens when there is none. */
export function removeSocketFolder(run: string, temporary: string): void {
  const short = fits(run) ? undefined : shortFolder(run, temporary);
  if (short === undefined) return;
  try {
    rmSync(join(short, longestName), { force: true });
    rmdirSync(short);
  } catch {
    // never made, or not ours: the next start says so
  }
}

const shortFolder = (run: string, temporary: string): string | undefined =>
  [temporary, '/tmp'].map((place) => join(place, name(run))).find(fits);
const fits = (folder: string): boolean => Buffer.byteLength(join(folder, longestName)) <= LONGEST_PATH;
const name = (run: string): string => `keyway-${createHash('sha256').update(run).digest('hex').slice(0, 16)}`;
