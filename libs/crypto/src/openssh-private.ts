import { asBuffer } from './as-buffer.js';
import { equal } from './hash.js';
import { KeyError } from './key-error.js';
import { decryptOpenSsh, encryptOpenSsh, readCipher, writeKdfOptions, type OpenSshCipher } from './openssh-cipher.js';
import { writeEd25519Pkcs8 } from './pkcs8.js';
import { halvesDiffer } from './private-der.js';
import { PrivateIdentity } from './private-identity.js';
import type { PublicIdentity } from './public-identity.js';
import { writePkcs1, type RsaParts } from './rsa-parts.js';
import type { Secret } from './secret.js';
import { fromSshBlob, RSA, sshBlob, sshType } from './ssh-public.js';
import { sshMpint, SshReader, sshString, sshUint32 } from './ssh-wire.js';
import { wipe } from './wipe.js';

const MAGIC = Buffer.from('openssh-key-v1\0', 'latin1');
const PLAIN_BLOCK = 8;
const NOTHING = new Uint8Array();

/** An OpenSSH private key file (PROTOCOL.key of OpenSSH) before its secrets are looked at. */
export interface OpenSshFile {
  readonly cipher: OpenSshCipher | undefined;
  /** What the file says in front; `openOpenSsh` checks that it is true. */
  readonly public: PublicIdentity;
  readonly sealed: Uint8Array;
}

/** Throws KeyError `key_damaged`, `weak_key` or `key_unsupported`. Views of `bytes`. */
export function readOpenSsh(bytes: Uint8Array): OpenSshFile {
  if (!equal(bytes.subarray(0, MAGIC.length), MAGIC)) throw new KeyError('key_damaged', 'no OpenSSH key');
  const reader = new SshReader(bytes.subarray(MAGIC.length));
  const cipherName = reader.name();
  const kdf = reader.name();
  const options = reader.string();
  const plain = cipherName === 'none';
  if (plain && (kdf !== 'none' || options.length > 0)) throw new KeyError('key_damaged');
  const cipher = plain ? undefined : readCipher(cipherName, kdf, options);
  if (reader.uint32() !== 1) throw new KeyError('key_unsupported', 'more than one key in the file');
  const identity = fromSshBlob(reader.string());
  const sealed = reader.string();
  reader.end();
  return { cipher, public: identity, sealed };
}

/** Throws KeyError with any reason. The decrypted bytes are wiped before it settles. */
export async function openOpenSsh(file: OpenSshFile, passphrase: Secret | undefined): Promise<PrivateIdentity> {
  if (!file.cipher) return readSecrets(file.sealed, file.public, PLAIN_BLOCK, 'key_damaged');
  if (!passphrase) throw new KeyError('passphrase_required');
  const plain = await decryptOpenSsh(file.cipher, passphrase, file.sealed);
  try {
    return readSecrets(plain, file.public, 16, 'wrong_passphrase');
  } finally {
    wipe(plain);
  }
}

function readSecrets(
  plain: Uint8Array,
  expected: PublicIdentity,
  block: number,
  otherwise: 'key_damaged' | 'wrong_passphrase',
): PrivateIdentity {
  if (plain.length % block !== 0) throw new KeyError('key_damaged');
  const reader = new SshReader(plain);
  if (reader.uint32() !== reader.uint32()) throw new KeyError(otherwise); // all that a wrong passphrase changes for sure
  if (reader.name() !== sshType(expected)) throw halvesDiffer();
  const identity = expected.kind === 'ed25519' ? readEd25519(reader) : readRsa(reader);
  reader.string(); // the comment
  const padding = reader.rest();
  if (padding.length >= block || padding.some((octet, i) => octet !== i + 1)) throw new KeyError('key_damaged', 'the padding is wrong');
  if (!equal(identity.public.spki, expected.spki)) throw halvesDiffer();
  return identity;
}

function readRsa(reader: SshReader): PrivateIdentity {
  const [n, e, d] = [reader.unsigned(), reader.unsigned(), reader.unsigned()];
  const [qi, p, q] = [reader.unsigned(), reader.unsigned(), reader.unsigned()];
  const crt = { dp: remainder(d, p), dq: remainder(d, q) };
  const pkcs1 = writePkcs1({ n, e, d, p, q, qi, ...crt });
  try {
    return PrivateIdentity.fromDer(pkcs1, 'pkcs1');
  } finally {
    wipe(pkcs1, crt.dp, crt.dq);
  }
}

function readEd25519(reader: SshReader): PrivateIdentity {
  const point = reader.string();
  const pair = reader.string();
  if (point.length !== 32 || pair.length !== 64 || !equal(pair.subarray(32), point)) throw halvesDiffer();
  const pkcs8 = writeEd25519Pkcs8(pair.subarray(0, 32));
  try {
    return PrivateIdentity.fromDer(pkcs8);
  } finally {
    wipe(pkcs8);
  }
}

/** d mod (prime - 1), which OpenSSH leaves out of its files. */
function remainder(d: Uint8Array, prime: Uint8Array): Uint8Array {
  const less = number(prime) - 1n;
  if (less < 1n) throw new KeyError('key_damaged', 'p or q is no prime');
  const digits = (number(d) % less).toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x0${asBuffer(bytes).toString('hex')}`);

/** The secret part of a file, which the caller wipes. */
export type OpenSshSecrets = { readonly kind: 'ed25519'; readonly seed: Uint8Array } | { readonly kind: 'rsa'; readonly parts: RsaParts };

/** What is random in a file. */
export interface OpenSshChance {
  readonly check: number;
  readonly comment?: string;
}

/** The bytes between the armour. @param encryption - none for a plain file. */
export async function writeOpenSsh(
  identity: PublicIdentity,
  secrets: OpenSshSecrets,
  { check, comment = '' }: OpenSshChance,
  encryption?: { readonly cipher: OpenSshCipher; readonly passphrase: Secret },
): Promise<Uint8Array> {
  const blob = sshBlob(identity);
  const body = secrets.kind === 'rsa' ? rsaBody(secrets.parts) : ed25519Body(blob, secrets.seed);
  const lead = Buffer.concat([sshUint32(check), sshUint32(check), body, sshString(Buffer.from(comment))]);
  const block = encryption ? 16 : PLAIN_BLOCK;
  const padding = Uint8Array.from({ length: (block - (lead.length % block)) % block }, (_, i) => i + 1);
  const plain = Buffer.concat([lead, padding]);
  wipe(body, lead);
  try {
    const sealed = encryption ? await encryptOpenSsh(encryption.cipher, encryption.passphrase, plain) : plain;
    const how = encryption ? [encryption.cipher.name, 'bcrypt', writeKdfOptions(encryption.cipher)] : ['none', 'none', NOTHING];
    return Buffer.concat([MAGIC, ...how.map(sshString), sshUint32(1), sshString(blob), sshUint32(sealed.length), sealed]);
  } finally {
    wipe(plain);
  }
}

function ed25519Body(blob: Uint8Array, seed: Uint8Array): Uint8Array {
  const point = blob.subarray(-32);
  return Buffer.concat([blob, sshUint32(64), seed, point]);
}

function rsaBody({ n, e, d, qi, p, q }: RsaParts): Uint8Array {
  const numbers = [n, e, d, qi, p, q].map(sshMpint);
  const body = Buffer.concat([sshString(RSA), ...numbers]);
  wipe(...numbers);
  return body;
}
