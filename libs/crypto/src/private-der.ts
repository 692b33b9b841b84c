import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { asBuffer } from './as-buffer.js';
import { isOneSequence } from './der.js';
import { equal } from './hash.js';
import { KeyError } from './key-error.js';
import { readPkcs8, spkiKey } from './pkcs8.js';
import { checkRsaParts } from './rsa-check.js';
import { readPkcs1 } from './rsa-parts.js';

/**
 * Imports a plain private key. RSA numbers are checked before OpenSSL sees them, so that what is wrong has a name, and a public half
 * in the file must belong to the private one.
 * @param der - not kept; the caller wipes it.
 * Throws KeyError `key_damaged`, `weak_key` or `key_unsupported`.
 */
export function importPrivateDer(der: Uint8Array, type: 'pkcs1' | 'pkcs8'): KeyObject {
  if (!isOneSequence(der)) throw new KeyError('key_damaged'); // OpenSSL would ignore what follows the key
  const pkcs8 = type === 'pkcs8' ? readPkcs8(der) : undefined;
  if (!pkcs8) checkRsaParts(readPkcs1(der));
  else if (pkcs8.algorithm === 'rsa') checkRsaParts(readPkcs1(pkcs8.key));
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: asBuffer(der), format: 'der', type });
  } catch (cause) {
    throw new KeyError('key_damaged', undefined, { cause });
  }
  if (pkcs8?.publicKey && !equal(pkcs8.publicKey.subarray(1), spkiKey(spkiOf(key)))) throw halvesDiffer();
  return key;
}

export const spkiOf = (key: KeyObject): Uint8Array => createPublicKey(key).export({ type: 'spki', format: 'der' });

export const halvesDiffer = (): KeyError => new KeyError('key_damaged', 'private and public half do not match');
