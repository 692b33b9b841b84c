import type { Secret } from '@keyway/crypto';
import { WireError } from '@keyway/wire';

/** The key-encryption key, 32 bytes, owned (and to be wiped) by the caller. Throws WireError `key_damaged` for a file that holds none. */
export function kekOf(text: Secret): Uint8Array {
  const kek = text.use((bytes) => Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64'));
  if (kek.length !== 32) throw new WireError('key_damaged', 'AUTH_KEK_FILE holds 32 bytes in base64');
  return kek;
}
