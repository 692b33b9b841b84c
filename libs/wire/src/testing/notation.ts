import * as crypto from 'node:crypto';
import { readFileSync } from 'node:fs';

/*
 * The notation of docs/protocol.md, and what a standard crypto library gives for it: node:crypto and nothing of ours. The specs that
 * read the document as a client of another language would are written with it.
 */

export type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- JSON is what it is
const folder = new URL('../../../../docs/test-vectors/', import.meta.url);
export const read = (name: string): Json => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Json;
export const un = (hex: string): Buffer => Buffer.from(hex, 'hex');
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const cat = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);

export const u8 = (n: number): Buffer => Buffer.of(n);
export const u16 = (n: number): Buffer => Buffer.of(n >> 8, n & 0xff);
export const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};
export const u64 = (n: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(n));
  return bytes;
};
export const vec = (bytes: Uint8Array): Buffer => cat(u16(bytes.length), bytes);
export const ids = (list: readonly number[]): Buffer => cat(u8(list.length), ...list.map(u16));
export const label = (name: string, ...context: readonly Uint8Array[]): Buffer => cat(Buffer.from(`keyway/1 ${name}\0`), ...context);
export const signed = (type: string, ...parts: readonly Uint8Array[]): Buffer =>
  cat(Buffer.alloc(64, 0x20), Buffer.from(`keyway/1 ${type}\0`), ...parts);
export const H = (...parts: readonly Uint8Array[]): Buffer =>
  crypto
    .createHash('sha256')
    .update(cat(...parts))
    .digest();
export const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer =>
  crypto
    .createHmac('sha256', key)
    .update(cat(...parts))
    .digest();
export const hkdf = (ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, n: number): Buffer =>
  Buffer.from(crypto.hkdfSync('sha256', ikm, salt, info, n));
export const empty = Buffer.alloc(0);

const x25519Private = (raw: Buffer): crypto.KeyObject =>
  crypto.createPrivateKey({ key: cat(un('302e020100300506032b656e04220420'), raw), format: 'der', type: 'pkcs8' });
const x25519Public = (raw: Buffer): crypto.KeyObject =>
  crypto.createPublicKey({ key: cat(un('302a300506032b656e032100'), raw), format: 'der', type: 'spki' });
export const dh = (ours: Buffer, theirs: Buffer): Buffer =>
  crypto.diffieHellman({ privateKey: x25519Private(ours), publicKey: x25519Public(theirs) });
export const publicOf = (raw: Buffer): Buffer =>
  crypto.createPublicKey(x25519Private(raw)).export({ type: 'spki', format: 'der' }).subarray(-32);

