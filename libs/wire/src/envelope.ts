import { keyway } from '#generated';
import type { ChannelGrant, ChannelRequest } from './channel.js';
import { fromChannelGrant, fromChannelRequest, toChannelGrant, toChannelRequest } from './channel.js';
import { between, exactly, exactlyOrEmpty, guarded, plain, toNumber } from './fields.js';
import { limits } from './limits.js';
import type { SignedManifest } from './manifest.js';
import { fromSignedManifest, toSignedManifest } from './manifest.js';
import { VarintReader } from './varint.js';

/** Says no to a request or an attach; unsigned, so a hint and never a fact. */
export interface Refusal {
  readonly code: number;
  /** 32 bytes, or empty when the request could not be read. */
  readonly requestHash: Uint8Array;
  readonly timeMs: number;
  readonly retryAfterMs: number;
}

/** Opens a session. See proto `Attach`. */
export interface Attach {
  readonly router: Uint8Array;
  readonly ticket: Uint8Array;
  readonly salt: Uint8Array;
  readonly x25519: Uint8Array;
  readonly mac: Uint8Array;
  readonly proof: Uint8Array;
}

export interface Attached {
  readonly x25519: Uint8Array;
  readonly confirm: Uint8Array;
}

/** Everything a transport message can hold but a record: those are scanned in place, see record.ts. */
export type Envelope =
  | { readonly kind: 'channel_request'; readonly value: ChannelRequest }
  | { readonly kind: 'channel_grant'; readonly value: ChannelGrant }
  | { readonly kind: 'refusal'; readonly value: Refusal }
  /** An empty `fleet`: whoever answers, to show its fingerprint to a person. */
  | { readonly kind: 'manifest_request'; readonly value: { readonly fleet: Uint8Array } }
  | { readonly kind: 'manifest'; readonly value: SignedManifest }
  | { readonly kind: 'attach'; readonly value: Attach }
  | { readonly kind: 'attached'; readonly value: Attached };

export type EnvelopeKind = Envelope['kind'] | 'record';

/** The envelope's field number is its first tag: (number << 3) | 2. */
const kindsByTag = new Map<number, { readonly kind: EnvelopeKind; readonly most: number }>([
  [0x0a, { kind: 'channel_request', most: limits.helloBytes }],
  [0x12, { kind: 'channel_grant', most: limits.answerBytes }],
  [0x1a, { kind: 'refusal', most: limits.helloBytes }],
  [0x22, { kind: 'manifest_request', most: limits.helloBytes }],
  [0x2a, { kind: 'manifest', most: limits.answerBytes }],
  [0x32, { kind: 'attach', most: limits.helloBytes }],
  [0x3a, { kind: 'attached', most: limits.helloBytes }],
  [0x42, { kind: 'record', most: limits.messageBytes }],
]);

/** What a transport message says it is; nothing else has been checked. */
export const envelopeKind = (bytes: Uint8Array): EnvelopeKind | undefined => kindsByTag.get(bytes[0] ?? 0)?.kind;

export function encodeEnvelope(envelope: Envelope): Uint8Array {
  return keyway.v1.Envelope.encode(toProto(envelope)).finish();
}

/**
 * Decodes one transport message that is no record. Sizes are checked before anything is decoded; the fields alias `bytes`.
 * @returns undefined for anything but exactly one well-formed field of an allowed size.
 */
export function decodeEnvelope(bytes: Uint8Array): Envelope | undefined {
  const head = kindsByTag.get(bytes[0] ?? 0);
  if (head === undefined || head.kind === 'record' || bytes.length > head.most) return undefined;
  const reader = new VarintReader(bytes);
  reader.pos = 1;
  const length = reader.read();
  if (length < 0 || reader.pos + length !== bytes.length) return undefined; // exactly one field
  return guarded(() => decodeBody(head.kind, plain(bytes).subarray(reader.pos)));
}

function decodeBody(kind: EnvelopeKind, body: Uint8Array): Envelope | undefined {
  const v1 = keyway.v1;
  switch (kind) {
    case 'channel_request':
      return { kind, value: toChannelRequest(v1.ChannelRequest.decode(body)) };
    case 'channel_grant':
      return { kind, value: toChannelGrant(v1.ChannelGrant.decode(body)) };
    case 'refusal':
      return { kind, value: toRefusal(v1.Refusal.decode(body)) };
    case 'manifest_request':
      return { kind, value: { fleet: exactlyOrEmpty(v1.ManifestRequest.decode(body).fleet, 32) } };
    case 'manifest':
      return { kind, value: toSignedManifest(v1.SignedManifest.decode(body)) };
    case 'attach':
      return { kind, value: toAttach(v1.Attach.decode(body)) };
    case 'attached': {
      const m = v1.Attached.decode(body);
      return { kind, value: { x25519: exactly(m.x25519, 32), confirm: exactly(m.confirm, 32) } };
    }
    default:
      return undefined;
  }
}

const toRefusal = (m: keyway.v1.Refusal): Refusal => ({
  code: m.code,
  requestHash: exactlyOrEmpty(m.requestHash, 32),
  timeMs: toNumber(m.timeMs),
  retryAfterMs: m.retryAfterMs,
});

const toAttach = (m: keyway.v1.Attach): Attach => ({
  router: exactly(m.router, 32),
  ticket: between(m.ticket, 1, limits.ticketBytes),
  salt: exactly(m.salt, 32),
  x25519: exactly(m.x25519, 32),
  mac: exactly(m.mac, 16),
  proof: exactly(m.proof, 32),
});

function toProto(envelope: Envelope): keyway.v1.Envelope.$Properties {
  switch (envelope.kind) {
    case 'channel_request':
      return { channelRequest: fromChannelRequest(envelope.value) } as keyway.v1.Envelope.$Properties;
    case 'channel_grant':
      return { channelGrant: fromChannelGrant(envelope.value) } as keyway.v1.Envelope.$Properties;
    case 'refusal':
      return { refusal: envelope.value } as keyway.v1.Envelope.$Properties;
    case 'manifest_request':
      return { manifestRequest: envelope.value } as keyway.v1.Envelope.$Properties;
    case 'manifest':
      return { manifest: fromSignedManifest(envelope.value) } as keyway.v1.Envelope.$Properties;
    case 'attach':
      return { attach: envelope.value } as keyway.v1.Envelope.$Properties;
    case 'attached':
      return { attached: envelope.value } as keyway.v1.Envelope.$Properties;
  }
}
