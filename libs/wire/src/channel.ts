import { keyway } from '#generated';
import { between, exactly, exactlyOrEmpty, guarded, plain, refused, toNumber } from './fields.js';
import { limits } from './limits.js';
import type { SignedManifest } from './manifest.js';
import { fromSignedManifest, toSignedManifest } from './manifest.js';

/** Ids of proto `Suite`. */
export const suiteIds = { AES_256_GCM: 1, CHACHA20_POLY1305: 2, AES_256_CBC_HMAC_SHA512: 3, AES_128_CBC_HMAC_SHA256: 4 } as const;
/** Ids of proto `Group`. */
export const groupIds = { X25519_MLKEM768: 1, X25519: 2 } as const;

/** Asks for a channel. Sizes in bytes; an absent field is empty. See proto `ChannelRequest`. */
export interface ChannelRequest {
  readonly version: number;
  /** 32 */
  readonly fleet: Uint8Array;
  /** 32 */
  readonly clientId: Uint8Array;
  readonly suites: readonly number[];
  readonly groups: readonly number[];
  /** 32 */
  readonly salt: Uint8Array;
  readonly timeMs: number;
  /** 32 */
  readonly x25519: Uint8Array;
  /** 1184 or 0 */
  readonly mlKem: Uint8Array;
  /** 32 or 0 */
  readonly manifestHash: Uint8Array;
  /** Canonical SPKI DER or 0 */
  readonly enrolKey: Uint8Array;
  /** 64 … 512; empty only while the request is being made */
  readonly signature: Uint8Array;
  /** 48: token id (16) ‖ proof (32); or 0 */
  readonly enrolment: Uint8Array;
}

/** The answer. See proto `ChannelGrant`. */
export interface ChannelGrant {
  readonly requestHash: Uint8Array;
  readonly keyId: Uint8Array;
  readonly manifestHash: Uint8Array;
  readonly group: number;
  readonly x25519: Uint8Array;
  readonly mlKemCiphertext: Uint8Array;
  readonly oaepShare: Uint8Array;
  readonly sealed: Uint8Array;
  readonly signature: Uint8Array;
  readonly manifest?: SignedManifest | undefined;
}

/** What the server decides for a session. Milliseconds, bytes, counts. */
export interface SessionSettings {
  readonly heartbeatMs: number;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  readonly windowMessages: number;
  readonly windowBytes: number;
  readonly maxStreams: number;
}

export interface GrantBody {
  readonly channelId: Uint8Array;
  readonly ticket: Uint8Array;
  readonly suite: number;
  readonly issuedMs: number;
  readonly validUntilMs: number;
  readonly settings: SessionSettings;
  readonly routers: readonly Uint8Array[];
}

/** Inside a ticket's AEAD. */
export interface TicketBody {
  readonly channelId: Uint8Array;
  readonly clientId: Uint8Array;
  readonly channelSecret: Uint8Array;
  readonly suite: number;
  readonly issuedMs: number;
  readonly validUntilMs: number;
  readonly rights: number;
  readonly serial: number;
}

export const toChannelRequest = (m: keyway.v1.ChannelRequest): ChannelRequest => ({
  version: m.version,
  fleet: exactly(m.fleet, 32),
  clientId: exactly(m.clientId, 32),
  suites: within(m.suites, limits.suites),
  groups: within(m.groups, limits.groups),
  salt: exactly(m.salt, 32),
  timeMs: toNumber(m.timeMs),
  x25519: exactly(m.x25519, 32),
  mlKem: exactlyOrEmpty(m.mlKem_768, 1184),
  manifestHash: exactlyOrEmpty(m.manifestHash, 32),
  enrolKey: between(m.enrolKey, 0, limits.spkiBytes),
  signature: between(m.signature, 1, limits.signatureBytes),
  enrolment: exactlyOrEmpty(m.enrolment, 48),
});

