import type { MlKemKey, PrivateIdentity, PublicIdentity, X25519Key } from '@keyway/crypto';
import { equal, label, sha256, wipe } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';
import { groupIds } from '@keyway/wire';
import { enrolmentOf, tokenKeyOf, type EnrolmentToken } from './enrolment.js';
import { offeredGroups, offeredSuites } from './negotiation.js';
import { requestClaims, requestTranscript } from './request-transcript.js';

export const protocolVersion = 1;
/** How far a request's time may be from the fleet's clock, either way. */
export const freshMs = 60_000;

/** A request that waits for its grant. Holds the ephemeral keys: `wipe` them when it is given up. */
export interface PendingRequest {
  readonly request: ChannelRequest;
  readonly identity: PrivateIdentity;
  readonly x25519: X25519Key;
  readonly mlKem: MlKemKey;
  /** 32 bytes: SHA-256 of the request transcript. */
  readonly hash: Uint8Array;
}

export interface RequestInput {
  readonly identity: PrivateIdentity;
  /** 32 bytes, pinned. */
  readonly fleet: Uint8Array;
  /** Fresh for this request, used for no other. */
  readonly x25519: X25519Key;
  readonly mlKem: MlKemKey;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  readonly nowMs: number;
  /** Hash of the newest manifest the client holds; absent: the grant brings it. */
  readonly manifestHash?: Uint8Array | undefined;
  /** Sends the public key along, to be enrolled. */
  readonly enrol: boolean;
  /** Proven, never sent, and left out unless `enrol`. The caller wipes its secret. */
  readonly token?: EnrolmentToken | undefined;
  readonly suites?: readonly number[] | undefined;
  readonly groups?: readonly number[] | undefined;
}

/** Signs a channel request: the one signature of the whole exchange on the client's side. */
export function beginChannelRequest(input: RequestInput): PendingRequest {
  const groups = input.groups ?? offeredGroups;
  const claims = {
    version: protocolVersion,
    fleet: input.fleet,
    clientId: input.identity.public.fingerprint,
    suites: input.suites ?? offeredSuites,
    groups,
    salt: input.salt,
    timeMs: input.nowMs,
    x25519: input.x25519.publicKey,
    mlKem: groups.includes(groupIds.X25519_MLKEM768) ? input.mlKem.publicKey : new Uint8Array(0),
    manifestHash: input.manifestHash ?? new Uint8Array(0),
    enrolKey: input.enrol ? input.identity.public.spki : new Uint8Array(0),
  };
  const unsigned = { ...claims, enrolment: input.enrol && input.token ? prove(input.token, claims) : new Uint8Array(0) };
  const transcript = requestTranscript(unsigned);
  const request = { ...unsigned, signature: input.identity.sign(transcript) };
  return { request, identity: input.identity, x25519: input.x25519, mlKem: input.mlKem, hash: sha256(transcript) };
}

function prove(token: EnrolmentToken, claims: Parameters<typeof requestClaims>[0]): Uint8Array {
  const key = tokenKeyOf(token.secret, claims.fleet);
  const enrolment = enrolmentOf(token.id, key, requestClaims(claims));
  wipe(key);
  return enrolment;
}

/** The channel's id: SHA-256(label 'channel-id' ‖ request transcript). Known to both sides before anything is issued, and public. */
export const channelIdOf = (transcript: Uint8Array): Uint8Array => sha256(label('channel-id', transcript));

/** What a service can say about a request without any key: cheap checks, before the registry and the signature. */
export function checkRequest(
  request: ChannelRequest,
  fleet: Uint8Array,
  nowMs: number,
): 'version_unsupported' | 'fleet_wrong' | 'request_stale' | 'malformed' | undefined {
  if (request.version !== protocolVersion) return 'version_unsupported';
  if (!equal(request.fleet, fleet)) return 'fleet_wrong';
  if (Math.abs(nowMs - request.timeMs) > freshMs) return 'request_stale';
  if (request.groups.includes(groupIds.X25519_MLKEM768) !== request.mlKem.length > 0) return 'malformed';
  if (request.enrolment.length > 0 && request.enrolKey.length === 0) return 'malformed';
  if (request.enrolKey.length > 0 && !equal(sha256(request.enrolKey), request.clientId)) return 'malformed';
  return undefined;
}

/** Proof of possession: does the signature fit the key and every byte of the request? */
export const verifyRequest = (request: ChannelRequest, key: PublicIdentity): boolean =>
  key.verify(requestTranscript(request), request.signature);

export const requestHash = (request: ChannelRequest): Uint8Array => sha256(requestTranscript(request));
