import type { PrivateIdentity } from '@keyway/crypto';
import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** Whoever signs a request: a key of ours, or one that ours would not make. */
export interface Signer {
  readonly spki: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export const signerOf = (identity: PrivateIdentity): Signer => ({
  spki: identity.public.spki,
  sign: (message) => identity.sign(message),
});

/** PSS as the protocol has it, unless told. */
export const pss = (key: KeyObject, message: Uint8Array, saltLength = 32, hash = 'sha256'): Buffer =>
  sign(hash, message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

/** RSASSA-PKCS1-v1_5: what Node does unless told. */
export const pkcs1 = (key: KeyObject, message: Uint8Array): Buffer => sign('sha256', message, key);

export function rsaKey(modulusLength: number, publicExponent = 65_537): Signer & { readonly key: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent });
  return { key: privateKey, spki: publicKey.export({ type: 'spki', format: 'der' }), sign: (message) => pss(privateKey, message) };
}

/** A key of a kind that nobody asked for. */
export function p256Key(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { spki: publicKey.export({ type: 'spki', format: 'der' }), sign: (message) => sign('sha256', message, privateKey) };
}

/** SPKI of an Ed25519 point (RFC 8410). */
export const ed25519Spki = (point: Uint8Array): Buffer => Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), point]);

/** The order of the base point of Ed25519, little-endian (RFC 8032 §5.1). */
const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

/** R ‖ S + L: the other S that a verifier without the check of RFC 8032 §5.1.7 takes. */
export function malleated(signature: Uint8Array): Buffer {
  const changed = Buffer.from(signature);
  let s = order;
  for (let i = 0; i < 32; i += 1) s += BigInt(signature[32 + i]!) << BigInt(8 * i);
  for (let i = 0; i < 32; i += 1, s >>= 8n) changed[32 + i] = Number(s & 0xffn);
  return changed;
}

export const flipped = (bytes: Uint8Array, at = bytes.length >> 1): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 1;
  return changed;
};

/** Points with which X25519 agrees on zeros (RFC 7748 §6.1): of order 1, 2, 4 and 8, and numbers over the prime. */
export const smallPoints: readonly Uint8Array[] = [
  new Uint8Array(32),
  new Uint8Array(32).with(0, 1),
  Buffer.from('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800', 'hex'),
  Buffer.from('5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157', 'hex'),
  new Uint8Array(32).fill(0xff).with(0, 0xec).with(31, 0x7f),
  new Uint8Array(32).fill(0xff).with(0, 0xed).with(31, 0x7f),
  new Uint8Array(32).fill(0xff).with(0, 0xee).with(31, 0x7f),
];
