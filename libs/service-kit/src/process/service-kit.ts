import type { ServiceConfig } from '../config/base-config.js';
import type { Health } from '../health/health.js';
import type { Metrics } from '../health/metrics.js';
import type { Logger } from '../log/logger.js';
import type { RpcClient, RpcClientOptions } from '../rpc/rpc-client.js';

/** The token under which every module of a service can inject its kit. */
export const SERVICE_KIT = Symbol('service kit');

export interface ConnectOptions extends Pick<RpcClientOptions, 'endpoint' | 'curve' | 'maxInFlight'> {
  /** The service works on while the other one is away, once it was there: the check does not turn bad again. False unless given. */
  readonly onlyAtStart?: boolean;
}

/** What a running service gives its parts. */
export interface ServiceKit {
  readonly service: ServiceConfig;
  readonly logger: Logger;
  readonly health: Health;
  readonly metrics: Metrics;
  /** Work to do before the process ends, in the order of registration; all of it shares five seconds. */
  onDrain(name: string, work: () => void | Promise<void>): void;
  /** A client of another service: it is a readiness check of its own name, and closes after everything that was to drain. */
  connect(name: string, options: ConnectOptions): RpcClient;
}
