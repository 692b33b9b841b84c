import NodeRSA from 'node-rsa';
import { asBuffer } from './as-buffer.js';
import { equal } from './hash.js';
import { isRsaKind } from './identity-kind.js';
import { KeyError } from './key-error.js';
import { trimmed, writePkcs1, type RsaPartName, type RsaParts, type RsaPublicParts } from './rsa-parts.js';
import { wipe } from './wipe.js';

const LEAST_BITS = 2048;
const PUBLIC_EXPONENT = Uint8Array.of(1, 0, 1);
const APART_BYTES = 12; // FIPS 186-5 appendix A.1.3: |p - q| > 2^(bits / 2 - 100)

/** Whether n and e may be an identity. Throws KeyError: `weak_key`, `key_unsupported` or `key_damaged`, and names the number. */
export function checkRsaPublicParts({ n, e }: RsaPublicParts): void {
  const modulus = trimmed(n);
  const bits = modulus.length * 8 - (Math.clz32(modulus[0] ?? 0x80) - 24);
  const name = `rsa-${bits}`;
  if (bits < LEAST_BITS) throw new KeyError('weak_key', name);
  if (!equal(trimmed(e), PUBLIC_EXPONENT)) throw new KeyError('weak_key', `${name} with e other than 65537: e is ${shown(e)}`);
  if (!isRsaKind(name)) throw new KeyError('key_unsupported', name);
  if ((modulus.at(-1)! & 1) === 0) throw new KeyError('key_damaged', `${name} with an even n`);
}

/**
 * Refuses RSA private keys whose numbers do not belong together. OpenSSL imports them, and a signature made with one wrong CRT
 * value gives the key away (Boneh, DeMillo, Lipton 1997). node-rsa decides; the message names the number that is wrong.
 * Throws KeyError as `checkRsaPublicParts` does, `key_damaged`, or `weak_key` for primes so close that n is factored by its root.
 */
export function checkRsaParts(parts: RsaParts): void {
  checkRsaPublicParts(parts);
  const p = trimmed(parts.p);
  const q = trimmed(parts.q);
  if (!nodeRsaAgrees(parts)) throw new KeyError('key_damaged', faultIn(parts));
  if (!isBelow(parts.d, parts.n)) throw new KeyError('key_damaged', 'd is not below n');
  if (!isBelow(parts.qi, parts.p)) throw new KeyError('key_damaged', 'qi is not below p');
  if (p.length === q.length && equal(p.subarray(0, APART_BYTES), q.subarray(0, APART_BYTES))) {
    throw new KeyError('weak_key', 'p and q are too close to each other');
  }
}

function nodeRsaAgrees(parts: RsaParts): boolean {
  const pkcs1 = writePkcs1(parts);
  const key = new NodeRSA();
  try {
    key.importKey(pkcs1, 'pkcs1-private-der');
    return key.isPrivate();
  } catch {
    return false;
  } finally {
    key.keyPair.destroy();
    wipe(pkcs1);
  }
}

/** Which number is wrong, where all others can be right. Only for keys that were refused: these copies cannot be wiped. */
function faultIn(parts: RsaParts): string {
  const number = (name: RsaPartName): bigint => BigInt(`0x0${asBuffer(parts[name]).toString('hex')}`);
  const [n, e, d, p, q] = [number('n'), number('e'), number('d'), number('p'), number('q')];
  if (p < 3n || (p & 1n) === 0n) return 'p is wrong: no odd prime';
  if (q < 3n || (q & 1n) === 0n) return 'q is wrong: no odd prime';
  if (p * q !== n) {
    if (n % q === 0n) return 'p is wrong: n is not p times q';
    return n % p === 0n ? 'q is wrong: n is not p times q' : 'n is wrong: it is not p times q';
  }
  const fits = (exponent: bigint, prime: bigint): boolean => (e * exponent) % (prime - 1n) === 1n;
  if (!fits(d, p) || !fits(d, q)) return 'd is wrong: it is no inverse of e';
  if (d % (p - 1n) !== number('dp')) return 'dp is wrong: it is not d modulo p - 1';
  if (d % (q - 1n) !== number('dq')) return 'dq is wrong: it is not d modulo q - 1';
  if ((number('qi') * q) % p !== 1n) return 'qi is wrong: it is no inverse of q modulo p';
  return 'its numbers do not belong together';
}

/** Compares unsigned numbers. Not in constant time: both halves are in the hands of whoever waits for the answer. */
function isBelow(a: Uint8Array, b: Uint8Array): boolean {
  const [left, right] = [trimmed(a), trimmed(b)];
  return left.length < right.length || (left.length === right.length && Buffer.compare(left, right) < 0);
}

function shown(number: Uint8Array): string {
  const short = trimmed(number);
  if (short.length > 6) return `a number of ${short.length} bytes`;
  const value = short.reduce((sum, octet) => sum * 256 + octet, 0);
  return value % 2 === 0 ? `${value}, which is even` : String(value);
}
