// A service like any other, for process.spec.ts: its environment comes as JSON in the first argument.
import { Controller, Get, Inject, Module, type DynamicModule } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { WireError } from '@keyway/wire';
import { z } from 'zod';
import {
  baseConfig,
  flag,
  milliseconds,
  parseConfig,
  rpcEndpoint,
  runService,
  SERVICE_KIT,
  serviceConfig,
  type Environment,
  type ServiceKit,
} from '../index.js';

const ProbeConfig = z
  .object({ ...baseConfig, PROBE_RPC: rpcEndpoint(), PROBE_HANGS: milliseconds().optional(), PROBE_DAMAGED: flag().default(false) })
  .transform((env) => ({ service: serviceConfig(env), rpc: env.PROBE_RPC, hangs: env.PROBE_HANGS, damaged: env.PROBE_DAMAGED }));
type ProbeConfig = z.infer<typeof ProbeConfig>;

@Controller()
class ProbeController {
  constructor(@Inject(SERVICE_KIT) private readonly kit: ServiceKit) {}

  @MessagePattern('probe.do')
  do(body: Uint8Array): Uint8Array | Promise<Uint8Array> {
    const wish = Buffer.from(body).toString();
    const crash = new Error('as asked');
    if (wish === 'throw') setImmediate(() => this.crash(crash));
    if (wish === 'reject') void Promise.reject(crash);
    if (wish === 'ready') state.ready = 'ok';
    if (wish === 'block') return new Promise(() => undefined);
    this.kit.logger.info('asked', { wish });
    return body;
  }

  @Get('extra')
  extra(): string {
    return 'nobody should read this';
  }

  private crash(error: Error): never {
    throw error;
  }
}

const state = { ready: 'waiting to be told' };

@Module({ controllers: [ProbeController] })
class ProbeModule {
  static with({ hangs, damaged }: ProbeConfig, kit: ServiceKit): DynamicModule {
    if (damaged) throw new WireError('state_damaged', 'probe.sqlite');
    kit.health.check('told', () => state.ready);
    kit.onDrain('first', async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      kit.logger.info('drained_first');
    });
    kit.onDrain('second', () => kit.logger.info('drained_second'));
    if (hangs) kit.onDrain('third', () => new Promise<void>(() => undefined));
    return { module: ProbeModule };
  }
}

await runService(ProbeModule.with, {
  config: () => parseConfig(ProbeConfig, JSON.parse(process.argv[2]!) as Environment),
  rpc: (config) => ({ endpoint: config.rpc }),
  drainMs: (config) => config.hangs ?? 5_000,
});
