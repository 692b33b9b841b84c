import { asBuffer } from './as-buffer.js';
import { KeyError } from './key-error.js';
import { ed25519Seed, ed25519Spki, readPkcs8, spkiKey, writeEd25519Pkcs8 } from './pkcs8.js';
import { halvesDiffer } from './private-der.js';
import { PrivateIdentity } from './private-identity.js';
import { PublicIdentity } from './public-identity.js';
import { fromRsaPublicParts } from './rsa-public.js';
import { readPkcs1, readPkcs1Public, rsaPartNames, rsaPartsOf, writePkcs1 } from './rsa-parts.js';
import { equal } from './hash.js';
import { wipe } from './wipe.js';

/** A JSON object as it came: nothing is believed yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const algorithms = { RSA: ['PS256'], OKP: ['EdDSA', 'Ed25519'] } as const; // RFC 7518 §3.5, RFC 8037 §3.1, RFC 9864

export const isPrivateJwk = (jwk: JsonObject): boolean => Object.hasOwn(jwk, 'd');

/**
 * A private JWK (RFC 7517, RFC 7518 §6.3, RFC 8037 §2), RSA with all its CRT values or Ed25519. Members nobody knows are passed over;
 * what says that the key is for something else is a contradiction. Throws KeyError `key_damaged`, `weak_key` or `key_unsupported`.
 */
export function readPrivateJwk(jwk: JsonObject): PrivateIdentity {
  const type = keyType(jwk, 'sign');
  if (type === 'RSA') {
    if (Object.hasOwn(jwk, 'oth')) throw new KeyError('key_unsupported', 'RSA with more than two primes');
    const parts = rsaPartsOf((name) => bytesOf(jwk, name));
    return wiping(writePkcs1(parts), Object.values(parts), (pkcs1) => PrivateIdentity.fromDer(pkcs1, 'pkcs1'));
  }
  const seed = bytesOf(jwk, 'd');
  if (seed.length !== 32) throw new KeyError('key_damaged', `d of ${seed.length} bytes`);
  const identity = wiping(writeEd25519Pkcs8(seed), [seed], (pkcs8) => PrivateIdentity.fromDer(pkcs8));
  if (!equal(spkiKey(identity.public.spki), bytesOf(jwk, 'x'))) throw halvesDiffer();
  return identity;
}

/** Throws KeyError as `readPrivateJwk` does. */
export function readPublicJwk(jwk: JsonObject): PublicIdentity {
  if (keyType(jwk, 'verify') === 'RSA') return fromRsaPublicParts({ n: bytesOf(jwk, 'n'), e: bytesOf(jwk, 'e') });
  const point = bytesOf(jwk, 'x');
  if (point.length !== 32) throw new KeyError('key_damaged', `x of ${point.length} bytes`);
  return PublicIdentity.fromSpki(ed25519Spki(point));
}

/** One line of JSON, secret: a string cannot be wiped. @param pkcs8 - plain, of the identity; not kept. */
export function writePrivateJwk(pkcs8: Uint8Array): string {
  const { algorithm, key } = readPkcs8(pkcs8);
  if (algorithm === 'rsa') {
    const parts = readPkcs1(key);
    return line({ kty: 'RSA', ...Object.fromEntries(rsaPartNames.map((name) => [name, base64url(parts[name])])) });
  }
  const identity = PrivateIdentity.fromDer(pkcs8);
  return line({ ...publicJwk(identity.public), d: base64url(ed25519Seed(key)) });
}

export const writePublicJwk = (identity: PublicIdentity): string => line(publicJwk(identity));

function publicJwk(identity: PublicIdentity): JsonObject {
  const key = spkiKey(identity.spki);
  if (identity.kind === 'ed25519') return { kty: 'OKP', crv: 'Ed25519', x: base64url(key) };
  const { n, e } = readPkcs1Public(key);
  return { kty: 'RSA', n: base64url(n), e: base64url(e) };
}

function keyType(jwk: JsonObject, operation: 'sign' | 'verify'): 'RSA' | 'OKP' {
  const { kty, crv, use, alg, key_ops: operations } = jwk;
  if (kty !== 'RSA' && kty !== 'OKP') throw new KeyError('key_unsupported', `kty ${printed(kty)}`);
  if (kty === 'OKP' && crv !== 'Ed25519') throw new KeyError('key_unsupported', `crv ${printed(crv)}`);
  if (use !== undefined && use !== 'sig') throw new KeyError('key_unsupported', `use ${printed(use)}: an identity signs`);
  if (alg !== undefined && !(algorithms[kty] as readonly unknown[]).includes(alg)) {
    throw new KeyError('key_unsupported', `alg ${printed(alg)}: an identity signs by ${algorithms[kty].join(' or ')}`);
  }
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes(operation))) {
    throw new KeyError('key_unsupported', `key_ops without ${operation}`);
  }
  return kty;
}

/** Strict base64url: no padding, no set trailing bits. */
function bytesOf(jwk: JsonObject, name: string): Uint8Array {
  const text = Object.hasOwn(jwk, name) ? jwk[name] : undefined;
  if (text === undefined) throw new KeyError('key_damaged', `${name} is missing`);
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
  if (bytes.length === 0 || bytes.toString('base64url') !== text) throw new KeyError('key_damaged', `${name} is no base64url`);
  return bytes;
}

function wiping<T>(der: Uint8Array, secrets: readonly Uint8Array[], use: (der: Uint8Array) => T): T {
  try {
    return use(der);
  } finally {
    wipe(der, ...secrets);
  }
}

/** RSA numbers go without zeros in front (RFC 7518 §2); seeds and points start with what they start with. */
const base64url = (bytes: Uint8Array): string => asBuffer(bytes).toString('base64url');
const line = (value: JsonObject): string => `${JSON.stringify(value)}\n`;

/** Of a file that may be anything: short, and on one line. */
const printed = (value: unknown): string => (typeof value === 'string' && /^[\w-]{1,20}$/.test(value) ? value : 'unknown');
