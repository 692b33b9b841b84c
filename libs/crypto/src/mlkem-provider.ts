import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import crypto from 'node:crypto'; // as one object: Node 22 lacks the names of ML-KEM, and a named import would not load there
import { asBuffer } from './as-buffer.js';
import { untraced } from './untraced.js';
import { wipe } from './wipe.js';

/** What an ML-KEM-768 key pair can do; lengths were checked by the caller. */
export interface MlKemPair {
  /** 1,184 bytes. */
  readonly publicKey: Uint8Array;
  /** @param ciphertext - 1,088 bytes from anybody. @returns 32 fresh bytes. */
  decapsulate(ciphertext: Uint8Array): Uint8Array;
  wipe(): void;
}

export interface MlKemProvider {
  /** @param seed - d ‖ z, 64 bytes; random unless given. */
  generate(seed?: Uint8Array): MlKemPair;
  /** @param publicKey - 1,184 bytes from anybody. Throws what fails the modulus check of FIPS 203 §7.2. */
  encapsulate(publicKey: Uint8Array): { readonly ciphertext: Uint8Array; readonly secret: Uint8Array };
}

/** OpenSSL's, from Node 24 on: about 30 µs an operation. */
export const nativeMlKem: MlKemProvider = {
  generate(seed) {
    const imported = (bytes: Uint8Array) =>
      crypto.createPrivateKey({ key: asBuffer(bytes), format: 'raw-seed', asymmetricKeyType: 'ml-kem-768' } as const);
    const key = seed ? imported(seed) : crypto.generateKeyPairSync('ml-kem-768').privateKey; // importing a random seed costs 95 µs
    return {
      publicKey: crypto.createPublicKey(key).export({ format: 'raw-public' }),
      decapsulate: (ciphertext) => crypto.decapsulate(key, ciphertext),
      wipe: () => undefined, // native memory, cleansed when it is freed
    };
  },
  encapsulate(publicKey) {
    const key = { key: asBuffer(publicKey), format: 'raw-public', asymmetricKeyType: 'ml-kem-768' } as const;
    const { ciphertext, sharedKey } = untraced(() => crypto.encapsulate(crypto.createPublicKey(key)));
    return { ciphertext, secret: sharedKey };
  },
};

/** In JavaScript, for clients on Node 22: about 300 µs an operation, two or three for each channel. */
export const portableMlKem: MlKemProvider = {
  generate(seed) {
    const { publicKey, secretKey } = ml_kem768.keygen(seed && Uint8Array.from(seed));
    return {
      publicKey,
      decapsulate: (ciphertext) => ml_kem768.decapsulate(Uint8Array.from(ciphertext), secretKey),
      wipe: () => wipe(secretKey),
    };
  },
  encapsulate(publicKey) {
    const { cipherText, sharedSecret } = ml_kem768.encapsulate(Uint8Array.from(publicKey));
    return { ciphertext: cipherText, secret: sharedSecret };
  },
};

export const mlKem: MlKemProvider = typeof crypto.encapsulate === 'function' ? nativeMlKem : portableMlKem;
