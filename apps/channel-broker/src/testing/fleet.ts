import { encodeId, hpkeOpen, Keyring, label, PrivateIdentity, randomBytes, X25519Key, type IdentityKind } from '@keyway/crypto';
import { RpcClient } from '@keyway/service-kit';
import { serviceKeyId, signManifest, verifyManifest, type VerifiedManifest } from '@keyway/session';
import {
  decodeEpochList,
  decodeKeyringAnswer,
  encodeKeyringCall,
  encodeSignedManifest,
  groupIds,
  suiteIds,
  type Manifest,
  type ManifestService,
} from '@keyway/wire';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Service } from './service.js';

interface Keys {
  readonly signing: PrivateIdentity;
  readonly exchange: X25519Key;
  readonly id: Uint8Array;
}

const keysOf = (kind: IdentityKind): Keys => {
  const signing = PrivateIdentity.generate(kind);
  const exchange = X25519Key.generate();
  return { signing, exchange, id: serviceKeyId(signing.public.spki, exchange.publicKey) };
};

const serviceOf = (role: ManifestService['role'], { signing, exchange, id }: Keys): ManifestService => ({
  role,
  keyId: id,
  signingKey: signing.public.spki,
  exchangeKey: exchange.publicKey,
  endpoints: ['tcp://127.0.0.1:1'],
});

/** The files of a fleet in a folder of its own, and its auth and channel-broker as processes. */
export class TestFleet {
  readonly folder = mkdtempSync(join(tmpdir(), 'keyway-broker-'));
  readonly root = PrivateIdentity.generate('ed25519');
  readonly fleet = this.root.public.fingerprint;
  readonly broker: Keys;
  readonly router = keysOf('ed25519');
  readonly rpc = `ipc://${this.folder}/rpc/auth`;
  #version = 0;
  #brokerPorts = ['tcp://127.0.0.1:0', 'zmq://127.0.0.1:0'];
  readonly #services = new Set<Service>();

  constructor(brokerKind: IdentityKind = 'ed25519') {
    this.broker = keysOf(brokerKind);
    this.#write('kek', Buffer.from(randomBytes(32)).toString('base64'));
    this.#write('signing.pem', this.broker.signing.toPem());
    this.#write('exchange.pem', this.broker.exchange.toPem());
    this.writeManifest();
  }

  /** Signs and writes the next manifest. */
  writeManifest(changed: Partial<Manifest> = {}): VerifiedManifest {
    const now = Date.now();
    const manifest: Manifest = {
      fleet: this.fleet,
      version: (this.#version += 1),
      notBeforeMs: now - 60_000,
      expiresMs: now + 86_400_000,
      services: [serviceOf('channel-broker', this.broker), serviceOf('router', this.router)],
      suites: [suiteIds.AES_256_GCM, suiteIds.CHACHA20_POLY1305],
      groups: [groupIds.X25519_MLKEM768, groupIds.X25519],
      ...changed,
    };
    const signed = signManifest(manifest, this.root);
    this.#write('manifest.bin', encodeSignedManifest(signed));
    return verifyManifest(signed, this.fleet, now) as VerifiedManifest;
  }

  startAuth(env: Readonly<Record<string, string>> = {}): Service {
    return this.#started(
      Service.start('auth', {
        KEYWAY_FLEET: encodeId(this.fleet),
        AUTH_DATA: join(this.folder, 'auth'),
        AUTH_RPC_BIND: this.rpc,
        AUTH_MANIFEST_FILE: join(this.folder, 'manifest.bin'),
        AUTH_KEK_FILE: join(this.folder, 'kek'),
        ...env,
      }),
    );
  }

  startBroker(env: Readonly<Record<string, string>> = {}): Service {
    return this.#started(
      Service.start('channel-broker', {
        KEYWAY_FLEET: encodeId(this.fleet),
        AUTH_RPC: this.rpc,
        BROKER_LISTEN: this.#brokerPorts.join(','),
        BROKER_SIGNING_KEY_FILE: join(this.folder, 'signing.pem'),
        BROKER_EXCHANGE_KEY_FILE: join(this.folder, 'exchange.pem'),
        ...env,
      }),
    );
  }

  /** Where clients find the channel-broker: TCP, then ZeroMQ. The next one that starts takes the same ports. */
  async endpoints(broker: Service): Promise<readonly string[]> {
    this.#brokerPorts = (await broker.line('clients_welcome'))['endpoints'] as string[];
    return this.#brokerPorts;
  }

  /** What a router holds. */
  async keyring(): Promise<Keyring> {
    const client = new RpcClient({ endpoint: this.rpc });
    try {
      const sealed = decodeKeyringAnswer(await client.call('auth.keyring', encodeKeyringCall(this.router.id), 5_000))!;
      const opened = hpkeOpen(this.router.exchange, label('keyring'), Buffer.concat([this.fleet, this.router.id]), sealed)!;
      return new Keyring(decodeEpochList(opened)!);
    } finally {
      client.close();
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#services].map((service) => service.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  #started(service: Service): Service {
    this.#services.add(service);
    return service;
  }

  #write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), content, { mode: 0o600 });
  }
}
