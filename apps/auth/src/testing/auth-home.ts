import { encodeId, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import type { Registry } from '@keyway/registry';
import { createHealth, createLogger, Metrics, parseConfig, type ServiceKit } from '@keyway/service-kit';
import { serviceKeyId, signManifest } from '@keyway/session';
import { encodeSignedManifest, type Manifest, type ManifestService, type RoleName } from '@keyway/wire';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthConfig } from '../config.js';
import { AdminDesk } from '../edge/admin/admin-desk.js';
import { AuthController } from '../edge/auth.controller.js';
import { AuthModule, openAuth, REGISTRY } from '../edge/auth.module.js';
import { Authorizer } from '../edge/authorizer.js';
import { Changes } from '../edge/changes.js';
import { Directory } from '../edge/directory.js';
import { Keyrings } from '../edge/keyrings.js';
import { ManifestFile } from '../edge/manifest-file.js';
import { Services } from '../edge/services.js';
import { TokenVault } from '../edge/token-vault.js';

const signing = PrivateIdentity.generate('ed25519').public.spki;

/** A service's pair of keys. */
export interface Holder {
  readonly id: Uint8Array;
  readonly exchange: X25519Key;
  readonly service: ManifestService;
}

export function holderOf(role: RoleName): Holder {
  const exchange = X25519Key.generate();
  const id = serviceKeyId(signing, exchange.publicKey);
  return { id, exchange, service: { role, keyId: id, signingKey: signing, exchangeKey: exchange.publicKey, endpoints: [] } };
}

/** The files auth needs, and auth itself in this process: everything but Nest and the socket. */
export class AuthHome {
  readonly folder = mkdtempSync(join(tmpdir(), 'keyway-auth-'));
  readonly data = join(this.folder, 'data');
  readonly rpc = `ipc://${this.folder}/rpc/auth`;
  readonly root = PrivateIdentity.generate('ed25519');
  readonly fleet = this.root.public.fingerprint;
  readonly holders = { auth: holderOf('auth'), broker: holderOf('channel-broker'), router: holderOf('router') };
  readonly operator = PrivateIdentity.generate('ed25519');
  readonly #closers: (() => Promise<void>)[] = [];

  constructor() {
    this.writeKek();
    this.writeManifest();
    this.write('exchange.pem', this.holders.auth.exchange.toPem());
    this.writeOperators([this.operator]);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array, mode = 0o600): void {
    writeFileSync(this.path(name), content, { mode });
  }

  writeKek(kek: Uint8Array = randomBytes(32)): void {
    this.write('kek', `${Buffer.from(kek).toString('base64')}\n`);
  }

  writeOperators(operators: readonly PrivateIdentity[]): void {
    this.write('operators.pem', operators.map(({ public: { spki } }) => pemOf(spki)).join(''));
  }

  writeManifest(changed: Partial<Manifest> = {}, root = this.root): void {
    const now = Date.now();
    const services = Object.values(this.holders).map(({ service }) => service);
    const content = { fleet: root.public.fingerprint, version: 1, notBeforeMs: now - 1_000, expiresMs: now + 86_400_000, services };
    this.write('manifest', encodeSignedManifest(signManifest({ ...content, suites: [1], groups: [1], ...changed }, root)));
  }

  /** What a supervisor gives auth. */
  env(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      KEYWAY_FLEET: encodeId(this.fleet),
      AUTH_DATA: this.data,
      AUTH_RPC_BIND: this.rpc,
      AUTH_MANIFEST_FILE: this.path('manifest'),
      AUTH_KEK_FILE: this.path('kek'),
      AUTH_EXCHANGE_KEY_FILE: this.path('exchange.pem'),
      AUTH_OPERATORS: this.path('operators.pem'),
      ...more,
    };
  }

  async start(env: Readonly<Record<string, string>> = {}) {
    const config = parseConfig(AuthConfig, this.env(env));
    const { providers, kit } = await open(config);
    const of = <T>(token: unknown): T =>
      (providers as { provide: unknown; useValue: T }[]).find(({ provide }) => provide === token)!.useValue;
    const registry = of<Registry>(REGISTRY);
    const keyrings = of<Keyrings>(Keyrings);
    const manifest = of<ManifestFile>(ManifestFile);
    const vault = of<TokenVault>(TokenVault);
    const module = new AuthModule(registry, keyrings, manifest, vault);
    const close = (): Promise<void> => module.onApplicationShutdown();
    this.#closers.push(close);
    const controller = new AuthController(of(Authorizer), keyrings, manifest, of(Directory), of(Services), of(Changes), of(AdminDesk));
    return { controller, registry, vault, kit, close };
  }

  async end(): Promise<void> {
    for (const close of this.#closers) await close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function open(config: AuthConfig) {
  const drains: (() => void | Promise<void>)[] = [];
  const kit: ServiceKit = {
    service: config.service,
    logger: createLogger({ service: 'auth', level: 'silent' }),
    health: createHealth(),
    metrics: new Metrics('auth'),
    onDrain: (_name, work) => void drains.push(work),
    connect: () => {
      throw new Error('auth calls nobody');
    },
  };
  const { providers } = await openAuth(config, kit);
  return { providers, kit };
}

const pemOf = (spki: Uint8Array): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki).toString('base64')}\n-----END PUBLIC KEY-----\n`;
