import { createEpoch, Keyring, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import type { RouterIdentity, VerifiedManifest } from '@keyway/session';
import { attachMacKey, serviceKeyId, signManifest, verifyManifest } from '@keyway/session';
import type { SessionSettings } from '@keyway/wire';
import { groupIds, suiteIds } from '@keyway/wire';
import { encodeId } from '@keyway/crypto';
import { formatFleetAddress } from '../address.js';
import { TestBroker } from './broker.js';
import { TestRouter } from './router.js';
import { World } from './world.js';

export interface TestFleetOptions {
  /** Serve ZeroMQ as well. */
  readonly zmq?: boolean;
  readonly nowMs?: () => number;
  readonly settings?: Partial<SessionSettings>;
}

const usualSettings: SessionSettings = {
  heartbeatMs: 5_000,
  timeoutMs: 15_000,
  maxBodyBytes: 262_144,
  windowMessages: 16_384,
  windowBytes: 4_194_304,
  maxStreams: 1_024,
};

/**
 * A fleet inside the test's own process, over TCP on loopback, with all the real cryptography and sessions: one broker that lets
 * everybody in, one router that stores in memory. Each part can be stopped, started, told to refuse, to be full, to cut links.
 */
export class TestFleet {
  readonly world = new World();
  settings: SessionSettings;
  broker!: TestBroker;
  router!: TestRouter;
  manifest!: VerifiedManifest;
  readonly root = PrivateIdentity.generate('ed25519');
  readonly nowMs: () => number;
  readonly #signer = PrivateIdentity.generate('ed25519');
  readonly #routerSigner = PrivateIdentity.generate('ed25519');
  readonly #brokerExchange = X25519Key.generate();
  readonly #routerExchange = X25519Key.generate();
  readonly #tickets: Keyring;
  #version = 1;
  #brokerPort = 0;
  #endpoints: readonly string[] = [];

  private constructor(options: TestFleetOptions) {
    this.nowMs = options.nowMs ?? Date.now;
    this.settings = { ...usualSettings, ...options.settings };
    const until = Number.MAX_SAFE_INTEGER;
    this.#tickets = new Keyring([createEpoch({ id: 1, key: randomBytes(32), notBeforeMs: 0, issueUntilMs: until, acceptUntilMs: until })]);
  }

  static async start(options: TestFleetOptions = {}): Promise<TestFleet> {
    const fleet = new TestFleet(options);
    fleet.#endpoints = ['tcp://127.0.0.1:0', ...(options.zmq ? ['zmq://127.0.0.1:0'] : [])];
    await fleet.startRouter();
    fleet.publish();
    const routerKeyId = fleet.#routerIdentity().keyId;
    const { signer, exchange } = { signer: fleet.#signer, exchange: fleet.#brokerExchange };
    const keyId = serviceKeyId(signer.public.spki, exchange.publicKey);
    const parts = [fleet.#tickets, () => fleet.settings, [routerKeyId], fleet.nowMs] as const;
    fleet.broker = new TestBroker(() => fleet.manifest, keyId, signer, ...parts);
    await fleet.startBroker();
    return fleet;
  }

  get address(): string {
    return formatFleetAddress({ fingerprint: this.root.public.fingerprint, host: '127.0.0.1', port: this.#brokerPort });
  }
  get brokerPort(): number {
    return this.#brokerPort;
  }
  /** Where the router serves; what the manifest says. */
  get endpoints(): readonly string[] {
    return this.#endpoints;
  }

  /** Signs a manifest of a new version. */
  publish(change: { readonly version?: number } = {}): void {
    const now = Math.floor(this.nowMs());
    const service = (signer: PrivateIdentity, exchange: X25519Key) => ({
      keyId: serviceKeyId(signer.public.spki, exchange.publicKey),
      signingKey: signer.public.spki,
      exchangeKey: exchange.publicKey,
    });
    const manifest = {
      fleet: this.root.public.fingerprint,
      version: change.version ?? this.#version++,
      notBeforeMs: now,
      expiresMs: now + 86_400_000,
      services: [
        { role: 'channel-broker' as const, ...service(this.#signer, this.#brokerExchange), endpoints: [] },
        { role: 'router' as const, ...service(this.#routerSigner, this.#routerExchange), endpoints: this.#endpoints },
      ],
      suites: [suiteIds.AES_256_GCM, suiteIds.CHACHA20_POLY1305],
      groups: [groupIds.X25519_MLKEM768, groupIds.X25519],
    };
    const verified = verifyManifest(signManifest(manifest, this.root), this.root.public.fingerprint, now);
    if (typeof verified === 'string') throw new Error(verified);
    this.manifest = verified;
  }

  async startBroker(): Promise<void> {
    this.#brokerPort = await this.broker.listen(this.#brokerPort);
  }
  async stopBroker(): Promise<void> {
    await this.broker.close();
  }

  async startRouter(): Promise<void> {
    const knows = (client: Uint8Array): boolean => this.broker.clients.has(encodeId(client));
    const members = (): readonly Uint8Array[] =>
      [...this.broker.clients.values()].map(({ fingerprint }) => fingerprint).sort(Buffer.compare);
    this.router = new TestRouter(this.#routerIdentity(), this.world, this.#tickets, () => this.settings, knows, members, this.nowMs);
    this.#endpoints = await this.router.listen(this.#endpoints);
  }
  /** As kill -9; what is stored stays. */
  async killRouter(): Promise<void> {
    await this.router.kill();
  }

  async stop(): Promise<void> {
    await Promise.all([this.broker.close(), this.router.kill()]);
  }

  #routerIdentity(): RouterIdentity {
    const fleet = this.root.public.fingerprint;
    const key = this.#routerExchange;
    const keyId = serviceKeyId(this.#routerSigner.public.spki, key.publicKey);
    return { fleet, keyId, key, macKey: attachMacKey(fleet, key.publicKey) };
  }
}
