import type { KeyObject } from 'node:crypto';
import { KeyError } from './key-error.js';

/** The kinds of long-term key there are; everything else is refused by name. */
export type IdentityKind = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'ed25519';

export const rsaBits = { 'rsa-2048': 2048, 'rsa-3072': 3072, 'rsa-4096': 4096 } as const;

const PUBLIC_EXPONENT = 65537n;

/**
 * The kind of this key, public or private. Throws KeyError: `weak_key` for RSA below 2,048 bits or with another exponent
 * than 65,537; `key_unsupported` for other sizes and algorithms. The message names them.
 */
export function identityKind(key: KeyObject): IdentityKind {
  const type = key.asymmetricKeyType;
  if (type === 'ed25519') return 'ed25519';
  if (type !== 'rsa') throw new KeyError('key_unsupported', type ?? 'unknown algorithm');
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  const name = `rsa-${modulusLength}`;
  if (modulusLength < 2048) throw new KeyError('weak_key', name);
  if (publicExponent !== PUBLIC_EXPONENT) throw new KeyError('weak_key', `${name} with e other than 65537`);
  if (!isRsaKind(name)) throw new KeyError('key_unsupported', name);
  return name;
}

export const isRsaKind = (kind: string): kind is keyof typeof rsaBits => Object.hasOwn(rsaBits, kind);
