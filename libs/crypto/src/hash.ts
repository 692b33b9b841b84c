import { createHash, createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 (FIPS 180-4) of the concatenated parts: 32 bytes, owned by the caller. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return hash('sha256', first, 'buffer');
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

/**
 * HMAC-SHA-256 (RFC 2104) of the concatenated parts. Compare with `equal` only.
 * @param key - any length, 32 bytes where it is ours to choose; not kept.
 * @returns 32 bytes, owned by the caller.
 */
export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const mac = createHmac('sha256', createSecretKey(key)); // a third of the cost of passing the bytes
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** Constant-time comparison. Lengths are public: a difference there answers `false` at once. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
