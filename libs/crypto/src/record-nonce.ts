import { createCipheriv, type Cipheriv } from 'node:crypto';
import type { Suite } from './suite.js';

const NONCE_BYTES = 12;
const BLOCK_BYTES = 16;

/**
 * The nonces of one direction under one key, by record number. Each is valid until the next is made, by anybody.
 * Throws RangeError on a `seq` that is no integer within 0 to 2^53 - 1: our bug, never a peer's doing.
 */
export interface RecordNonces {
  of(seq: number): Uint8Array;
  /** What a record binds beside its frames: for CBC-HMAC the number `of` was last called with, else nothing. */
  readonly aad: Uint8Array | undefined;
  /** Drops the IV. `of` must not be called any more. */
  wipe(): void;
}

/**
 * @param secret - begins with the suite's `ivBytes`. Kept, not copied (a session has little but such arrays): whoever made it wipes
 * it, after the last `of`. RangeError when it is shorter.
 */
export function recordNonces(suite: Suite, secret: Uint8Array): RecordNonces {
  if (secret.length < suite.ivBytes) throw new RangeError(`an IV of ${suite.name} is ${suite.ivBytes} bytes`);
  return suite.nonceBytes === NONCE_BYTES ? new XorNonces(secret) : new BlockNonces(secret.subarray(0, suite.ivBytes));
}

/**
 * The AEAD nonce of record `seq`: the IV XOR the big-endian `seq`, left-padded with zeros (RFC 8446 §5.3). Allocates nothing.
 * @param iv - 12 bytes, fixed for one direction and one key; not modified.
 * @param seq - integer, 0 <= seq < 2^53; one (key, seq) pair is sealed at most once, ever.
 * @param out - 12 bytes, overwritten. May not be `iv`. Throws RangeError on a wrong size or `seq`: our bug, never a peer's doing.
 */
export function recordNonce(iv: Uint8Array, seq: number, out: Uint8Array): void {
  if (iv.length !== NONCE_BYTES || out.length !== NONCE_BYTES || iv === out)
    throw new RangeError('IV and nonce are 12 bytes each, and two');
  write(iv, seq, out);
}

/** The same for an IV that may have more behind it. */
function write(iv: Uint8Array, seq: number, out: Uint8Array): void {
  check(seq);
  for (let i = 0; i < NONCE_BYTES; i += 1) out[i] = iv[i]!;
  xorUint32(out, 4, Math.floor(seq / 2 ** 32));
  xorUint32(out, 8, seq); // the shifts below take it modulo 2^32
}

class XorNonces implements RecordNonces {
  readonly aad = undefined;
  #secret: Uint8Array | undefined;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  of(seq: number): Uint8Array {
    if (!this.#secret) throw new Error('IV was wiped');
    write(this.#secret, seq, nonce);
    return nonce;
  }

  wipe(): void {
    this.#secret = undefined;
  }
}

/** Of whoever asked last: nobody keeps one. */
const nonce = new Uint8Array(NONCE_BYTES);

/**
 * IVs for AES-CBC, which must be unpredictable: the record number as one block, enciphered under a key used for nothing else
 * (NIST SP 800-38A, appendix C). A block cipher is a permutation, so that no two numbers share an IV.
 */
class BlockNonces implements RecordNonces {
  readonly aad: Uint8Array;
  readonly #block = new Uint8Array(BLOCK_BYTES);
  readonly #view = new DataView(this.#block.buffer);
  #cipher: Cipheriv | undefined; // one for all records: blocks of ECB know nothing of each other

  constructor(key: Uint8Array) {
    this.#cipher = createCipheriv(key.length === 32 ? 'aes-256-ecb' : 'aes-128-ecb', key, null).setAutoPadding(false);
    this.aad = this.#block.subarray(8);
  }

  of(seq: number): Uint8Array {
    check(seq);
    if (!this.#cipher) throw new Error('IV key was wiped');
    this.#view.setUint32(8, Math.floor(seq / 2 ** 32));
    this.#view.setUint32(12, seq); // modulo 2^32
    return this.#cipher.update(this.#block);
  }

  wipe(): void {
    this.#cipher = undefined; // OpenSSL cleanses its key when it is collected
  }
}

function check(seq: number): void {
  if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError('seq is not within 0 to 2^53 - 1');
}

function xorUint32(out: Uint8Array, at: number, value: number): void {
  out[at]! ^= value >>> 24;
  out[at + 1]! ^= value >>> 16;
  out[at + 2]! ^= value >>> 8;
  out[at + 3]! ^= value;
}
