import { equal, hkdf, hmacSha256, label, sha256 } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';
import { requestClaims } from './request-transcript.js';
import { concat } from './transcript.js';

/** What an operator hands out: the id is public, the secret never leaves the one who enrols with it. */
export interface EnrolmentToken {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

const idBytes = 16;
const keyBytes = 32;

/**
 * What a fleet keeps of a token instead of its secret: HKDF(secret, salt none, label 'token-key' ‖ fleet). Secret itself: whoever has it
 * can enrol, at this fleet only.
 * @returns 32 bytes, owned (and to be wiped) by the caller.
 */
export const tokenKeyOf = (secret: Uint8Array, fleet: Uint8Array): Uint8Array => hkdf(secret, none, label('token-key', fleet), keyBytes);

/** `ChannelRequest.enrolment`: the token's id ‖ HMAC(token key, label 'token-proof' ‖ H(claims of the request) ‖ id), 48 bytes. */
export const enrolmentOf = (id: Uint8Array, tokenKey: Uint8Array, claims: Uint8Array): Uint8Array =>
  concat(id, hmacSha256(tokenKey, label('token-proof', sha256(claims), id)));

/** The id of the token a request enrols with, 16 bytes; undefined: with none. */
export const enrolmentToken = (request: ChannelRequest): Uint8Array | undefined =>
  request.enrolment.length === 0 ? undefined : request.enrolment.subarray(0, idBytes);

/** Whether the request proves its token, in constant time. Do the same with a random key for a token nobody knows. */
export function tokenProofFits(request: ChannelRequest, tokenKey: Uint8Array): boolean {
  const id = enrolmentToken(request);
  return id !== undefined && equal(enrolmentOf(id, tokenKey, requestClaims(request)), request.enrolment);
}

const none = new Uint8Array(0);