const pss = { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
export function verify(spki: Buffer, message: Buffer, signature: Buffer): boolean {
  const key = crypto.createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return key.asymmetricKeyType === 'ed25519'
    ? crypto.verify(null, message, key, signature)
    : crypto.verify('sha256', message, { key, ...pss }, signature);
}

/** Suites: how each seals, and the sizes of its key and IV. */
export interface DocumentedSuite {
  readonly k: number;
  readonly v: number;
  seal(key: Buffer, iv: Buffer, seq: number, plaintext: Buffer): Buffer;
  open(key: Buffer, iv: Buffer, seq: number, sealed: Buffer): Buffer;
}

export function aeadSeal(cipher: 'aes-256-gcm', key: Buffer, nonce: Buffer, plaintext: Buffer, aad: Buffer = empty): Buffer {
  const sealing = crypto.createCipheriv(cipher, key, nonce, { authTagLength: 16 }).setAAD(aad);
  return cat(sealing.update(plaintext), sealing.final(), sealing.getAuthTag());
}
export function aeadOpen(cipher: 'aes-256-gcm', key: Buffer, nonce: Buffer, sealed: Buffer, aad: Buffer = empty): Buffer {
  const opening = crypto.createDecipheriv(cipher, key, nonce, { authTagLength: 16 }).setAAD(aad).setAuthTag(sealed.subarray(-16));
  return cat(opening.update(sealed.subarray(0, -16)), opening.final());
}

function aead(cipher: string): DocumentedSuite {
  const name = cipher as 'aes-256-gcm';
  const nonceOf = (iv: Buffer, seq: number): Buffer => {
    const nonce = Buffer.from(iv);
    u64(seq).forEach((byte, i) => (nonce[4 + i]! ^= byte));
    return nonce;
  };
  return {
    ...{ k: 32, v: 12 },
    seal: (key, iv, seq, plaintext) => aeadSeal(name, key, nonceOf(iv, seq), plaintext),
    open: (key, iv, seq, sealed) => aeadOpen(name, key, nonceOf(iv, seq), sealed),
  };
}

function cbcHmac(bits: 128 | 256, hash: string, k: number, tagBytes: number): DocumentedSuite {
  const nonceOf = (iv: Buffer, seq: number): Buffer => {
    const ecb = crypto.createCipheriv(`aes-${bits}-ecb`, iv, null).setAutoPadding(false);
    return cat(ecb.update(cat(Buffer.alloc(8), u64(seq))), ecb.final());
  };
  const tag = (key: Buffer, nonce: Buffer, seq: number, e: Buffer): Buffer =>
    crypto
      .createHmac(hash, key.subarray(0, k / 2))
      .update(cat(u64(seq), nonce, e, u64(64)))
      .digest()
      .subarray(0, tagBytes);
  return {
    ...{ k, v: bits / 8 },
    seal: (key, iv, seq, plaintext) => {
      const nonce = nonceOf(iv, seq);
      const cbc = crypto.createCipheriv(`aes-${bits}-cbc`, key.subarray(k / 2), nonce);
      const e = cat(cbc.update(plaintext), cbc.final());
      return cat(e, tag(key, nonce, seq, e));
    },
    open: (key, iv, seq, sealed) => {
      const nonce = nonceOf(iv, seq);
      const e = sealed.subarray(0, -tagBytes);
      if (!crypto.timingSafeEqual(tag(key, nonce, seq, e), sealed.subarray(-tagBytes))) throw new Error('the tag does not fit');
      const cbc = crypto.createDecipheriv(`aes-${bits}-cbc`, key.subarray(k / 2), nonce);
      return cat(cbc.update(e), cbc.final());
    },
  };
}

export const suites: Readonly<Record<number, DocumentedSuite>> = {
  1: aead('aes-256-gcm'),
  2: aead('chacha20-poly1305'),
  3: cbcHmac(256, 'sha512', 64, 32),
  4: cbcHmac(128, 'sha256', 32, 16),
};

/** HPKE, base mode, single shot (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Gives the AEAD's key and nonce. */
export function hpke(dhResult: Buffer, enc: Buffer, recipient: Buffer, info: Buffer): { readonly key: Buffer; readonly nonce: Buffer } {
  const kem = cat(Buffer.from('KEM'), u16(0x0020));
  const suite = cat(Buffer.from('HPKE'), u16(0x0020), u16(0x0001), u16(0x0002));
  const extract = (id: Buffer, salt: Buffer, name: string, ikm: Buffer): Buffer =>
    hmac(salt, Buffer.from('HPKE-v1'), id, Buffer.from(name), ikm);
  const expand = (id: Buffer, prk: Buffer, name: string, context: Buffer, n: number): Buffer =>
    hmac(prk, u16(n), Buffer.from('HPKE-v1'), id, Buffer.from(name), context, u8(1)).subarray(0, n);
  const shared = expand(kem, extract(kem, empty, 'eae_prk', dhResult), 'shared_secret', cat(enc, recipient), 32);
  const context = cat(u8(0), extract(suite, empty, 'psk_id_hash', empty), extract(suite, empty, 'info_hash', info));
  const secret = extract(suite, shared, 'secret', empty);
  return { key: expand(suite, secret, 'key', context, 32), nonce: expand(suite, secret, 'base_nonce', context, 12) };
}
