import { createCipheriv, createDecipheriv } from 'node:crypto';
import { KeyError } from './key-error.js';
import type { Secret } from './secret.js';
import { SshReader, sshString, sshUint32 } from './ssh-wire.js';
import { wipe } from './wipe.js';

/** How an OpenSSH private key file is encrypted. */
export interface OpenSshCipher {
  readonly name: string;
  readonly keyBytes: number;
  readonly salt: Uint8Array;
  readonly rounds: number;
}

const keyBytes: Readonly<Record<string, number>> = {
  'aes128-ctr': 16,
  'aes192-ctr': 24,
  'aes256-ctr': 32, // the default of ssh-keygen since 7.6
  'aes128-cbc': 16,
  'aes192-cbc': 24,
  'aes256-cbc': 32, // its default before
};
const MOST_ROUNDS = 1_000; // 10 s: a file must not hang the process. ssh-keygen takes 16 or 24 unless told otherwise
const LONGEST_SALT = 64;
const BLOCK_BYTES = 16;
const ROUNDS = 24; // the default of ssh-keygen since 9.4

/** Throws KeyError `key_unsupported` for what is not AES in CTR or CBC mode with bcrypt, `key_damaged`. */
export function readCipher(name: string, kdf: string, options: Uint8Array): OpenSshCipher {
  const size = Object.hasOwn(keyBytes, name) ? keyBytes[name] : undefined;
  if (size === undefined) throw new KeyError('key_unsupported', 'an unusual cipher. `ssh-keygen -p -Z aes256-ctr -f <file>` rewrites it');
  if (kdf !== 'bcrypt') throw new KeyError('key_unsupported', 'a key derivation other than bcrypt');
  const reader = new SshReader(options);
  const salt = reader.string();
  const rounds = reader.uint32();
  reader.end();
  if (salt.length === 0 || salt.length > LONGEST_SALT || rounds === 0) throw new KeyError('key_damaged');
  if (rounds > MOST_ROUNDS) throw new KeyError('key_unsupported', `${rounds} rounds of bcrypt, more than ${MOST_ROUNDS}`);
  return { name, keyBytes: size, salt, rounds };
}

/** What `ssh-keygen` takes for a new file. @param salt - 16 random bytes. */
export const newCipher = (salt: Uint8Array): OpenSshCipher => ({ name: 'aes256-ctr', keyBytes: 32, salt, rounds: ROUNDS });

export const writeKdfOptions = ({ salt, rounds }: OpenSshCipher): Uint8Array => Buffer.concat([sshString(salt), sshUint32(rounds)]);

/** Fresh bytes, secret. Takes 10 ms a round, on the event loop. */
export async function decryptOpenSsh(cipher: OpenSshCipher, passphrase: Secret, sealed: Uint8Array): Promise<Uint8Array> {
  if (sealed.length === 0 || sealed.length % BLOCK_BYTES !== 0) throw new KeyError('key_damaged');
  return withKey(cipher, passphrase, (key, iv) => createDecipheriv(algorithmOf(cipher), key, iv).setAutoPadding(false).update(sealed));
}

/** @param plain - whole blocks of 16 bytes; the caller wipes it. */
export const encryptOpenSsh = (cipher: OpenSshCipher, passphrase: Secret, plain: Uint8Array): Promise<Uint8Array> =>
  withKey(cipher, passphrase, (key, iv) => createCipheriv(algorithmOf(cipher), key, iv).setAutoPadding(false).update(plain));

async function withKey(
  cipher: OpenSshCipher,
  passphrase: Secret,
  use: (key: Uint8Array, iv: Uint8Array) => Uint8Array,
): Promise<Uint8Array> {
  const { default: bcrypt } = await import('bcrypt-pbkdf'); // most processes never open such a file
  const derived = new Uint8Array(cipher.keyBytes + BLOCK_BYTES);
  const status = passphrase.use((word) =>
    bcrypt.pbkdf(word, word.length, cipher.salt, cipher.salt.length, derived, derived.length, cipher.rounds),
  );
  if (status !== 0) throw new KeyError('wrong_passphrase'); // an empty one
  try {
    return use(derived.subarray(0, cipher.keyBytes), derived.subarray(cipher.keyBytes));
  } finally {
    wipe(derived);
  }
}

/** `aes256-ctr` is `aes-256-ctr` to OpenSSL. */
const algorithmOf = ({ name }: OpenSshCipher): string => name.replace('aes', 'aes-');
