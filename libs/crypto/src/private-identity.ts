import { createPublicKey, generateKeyPair, generateKeyPairSync, privateDecrypt, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { isRsaKind, rsaBits, type IdentityKind } from './identity-kind.js';
import { KeyError } from './key-error.js';
import { importPrivateDer } from './private-der.js';
import { readPrivatePem, writePrivatePem } from './private-pem.js';
import { OAEP, PSS, PublicIdentity, SHARE_BYTES } from './public-identity.js';
import type { Secret } from './secret.js';

const generatePair = promisify(generateKeyPair);
const signInPool = promisify(sign);

const DEFAULT_KIND = 'rsa-3072';

/** A long-term key. The private half lives in a `KeyObject`: outside the JavaScript heap, and nothing prints it. */
export class PrivateIdentity {
  readonly #key: KeyObject;
  readonly public: PublicIdentity;

  private constructor(key: KeyObject) {
    this.#key = key;
    this.public = PublicIdentity.fromSpki(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  }

  /** A fresh key. RSA blocks the event loop for 0.1 to several seconds: prefer `generateAsync` in a service. */
  static generate(kind: IdentityKind = DEFAULT_KIND): PrivateIdentity {
    const pair = isRsaKind(kind) ? generateKeyPairSync('rsa', { modulusLength: rsaBits[kind] }) : generateKeyPairSync('ed25519');
    return new PrivateIdentity(pair.privateKey);
  }

  /** A fresh key, made in the thread pool. */
  static async generateAsync(kind: IdentityKind = DEFAULT_KIND): Promise<PrivateIdentity> {
    const pair = isRsaKind(kind) ? await generatePair('rsa', { modulusLength: rsaBits[kind] }) : await generatePair('ed25519', {});
    return new PrivateIdentity(pair.privateKey);
  }

  /**
   * Reads PKCS#8 (plain, or PBES2-encrypted: takes as long as its iteration count asks) or PKCS#1 PEM.
   * RSA parts are checked against each other, and the key must sign and verify once.
   * Throws KeyError with any reason. A passphrase for a plain key is ignored.
   */
  static fromPem(pem: string | Uint8Array, passphrase?: Secret): PrivateIdentity {
    return PrivateIdentity.#proved(readPrivatePem(pem, passphrase));
  }

  /** The same for plain DER, which is not kept: the caller wipes it. */
  static fromDer(der: Uint8Array, type: 'pkcs1' | 'pkcs8' = 'pkcs8'): PrivateIdentity {
    return PrivateIdentity.#proved(importPrivateDer(der, type));
  }

  static #proved(key: KeyObject): PrivateIdentity {
    const identity = new PrivateIdentity(key);
    if (!identity.#worksOnce()) throw new KeyError('key_damaged', 'it does not verify its own signature');
    return identity;
  }

  /**
   * PKCS#8 PEM; with a passphrase encrypted by PBES2 (PBKDF2-HMAC-SHA256, 600,000 iterations, AES-256-CBC; 0.1 to 0.3 s).
   * Any OpenSSL reads it.
   */
  toPem(passphrase?: Secret): string {
    return writePrivatePem(this.#key, passphrase);
  }

  /** Plain PKCS#8 DER in fresh bytes, which the caller wipes. */
  toPkcs8(): Uint8Array {
    return this.#key.export({ type: 'pkcs8', format: 'der' });
  }

  /**
   * RSASSA-PSS-SHA256 with a salt of 32 bytes, or Ed25519. Blocks: 0.02 ms for Ed25519, 0.2 to 3.5 ms for RSA.
   * @param message - made with `signedBytes`.
   * @returns 64 bytes for Ed25519, 256, 384 or 512 for RSA.
   */
  sign(message: Uint8Array): Uint8Array {
    if (this.public.kind === 'ed25519') return sign(null, message, this.#key);
    return sign('sha256', message, { key: this.#key, ...PSS });
  }

  /** `sign` in the thread pool. `message` must not change until it settles. */
  signAsync(message: Uint8Array): Promise<Uint8Array> {
    if (this.public.kind === 'ed25519') return signInPool(null, message, this.#key);
    return signInPool('sha256', message, { key: this.#key, ...PSS });
  }

  /**
   * Opens what `PublicIdentity.sealShare` made.
   * @returns 32 bytes, owned (and to be wiped) by the caller; one undefined for every failure, an Ed25519 key included.
   * The padding check is OpenSSL's constant-time one; its single error is all that leaves it.
   */
  openShare(ciphertext: Uint8Array): Uint8Array | undefined {
    if (this.public.kind === 'ed25519' || ciphertext.length !== modulusBytes(this.public.kind)) return undefined; // RFC 8017 §7.1.2, step 1
    try {
      const share = privateDecrypt({ key: this.#key, ...OAEP }, ciphertext);
      return share.length === SHARE_BYTES ? share : undefined;
    } catch {
      return undefined;
    }
  }

  #worksOnce(): boolean {
    const probe = Buffer.from('keyway/1 self-test');
    try {
      return this.public.verify(probe, this.sign(probe));
    } catch {
      return false;
    }
  }
}

/** OpenSSL takes shorter ciphertexts for numbers with leading zeros. */
const modulusBytes = (kind: Exclude<IdentityKind, 'ed25519'>): number => rsaBits[kind] / 8;
