/** Builds the fixed byte layouts that are hashed, signed and MACed. Integers are big-endian; docs/protocol.md lists each layout. */
export const u8 = (value: number): Uint8Array => Uint8Array.of(value);
export const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value & 0xff);

export const u32 = (value: number): Uint8Array => concat(u16(value >>> 16), u16(value & 0xffff));

export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** The most bytes `vector` can hold. */
export const longestVector = 0xffff;

/** 2-byte length and the bytes. Throws RangeError over `longestVector`: two inputs would share one encoding. */
export function vector(bytes: Uint8Array): Uint8Array {
  if (bytes.length > longestVector) throw new RangeError('too long for its length of 2 bytes');
  return concat(u16(bytes.length), bytes);
}

/** 1-byte count and 2 bytes for each id. */
export const ids = (list: readonly number[]): Uint8Array => concat(u8(list.length), ...list.map(u16));

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = new Uint8Array(length);
  let pos = 0;
  for (const part of parts) {
    bytes.set(part, pos);
    pos += part.length;
  }
  return bytes;
}
