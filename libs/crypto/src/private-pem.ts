import type { KeyObject } from 'node:crypto';
import { equal } from './hash.js';
import { KeyError } from './key-error.js';
import { openPkcs8, sealPkcs8 } from './pbes2.js';
import { decodePem, encodePem, type PemBlock } from './pem.js';
import { halvesDiffer, importPrivateDer, spkiOf } from './private-der.js';
import type { Secret } from './secret.js';
import { wipe } from './wipe.js';

const PLAIN = 'PRIVATE KEY';
const ENCRYPTED = 'ENCRYPTED PRIVATE KEY';
const PKCS1 = 'RSA PRIVATE KEY';
const PUBLIC = 'PUBLIC KEY';

/**
 * Reads a private key file: one block of PKCS#8, plain or encrypted (PBES2), or of PKCS#1, and at most one block with its public key,
 * which must belong to it.
 * @param importDer - is lent the plain DER; must not keep it.
 * Throws KeyError with any reason; all plain bytes are wiped before it returns.
 */
export function readPrivatePem(pem: string | Uint8Array, passphrase: Secret | undefined, importDer = importPrivateDer): KeyObject {
  const { secret, publicKey } = sortBlocks(decodePem(pem));
  let plain = secret.bytes;
  try {
    if (secret.label === ENCRYPTED) {
      if (!passphrase) throw new KeyError('passphrase_required');
      plain = openPkcs8(secret.bytes, passphrase);
    }
    const key = importDer(plain, secret.label === PKCS1 ? 'pkcs1' : 'pkcs8');
    if (publicKey && !equal(spkiOf(key), publicKey.bytes)) throw halvesDiffer();
    return key;
  } finally {
    wipe(plain, secret.bytes);
  }
}

/**
 * Writes PKCS#8 PEM, encrypted where a passphrase is given, followed by the public key: an Ed25519 or X25519 private key is any
 * 32 bytes, so nothing else would show a damaged file. OpenSSL reads the first block and skips the second.
 * The text is secret; it cannot be wiped: write it and drop it.
 */
export function writePrivatePem(key: KeyObject, passphrase?: Secret): string {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  try {
    const secret = passphrase ? encodePem(ENCRYPTED, sealPkcs8(pkcs8, passphrase)) : encodePem(PLAIN, pkcs8);
    return secret + encodePem(PUBLIC, spkiOf(key));
  } finally {
    wipe(pkcs8);
  }
}

function sortBlocks(blocks: readonly PemBlock[]): { readonly secret: PemBlock; readonly publicKey: PemBlock | undefined } {
  const foreign = blocks.find(({ label }) => ![PLAIN, ENCRYPTED, PKCS1, PUBLIC].includes(label));
  if (foreign) throw new KeyError('key_unsupported', foreign.label);
  const [publicKey, ...morePublic] = blocks.filter(({ label }) => label === PUBLIC);
  const [secret, ...moreSecret] = blocks.filter(({ label }) => label !== PUBLIC);
  if (!secret) throw new KeyError('key_unsupported', 'a public key where a private one is needed');
  if (moreSecret.length > 0 || morePublic.length > 0) throw new KeyError('key_damaged', 'more than one key in the file');
  return { secret, publicKey };
}
