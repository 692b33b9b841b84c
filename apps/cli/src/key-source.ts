import {
  importPrivateKey,
  inspectKey,
  isKeyError,
  wipe,
  type KeySummary,
  type PrivateIdentity,
  type PublicIdentity,
  type Secret,
} from '@keyway/crypto';
import { quoted, readPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Context } from './context.js';
import { askPassphrase, readPassphraseFile } from './passphrase.js';
import { clientIdOf, identityFile, profileName } from './profile.js';

const MAX_BYTES = 65_536; // what libs/crypto takes for a key file
const REGULAR = 0o100_000;
const KIND = 0o170_000;

/** A key file, or the identity of a profile, as it lies there. */
export interface KeySource {
  /** For people: the path of the file. */
  readonly name: string;
  /** Secret where the key is: `close` wipes them. */
  readonly bytes: Uint8Array;
  readonly summary: KeySummary;
  close(): void;
}

/**
 * Opens `@profile` or a file of any format; a pipe will do, such as `<(pass show key)`.
 * Throws WireError: `key_exposed` for a private key that others can read, `key_missing`, `file_unreadable`, or what `inspectKey` says.
 */
export async function openKeySource({ home }: Context, from: string): Promise<KeySource> {
  const { path, bytes, exposed } = from.startsWith('@') ? readProfile(home, profileName(from.slice(1))) : readAnyFile(from);
  const close = (): void => wipe(bytes);
  try {
    const summary = await named(path, () => inspectKey(bytes));
    if (exposed && summary.half === 'private') throw exposed;
    return { name: path, bytes, summary, close };
  } catch (thrown) {
    close();
    throw thrown;
  }
}

/** The private key, and the passphrase that opened it: `--passphrase-file`, or asked for at a terminal. The caller wipes it. */
export async function unlock(
  { passphraseFile, terminal }: Context,
  { name, bytes, summary }: KeySource,
): Promise<{ readonly identity: PrivateIdentity; readonly passphrase: Secret | undefined }> {
  if (!summary.encrypted) return { identity: await named(name, () => importPrivateKey(bytes)), passphrase: undefined };
  const passphrase =
    passphraseFile === undefined ? await askPassphrase(terminal, `Passphrase of ${name}: `) : readPassphraseFile(passphraseFile);
  try {
    return { identity: await named(name, () => importPrivateKey(bytes, { passphrase })), passphrase };
  } catch (thrown) {
    passphrase.wipe();
    throw thrown;
  }
}

/** The public half; asks for a passphrase only where the file hides it. */
export async function publicHalf(context: Context, source: KeySource): Promise<PublicIdentity> {
  if (source.summary.public) return source.summary.public;
  const { identity, passphrase } = await unlock(context, source);
  passphrase?.wipe();
  return identity.public;
}

interface Found {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly exposed?: WireError | undefined;
}

function readProfile(home: string, profile: string): Found {
  const path = identityFile(home, profile);
  const bytes = readPrivateFile(path);
  if (bytes) return { path, bytes };
  clientIdOf(home, profile); // throws, and names the profiles there are
  throw new WireError('key_missing', path);
}

/** Opened first and judged by its descriptor: what is checked is what is read. */
function readAnyFile(path: string): Found {
  const buffer = Buffer.alloc(MAX_BYTES + 1);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const { mode, uid } = fstatSync(descriptor);
    let size = 0;
    for (let read = -1; read !== 0 && size < buffer.length; size += read)
      read = readSync(descriptor, buffer, size, buffer.length - size, null);
    const bytes = Uint8Array.from(buffer.subarray(0, size));
    return { path, bytes, exposed: (mode & KIND) === REGULAR ? exposure(path, mode, uid) : undefined };
  } catch (thrown) {
    throw new WireError('file_unreadable', `${path} (${String((thrown as NodeJS.ErrnoException).code)})`, { cause: thrown });
  } finally {
    buffer.fill(0);
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function exposure(path: string, mode: number, uid: number): WireError | undefined {
  if (uid !== process.getuid?.() && uid !== 0) return new WireError('key_exposed', `${path} belongs to another user`);
  if ((mode & 0o077) === 0) return undefined;
  return new WireError('key_exposed', `${path} has mode ${(mode & 0o777).toString(8).padStart(4, '0')}. Type: chmod 600 ${quoted(path)}`);
}

/** A KeyError with the name of the file in front of what it says. */
export async function named<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!isKeyError(thrown)) throw thrown;
    throw new WireError(thrown.reason, thrown.what === undefined ? path : `${path}: ${thrown.what}`, { cause: thrown });
  }
}
