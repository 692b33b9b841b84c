import NodeRSA from 'node-rsa';
import { KeyError } from './key-error.js';

/**
 * Refuses RSA private keys whose parts do not belong together. OpenSSL imports them, and a signature made with one wrong CRT
 * value gives the key away (Boneh, DeMillo, Lipton 1997). node-rsa recomputes n, d, p, q, dP, dQ and qInv from each other.
 * @param der - PKCS#1 or PKCS#8, plain; not kept.
 * Throws KeyError `key_damaged`.
 */
export function checkRsaParts(der: Uint8Array, type: 'pkcs1' | 'pkcs8'): void {
  const key = new NodeRSA();
  try {
    key.importKey(der, `${type}-private-der`);
    if (!key.isPrivate()) throw new Error('not a private key');
  } catch (cause) {
    throw new KeyError('key_damaged', 'RSA parts do not match', { cause });
  } finally {
    key.keyPair.destroy();
  }
}
