/**
 * Whether an Ed25519 public key (RFC 8032 §5.1.2, 32 bytes) may be an identity. Refused are encodings that are not canonical
 * (y >= p: a second name for the same key) and the points of small order, for which anybody can make signatures.
 */
export function isSoundEd25519(point: Uint8Array): boolean {
  let y = 0n;
  for (let i = 31; i >= 0; i -= 1) y = (y << 8n) | BigInt(i === 31 ? point[i]! & 0x7f : point[i]!);
  return y < P && !smallOrder.has(y);
}

const P = 2n ** 255n - 19n;

/** The y of all points whose order divides 8: the neutral element, order 2, order 4 and the two of order 8. */
const smallOrder: ReadonlySet<bigint> = new Set([
  1n,
  P - 1n,
  0n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  P - 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
]);
