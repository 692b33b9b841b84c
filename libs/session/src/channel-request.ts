import type { MlKemKey, PrivateIdentity, PublicIdentity, X25519Key } from '@keyway/crypto';
import { equal, label, sha256, signedBytes } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';
import { groupIds, suiteIds } from '@keyway/wire';
import { concat, ids, u64, u8, vector } from './transcript.js';

export const protocolVersion = 1;
/** How far a request's time may be from the fleet's clock, either way. */
export const freshMs = 60_000;

/** What this version can do, in the order it prefers. */
export const offeredSuites: readonly number[] = [suiteIds.AES_256_GCM, suiteIds.CHACHA20_POLY1305];
export const offeredGroups: readonly number[] = [groupIds.X25519_MLKEM768, groupIds.X25519];

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
  readonly suites?: readonly number[] | undefined;
  readonly groups?: readonly number[] | undefined;
}

/** Signs a channel request: the one signature of the whole exchange on the client's side. */
export function beginChannelRequest(input: RequestInput): PendingRequest {
  const groups = input.groups ?? offeredGroups;
  const unsigned: ChannelRequest = {
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
    signature: new Uint8Array(0),
  };
  const transcript = requestTranscript(unsigned);
  const request = { ...unsigned, signature: input.identity.sign(transcript) };
  return { request, identity: input.identity, x25519: input.x25519, mlKem: input.mlKem, hash: sha256(transcript) };
}

/** The signed bytes of a request: every field but the signature, in a fixed layout. */
export const requestTranscript = (r: ChannelRequest): Uint8Array =>
  signedBytes(
    'channel-request',
    u8(r.version),
    r.fleet,
    r.clientId,
    ids(r.suites),
    ids(r.groups),
    r.salt,
    u64(r.timeMs),
    r.x25519,
    vector(r.mlKem),
    vector(r.manifestHash),
    vector(r.enrolKey),
  );

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
  if (request.enrolKey.length > 0 && !equal(sha256(request.enrolKey), request.clientId)) return 'malformed';
  return undefined;
}

/** Proof of possession: does the signature fit the key and every byte of the request? */
export const verifyRequest = (request: ChannelRequest, key: PublicIdentity): boolean =>
  key.verify(requestTranscript(request), request.signature);

export const requestHash = (request: ChannelRequest): Uint8Array => sha256(concat(requestTranscript(request)));
