import { createSecretKey, hkdfSync } from 'node:crypto';

/**
 * HKDF-SHA-256, extract and expand (RFC 5869).
 * @param ikm - secret input, any length; not kept, the caller wipes it.
 * @param salt - any length, may be empty.
 * @param info - at most 1,024 bytes (a limit of node:crypto); made with `label`.
 * @param length - 0 to 8,160 bytes (255 × 32, RFC 5869 §2.3).
 * @returns `length` fresh bytes, owned (and to be wiped) by the caller. Throws RangeError outside these sizes.
 */
export function hkdf(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  if (info.length > 1024) throw new RangeError('HKDF info is longer than 1,024 bytes');
  if (!Number.isInteger(length) || length < 0 || length > 8160) throw new RangeError('HKDF length is not within 0 to 8,160');
  return new Uint8Array(hkdfSync('sha256', createSecretKey(ikm), salt, info, length));
}
