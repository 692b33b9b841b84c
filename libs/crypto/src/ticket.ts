import type { Keyring } from './keyring.js';
import { ONE_TIME_OVERHEAD, openOnce, sealOnce } from './one-time-seal.js';
import { randomBytes } from './random.js';

const EPOCH_ID_BYTES = 4;
const dummyKey = randomBytes(32); // does the work of an epoch that does not exist

/** What a ticket adds to its plaintext: epoch id, salt and tag, 52 bytes. */
export const TICKET_OVERHEAD = EPOCH_ID_BYTES + ONE_TIME_OVERHEAD;

/**
 * Seals a ticket under the current epoch: u32be epoch id ‖ 32 random bytes of salt ‖ AES-256-GCM ciphertext ‖ 16-byte tag.
 * Key = HKDF(epoch key, salt, label('ticket')), nonce zero (the key is used once), AAD = epoch id ‖ `aad`.
 * @returns fresh bytes. Throws RangeError where no epoch may issue at `nowMs`: ask `keyring.current` before.
 */
export function sealTicket(keyring: Keyring, nowMs: number, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const epoch = keyring.current(nowMs);
  if (!epoch) throw new RangeError('no epoch may issue tickets now');
  const id = Buffer.allocUnsafe(EPOCH_ID_BYTES);
  id.writeUInt32BE(epoch.id);
  return Buffer.concat([id, sealOnce(epoch.key, 'ticket', Buffer.concat([id, aad]), plaintext)]);
}

/**
 * Opens a ticket that anybody may have sent.
 * @returns fresh plaintext, owned (and to be wiped) by the caller; one undefined for every failure. An unknown or ended epoch
 * costs the same work as a forged ticket of a known one, so neither time nor answer tells them apart.
 */
export function openTicket(keyring: Keyring, nowMs: number, aad: Uint8Array, ticket: Uint8Array): Uint8Array | undefined {
  if (ticket.length < TICKET_OVERHEAD) return undefined;
  const id = ticket.subarray(0, EPOCH_ID_BYTES);
  const epoch = keyring.find(new DataView(id.buffer, id.byteOffset).getUint32(0), nowMs);
  const opened = openOnce(epoch?.key ?? dummyKey, 'ticket', Buffer.concat([id, aad]), ticket.subarray(EPOCH_ID_BYTES));
  return epoch ? opened : undefined;
}
