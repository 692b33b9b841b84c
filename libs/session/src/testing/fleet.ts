import { Keyring, MlKemKey, randomBytes, X25519Key, type PrivateIdentity } from '@keyway/crypto';
import type { ChannelGrant, Manifest, ManifestService, RoleName, SessionSettings } from '@keyway/wire';
import { groupIds, suiteIds } from '@keyway/wire';
import { attachMacKey, type RouterIdentity } from '../attach.js';
import { grantChannel, openGrant, type Channel, type GrantInput } from '../channel-grant.js';
import { beginChannelRequest, type PendingRequest, type RequestInput } from '../channel-request.js';
import { offeredSuites } from '../negotiation.js';
import { manifestHash, serviceKeyId, signManifest, type VerifiedManifest } from '../manifest.js';
import { counting, ed25519, x25519 } from './keys.js';

export const startMs = 1_800_000_000_000;
export const dayMs = 86_400_000;

export const testSettings: SessionSettings = {
  heartbeatMs: 15_000,
  timeoutMs: 37_500,
  maxBodyBytes: 262_144,
  windowMessages: 1_000,
  windowBytes: 262_144,
  maxStreams: 64,
};

interface TestService {
  readonly service: ManifestService;
  readonly identity: PrivateIdentity;
  readonly exchange: X25519Key;
}

/** A whole fleet in memory, from fixed keys: what auth, channel-broker and routers know. */
export class TestFleet {
  readonly root: PrivateIdentity;
  readonly auth: TestService;
  readonly broker: TestService;
  readonly routers: readonly TestService[];
  readonly tickets: Keyring;
  readonly manifest: VerifiedManifest;

  constructor(first = 1, change: Partial<Manifest> = {}) {
    this.root = ed25519(first);
    this.auth = makeService('auth', first + 7);
    this.broker = makeService('channel-broker', first + 1, 'tcp://127.0.0.1:7001');
    this.routers = [makeService('router', first + 3, 'tcp://127.0.0.1:7002'), makeService('router', first + 5, 'tcp://127.0.0.1:7003')];
    this.tickets = new Keyring([
      {
        id: 7,
        key: counting(0x40 + first),
        notBeforeMs: startMs - dayMs,
        issueUntilMs: startMs + 2 * dayMs,
        acceptUntilMs: startMs + 4 * dayMs,
      },
    ]);
    this.manifest = this.signed(change);
  }

  get fleet(): Uint8Array {
    return this.root.public.fingerprint;
  }

  /** A manifest of this fleet, as a client holds it; signed anew with `change`. */
  signed(change: Partial<Manifest> = {}): VerifiedManifest {
    const manifest: Manifest = {
      fleet: this.fleet,
      version: 3,
      notBeforeMs: startMs - dayMs,
      expiresMs: startMs + 20 * dayMs,
      services: [this.auth.service, this.broker.service, ...this.routers.map((router) => router.service)],
      suites: offeredSuites,
      groups: [groupIds.X25519_MLKEM768, groupIds.X25519],
      ...change,
    };
    const signed = signManifest(manifest, this.root);
    return { signed, manifest, hash: manifestHash(signed.manifest) };
  }

  request(identity: PrivateIdentity, change: Partial<RequestInput> = {}): PendingRequest {
    return beginChannelRequest({
      identity,
      fleet: this.fleet,
      x25519: X25519Key.generate(),
      mlKem: MlKemKey.generate(),
      salt: randomBytes(32),
      nowMs: startMs,
      enrol: false,
      ...change,
    });
  }

  grant(pending: PendingRequest, change: Partial<GrantInput> = {}, signer: PrivateIdentity = this.broker.identity): ChannelGrant {
    const unsigned = grantChannel({
      request: pending.request,
      client: pending.identity.public,
      rights: 1,
      serial: 1,
      suite: suiteIds.AES_256_GCM,
      group: groupIds.X25519_MLKEM768,
      validUntilMs: startMs + dayMs,
      nowMs: startMs,
      settings: testSettings,
      routers: this.routers.map((router) => router.service.keyId),
      keyId: this.broker.service.keyId,
      manifest: this.manifest,
      tickets: this.tickets,
      x25519: X25519Key.generate(),
      share: randomBytes(32),
      ...change,
    });
    if (unsigned === undefined) throw new Error('no grant');
    return unsigned.finish(signer.sign(unsigned.toSign));
  }

  /** A channel, by a whole exchange. */
  channel(identity: PrivateIdentity, change: Partial<GrantInput> = {}): Channel {
    const pending = this.request(identity);
    const channel = openGrant(pending, this.grant(pending, change), startMs, undefined);
    if (typeof channel === 'string') throw new Error(channel);
    return channel;
  }

  router(index = 0): RouterIdentity {
    const { service, exchange } = this.routers[index]!;
    return { fleet: this.fleet, keyId: service.keyId, key: exchange, macKey: attachMacKey(this.fleet, service.exchangeKey) };
  }
}

function makeService(role: RoleName, first: number, ...endpoints: readonly string[]): TestService {
  const identity = ed25519(first);
  const exchange = x25519(first + 1);
  const keyId = serviceKeyId(identity.public.spki, exchange.publicKey);
  const service = { role, keyId, signingKey: identity.public.spki, exchangeKey: exchange.publicKey, endpoints };
  return { service, identity, exchange };
}
