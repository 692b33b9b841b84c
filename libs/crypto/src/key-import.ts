import { readComponents, readPublicComponents, fromComponents, type RsaComponents } from './rsa-components.js';
import { readPrivateJwk, readPublicJwk } from './jwk.js';
import { KeyError } from './key-error.js';
import { recognise, type KeyFile } from './key-file.js';
import { openOpenSsh, readOpenSsh } from './openssh-private.js';
import { openPkcs8 } from './pbes2.js';
import { decodePem } from './pem.js';
import { PrivateIdentity } from './private-identity.js';
import { PublicIdentity } from './public-identity.js';
import { readPkcs1Public, type RsaPublicParts } from './rsa-parts.js';
import { fromRsaPublicParts } from './rsa-public.js';
import type { Secret } from './secret.js';
import { readSshLine } from './ssh-public.js';
import { wipe } from './wipe.js';

export interface ImportOptions {
  /** For an encrypted file; ignored for a plain one. */
  readonly passphrase?: Secret | undefined;
}

/**
 * Reads a private key in any form that `exportPrivateKey` writes, as text or bytes, told by its contents: PKCS#8 (plain or PBES2) and PKCS#1 as
 * PEM or DER, OpenSSH (plain, or AES with bcrypt), JWK, RSA numbers as JSON in hexadecimal or as bytes. The same rules hold on every way in:
 * RSA of 2,048, 3,072 or 4,096 bits with e = 65,537 and numbers that belong together, or Ed25519; two halves that match; one signature that verifies.
 * @param key - not kept and not changed: the caller wipes it.
 * Rejects with KeyError, any reason, and nothing else. An encrypted file takes 0.1 to 10 s, as long as it asks for.
 */
export async function importPrivateKey(
  key: string | Uint8Array | RsaComponents,
  { passphrase }: ImportOptions = {},
): Promise<PrivateIdentity> {
  if (typeof key !== 'string' && !ArrayBuffer.isView(key)) return fromComponents(key);
  const file = recognise(key);
  if (file.half === 'public') throw new KeyError('key_unsupported', 'a public key where a private one is needed');
  switch (file.form) {
    case 'pem':
      return PrivateIdentity.fromPem(file.text, passphrase);
    case 'der':
      return file.encrypted ? fromEncryptedDer(file.bytes, passphrase) : PrivateIdentity.fromDer(file.bytes, file.format);
    case 'openssh':
      try {
        return await openOpenSsh(readOpenSsh(file.bytes), passphrase);
      } finally {
        wipe(file.bytes);
      }
    case 'json':
      return file.format === 'jwk' ? readPrivateJwk(file.json) : readComponents(file.json);
  }
}

/**
 * Reads a public key, told by its contents: SPKI and PKCS#1 as PEM or DER, a line `ssh-rsa …` or `ssh-ed25519 …`, JWK, `n` and `e` as JSON in hexadecimal
 * or as bytes. Throws KeyError `key_damaged`, `weak_key` or `key_unsupported`; a private key is refused, for it has no business there.
 */
export function importPublicKey(key: string | Uint8Array | RsaPublicParts): PublicIdentity {
  if (typeof key !== 'string' && !ArrayBuffer.isView(key)) return fromRsaPublicParts(key);
  const file = recognise(key);
  if (file.half === 'private') throw new KeyError('key_unsupported', 'a private key where a public one is needed');
  return publicIdentityOf(file);
}

/** What can be told of a key file without its passphrase. */
export interface KeySummary {
  readonly half: 'private' | 'public';
  readonly format: KeyFile['format'];
  readonly encrypted: boolean;
  /** Undefined for an encrypted file without a public half. Of an encrypted file this is what it says of itself, and not proved. */
  readonly public: PublicIdentity | undefined;
}

/** Looks into a key file; a plain private key is checked as `importPrivateKey` does. Rejects with KeyError. */
export async function inspectKey(key: string | Uint8Array): Promise<KeySummary> {
  const file = recognise(key);
  const { half, format } = file;
  if (file.half === 'public') return { half, format, encrypted: false, public: publicIdentityOf(file) };
  if (file.form === 'openssh') {
    const { cipher, public: identity } = readOpenSsh(file.bytes);
    if (cipher) return { half, format, encrypted: true, public: identity };
  }
  if (!('encrypted' in file && file.encrypted)) return { half, format, encrypted: false, public: (await importPrivateKey(key)).public };
  return { half, format, encrypted: true, public: file.form === 'pem' ? publicBlock(file.text) : undefined };
}

type PublicFile = Extract<KeyFile, { half: 'public' }> | Extract<KeyFile, { form: 'json' }>;

function publicIdentityOf(file: PublicFile): PublicIdentity {
  switch (file.form) {
    case 'pem':
    case 'der':
      return file.format === 'spki' ? PublicIdentity.fromSpki(file.bytes) : fromRsaPublicParts(readPkcs1Public(file.bytes));
    case 'line':
      return readSshLine(file.text);
    case 'json':
      return file.format === 'jwk' ? readPublicJwk(file.json) : readPublicComponents(file.json);
  }
}

function publicBlock(pem: string): PublicIdentity | undefined {
  const block = decodePem(pem).find(({ label }) => label === 'PUBLIC KEY');
  return block && PublicIdentity.fromSpki(block.bytes);
}

function fromEncryptedDer(der: Uint8Array, passphrase: Secret | undefined): PrivateIdentity {
  if (!passphrase) throw new KeyError('passphrase_required');
  const pkcs8 = openPkcs8(der, passphrase);
  try {
    return PrivateIdentity.fromDer(pkcs8);
  } finally {
    wipe(pkcs8);
  }
}
