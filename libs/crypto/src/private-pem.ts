import { createPrivateKey, type KeyObject } from 'node:crypto';
import { KeyError } from './key-error.js';
import { openPkcs8, sealPkcs8 } from './pbes2.js';
import { decodePem, encodePem } from './pem.js';
import type { Secret } from './secret.js';
import { wipe } from './wipe.js';

/**
 * Reads a private key file: PKCS#8 plain or encrypted (PBES2), or PKCS#1.
 * @param check - looks at the plain DER before it is imported and throws KeyError to refuse it; must not keep it.
 * Throws KeyError with every reason but `weak_key`; all plain bytes are wiped before it returns.
 */
export function readPrivatePem(
  pem: string | Uint8Array,
  passphrase: Secret | undefined,
  check?: (key: KeyObject, type: 'pkcs1' | 'pkcs8', der: Uint8Array) => void,
): KeyObject {
  const block = decodePem(pem);
  let plain = block.bytes;
  try {
    if (block.label === 'ENCRYPTED PRIVATE KEY') {
      if (!passphrase) throw new KeyError('passphrase_required');
      plain = openPkcs8(block.bytes, passphrase);
    } else if (block.label !== 'PRIVATE KEY' && block.label !== 'RSA PRIVATE KEY') {
      throw new KeyError('key_unsupported', block.label);
    }
    const type = block.label === 'RSA PRIVATE KEY' ? 'pkcs1' : 'pkcs8';
    const key = importDer(plain, type);
    check?.(key, type, plain);
    return key;
  } finally {
    wipe(plain, block.bytes);
  }
}

/** Writes PKCS#8 PEM, encrypted where a passphrase is given. The text is secret; it cannot be wiped: write it and drop it. */
export function writePrivatePem(key: KeyObject, passphrase?: Secret): string {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  try {
    if (passphrase) return encodePem('ENCRYPTED PRIVATE KEY', sealPkcs8(pkcs8, passphrase));
    return encodePem('PRIVATE KEY', pkcs8);
  } finally {
    wipe(pkcs8);
  }
}

function importDer(der: Uint8Array, type: 'pkcs1' | 'pkcs8'): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(der.buffer, der.byteOffset, der.length), format: 'der', type });
  } catch (cause) {
    throw new KeyError('key_damaged', undefined, { cause });
  }
}
