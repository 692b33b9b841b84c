import { IdentityCache } from '@keyway/crypto';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { openSqliteRegistry, type Registry } from '@keyway/registry';
import type { ServiceKit } from '@keyway/service-kit';
import type { AuthConfig } from '../config.js';
import { Gatekeeper } from '../core/gatekeeper.js';
import { Admissions } from './admissions.js';
import { AuthCounters } from './auth-counters.js';
import { AuthController, REGISTRY } from './auth.controller.js';
import { Authorizer } from './authorizer.js';
import { registryIn } from './data-folder.js';
import { Keyrings } from './keyrings.js';
import { ManifestFile } from './manifest-file.js';

const pruneMs = 3_600_000;

@Module({})
export class AuthModule implements OnApplicationShutdown {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(Keyrings) private readonly keyrings: Keyrings,
    @Inject(ManifestFile) private readonly manifest: ManifestFile,
  ) {}

  /** After the last call was answered. */
  async onApplicationShutdown(): Promise<void> {
    this.manifest.close();
    this.keyrings.close();
    await this.registry.close();
  }
}

/** Wires auth. Rejects when the manifest, the registry or the keyring cannot be used: it does not start half. */
export async function openAuth(config: AuthConfig, kit: ServiceKit): Promise<DynamicModule> {
  const { fleet, longestLeaseMs } = config;
  const manifest = new ManifestFile(config.manifestFile, fleet, kit.logger);
  const registry = await openSqliteRegistry({ path: registryIn(config.data) });
  const keyrings = await Keyrings.open({ fleet, longestLeaseMs, kek: config.kek }, registry, kit.logger);
  const identities = new IdentityCache(config.knownKeys);
  const gatekeeper = new Gatekeeper({ fleet, longestLeaseMs }, identities);
  const authorizer = new Authorizer(gatekeeper, registry, new Admissions(registry), new AuthCounters(kit.metrics));
  watch(kit, manifest, keyrings, registry, fleet);
  kit.metrics.gauge('auth_identities', 'imported client keys held', () => identities.size);
  return {
    module: AuthModule,
    controllers: [AuthController],
    providers: [
      { provide: Authorizer, useValue: authorizer },
      { provide: Keyrings, useValue: keyrings },
      { provide: ManifestFile, useValue: manifest },
      { provide: REGISTRY, useValue: registry },
    ],
  };
}

function watch(
  { health, logger, onDrain }: ServiceKit,
  manifest: ManifestFile,
  keyrings: Keyrings,
  registry: Registry,
  fleet: Uint8Array,
): void {
  health.check('registry', async () => ((await registry.known([fleet])).length === 1 ? 'ok' : 'no answer')); // any id will do
  health.check('keyring', () => (keyrings.usable(Date.now()) ? 'ok' : 'no epoch is open'));
  health.check('manifest', () => (Date.now() < manifest.current.manifest.expiresMs ? 'ok' : 'expired'));
  const prune = setInterval(() => {
    registry.prune(Date.now()).catch((thrown: unknown) => logger.error('prune_failed', {}, thrown));
  }, pruneMs).unref();
  onDrain('prune', () => clearInterval(prune));
}
