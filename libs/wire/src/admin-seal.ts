import { keyway } from '#generated';
import { between, exactly, guarded, plain, toNumber, type Sparse } from './fields.js';
import { limits } from './limits.js';

/** An admin call on its way: auth alone opens it. See proto `SealedAdminCall`. */
export interface SealedAdminCall {
  /** 32: auth's key in the manifest. */
  readonly keyId: Uint8Array;
  /** Encapsulated key (32) ‖ an encoded SignedAdminCall, sealed. */
  readonly sealed: Uint8Array;
}

/** See proto `SignedAdminCall`. */
export interface SignedAdminCall {
  /** 32: the operator. */
  readonly clientId: Uint8Array;
  readonly timeMs: number;
  /** 16 */
  readonly nonce: Uint8Array;
  /** 32, secret. */
  readonly answerKey: Uint8Array;
  /** An encoded AdminCall (admin.ts). */
  readonly call: Uint8Array;
  /** 1 … 512 */
  readonly signature: Uint8Array;
}

/** Encapsulated key and tag: less holds nothing. */
const leastSealedBytes = 32 + 16 + 1;

export const encodeSealedAdminCall = (sealed: Sparse<SealedAdminCall>): Uint8Array =>
  keyway.v1.SealedAdminCall.encode(sealed as keyway.v1.SealedAdminCall.$Properties).finish();

/** @returns undefined for anything malformed; fields alias `bytes`. */
export const decodeSealedAdminCall = (bytes: Uint8Array): SealedAdminCall | undefined =>
  guarded(() => {
    const m = keyway.v1.SealedAdminCall.decode(plain(bytes));
    return { keyId: exactly(m.keyId, 32), sealed: between(m.sealed, leastSealedBytes, limits.bodyBytes) };
  });

export const encodeSignedAdminCall = (signed: Sparse<SignedAdminCall>): Uint8Array =>
  keyway.v1.SignedAdminCall.encode(signed as keyway.v1.SignedAdminCall.$Properties).finish();

/** @returns undefined for anything malformed; fields alias `bytes`. */
export const decodeSignedAdminCall = (bytes: Uint8Array): SignedAdminCall | undefined =>
  guarded(() => {
    const m = keyway.v1.SignedAdminCall.decode(plain(bytes));
    return {
      clientId: exactly(m.clientId, 32),
      timeMs: toNumber(m.timeMs),
      nonce: exactly(m.nonce, 16),
      answerKey: exactly(m.answerKey, 32),
      call: between(m.call, 1, limits.adminBytes),
      signature: between(m.signature, 1, limits.signatureBytes),
    };
  });
