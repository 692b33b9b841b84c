import { createAead, type Aead } from './aead.js';
import { hkdf } from './kdf.js';
import { label, type LabelName } from './label.js';
import { randomBytes } from './random.js';
import { AES_256_GCM } from './suite.js';
import { wipe } from './wipe.js';

const SALT_BYTES = 32;
const KEY_BYTES = 32;
const ZERO_NONCE = new Uint8Array(12); // each derived key seals once, so the nonce need not vary

/** What a sealing adds: 32 bytes of salt in front and a tag of 16 behind. */
export const ONE_TIME_OVERHEAD = SALT_BYTES + 16;

/**
 * Seals under a long-lived key without a nonce to keep count of: salt ‖ AES-256-GCM ciphertext ‖ tag, under
 * HKDF(key, salt, label(name)). 256 random bits make a repeated key out of the question, unlike 96 random bits of nonce.
 */
export function sealOnce(key: Uint8Array, name: LabelName, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const salt = randomBytes(SALT_BYTES);
  const aead = oneTimeAead(key, salt, name);
  try {
    const sealed = Buffer.allocUnsafe(plaintext.length + ONE_TIME_OVERHEAD);
    sealed.set(salt);
    aead.sealInto(ZERO_NONCE, plaintext, sealed, SALT_BYTES, aad);
    return sealed;
  } finally {
    aead.wipe();
  }
}

/** Opens what `sealOnce` made; one undefined for every failure. */
export function openOnce(key: Uint8Array, name: LabelName, aad: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  if (sealed.length < ONE_TIME_OVERHEAD) return undefined;
  const aead = oneTimeAead(key, sealed.subarray(0, SALT_BYTES), name);
  try {
    return aead.open(ZERO_NONCE, sealed.subarray(SALT_BYTES), aad);
  } finally {
    aead.wipe();
  }
}

function oneTimeAead(key: Uint8Array, salt: Uint8Array, name: LabelName): Aead {
  const derived = hkdf(key, salt, label(name), KEY_BYTES);
  try {
    return createAead(AES_256_GCM, derived);
  } finally {
    wipe(derived);
  }
}
