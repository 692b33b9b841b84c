import 'reflect-metadata';
import type { DynamicModule, INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isWireError, type ErrorReason } from '@keyway/wire';
import type { AddressInfo } from 'node:net';
import type { ServiceConfig } from '../config/base-config.js';
import { isConfigError } from '../config/config-error.js';
import { HealthAdapter } from '../health/health.adapter.js';
import { HealthController } from '../health/health.controller.js';
import { createLogger, type ProcessLogger } from '../log/logger.js';
import { NestLogger } from '../log/nest-logger.js';
import { RpcErrorFilter } from '../rpc/rpc-error-filter.js';
import type { RpcServerOptions } from '../rpc/rpc-server.js';
import { ZmqRpcServer } from '../rpc/zmq-rpc-server.js';
import { hardenProcess, requireNode } from './guards.js';
import { createKit } from './create-kit.js';
import { SERVICE_KIT, type ServiceKit } from './service-kit.js';
import { Shutdown } from './shutdown.js';

export interface RunOptions<C extends { readonly service: ServiceConfig }> {
  /** `() => parseConfig(schema, process.env)`: called once, so that its faults are reported like everything else. */
  config(): C;
  /** Where other services call this one; its `@MessagePattern` handlers answer. */
  rpc?(config: C): Pick<RpcServerOptions, 'endpoint' | 'curve' | 'maxInFlight'>;
  /** How long all steps of a drain may take together; 5,000 ms unless given. */
  drainMs?(config: C): number;
}

export interface RunningService {
  readonly app: INestApplication;
  readonly kit: ServiceKit;
  /** The address of health and metrics, with its true port. */
  readonly httpUrl: string;
  readonly rpcEndpoint: string | undefined;
}

/** Exit codes of sysexits.h: what is wrong is the configuration, or this machine. */
const EX_UNAVAILABLE = 69;
const EX_CONFIG = 78;
const READY_POLL_MS = 25;

type Module = Type | DynamicModule;

/**
 * Runs a service until it is told to stop. Logs one `listening` line (health address, RPC endpoint) and, once every readiness check
 * is ok for the first time, one `ready` line; a parent with an IPC channel gets the same as a message. Ends the process itself:
 * see `Shutdown`; 78 for a configuration that is not valid, or a key or stored state that is damaged: a person has to look;
 * 69 when it cannot start for another reason.
 * @param module - builds the root module; it may inject `SERVICE_KIT` anywhere.
 */
export async function runService<C extends { readonly service: ServiceConfig }>(
  module: (config: C, kit: ServiceKit) => Module | Promise<Module>,
  options: RunOptions<C>,
): Promise<RunningService> {
  const { config, logger } = prepare(options);
  const exit = (code: number): Promise<never> => logger.end().then(() => process.exit(code));
  try {
    const kit = createKit(config.service, logger);
    const { watchParent } = config.service;
    const shutdown = new Shutdown({ logger, health: kit.health, watchParent, exit, drainMs: options.drainMs?.(config) });
    kit.bind(shutdown);
    const server = options.rpc && new ZmqRpcServer({ ...options.rpc(config), logger, metrics: kit.metrics });
    const app = await boot(await module(config, kit), kit, server, logger);
    shutdown.finally('app', () => app.close());
    const httpUrl = await listen(app, config.service);
    const where = { http: httpUrl, rpc: server?.rpc.endpoint ?? null };
    logger.info('listening', where);
    void announce(kit, shutdown, where);
    return { app, kit, httpUrl, rpcEndpoint: server?.rpc.endpoint };
  } catch (thrown) {
    logger.error('start_failed', {}, thrown);
    return await exit(needsAPerson(thrown) ? EX_CONFIG : EX_UNAVAILABLE);
  }
}

const damage: ReadonlySet<ErrorReason> = new Set(['state_damaged', 'key_damaged']);

/** Another try cannot help. */
const needsAPerson = (thrown: unknown): boolean => isConfigError(thrown) || (isWireError(thrown) && damage.has(thrown.reason));

function prepare<C extends { readonly service: ServiceConfig }>(options: RunOptions<C>): { config: C; logger: ProcessLogger } {
  try {
    requireNode();
    const coreDumps = hardenProcess();
    const config = options.config();
    const logger = createLogger({ service: config.service.name, level: config.service.logLevel, pretty: config.service.logPretty });
    if (coreDumps) logger.warn('core_dumps_enabled', { todo: 'ulimit -c 0' });
    return { config, logger };
  } catch (thrown) {
    process.stderr.write(`${(thrown as Error).message}\n`); // there is no log yet; the message carries no values
    process.exit(EX_CONFIG);
  }
}

async function boot(module: Module, kit: ServiceKit, server: ZmqRpcServer | undefined, logger: ProcessLogger): Promise<INestApplication> {
  const app = await NestFactory.create(root(module, kit), new HealthAdapter(), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new RpcErrorFilter());
  if (server) app.connectMicroservice({ strategy: server }, { inheritAppConfig: true });
  await app.init();
  await app.startAllMicroservices();
  return app;
}

function root(module: Module, kit: ServiceKit): DynamicModule {
  const provider = { provide: SERVICE_KIT, useValue: kit };
  const kitModule: DynamicModule = { module: class KitModule {}, global: true, providers: [provider], exports: [provider] };
  const imports: ModuleMetadata['imports'] = [kitModule, module];
  return { module: class RootModule {}, imports, controllers: [HealthController] };
}

async function listen(app: INestApplication, { httpHost, httpPort }: ServiceConfig): Promise<string> {
  await app.listen(httpPort, httpHost);
  const { address, family, port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function announce(kit: ServiceKit, shutdown: Shutdown, where: { readonly http: string; readonly rpc: string | null }): Promise<void> {
  for (;;) {
    if (shutdown.started) return;
    if ((await kit.health.readiness()).ready) break;
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS).unref());
  }
  const line = { ...where, startup_ms: Math.round(process.uptime() * 1_000) };
  kit.logger.info('ready', line);
  if (process.connected) process.send?.({ event: 'ready', ...line }, undefined, undefined, () => undefined);
}
