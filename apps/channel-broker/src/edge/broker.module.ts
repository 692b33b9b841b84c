import { Module, type DynamicModule } from '@nestjs/common';
import { AuthFeed, ChangesFeed, CurrentSettings, type ServiceKit } from '@keyway/service-kit';
import { serviceKeyId, type VerifiedManifest } from '@keyway/session';
import type { BrokerConfig } from '../config.js';
import { Broker } from '../core/broker.js';
import { AuthRpc } from './auth-rpc.js';
import { BrokerCounters } from './broker-counters.js';
import { Front } from './front.js';
import { ourManifest } from './our-manifest.js';

const repeatBytes = 33_554_432;

@Module({})
export class BrokerModule {}

/** Wires the channel-broker: nothing of Nest lies between a client's bytes and their answer. */
export async function openBroker(config: BrokerConfig, kit: ServiceKit): Promise<DynamicModule> {
  const { fleet, signingKey, exchangeKey } = config;
  const keyId = serviceKeyId(signingKey.public.spki, exchangeKey.publicKey);
  const rpc = kit.connect('auth', config.auth);
  const feed: AuthFeed<VerifiedManifest> = new AuthFeed({
    ...{ rpc, fleet, keyId, exchangeKey, logger: kit.logger, everyMs: config.refreshMs },
    verify: (signed) => ourManifest(signed, fleet, keyId, feed.manifest),
  });
  const settings = new CurrentSettings(config.settings);
  const changes = new ChangesFeed({ rpc, logger: kit.logger, changed: (answer) => settings.heard(answer.settings) });
  const broker = new Broker({ ...config, keyId, repeatBytes, settings: () => settings.now }, feed);
  const front = new Front(config, broker, new AuthRpc(rpc), new BrokerCounters(kit.metrics), kit.logger);
  kit.health.check('manifest', () => (broker.lacks(Date.now()) === 'manifest' ? 'none that is valid and names our key' : 'ok'));
  kit.health.check('keyring', () => (broker.lacks(Date.now()) === 'keyring' ? 'no epoch is open' : 'ok'));
  kit.metrics.gauge('broker_links', 'open links of clients', () => front.links);
  await front.open();
  feed.start();
  changes.start();
  kit.onDrain('front', () => front.close());
  kit.onDrain('feed', () => feed.stop());
  kit.onDrain('changes', () => changes.stop());
  kit.logger.info('clients_welcome', { endpoints: front.endpoints });
  return { module: BrokerModule, providers: [{ provide: Front, useValue: front }], exports: [Front] };
}
