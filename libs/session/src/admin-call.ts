import type { PrivateIdentity, PublicIdentity, X25519Key } from '@keyway/crypto';
import { createAead, equal, hkdf, hpkeOpen, hpkeSealFrom, label, sha256, signedBytes, wipe } from '@keyway/crypto';
import type { SignedAdminCall } from '@keyway/wire';
import { decodeSealedAdminCall, decodeSignedAdminCall, encodeSealedAdminCall, encodeSignedAdminCall, suiteIds } from '@keyway/wire';
import { concat, u32, u64 } from './transcript.js';

/*
 * What an operator asks of auth travels through a router that may be hostile: signed by the operator for this fleet and this auth, and
 * sealed to auth alone (HPKE, RFC 9180). The answer comes back under a key that lies inside the call. docs/protocol.md, "Administration".
 */
export interface AdminCallInput {
  /** 32 bytes, pinned. */
  readonly fleet: Uint8Array;
  /** From a verified manifest, of the role auth: 32 bytes each. */
  readonly auth: { readonly keyId: Uint8Array; readonly exchangeKey: Uint8Array };
  readonly identity: PrivateIdentity;
  readonly timeMs: number;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
  /** 32 random bytes, for `openAdminAnswer`; the caller wipes it. */
  readonly answerKey: Uint8Array;
  /** An encoded AdminCall. */
  readonly call: Uint8Array;
  /** Fresh for this call; wiped. */
  readonly ephemeral: X25519Key;
}

/** Signs and seals a call. @returns an encoded SealedAdminCall. Throws KeyError when the manifest's exchange key is no X25519 key. */
export function sealAdminCall(input: AdminCallInput): Uint8Array {
  const { fleet, auth, identity, ephemeral, ...rest } = input;
  const unsigned = { ...rest, clientId: identity.public.fingerprint };
  const signature = identity.sign(adminCallTranscript(unsigned, fleet, auth.keyId));
  const plaintext = encodeSignedAdminCall({ ...unsigned, signature });
  const sealed = hpkeSealFrom(ephemeral, auth.exchangeKey, label('admin-call'), concat(fleet, auth.keyId), plaintext);
  wipe(plaintext);
  return encodeSealedAdminCall({ keyId: auth.keyId, sealed });
}

/** Auth's own keys. */
export interface AdminRecipient {
  readonly fleet: Uint8Array;
  readonly keyId: Uint8Array;
  readonly exchangeKey: X25519Key;
}

/** @returns what a sealed call says, unproven yet; one undefined for every failure. Its `answerKey` is secret. */
export function openAdminCall(sealed: Uint8Array, { fleet, keyId, exchangeKey }: AdminRecipient): SignedAdminCall | undefined {
  const decoded = decodeSealedAdminCall(sealed);
  if (decoded === undefined || !equal(decoded.keyId, keyId)) return undefined;
  const opened = hpkeOpen(exchangeKey, label('admin-call'), concat(fleet, keyId), decoded.sealed);
  return opened && decodeSignedAdminCall(opened);
}

/** Whether `identity` signed this call, for this fleet and this auth. Its age, and whether it came before, is the caller's to check. */
export const verifyAdminCall = (signed: SignedAdminCall, fleet: Uint8Array, keyId: Uint8Array, identity: PublicIdentity): boolean =>
  equal(signed.clientId, identity.fingerprint) && identity.verify(adminCallTranscript(signed, fleet, keyId), signed.signature);

/** The signed bytes of an admin call. */
export const adminCallTranscript = (call: Omit<SignedAdminCall, 'signature'>, fleet: Uint8Array, keyId: Uint8Array): Uint8Array =>
  signedBytes('admin-call', fleet, keyId, call.clientId, u64(call.timeMs), call.nonce, call.answerKey, u32(call.call.length), call.call);

/** By what an answer knows its call: SHA-256 of the encoded SealedAdminCall. */
export const adminCallHash = (sealedCall: Uint8Array): Uint8Array => sha256(sealedCall);

/**
 * Seals the one answer to a call.
 * @param answerKey - from the call, 32 bytes.
 * @param callHash - `adminCallHash` of the sealed call.
 * @param answer - an encoded AdminAnswer.
 */
export const sealAdminAnswer = (answerKey: Uint8Array, callHash: Uint8Array, answer: Uint8Array): Uint8Array =>
  withAnswerKey(answerKey, callHash, (aead) => aead.seal(zeroNonce, answer, callHash));

/** @returns an encoded AdminAnswer, which auth gave to this very call; undefined otherwise. */
export const openAdminAnswer = (answerKey: Uint8Array, callHash: Uint8Array, sealed: Uint8Array): Uint8Array | undefined =>
  withAnswerKey(answerKey, callHash, (aead) => aead.open(zeroNonce, sealed, callHash));

function withAnswerKey<T>(answerKey: Uint8Array, callHash: Uint8Array, use: (aead: ReturnType<typeof createAead>) => T): T {
  const key = hkdf(answerKey, none, label('admin-answer', callHash), 32);
  const aead = createAead(suiteIds.AES_256_GCM, key);
  wipe(key);
  try {
    return use(aead);
  } finally {
    aead.wipe();
  }
}

const none = new Uint8Array(0);
/** An answer key seals one answer, ever. */
const zeroNonce = new Uint8Array(12);
