import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { asBuffer } from './as-buffer.js';
import { KeyError } from './key-error.js';
import { readPrivatePem, writePrivatePem } from './private-pem.js';
import type { Secret } from './secret.js';
import { untraced } from './untraced.js';

export const X25519_BYTES = 32;

/** An X25519 key pair (RFC 7748 §5), ephemeral or a service's static one. */
export class X25519Key {
  #key: KeyObject | undefined;
  /** 32 bytes; not to be modified. */
  readonly publicKey: Uint8Array;

  private constructor(key: KeyObject, publicKey = createPublicKey(key)) {
    this.#key = key;
    this.publicKey = publicKey.export({ format: 'raw-public' });
  }

  /** A fresh pair, 21 µs. */
  static generate(): X25519Key {
    const pair = generateKeyPairSync('x25519'); // cheaper than importing 32 random bytes (37 µs)
    return new X25519Key(pair.privateKey, pair.publicKey);
  }

  /** @param raw - 32 bytes (RangeError otherwise), copied: the caller wipes its own. Clamping is done on use (RFC 7748 §5). */
  static fromPrivate(raw: Uint8Array): X25519Key {
    if (raw.length !== X25519_BYTES) throw new RangeError('an X25519 key is 32 bytes');
    return new X25519Key(createPrivateKey({ key: asBuffer(raw), format: 'raw-private', asymmetricKeyType: 'x25519' }));
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
      const key = { key: asBuffer(peerPublic), format: 'raw-public', asymmetricKeyType: 'x25519' } as const;
      return nonZero(untraced(() => diffieHellman({ privateKey, publicKey: createPublicKey(key) })));
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

/** Belt and braces, in constant time: not every provider checks (RFC 7748 §6.1 leaves it to the caller). */
const nonZero = (shared: Uint8Array): Uint8Array | undefined => (shared.reduce((or, byte) => or | byte, 0) === 0 ? undefined : shared);
