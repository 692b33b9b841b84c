import type { ServiceConfig } from '../config/base-config.js';
import { createHealth } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import type { Logger } from '../log/logger.js';
import { RpcClient } from '../rpc/rpc-client.js';
import type { ServiceKit } from './service-kit.js';
import type { Shutdown } from './shutdown.js';

/** The kit of a process; `bind` tells it how the process ends. */
export function createKit(service: ServiceConfig, logger: Logger): ServiceKit & { bind(shutdown: Shutdown): void } {
  const health = createHealth();
  const metrics = new Metrics(service.name);
  let end: Shutdown | undefined;
  const shutdown = (): Shutdown => {
    if (!end) throw new Error('the kit is not bound yet');
    return end;
  };
  return {
    service,
    logger,
    health,
    metrics,
    bind(how) {
      end = how;
      how.finally('health', () => health.stop());
    },
    onDrain: (name, work) => shutdown().onDrain(name, work),
    connect(name, { onlyAtStart = false, ...options }) {
      const client = new RpcClient({ ...options, name, logger, metrics });
      health.check(name, () => (onlyAtStart && client.wasConnected ? 'ok' : client.state));
      shutdown().finally(name, () => client.close());
      return client;
    },
  };
}
