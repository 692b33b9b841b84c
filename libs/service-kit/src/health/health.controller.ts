import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { SERVICE_KIT, type ServiceKit } from '../process/service-kit.js';
import { answer, answerJson } from './health.adapter.js';

/**
 * The whole HTTP face of a service. A plain controller and not @nestjs/terminus: readiness here is a map of names and reasons
 * that plain code fills, and terminus would bring its own answer format, its own log lines and indicators nobody needs.
 */
@Controller()
export class HealthController {
  constructor(@Inject(SERVICE_KIT) private readonly kit: ServiceKit) {}

  /** 200 while the event loop keeps up, else 503: restart me. */
  @Get('live')
  live(@Res() response: ServerResponse): void {
    const liveness = this.kit.health.liveness();
    answerJson(response, liveness.live ? 200 : 503, liveness);
  }

  /** 200 when every check is ok, else 503 and the checks: send me no work. */
  @Get('ready')
  async ready(@Res() response: ServerResponse): Promise<void> {
    const readiness = await this.kit.health.readiness();
    answerJson(response, readiness.ready ? 200 : 503, readiness);
  }

  @Get('metrics')
  async metrics(@Res() response: ServerResponse): Promise<void> {
    const { registry } = this.kit.metrics;
    answer(response, 200, registry.contentType, await registry.metrics());
  }
}
