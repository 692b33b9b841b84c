import { constants, createPublicKey, publicEncrypt, verify, type KeyObject } from 'node:crypto';
import { asBuffer } from './as-buffer.js';
import { isSoundEd25519 } from './ed25519-point.js';
import { equal, sha256 } from './hash.js';
import { identityKind, type IdentityKind } from './identity-kind.js';
import { KeyError } from './key-error.js';
import { untraced } from './untraced.js';

/** RSASSA-PSS (RFC 8017 §8.1) with SHA-256, MGF1-SHA-256 and a salt of exactly 32 bytes. */
export const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } as const;

/** RSAES-OAEP (RFC 8017 §7.1) with SHA-256 for both hashes and our own label. */
export const OAEP = {
  padding: constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: 'sha256',
  oaepLabel: Buffer.from('keyway/1 grant-share'),
} as const;

export const SHARE_BYTES = 32;

const LARGEST_SPKI = 550; // RSA-4096
const ED25519_POINT_AT = 12; // in its SPKI of 44 bytes

/** The public half of a long-term key: what an address names, what signatures are checked with. */
export class PublicIdentity {
  readonly #key: KeyObject;
  readonly kind: IdentityKind;
  /** SubjectPublicKeyInfo (RFC 5280 §4.1, RFC 8410), canonical DER: 44 bytes for Ed25519, 294, 422 or 550 for RSA. Not to be modified. */
  readonly spki: Uint8Array;
  /** SHA-256 of `spki`, 32 bytes: the client id. Not to be modified. */
  readonly fingerprint: Uint8Array;

  private constructor(key: KeyObject, kind: IdentityKind, spki: Uint8Array) {
    this.#key = key;
    this.kind = kind;
    this.spki = spki;
    this.fingerprint = sha256(spki);
  }

  /**
   * @param der - canonical SPKI from anybody: its re-encoding must be the same bytes, so that one key has one id; copied.
   * Throws KeyError: `key_damaged`, `weak_key` (RSA below 2,048 bits or e other than 65,537, Ed25519 points of small order)
   * or `key_unsupported`. 45 to 70 µs: look keys up by id first.
   */
  static fromSpki(der: Uint8Array): PublicIdentity {
    if (der.length > LARGEST_SPKI + 4096) throw new KeyError('key_unsupported', `${der.length} bytes`);
    const key = importSpki(der);
    const kind = identityKind(key);
    const spki = key.export({ type: 'spki', format: 'der' });
    if (!equal(spki, der)) throw new KeyError('key_damaged', 'not canonical DER');
    if (kind === 'ed25519' && !isSoundEd25519(spki.subarray(ED25519_POINT_AT))) throw new KeyError('weak_key', 'ed25519 point');
    return new PublicIdentity(key, kind, spki);
  }

  /** RSASSA-PSS or Ed25519 (RFC 8032 §5.1.7). False for every wrong or malformed signature; never throws on a peer's bytes. */
  verify(message: Uint8Array, signature: Uint8Array): boolean {
    try {
      if (this.kind === 'ed25519') return verify(null, message, this.#key, signature);
      return untraced(() => verify('sha256', message, { key: this.#key, ...PSS }, signature));
    } catch {
      return false;
    }
  }

  /**
   * Encrypts a share to this key by RSA-OAEP; only RSA keys can (KeyError `key_unsupported`: our bug, ask `kind` first).
   * @param share - 32 bytes (RangeError otherwise); the caller wipes it.
   * @returns as many bytes as the modulus has: 256, 384 or 512.
   */
  sealShare(share: Uint8Array): Uint8Array {
    if (this.kind === 'ed25519') throw new KeyError('key_unsupported', 'ed25519 cannot take a share');
    if (share.length !== SHARE_BYTES) throw new RangeError('a share is 32 bytes');
    return untraced(() => publicEncrypt({ key: this.#key, ...OAEP }, share));
  }
}

function importSpki(der: Uint8Array): KeyObject {
  try {
    return untraced(() => createPublicKey({ key: asBuffer(der), format: 'der', type: 'spki' }));
  } catch (cause) {
    throw new KeyError('key_damaged', undefined, { cause });
  }
}