export const fromChannelRequest = (r: ChannelRequest): keyway.v1.ChannelRequest.$Properties => ({
  version: r.version,
  fleet: r.fleet,
  clientId: r.clientId,
  suites: [...r.suites],
  groups: [...r.groups],
  salt: r.salt,
  timeMs: r.timeMs,
  x25519: r.x25519,
  mlKem_768: r.mlKem,
  manifestHash: r.manifestHash,
  enrolKey: r.enrolKey,
  signature: r.signature,
  enrolment: r.enrolment,
});

export const toChannelGrant = (m: keyway.v1.ChannelGrant): ChannelGrant => ({
  requestHash: exactly(m.requestHash, 32),
  keyId: exactly(m.keyId, 32),
  manifestHash: exactly(m.manifestHash, 32),
  group: m.group,
  x25519: exactly(m.x25519, 32),
  mlKemCiphertext: exactlyOrEmpty(m.mlKemCiphertext, 1088),
  oaepShare: between(m.oaepShare, 0, 512),
  sealed: between(m.sealed, 17, limits.answerBytes),
  signature: between(m.signature, 1, limits.signatureBytes),
  ...(m.manifest ? { manifest: toSignedManifest(m.manifest) } : {}),
});

export const fromChannelGrant = (g: ChannelGrant): keyway.v1.ChannelGrant.$Properties => ({
  requestHash: g.requestHash,
  keyId: g.keyId,
  manifestHash: g.manifestHash,
  group: g.group,
  x25519: g.x25519,
  mlKemCiphertext: g.mlKemCiphertext,
  oaepShare: g.oaepShare,
  sealed: g.sealed,
  signature: g.signature,
  ...(g.manifest ? { manifest: fromSignedManifest(g.manifest) } : {}),
});

export function toSessionSettings(m: keyway.v1.SessionSettings | null | undefined): SessionSettings {
  return {
    heartbeatMs: m?.heartbeatMs ?? 0,
    timeoutMs: m?.timeoutMs ?? 0,
    maxBodyBytes: m?.maxBodyBytes ?? 0,
    windowMessages: m?.windowMessages ?? 0,
    windowBytes: m?.windowBytes ?? 0,
    maxStreams: m?.maxStreams ?? 0,
  };
}

export const encodeGrantBody = (b: GrantBody): Uint8Array =>
  keyway.v1.GrantBody.encode({ ...b, routers: [...b.routers] } as keyway.v1.GrantBody.$Properties).finish();

export const decodeGrantBody = (bytes: Uint8Array): GrantBody | undefined =>
  guarded(() => {
    const m = keyway.v1.GrantBody.decode(plain(bytes));
    return {
      channelId: exactly(m.channelId, 32),
      ticket: between(m.ticket, 1, limits.ticketBytes),
      suite: m.suite,
      issuedMs: toNumber(m.issuedMs),
      validUntilMs: toNumber(m.validUntilMs),
      settings: toSessionSettings(m.settings as keyway.v1.SessionSettings | null | undefined),
      routers: m.routers.map((id) => exactly(id, 32)),
    };
  });

export const encodeTicketBody = (b: TicketBody): Uint8Array => keyway.v1.TicketBody.encode(b as keyway.v1.TicketBody.$Properties).finish();

export const decodeTicketBody = (bytes: Uint8Array): TicketBody | undefined =>
  guarded(() => {
    const m = keyway.v1.TicketBody.decode(plain(bytes));
    return {
      channelId: exactly(m.channelId, 32),
      clientId: exactly(m.clientId, 32),
      channelSecret: exactly(m.channelSecret, 32),
      suite: m.suite,
      issuedMs: toNumber(m.issuedMs),
      validUntilMs: toNumber(m.validUntilMs),
      rights: m.rights,
      serial: toNumber(m.serial),
    };
  });

function within(list: readonly number[], most: number): readonly number[] {
  if (list.length === 0 || list.length > most || list.some((id) => id < 0 || id > 0xffff)) throw refused;
  return list;
}
