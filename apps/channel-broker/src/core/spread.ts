/**
 * The routers in an order of their own for each grant, so that clients spread over them. Not a matter of security: the seed is 4 bytes
 * of the grant's fresh public key.
 */
export function spread<T>(list: readonly T[], seed: Uint8Array): readonly T[] {
  const order = [...list];
  let state = new DataView(seed.buffer, seed.byteOffset).getUint32(0) || 1;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state ^= state << 13; // xorshift32 (Marsaglia 2003)
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
