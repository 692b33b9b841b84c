import { randomBytes } from './random.js';
import { toComponents, writeComponents, type RsaComponents } from './rsa-components.js';
import { writePrivateJwk, writePublicJwk } from './jwk.js';
import { KeyError } from './key-error.js';
import { newCipher } from './openssh-cipher.js';
import { writeOpenSsh, type OpenSshSecrets } from './openssh-private.js';
import { encodePem } from './pem.js';
import { ed25519Seed, readPkcs8, spkiKey } from './pkcs8.js';
import type { PrivateIdentity } from './private-identity.js';
import type { PublicIdentity } from './public-identity.js';
import { readPkcs1 } from './rsa-parts.js';
import type { Secret } from './secret.js';
import { writeSshLine } from './ssh-public.js';
import { wipe } from './wipe.js';

export const privateFormats = ['pkcs8', 'pkcs1', 'openssh', 'jwk', 'components'] as const;
export type PrivateFormat = (typeof privateFormats)[number];

export const publicFormats = ['spki', 'ssh', 'jwk', 'pkcs1'] as const;
export type PublicFormat = (typeof publicFormats)[number];

export interface ExportOptions {
  /** Encrypts the file: PKCS#8 by PBES2, OpenSSH by AES-256-CTR and bcrypt (24 rounds, 0.3 s). The other formats cannot. */
  readonly passphrase?: Secret | undefined;
}

/**
 * Writes a private key as text: PEM, OpenSSH armour, or one line of JSON (`components` are hexadecimal numbers; `exportComponents` gives bytes).
 * The text is secret and cannot be wiped: write it and drop it.
 * Rejects with KeyError `key_unsupported` where the format does not know the kind of key or has no encryption.
 */
export async function exportPrivateKey(
  identity: PrivateIdentity,
  format: PrivateFormat,
  { passphrase }: ExportOptions = {},
): Promise<string> {
  if (passphrase && format !== 'pkcs8' && format !== 'openssh') {
    throw new KeyError('key_unsupported', `${format} knows no passphrase: take pkcs8 or openssh`);
  }
  if (format === 'pkcs8') return identity.toPem(passphrase);
  const pkcs8 = identity.toPkcs8();
  try {
    switch (format) {
      case 'pkcs1':
        return encodePem('RSA PRIVATE KEY', rsaKey(pkcs8, format));
      case 'openssh':
        return await openSsh(identity.public, pkcs8, passphrase);
      case 'jwk':
        return writePrivateJwk(pkcs8);
      case 'components': {
        const components = toComponents(rsaKey(pkcs8, format));
        const text = writeComponents(components);
        wipe(...Object.values(components));
        return text;
      }
    }
  } finally {
    wipe(pkcs8);
  }
}

/** The numbers of an RSA key in fresh bytes, which the caller wipes. Throws KeyError `key_unsupported` for Ed25519. */
export function exportComponents(identity: PrivateIdentity): RsaComponents {
  const pkcs8 = identity.toPkcs8();
  try {
    return toComponents(rsaKey(pkcs8, 'components'));
  } finally {
    wipe(pkcs8);
  }
}

/** Writes a public key as text, with a line feed at the end. Throws KeyError `key_unsupported` for PKCS#1 of an Ed25519 key. */
export function exportPublicKey(identity: PublicIdentity, format: PublicFormat): string {
  switch (format) {
    case 'spki':
      return encodePem('PUBLIC KEY', identity.spki);
    case 'ssh':
      return writeSshLine(identity);
    case 'jwk':
      return writePublicJwk(identity);
    case 'pkcs1':
      if (identity.kind === 'ed25519') throw onlyRsa(format);
      return encodePem('RSA PUBLIC KEY', spkiKey(identity.spki));
  }
}

/** RSAPrivateKey within PKCS#8: a view. */
function rsaKey(pkcs8: Uint8Array, format: string): Uint8Array {
  const { algorithm, key } = readPkcs8(pkcs8);
  if (algorithm !== 'rsa') throw onlyRsa(format);
  return key;
}

async function openSsh(identity: PublicIdentity, pkcs8: Uint8Array, passphrase: Secret | undefined): Promise<string> {
  const { algorithm, key } = readPkcs8(pkcs8);
  const secrets: OpenSshSecrets =
    algorithm === 'rsa' ? { kind: 'rsa', parts: readPkcs1(key) } : { kind: 'ed25519', seed: ed25519Seed(key) };
  const check = Buffer.from(randomBytes(4)).readUInt32BE();
  const encryption = passphrase && { cipher: newCipher(randomBytes(16)), passphrase };
  const bytes = await writeOpenSsh(identity, secrets, { check }, encryption);
  const text = encodePem('OPENSSH PRIVATE KEY', bytes, 70);
  wipe(bytes);
  return text;
}

const onlyRsa = (format: string): KeyError => new KeyError('key_unsupported', `${format} is a format of RSA keys only`);
