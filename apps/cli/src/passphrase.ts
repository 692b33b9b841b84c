import { Secret } from '@keyway/crypto';
import { quoted } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Terminal } from './terminal.js';

const MAX_BYTES = 4_096;
const REGULAR = 0o100_000;
const KIND = 0o170_000;

/** The first line of a file that only its owner may read; a pipe will do, such as `<(pass show keyway)`. */
export function readPassphraseFile(path: string): Secret {
  let descriptor: number | undefined;
  const bytes = Buffer.alloc(MAX_BYTES);
  try {
    descriptor = openSync(path, 'r');
    const { mode } = fstatSync(descriptor);
    if ((mode & KIND) === REGULAR && (mode & 0o077) !== 0) {
      throw new WireError('key_exposed', `others can read the secret in ${path}. Type: chmod 600 ${quoted(path)}`);
    }
    let size = 0;
    for (let read = -1; read !== 0 && size < MAX_BYTES; size += read) read = readSync(descriptor, bytes, size, MAX_BYTES - size, null);
    return firstLine(bytes.subarray(0, size), path);
  } catch (thrown) {
    if (thrown instanceof WireError) throw thrown;
    throw new WireError('file_unreadable', `${path} (${String((thrown as NodeJS.ErrnoException).code)})`, { cause: thrown });
  } finally {
    bytes.fill(0);
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Asks at the terminal without showing what is typed. Throws `aborted` on Ctrl-C. */
export async function askPassphrase(terminal: Terminal, question: string): Promise<Secret> {
  const { stdin, live } = terminal;
  if (!terminal.interactive || !live) throw new WireError('passphrase_required');
  const typed: number[] = [];
  const line = Promise.withResolvers<Secret>();
  const heard = (chunk: Buffer): void => {
    for (const byte of chunk) {
      if (byte === 3 || byte === 4) line.reject(new WireError('aborted'));
      else if (byte === 13 || byte === 10) line.resolve(taken(typed));
      else if (byte === 127 || byte === 8) eraseCharacter(typed);
      else typed.push(byte);
    }
  };
  stdin.setRawMode(true); // before the question: nothing of a quick answer is shown
  live.write(question);
  stdin.on('data', heard).resume();
  try {
    return await line.promise;
  } finally {
    stdin.off('data', heard).pause();
    stdin.setRawMode(false);
    live.write('\n');
  }
}

/** Asks twice, until both are the same and not empty. */
export async function askNewPassphrase(terminal: Terminal): Promise<Secret> {
  for (;;) {
    const first = await askPassphrase(terminal, 'New passphrase: ');
    const second = await askPassphrase(terminal, 'Once more: ');
    const same = first.use((a) => second.use((b) => a.length > 0 && Buffer.compare(a, b) === 0));
    second.wipe();
    if (same) return first;
    first.wipe();
    terminal.note('They differ or are empty.');
  }
}

function firstLine(bytes: Buffer, path: string): Secret {
  const end = bytes.findIndex((byte) => byte === 10 || byte === 13);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  if (line.length === 0) throw new WireError('passphrase_required', `the first line of ${path} is empty`);
  return Secret.of(line);
}

function taken(typed: number[]): Secret {
  const secret = Secret.of(Uint8Array.from(typed));
  typed.fill(0);
  return secret;
}

/** The last character, which may be several bytes of UTF-8. */
function eraseCharacter(typed: number[]): void {
  while (typed.length > 0 && (typed.pop()! & 0xc0) === 0x80);
}
