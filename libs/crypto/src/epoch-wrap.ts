import { createEpoch, EPOCH_KEY_BYTES, type Epoch } from './keyring.js';
import { openOnce, sealOnce } from './one-time-seal.js';
import { wipe } from './wipe.js';

const KEY_AT = 28; // u32 id and three u64 times come before it
const EPOCH_BYTES = KEY_AT + EPOCH_KEY_BYTES;
const KEK_BYTES = 32;

/**
 * An epoch at rest: 32 bytes of salt ‖ AES-256-GCM(u32be id ‖ u64be notBefore ‖ u64be issueUntil ‖ u64be acceptUntil ‖ key) ‖ tag, 108 bytes,
 * under HKDF(kek, salt, label('epoch-wrap')).
 * @param kek - key-encryption key, 32 bytes (RangeError otherwise), kept in a file outside the database.
 * @param aad - what the row belongs to (the name of its keyring): one wrapped for another purpose does not open.
 */
export function wrapEpoch(kek: Uint8Array, epoch: Epoch, aad: Uint8Array): Uint8Array {
  checkKek(kek);
  const plain = Buffer.alloc(EPOCH_BYTES);
  try {
    plain.writeUInt32BE(epoch.id, 0);
    plain.writeBigUInt64BE(BigInt(epoch.notBeforeMs), 4);
    plain.writeBigUInt64BE(BigInt(epoch.issueUntilMs), 12);
    plain.writeBigUInt64BE(BigInt(epoch.acceptUntilMs), 20);
    plain.set(epoch.key, KEY_AT);
    return sealOnce(kek, 'epoch-wrap', aad, plain);
  } finally {
    wipe(plain);
  }
}

/** The inverse. One undefined for a wrong key, a damaged or moved row. The epoch does not print its key. */
export function unwrapEpoch(kek: Uint8Array, wrapped: Uint8Array, aad: Uint8Array): Epoch | undefined {
  checkKek(kek);
  const plain = openOnce(kek, 'epoch-wrap', aad, wrapped);
  if (plain?.length !== EPOCH_BYTES) return undefined;
  const view = new DataView(plain.buffer, plain.byteOffset);
  try {
    return createEpoch({
      id: view.getUint32(0),
      notBeforeMs: Number(view.getBigUint64(4)),
      issueUntilMs: Number(view.getBigUint64(12)),
      acceptUntilMs: Number(view.getBigUint64(20)),
      key: plain.subarray(KEY_AT),
    });
  } finally {
    wipe(plain);
  }
}

function checkKek(kek: Uint8Array): void {
  if (kek.length !== KEK_BYTES) throw new RangeError('a key-encryption key is 32 bytes');
}
