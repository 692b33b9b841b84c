import { mlKem, type MlKemPair } from './mlkem-provider.js';

/** ML-KEM-768 (FIPS 203 table 3). */
export const MLKEM_PUBLIC_BYTES = 1184;
export const MLKEM_CIPHERTEXT_BYTES = 1088;
const SEED_BYTES = 64;

/** An ephemeral ML-KEM-768 key pair. */
export class MlKemKey {
  #pair: MlKemPair | undefined;
  /** The encapsulation key, 1,184 bytes; not to be modified. */
  readonly publicKey: Uint8Array;

  private constructor(pair: MlKemPair) {
    this.#pair = pair;
    this.publicKey = pair.publicKey;
  }

  /** A fresh pair, 36 µs. */
  static generate(): MlKemKey {
    return new MlKemKey(mlKem.generate());
  }

  /** The pair of a seed d ‖ z (FIPS 203 §7.1, ML-KEM.KeyGen_internal): 64 bytes (RangeError otherwise), copied. */
  static fromSeed(seed: Uint8Array): MlKemKey {
    if (seed.length !== SEED_BYTES) throw new RangeError('an ML-KEM seed is 64 bytes');
    return new MlKemKey(mlKem.generate(seed));
  }

  /**
   * ML-KEM.Decaps, 25 µs.
   * @param ciphertext - from anybody.
   * @returns 32 bytes, owned (and to be wiped) by the caller; undefined for a wrong length only. A forged ciphertext of the right
   * length gives an unrelated secret (implicit rejection, FIPS 203 §6.3): it fails later, where that secret is used.
   * Throws Error once wiped.
   */
  decapsulate(ciphertext: Uint8Array): Uint8Array | undefined {
    if (!this.#pair) throw new Error('ML-KEM key was wiped');
    return ciphertext.length === MLKEM_CIPHERTEXT_BYTES ? this.#pair.decapsulate(ciphertext) : undefined;
  }

  /** Drops the decapsulation key. */
  wipe(): void {
    this.#pair?.wipe();
    this.#pair = undefined;
  }
}

/**
 * ML-KEM.Encaps, 34 µs.
 * @param publicKey - an encapsulation key from anybody.
 * @returns ciphertext (1,088 bytes) and secret (32 bytes, to be wiped by the caller), both fresh; undefined where `publicKey`
 * has a wrong length or fails the modulus check of FIPS 203 §7.2.
 */
export function mlKemEncapsulate(publicKey: Uint8Array): { readonly ciphertext: Uint8Array; readonly secret: Uint8Array } | undefined {
  if (publicKey.length !== MLKEM_PUBLIC_BYTES) return undefined;
  try {
    return mlKem.encapsulate(publicKey);
  } catch {
    return undefined;
  }
}
