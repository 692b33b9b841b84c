import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Aead } from './aead.js';
import { sealedBytes, type Suite } from './suite.js';

const BLOCK_BYTES = 16;
const NOTHING = new Uint8Array();

/** MAC key and encryption key are each half of the key (RFC 7518 §5.2.3, §5.2.5). */
const ciphers = {
  AES_256_CBC_HMAC_SHA512: { cipher: 'aes-256-cbc', hash: 'sha512' },
  AES_128_CBC_HMAC_SHA256: { cipher: 'aes-128-cbc', hash: 'sha256' },
} as const;
type CbcHmacName = keyof typeof ciphers;

export const isCbcHmac = (name: Suite['name']): name is CbcHmacName => Object.hasOwn(ciphers, name);

/**
 * AES-CBC and HMAC, encrypt then MAC (RFC 7518 §5.2.2). The nonce is the IV: 16 bytes, which the caller makes unpredictable as well
 * as unique (`RecordNonces` does); it is not sent. Nothing is deciphered before the MAC has proven every byte of it, so that
 * neither time nor answer says anything about padding.
 */
export class CbcHmacAead implements Aead {
  #macKey: KeyObject | undefined;
  #encKey: KeyObject | undefined;
  readonly #suite: Suite;
  readonly #names: (typeof ciphers)[CbcHmacName];
  readonly #al = new DataView(new ArrayBuffer(8));

  /**
   * @param key - MAC key ‖ encryption key, of the suite's size; copied.
   * @param decipher - how a decipher is made; a test counts.
   */
  constructor(
    suite: Suite & { readonly name: CbcHmacName },
    key: Uint8Array,
    private readonly decipher: typeof createDecipheriv = createDecipheriv,
  ) {
    this.#suite = suite;
    this.#names = ciphers[suite.name];
    this.#macKey = createSecretKey(key.subarray(0, key.length / 2));
    this.#encKey = createSecretKey(key.subarray(key.length / 2));
  }

  sealedBytes(plainBytes: number): number {
    return sealedBytes(this.#suite, plainBytes);
  }

  seal(nonce: Uint8Array, plaintext: Uint8Array, aad?: Uint8Array): Uint8Array {
    const sealed = Buffer.allocUnsafe(this.sealedBytes(plaintext.length));
    this.sealInto(nonce, plaintext, sealed, 0, aad);
    return sealed;
  }

  sealInto(nonce: Uint8Array, plaintext: Uint8Array, target: Uint8Array, offset: number, aad: Uint8Array = NOTHING): number {
    const key = usable(this.#encKey, nonce);
    const length = this.sealedBytes(plaintext.length);
    if (!(offset >= 0 && offset + length <= target.length)) throw new RangeError('the sealed bytes do not fit');
    const cipher = createCipheriv(this.#names.cipher, key, nonce);
    const blocks = cipher.update(plaintext);
    target.set(blocks, offset);
    target.set(cipher.final(), offset + blocks.length);
    const end = offset + length - this.#suite.tagBytes;
    target.set(this.#tag(nonce, target.subarray(offset, end), aad), end);
    return length;
  }

  open(nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array = NOTHING): Uint8Array | undefined {
    const key = usable(this.#encKey, nonce);
    const length = sealed.length - this.#suite.tagBytes;
    if (length < BLOCK_BYTES || length % BLOCK_BYTES !== 0) return undefined; // lengths are public
    const ciphertext = sealed.subarray(0, length);
    if (!timingSafeEqual(this.#tag(nonce, ciphertext, aad), sealed.subarray(length))) return undefined;
    const decipher = this.decipher(this.#names.cipher, key, nonce);
    try {
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
    } catch {
      return undefined; // padding that a holder of the key has sealed
    }
  }

  wipe(): void {
    this.#macKey = this.#encKey = undefined; // OpenSSL cleanses the native copies when they are collected
  }

  /** The first half of HMAC(MAC key, AAD ‖ IV ‖ ciphertext ‖ AL); AL: the AAD's length in bits, 64 of them, big-endian. */
  #tag(iv: Uint8Array, ciphertext: Uint8Array, aad: Uint8Array): Uint8Array {
    this.#al.setBigUint64(0, BigInt(aad.length) * 8n);
    const mac = createHmac(this.#names.hash, this.#macKey!);
    mac.update(aad).update(iv).update(ciphertext).update(this.#al);
    return mac.digest().subarray(0, this.#suite.tagBytes);
  }
}

function usable(key: KeyObject | undefined, nonce: Uint8Array): KeyObject {
  if (!key) throw new Error('AEAD key was wiped');
  if (nonce.length !== BLOCK_BYTES) throw new RangeError('an IV of AES-CBC is 16 bytes');
  return key;
}
