import { equal, IdentityCache } from '@keyway/crypto';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { openSqliteRegistry, type Registry } from '@keyway/registry';
import type { ServiceKit } from '@keyway/service-kit';
import { auditHash, servicesOf } from '@keyway/session';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { AuthConfig } from '../config.js';
import { Gatekeeper } from '../core/gatekeeper.js';
import type { AdminTools } from './admin/act.js';
import { AdminDesk } from './admin/admin-desk.js';
import { Admissions } from './admissions.js';
import { AuthCounters } from './auth-counters.js';
import { AuthController } from './auth.controller.js';
import { Authorizer } from './authorizer.js';
import { Changes } from './changes.js';
import { damageReport } from './damage.js';
import { registryIn } from './data-folder.js';
import { Directory } from './directory.js';
import { Keyrings } from './keyrings.js';
import { ManifestFile } from './manifest-file.js';
import { appointOperators, readOperators } from './operators.js';
import { Services } from './services.js';
import { TokenVault } from './token-vault.js';

export const REGISTRY = Symbol('registry');

const pruneMs = 3_600_000;
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

@Module({})
export class AuthModule implements OnApplicationShutdown {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(Keyrings) private readonly keyrings: Keyrings,
    @Inject(ManifestFile) private readonly manifest: ManifestFile,
    @Inject(TokenVault) private readonly vault: TokenVault,
  ) {}

  /** After the last call was answered. */
  async onApplicationShutdown(): Promise<void> {
    this.manifest.close();
    this.keyrings.close();
    await this.registry.close();
    this.vault.close();
  }
}

/** Wires auth. Rejects when the manifest, the registry, the keyring or the operators' file cannot be used: it does not start half. */
export async function openAuth(config: AuthConfig, kit: ServiceKit): Promise<DynamicModule> {
  const { fleet, longestLeaseMs, operatorsFile } = config;
  const operators = operatorsFile === undefined ? [] : readOperators(operatorsFile);
  const manifest = new ManifestFile(config.manifestFile, fleet, kit.logger);
  const path = registryIn(config.data);
  const registry = await openSqliteRegistry({ path, auditHash, onDamage: damageReport(kit, path) });
  const keyrings = await Keyrings.open({ fleet, longestLeaseMs, kek: config.kek }, registry, kit.logger);
  await appointOperators(registry, operators, kit.logger);
  const vault = new TokenVault(fleet, config.kek);
  const identities = new IdentityCache(config.knownKeys);
  const counters = new AuthCounters(kit.metrics);
  const gatekeeper = new Gatekeeper({ fleet, longestLeaseMs }, identities);
  const authorizer = new Authorizer(gatekeeper, registry, new Admissions(registry), vault, counters);
  const desk = new AdminDesk(deskOptions(config, manifest), registry, identities, toolsOf(config, manifest, vault), counters);
  watch(kit, manifest, keyrings, registry);
  kit.metrics.gauge('auth_identities', 'imported client keys held', () => identities.size);
  return {
    module: AuthModule,
    controllers: [AuthController],
    providers: [
      { provide: Authorizer, useValue: authorizer },
      { provide: Keyrings, useValue: keyrings },
      { provide: ManifestFile, useValue: manifest },
      { provide: TokenVault, useValue: vault },
      { provide: Directory, useValue: new Directory(fleet, registry, counters) },
      { provide: Services, useValue: new Services(registry, counters) },
      { provide: Changes, useValue: new Changes(registry) },
      { provide: AdminDesk, useValue: desk },
      { provide: REGISTRY, useValue: registry },
    ],
  };
}

/** Our key id is whatever the manifest gives for our exchange key: it may change while we run. */
const deskOptions = ({ fleet, exchangeKey }: AuthConfig, manifest: ManifestFile): ConstructorParameters<typeof AdminDesk>[0] => ({
  fleet,
  exchangeKey,
  keyId: () =>
    exchangeKey && servicesOf(manifest.current.manifest, 'auth').find((auth) => equal(auth.exchangeKey, exchangeKey.publicKey))?.keyId,
});

function toolsOf({ data, ownSettings }: AuthConfig, manifest: ManifestFile, vault: TokenVault): AdminTools {
  const startedMs = Date.now();
  const health = async () => {
    const { bavail, bsize } = await statfs(data);
    const { version: manifestVersion, expiresMs: manifestExpiresMs } = manifest.current.manifest;
    return { version, startedMs, diskFreeBytes: bavail * bsize, manifestVersion, manifestExpiresMs };
  };
  return { vault, ownSettings, health };
}

function watch({ health, logger, onDrain }: ServiceKit, manifest: ManifestFile, keyrings: Keyrings, registry: Registry): void {
  health.check('registry', async () => ((await registry.feedSerial()) >= 0 ? 'ok' : 'no answer'));
  health.check('keyring', () => (keyrings.usable(Date.now()) ? 'ok' : 'no epoch is open'));
  health.check('manifest', () => (Date.now() < manifest.current.manifest.expiresMs ? 'ok' : 'expired'));
  const prune = setInterval(() => {
    registry.prune(Date.now()).catch((thrown: unknown) => logger.error('prune_failed', {}, thrown));
  }, pruneMs).unref();
  onDrain('prune', () => clearInterval(prune));
}
