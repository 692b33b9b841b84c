import { der, DerReader, Tag } from './der.js';
import { KeyError } from './key-error.js';

const ED25519 = Buffer.from('2b6570', 'hex'); // 1.3.101.112, RFC 8410 §3
const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const RSA = '2a864886f70d010101';
const ATTRIBUTES = 0xa0;
const PUBLIC_KEY = 0x81;

/** PrivateKeyInfo or OneAsymmetricKey (RFC 5958 §2). Views. */
export interface Pkcs8 {
  readonly algorithm: 'rsa' | 'ed25519' | 'other';
  /** What the algorithm keeps there: RSAPrivateKey, or an OCTET STRING with the seed. */
  readonly key: Uint8Array;
  /** Contents of the BIT STRING, as in the SPKI; OpenSSL does not look at it. */
  readonly publicKey: Uint8Array | undefined;
}

/** Throws KeyError `key_damaged`. */
export function readPkcs8(bytes: Uint8Array): Pkcs8 {
  const file = new DerReader(bytes);
  const info = file.within(Tag.sequence);
  file.end();
  const version = info.nextUint32();
  if (version > 1) throw new KeyError('key_damaged', `version ${version} of PKCS#8`);
  const oid = Buffer.from(info.within(Tag.sequence).next(Tag.oid)).toString('hex');
  const key = info.next(Tag.octets);
  if (info.tag === ATTRIBUTES) info.next(ATTRIBUTES);
  const publicKey = version === 1 && info.tag === PUBLIC_KEY ? info.next(PUBLIC_KEY) : undefined;
  info.end();
  return { algorithm: oid === RSA ? 'rsa' : oid === ED25519.toString('hex') ? 'ed25519' : 'other', key, publicKey };
}

/** PKCS#8 of an Ed25519 seed of 32 bytes (RFC 8410 §7). Fresh bytes, secret. */
export const writeEd25519Pkcs8 = (seed: Uint8Array): Uint8Array => Buffer.concat([ED25519_HEAD, seed]);

/** The seed in what `readPkcs8` gave for Ed25519: a view of 32 bytes. */
export function ed25519Seed(key: Uint8Array): Uint8Array {
  const reader = new DerReader(key);
  const seed = reader.next(Tag.octets);
  reader.end();
  if (seed.length !== 32) throw new KeyError('key_damaged', `an Ed25519 key of ${seed.length} bytes`);
  return seed;
}

/** SubjectPublicKeyInfo of an Ed25519 point of 32 bytes (RFC 8410 §4). */
export const ed25519Spki = (point: Uint8Array): Uint8Array =>
  der(Tag.sequence, der(Tag.sequence, der(Tag.oid, ED25519)), der(Tag.bits, Uint8Array.of(0), point));

/** Contents of the BIT STRING of a SubjectPublicKeyInfo, without its octet for unused bits: RSAPublicKey, or the point. A view. */
export function spkiKey(spki: Uint8Array): Uint8Array {
  const info = new DerReader(spki).within(Tag.sequence);
  info.next(Tag.sequence);
  return info.next(Tag.bits).subarray(1);
}
