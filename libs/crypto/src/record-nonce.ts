const NONCE_BYTES = 12;

/**
 * The AEAD nonce of record `seq`: the IV XOR the big-endian `seq`, left-padded with zeros (RFC 8446 §5.3). Allocates nothing.
 * @param iv - 12 bytes, fixed for one direction and one key; not modified.
 * @param seq - integer, 0 <= seq < 2^53; one (key, seq) pair is sealed at most once, ever.
 * @param out - 12 bytes, overwritten. May not be `iv`. Throws RangeError on a wrong size or `seq`: our bug, never a peer's doing.
 */
export function recordNonce(iv: Uint8Array, seq: number, out: Uint8Array): void {
  if (iv.length !== NONCE_BYTES || out.length !== NONCE_BYTES || iv === out)
    throw new RangeError('IV and nonce are 12 bytes each, and two');
  if (!Number.isSafeInteger(seq) || seq < 0) throw new RangeError('seq is not within 0 to 2^53 - 1');
  out.set(iv);
  xorUint32(out, 4, Math.floor(seq / 2 ** 32));
  xorUint32(out, 8, seq); // the shifts below take it modulo 2^32
}

function xorUint32(out: Uint8Array, at: number, value: number): void {
  out[at]! ^= value >>> 24;
  out[at + 1]! ^= value >>> 16;
  out[at + 2]! ^= value >>> 8;
  out[at + 3]! ^= value;
}
