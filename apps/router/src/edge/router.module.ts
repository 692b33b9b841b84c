import type { ServiceKit } from '@keyway/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import type { RouterConfig } from '../config.js';
import { RouterService } from './router.service.js';

/** Nest wires and ends the router; no message passes through it. */
@Module({})
export class RouterModule {
  static async with(this: void, config: RouterConfig, kit: ServiceKit): Promise<DynamicModule> {
    const service = await RouterService.start(config, kit);
    return { module: RouterModule, providers: [{ provide: RouterService, useValue: service }] };
  }
}
