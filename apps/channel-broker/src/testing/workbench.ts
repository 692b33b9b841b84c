import { Keyring, MlKemKey, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import {
  beginChannelRequest,
  serviceKeyId,
  signManifest,
  verifyManifest,
  type PendingRequest,
  type RequestInput,
  type VerifiedManifest,
} from '@keyway/session';
import { encodeEnvelope, limits, type AuthorizeAnswer, type ChannelRequest, type Manifest } from '@keyway/wire';
import { Broker, type Asked, type Authorize, type BrokerOptions, type Fresh, type Unsigned } from '../core/broker.js';

export const noon = 1_790_000_000_000;
export const root = PrivateIdentity.generate('ed25519');
export const fleet = root.public.fingerprint;
export const signing = PrivateIdentity.generate('ed25519');
export const eve = PrivateIdentity.generate('ed25519');
export const adam = PrivateIdentity.generate('rsa-2048');

const exchange = X25519Key.generate();
export const keyId = serviceKeyId(signing.public.spki, exchange.publicKey);
const service = { signingKey: signing.public.spki, exchangeKey: exchange.publicKey, endpoints: [] };

export function manifestAt(now: number, changed: Partial<Manifest> = {}): VerifiedManifest {
  const services = [
    { role: 'channel-broker', keyId, ...service },
    { role: 'router', keyId, ...service },
  ] as const;
  const content = { fleet, version: 1, notBeforeMs: now, expiresMs: now + 86_400_000, services, suites: [1, 2], groups: [1, 2] };
  return verifyManifest(signManifest({ ...content, ...changed }, root), fleet, now) as VerifiedManifest;
}

export const ticketsAt = (now: number): Keyring =>
  new Keyring([
    { id: 1, key: new Uint8Array(32).fill(9), notBeforeMs: now, issueUntilMs: now + 3_600_000, acceptUntilMs: now + 7_200_000 },
  ]);

export const settings = {
  heartbeatMs: 15_000,
  timeoutMs: 37_500,
  maxBodyBytes: limits.bodyBytes,
  windowMessages: 8_192,
  windowBytes: 1_048_576,
  maxStreams: 65_536,
};

/** A broker that holds all it needs at noon. */
export function openBroker(
  options: Partial<BrokerOptions> = {},
  view: { manifest?: VerifiedManifest | undefined; tickets?: Keyring } = {},
): Broker {
  const held = { manifest: manifestAt(noon), tickets: ticketsAt(noon), ...view };
  const defaults = {
    fleet,
    keyId,
    allowX25519: false,
    leaseMs: 86_400_000,
    settings: () => settings,
    knownKeys: 16,
    repeatMs: 30_000,
    repeatBytes: 65_536,
  };
  return new Broker({ ...defaults, ...options }, held);
}

const ephemeral = { x25519: X25519Key.generate(), mlKem: MlKemKey.generate() };

export const pendingBy = (identity = eve, changed: Partial<RequestInput> = {}): PendingRequest =>
  beginChannelRequest({ identity, fleet, ...ephemeral, salt: randomBytes(32), nowMs: noon, enrol: true, ...changed });

export const bytesOf = (request: ChannelRequest): Uint8Array => encodeEnvelope({ kind: 'channel_request', value: request });

export const yes = (identity = eve, changed: Partial<AuthorizeAnswer> = {}): AuthorizeAnswer => ({
  code: 0,
  spki: identity.public.spki,
  rights: 1,
  serial: 7,
  known: false,
  ...changed,
});

export const fresh = (): Fresh => ({ x25519: X25519Key.generate(), share: randomBytes(32) });

export const askedOf = (broker: Broker, request: ChannelRequest, now = noon): Asked =>
  (broker.receive(bytesOf(request), 'tcp:192.0.2.1', now) as Authorize).asked;

/** From a request that auth said yes to, to its unsigned grant. */
export function unsignedOf(broker: Broker, pending: PendingRequest, now = noon): Unsigned {
  const client = yes(pending.identity);
  const asked = askedOf(broker, pending.request, now);
  broker.decide(asked, client, now);
  const step = broker.issue(asked, client, fresh(), now);
  if (step.kind !== 'sign') throw new Error(step.kind);
  return step.grant;
}

export const grantOf = (broker: Broker, pending: PendingRequest, now = noon): Uint8Array => {
  const grant = unsignedOf(broker, pending, now);
  return Uint8Array.from(broker.signed(grant, signing.sign(grant.toSign), now));
};
