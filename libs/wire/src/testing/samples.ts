import type { ChannelGrant, ChannelRequest, GrantBody, TicketBody } from '../channel.js';
import type { Attach, Envelope } from '../envelope.js';
import type { Manifest, SignedManifest } from '../manifest.js';

/** One valid value of everything that is encoded; the bytes mean nothing. */
export const bytes = (length: number, fill = length): Uint8Array => new Uint8Array(length).fill(fill & 0xff || 0xa5);

export const signedManifest: SignedManifest = { manifest: bytes(700), rootKey: bytes(44), signature: bytes(64) };

export const request: ChannelRequest = {
  version: 1,
  fleet: bytes(32, 1),
  clientId: bytes(32, 2),
  suites: [1, 2],
  groups: [1, 2],
  salt: bytes(32, 3),
  timeMs: 1_800_000_000_123,
  x25519: bytes(32, 4),
  mlKem: bytes(1184),
  manifestHash: bytes(32, 5),
  enrolKey: bytes(422),
  signature: bytes(384),
  enrolment: bytes(48),
};

export const grant: ChannelGrant = {
  requestHash: bytes(32, 1),
  keyId: bytes(32, 2),
  manifestHash: bytes(32, 3),
  group: 1,
  x25519: bytes(32, 4),
  mlKemCiphertext: bytes(1088),
  oaepShare: bytes(384),
  sealed: bytes(500),
  signature: bytes(64),
  manifest: signedManifest,
};

export const attach: Attach = {
  router: bytes(32, 1),
  ticket: bytes(200),
  salt: bytes(32, 2),
  x25519: bytes(32, 3),
  mac: bytes(16),
  proof: bytes(32, 4),
};

export const envelopes: { readonly [K in Envelope['kind']]: Extract<Envelope, { kind: K }> } = {
  channel_request: { kind: 'channel_request', value: request },
  channel_grant: { kind: 'channel_grant', value: grant },
  refusal: { kind: 'refusal', value: { code: 2001, requestHash: bytes(32), timeMs: 1_800_000_000_123, retryAfterMs: 500 } },
  manifest_request: { kind: 'manifest_request', value: { fleet: bytes(32) } },
  manifest: { kind: 'manifest', value: signedManifest },
  attach: { kind: 'attach', value: attach },
  attached: { kind: 'attached', value: { x25519: bytes(32, 1), confirm: bytes(32, 2) } },
};

export const settings = {
  heartbeatMs: 15_000,
  timeoutMs: 37_500,
  maxBodyBytes: 262_144,
  windowMessages: 4_096,
  windowBytes: 1_048_576,
  maxStreams: 1_024,
};

export const grantBody: GrantBody = {
  channelId: bytes(32, 1),
  ticket: bytes(200),
  suite: 1,
  issuedMs: 1_800_000_000_000,
  validUntilMs: 1_800_086_400_000,
  settings,
  routers: [bytes(32, 2), bytes(32, 3)],
};

export const ticketBody: TicketBody = {
  channelId: bytes(32, 1),
  clientId: bytes(32, 2),
  channelSecret: bytes(32, 3),
  suite: 2,
  issuedMs: 1_800_000_000_000,
  validUntilMs: 1_800_086_400_000,
  rights: 3,
  serial: 2 ** 40,
};

export const manifest: Manifest = {
  fleet: bytes(32, 1),
  version: 7,
  notBeforeMs: 1_800_000_000_000,
  expiresMs: 1_800_086_400_000,
  services: [
    { role: 'auth', keyId: bytes(32, 2), signingKey: bytes(44), exchangeKey: bytes(32, 3), endpoints: [] },
    {
      role: 'channel-broker',
      keyId: bytes(32, 4),
      signingKey: bytes(422),
      exchangeKey: bytes(32, 5),
      endpoints: ['tcp://127.0.0.1:7000', 'zmq://127.0.0.1:7001'],
    },
    { role: 'router', keyId: bytes(32, 6), signingKey: bytes(44), exchangeKey: bytes(32, 7), endpoints: ['tcp://127.0.0.1:7010'] },
  ],
  suites: [1, 2],
  groups: [1, 2],
};
