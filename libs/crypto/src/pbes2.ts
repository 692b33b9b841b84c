import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { asBuffer } from './as-buffer.js';
import { der, derInteger, DerReader, isOneSequence, Tag } from './der.js';
import { KeyError } from './key-error.js';
import { randomBytes } from './random.js';
import type { Secret } from './secret.js';
import { wipe } from './wipe.js';

const oid = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const PBES2 = oid('2a864886f70d01050d'); // RFC 8018 appendix A.4
const PBKDF2 = oid('2a864886f70d01050c'); // appendix A.2
const HMAC_SHA256 = oid('2a864886f70d0209');
const AES_256_CBC = oid('60864801650304012a');

const prfs: Readonly<Record<string, string>> = {
  '2a864886f70d0207': 'sha1', // the default of RFC 8018, written by older tools
  '2a864886f70d0209': 'sha256',
  '2a864886f70d020a': 'sha384',
  '2a864886f70d020b': 'sha512',
};
const ciphers: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '608648016503040102': { name: 'aes-128-cbc', keyBytes: 16 },
  '608648016503040116': { name: 'aes-192-cbc', keyBytes: 24 },
  '60864801650304012a': { name: 'aes-256-cbc', keyBytes: 32 },
};

const ITERATIONS = 600_000; // OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256; OpenSSL's own default is 2,048
const MOST_ITERATIONS = 10_000_000; // a file must not hang the process
const SALT_BYTES = 16;
const IV_BYTES = 16;

/**
 * EncryptedPrivateKeyInfo (RFC 5958 §3) of a PKCS#8 key: PBES2 with PBKDF2-HMAC-SHA256, 600,000 iterations, and AES-256-CBC.
 * Takes 0.1 to 0.3 s, on purpose. Any OpenSSL reads it.
 * @param pkcs8 - DER of the plain key; not modified, the caller wipes it.
 */
export function sealPkcs8(pkcs8: Uint8Array, passphrase: Secret): Uint8Array {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const key = passphrase.use((bytes) => pbkdf2Sync(bytes, salt, ITERATIONS, 32, 'sha256'));
  try {
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    const sealed = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
    const prf = der(Tag.sequence, der(Tag.oid, HMAC_SHA256), der(Tag.null));
    const kdf = der(Tag.sequence, der(Tag.oid, PBKDF2), der(Tag.sequence, der(Tag.octets, salt), derInteger(ITERATIONS), prf));
    const encryption = der(Tag.sequence, der(Tag.oid, AES_256_CBC), der(Tag.octets, iv));
    const algorithm = der(Tag.sequence, der(Tag.oid, PBES2), der(Tag.sequence, kdf, encryption));
    return der(Tag.sequence, algorithm, der(Tag.octets, sealed));
  } finally {
    wipe(key);
  }
}

/**
 * Opens an EncryptedPrivateKeyInfo: PBES2 with PBKDF2 (SHA-1, -256, -384, -512) and AES-CBC, what OpenSSL and `ssh-keygen -m PKCS8` write.
 * @returns the plain PKCS#8 DER, to be wiped by the caller.
 * Throws KeyError: `key_unsupported` for every other scheme, `key_damaged` where the container is broken, else `wrong_passphrase`
 * (there is no MAC in this format: a flipped bit in the last block looks the same).
 */
export function openPkcs8(encrypted: Uint8Array, passphrase: Secret): Uint8Array {
  const scheme = readScheme(encrypted);
  const key = passphrase.use((bytes) => pbkdf2Sync(bytes, scheme.salt, scheme.iterations, scheme.keyBytes, scheme.prf));
  const pkcs8 = decrypt(scheme, key);
  wipe(key);
  // a wrong key passes for the right padding once in 256 times, but not for a DER sequence of the exact length
  if (!pkcs8 || !isOneSequence(pkcs8)) {
    if (pkcs8) wipe(pkcs8);
    throw new KeyError('wrong_passphrase');
  }
  return pkcs8;
}

interface Scheme {
  readonly prf: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly cipher: string;
  readonly keyBytes: number;
  readonly iv: Uint8Array;
  readonly sealed: Uint8Array;
}

function readScheme(encrypted: Uint8Array): Scheme {
  const file = new DerReader(encrypted);
  const info = file.within(Tag.sequence);
  file.end();
  const algorithm = info.within(Tag.sequence);
  const sealed = info.next(Tag.octets);
  info.end();
  expectOid(algorithm, PBES2, 'encryption other than PBES2');
  const parameters = algorithm.within(Tag.sequence);
  const kdf = parameters.within(Tag.sequence);
  const encryption = parameters.within(Tag.sequence);
  algorithm.end();
  parameters.end();

  expectOid(kdf, PBKDF2, 'key derivation other than PBKDF2');
  const kdfParameters = kdf.within(Tag.sequence);
  const salt = kdfParameters.next(Tag.octets);
  const iterations = kdfParameters.nextUint32();
  if (iterations < 1) throw new KeyError('key_damaged');
  if (iterations > MOST_ITERATIONS) throw new KeyError('key_unsupported', `${iterations} iterations`);
  const keyBytes = kdfParameters.tag === Tag.integer ? kdfParameters.nextUint32() : undefined;
  const prf = kdfParameters.done ? 'sha1' : readPrf(kdfParameters.within(Tag.sequence));
  kdf.end();
  kdfParameters.end();

  const cipher = ciphers[hex(encryption.next(Tag.oid))];
  if (!cipher) throw new KeyError('key_unsupported', 'a cipher other than AES-CBC');
  const iv = encryption.next(Tag.octets);
  encryption.end();
  const whole = sealed.length > 0 && sealed.length % IV_BYTES === 0;
  if (iv.length !== IV_BYTES || !whole || (keyBytes ?? cipher.keyBytes) !== cipher.keyBytes) throw new KeyError('key_damaged');
  return { prf, salt, iterations, cipher: cipher.name, keyBytes: cipher.keyBytes, iv, sealed };
}

function readPrf(algorithm: DerReader): string {
  const prf = prfs[hex(algorithm.next(Tag.oid))];
  if (prf === undefined) throw new KeyError('key_unsupported', 'an unknown PBKDF2 hash');
  if (!algorithm.done && algorithm.next(Tag.null).length > 0) throw new KeyError('key_damaged');
  algorithm.end();
  return prf;
}

function expectOid(reader: DerReader, expected: Uint8Array, otherwise: string): void {
  if (hex(reader.next(Tag.oid)) !== hex(expected)) throw new KeyError('key_unsupported', otherwise);
}

/** The decrypted bytes in a buffer of their own; undefined where the padding is wrong. */
function decrypt(scheme: Scheme, key: Uint8Array): Uint8Array | undefined {
  const decipher = createDecipheriv(scheme.cipher, key, scheme.iv);
  const head = decipher.update(scheme.sealed);
  try {
    const tail = decipher.final();
    const plain = new Uint8Array(head.length + tail.length);
    plain.set(head);
    plain.set(tail, head.length);
    wipe(tail);
    return plain;
  } catch {
    return undefined;
  } finally {
    wipe(head);
  }
}

const hex = (bytes: Uint8Array): string => asBuffer(bytes).toString('hex');
