import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { asBuffer } from './as-buffer.js';
import { KeyError } from './key-error.js';
import { readPrivatePem, writePrivatePem } from './private-pem.js';
import type { Secret } from './secret.js';
import { untraced } from './untraced.js';
import { wipe } from './wipe.js';

export const X25519_BYTES = 32;

/** An X25519 key pair (RFC 7748 §5), ephemeral or a service's static one. */
export class X25519Key {
  #key: KeyObject | undefined;
  /** 32 bytes; not to be modified. */
  readonly publicKey: Uint8Array;

  private constructor(key: KeyObject, publicKey = createPublicKey(key)) {
    this.#key = key;
    this.publicKey = rawPublic(publicKey);
  }

  /** A fresh pair, 21 µs. */
  static generate(): X25519Key {
    const pair = generateKeyPairSync('x25519'); // cheaper than importing 32 random bytes (37 µs)
    return new X25519Key(pair.privateKey, pair.publicKey);
  }

  /** @param raw - 32 bytes (RangeError otherwise), copied: the caller wipes its own. Clamping is done on use (RFC 7748 §5). */
  static fromPrivate(raw: Uint8Array): X25519Key {
    if (raw.length !== X25519_BYTES) throw new RangeError('an X25519 key is 32 bytes');
    const der = Buffer.concat([pkcs8Head, raw]);
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    wipe(der);
    return new X25519Key(key);
  }

  /** Reads PKCS#8 PEM, plain or encrypted. Throws KeyError; `key_unsupported` for keys of another algorithm. */
  static fromPem(pem: string | Uint8Array, passphrase?: Secret): X25519Key {
    const key = readPrivatePem(pem, passphrase);
    if (key.asymmetricKeyType !== 'x25519') throw new KeyError('key_unsupported', key.asymmetricKeyType);
    return new X25519Key(key);
  }

  /** PKCS#8 PEM (RFC 8410), encrypted where a passphrase is given. */
  toPem(passphrase?: Secret): string {
    return writePrivatePem(this.#usable(), passphrase);
  }

  /**
   * The shared secret with a peer (RFC 7748 §6.1), 30 µs.
   * @param peerPublic - from anybody.
   * @returns 32 bytes, owned (and to be wiped) by the caller; undefined for a wrong length and for points of small order,
   * whose shared secret would be all zero. Throws Error once wiped.
   */
  agree(peerPublic: Uint8Array): Uint8Array | undefined {
    const privateKey = this.#usable();
    if (peerPublic.length !== X25519_BYTES) return undefined;
    try {
      const key = { kty: 'OKP', crv: 'X25519', x: asBuffer(peerPublic).toString('base64url') };
      return nonZero(untraced(() => diffieHellman({ privateKey, publicKey: createPublicKey({ key, format: 'jwk' }) })));
    } catch {
      return undefined; // OpenSSL refuses the all-zero result itself
    }
  }

  /** Drops the private half; `agree` and `toPem` throw from here on. */
  wipe(): void {
    this.#key = undefined;
  }

  #usable(): KeyObject {
    if (!this.#key) throw new Error('X25519 key was wiped');
    return this.#key;
  }
}

/** RFC 8410 §7: everything of a private X25519 key in DER but its last 32 bytes. Node 22 knows no raw formats. */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');
/** By way of JWK (RFC 8037 §2), which costs as little as a raw export and half as much as DER. */
const rawPublic = (key: KeyObject): Uint8Array => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');

/** Belt and braces, in constant time: not every provider checks (RFC 7748 §6.1 leaves it to the caller). */
const nonZero = (shared: Uint8Array): Uint8Array | undefined => (shared.reduce((or, byte) => or | byte, 0) === 0 ? undefined : shared);
