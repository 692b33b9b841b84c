const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_BYTES = 32;
const ID_CHARACTERS = 52;

/**
 * A client id, channel id or fingerprint as text: RFC 4648 §6 base32, lower case, no padding.
 * @param id - 32 bytes; RangeError otherwise.
 * @returns 52 characters; the last stands for one bit only.
 */
export function encodeId(id: Uint8Array): string {
  if (id.length !== ID_BYTES) throw new RangeError('an id is 32 bytes');
  return encodeBase32(id);
}

/**
 * Reads what `encodeId` wrote, in either case. Strict: one text, one id.
 * @returns 32 fresh bytes; undefined on a wrong length, a foreign character or set trailing bits.
 */
export function decodeId(text: string): Uint8Array | undefined {
  return text.length === ID_CHARACTERS ? decodeBase32(text) : undefined;
}

/** RFC 4648 §6, lower case, no padding, any length. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff; // at most 4 bits wait for the next byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31]!;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31]! : text;
}

/** The inverse; undefined on padding, a foreign character, an impossible length or set trailing bits. */
export function decodeBase32(text: string): Uint8Array | undefined {
  if (!/^[a-z2-7]*$/i.test(text)) return undefined; // before lower-casing, which maps some foreign letters to ours
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let at = 0;
  let bits = 0;
  let value = 0;
  for (const character of text.toLowerCase()) {
    value = ((value << 5) | ALPHABET.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = value >> bits;
    }
  }
  return bits < 5 && (value & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
