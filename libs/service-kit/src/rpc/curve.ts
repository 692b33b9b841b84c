import { Secret } from '@keyway/crypto';
import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { curveKeyPair } from 'zeromq';
import { z } from 'zod';
import { decodeZ85, encodeZ85 } from './z85.js';

/** Who may call: CURVE needs the server's own key and an allow-list. Keys are 40 characters of Z85. */
export interface CurveServer {
  readonly secretKey: Secret;
  /** Public keys of the clients; anybody else is turned away in the handshake. */
  readonly allow: readonly string[];
}

/** Whom to trust: the one key the server must prove. */
export interface CurveClient {
  readonly serverKey: string;
  readonly secretKey: Secret;
}

/** A fresh pair, for the supervisor and for tests. */
export function newCurveKey(): { readonly publicKey: string; readonly secretKey: Secret } {
  const { publicKey, secretKey } = curveKeyPair();
  return { publicKey, secretKey: Secret.of(secretKey) };
}

/** The public half of a CURVE secret key (X25519 with the base point, RFC 7748). Throws RangeError when it is no key. */
export function curvePublicKey(secretKey: Secret): string {
  return secretKey.use((text) => {
    const raw = decodeZ85(Buffer.from(text).toString('latin1'));
    if (raw?.length !== 32) throw new RangeError('a CURVE key is 40 characters of Z85');
    const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]); // PKCS#8 around X25519, RFC 8410
    const { x } = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' }) as JsonWebKey;
    raw.fill(0);
    der.fill(0);
    return encodeZ85(Buffer.from(x!, 'base64url'));
  });
}

/** A variable that holds one public CURVE key. */
export const curveKey = () =>
  z
    .string()
    .refine((text) => decodeZ85(text)?.length === 32, 'is not a CURVE key')
    .describe('a public CURVE key, 40 characters of Z85');

/** A variable that holds public CURVE keys, separated by spaces. */
export const curveKeys = () =>
  z
    .string()
    .transform((text) => text.split(/\s+/).filter((key) => key !== ''))
    .refine((keys) => keys.length > 0 && keys.every((key) => decodeZ85(key)?.length === 32), 'has something that is not a CURVE key')
    .describe('public CURVE keys, 40 characters of Z85 each, separated by spaces');
