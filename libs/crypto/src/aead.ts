import { createCipheriv, createDecipheriv, createSecretKey, type CipherGCM, type CipherGCMTypes, type KeyObject } from 'node:crypto';
import { CbcHmacAead, isCbcHmac } from './cbc-hmac.js';
import { findSuite } from './suite.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OPTIONS = { authTagLength: TAG_BYTES } as const; // without it node accepts tags of 4 bytes

// node types ChaCha20-Poly1305 apart only because CCM-like modes share its overload; it is driven exactly like GCM
const ciphers = { AES_256_GCM: 'aes-256-gcm', CHACHA20_POLY1305: 'chacha20-poly1305' as CipherGCMTypes } as const;

/**
 * One AEAD key (RFC 5116). The caller guarantees that a (key, nonce) pair never seals twice.
 * Nonces have the suite's `nonceBytes`; a wrong size, or use after `wipe`, throws: our bug, never a peer's doing.
 */
export interface Aead {
  /** What `plainBytes` have sealed: ciphertext and tag. */
  sealedBytes(plainBytes: number): number;
  /** @returns ciphertext ‖ tag, fresh, owned by the caller. */
  seal(nonce: Uint8Array, plaintext: Uint8Array, aad?: Uint8Array): Uint8Array;
  /**
   * The hot path: writes ciphertext ‖ tag at `offset` of `target`, which may overlap `plaintext`.
   * @returns bytes written, always `sealedBytes(plaintext.length)`. Throws RangeError where they do not fit.
   */
  sealInto(nonce: Uint8Array, plaintext: Uint8Array, target: Uint8Array, offset: number, aad?: Uint8Array): number;
  /**
   * @param sealed - ciphertext ‖ tag, from anybody; not modified.
   * @returns fresh plaintext, owned by the caller, or undefined for every failure alike. No unauthenticated byte leaves.
   */
  open(nonce: Uint8Array, sealed: Uint8Array, aad?: Uint8Array): Uint8Array | undefined;
  /** Drops the key. */
  wipe(): void;
}

/**
 * @param suiteId - a number `findSuite` knows; RangeError otherwise.
 * @param key - the suite's `keyBytes`, copied into native memory: the caller wipes its own; RangeError on another size.
 */
export function createAead(suiteId: number, key: Uint8Array): Aead {
  const suite = findSuite(suiteId);
  if (!suite) throw new RangeError(`unknown suite ${suiteId}`);
  const { name, keyBytes } = suite;
  if (key.length !== keyBytes) throw new RangeError(`a key of ${name} is ${keyBytes} bytes`);
  return isCbcHmac(name) ? new CbcHmacAead({ ...suite, name }, key) : new NodeAead(ciphers[name], createSecretKey(key));
}

class NodeAead implements Aead {
  #key: KeyObject | undefined; // a KeyObject costs 2.5 µs a record, raw bytes 10
  readonly #cipher: CipherGCMTypes;

  constructor(cipher: CipherGCMTypes, key: KeyObject) {
    this.#cipher = cipher;
    this.#key = key;
  }

  sealedBytes(plainBytes: number): number {
    return plainBytes + TAG_BYTES;
  }

  seal(nonce: Uint8Array, plaintext: Uint8Array, aad?: Uint8Array): Uint8Array {
    const sealed = Buffer.allocUnsafe(plaintext.length + TAG_BYTES);
    this.sealInto(nonce, plaintext, sealed, 0, aad);
    return sealed;
  }

  sealInto(nonce: Uint8Array, plaintext: Uint8Array, target: Uint8Array, offset: number, aad?: Uint8Array): number {
    const length = plaintext.length;
    if (!(offset >= 0 && offset + length + TAG_BYTES <= target.length)) throw new RangeError('the sealed bytes do not fit');
    const cipher: CipherGCM = createCipheriv(this.#cipher, this.#usable(nonce), nonce, OPTIONS);
    if (aad) cipher.setAAD(aad);
    target.set(cipher.update(plaintext), offset);
    cipher.final();
    target.set(cipher.getAuthTag(), offset + length);
    return length + TAG_BYTES;
  }

  open(nonce: Uint8Array, sealed: Uint8Array, aad?: Uint8Array): Uint8Array | undefined {
    const key = this.#usable(nonce);
    const length = sealed.length - TAG_BYTES;
    if (length < 0) return undefined;
    const decipher = createDecipheriv(this.#cipher, key, nonce, OPTIONS);
    decipher.setAuthTag(sealed.subarray(length));
    if (aad) decipher.setAAD(aad);
    const plaintext = decipher.update(sealed.subarray(0, length));
    try {
      decipher.final();
      return plaintext;
    } catch {
      plaintext.fill(0);
      return undefined;
    }
  }

  wipe(): void {
    this.#key = undefined; // OpenSSL cleanses the native copy when it is collected
  }

  #usable(nonce: Uint8Array): KeyObject {
    if (!this.#key) throw new Error('AEAD key was wiped');
    if (nonce.length !== NONCE_BYTES) throw new RangeError('an AEAD nonce is 12 bytes');
    return this.#key;
  }
}
