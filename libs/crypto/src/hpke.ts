import { createAead } from './aead.js';
import { hmacSha256 } from './hash.js';
import { KeyError } from './key-error.js';
import { AES_256_GCM } from './suite.js';
import { wipe } from './wipe.js';
import { X25519_BYTES, X25519Key } from './x25519.js';

/*
 * HPKE (RFC 9180), base mode, single shot, one suite:
 * DHKEM(X25519, HKDF-SHA256) 0x0020 · HKDF-SHA256 0x0001 · AES-256-GCM 0x0002.
 */
const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const VERSION = ascii('HPKE-v1');
const KEM_SUITE = ascii('KEM\x00\x20');
const HPKE_SUITE = ascii('HPKE\x00\x20\x00\x01\x00\x02');
const NOTHING = new Uint8Array();
const BASE_MODE = Uint8Array.of(0);
const PSK_ID_HASH = labeledExtract(HPKE_SUITE, NOTHING, 'psk_id_hash', NOTHING); // no PSK in base mode

/**
 * Seals to the holder of an X25519 key: who sealed it is not proved.
 * @param recipientPublic - 32 bytes, from a source that is trusted (the manifest); KeyError `key_damaged` where no agreement is possible.
 * @returns enc (32 bytes) ‖ ciphertext ‖ tag (16 bytes), fresh.
 */
export function hpkeSeal(recipientPublic: Uint8Array, info: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return hpkeSealFrom(X25519Key.generate(), recipientPublic, info, aad, plaintext);
}

/** `hpkeSeal` with a given ephemeral key, for known-answer tests. Wipes the key: it seals once. */
export function hpkeSealFrom(
  ephemeral: X25519Key,
  recipientPublic: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  const dh = ephemeral.agree(recipientPublic);
  ephemeral.wipe();
  if (!dh) throw new KeyError('key_damaged', 'no agreement with this X25519 key');
  const enc = ephemeral.publicKey;
  const { aead, nonce } = keySchedule(dh, enc, recipientPublic, info);
  try {
    return Buffer.concat([enc, aead.seal(nonce, plaintext, aad)]);
  } finally {
    aead.wipe();
  }
}

/**
 * Opens what `hpkeSeal` made, with the same `info` and `aad`.
 * @param sealed - from anybody.
 * @returns fresh plaintext, owned by the caller; one undefined for every failure.
 */
export function hpkeOpen(key: X25519Key, info: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const enc = sealed.subarray(0, X25519_BYTES);
  const dh = key.agree(enc);
  if (!dh) return undefined;
  const { aead, nonce } = keySchedule(dh, enc, key.publicKey, info);
  try {
    return aead.open(nonce, sealed.subarray(X25519_BYTES), aad);
  } finally {
    aead.wipe();
  }
}

/** ExtractAndExpand (§4.1) and KeySchedule (§5.1). Wipes `dh` and everything in between. */
function keySchedule(dh: Uint8Array, enc: Uint8Array, recipientPublic: Uint8Array, info: Uint8Array) {
  const eaePrk = labeledExtract(KEM_SUITE, NOTHING, 'eae_prk', dh);
  const shared = labeledExpand(KEM_SUITE, eaePrk, 'shared_secret', Buffer.concat([enc, recipientPublic]), 32);
  const context = Buffer.concat([BASE_MODE, PSK_ID_HASH, labeledExtract(HPKE_SUITE, NOTHING, 'info_hash', info)]);
  const secret = labeledExtract(HPKE_SUITE, shared, 'secret', NOTHING);
  const key = labeledExpand(HPKE_SUITE, secret, 'key', context, 32);
  try {
    return { aead: createAead(AES_256_GCM, key), nonce: labeledExpand(HPKE_SUITE, secret, 'base_nonce', context, 12) };
  } finally {
    wipe(dh, eaePrk, shared, secret, key);
  }
}

/** §4: HKDF-Extract is HMAC with the salt as key (RFC 5869 §2.2). */
function labeledExtract(suite: Uint8Array, salt: Uint8Array, name: string, ikm: Uint8Array): Uint8Array {
  return hmacSha256(salt, VERSION, suite, ascii(name), ikm);
}

/** §4: one block of HKDF-Expand (RFC 5869 §2.3) is enough for up to 32 bytes. */
function labeledExpand(suite: Uint8Array, prk: Uint8Array, name: string, info: Uint8Array, length: 32 | 12): Uint8Array {
  return hmacSha256(prk, Uint8Array.of(0, length), VERSION, suite, ascii(name), info, Uint8Array.of(1)).subarray(0, length);
}
