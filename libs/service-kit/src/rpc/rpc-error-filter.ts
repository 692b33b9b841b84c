import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { throwError, type Observable } from 'rxjs';
import { answerJson } from '../health/health.adapter.js';

/** Hands what a message handler threw to the transporter as it is (which sends its reason); HTTP learns a status and no more. */
@Catch()
export class RpcErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): Observable<never> | void {
    if (host.getType() !== 'http') return throwError(() => thrown);
    const status = thrown instanceof HttpException ? thrown.getStatus() : 500;
    return answerJson(host.switchToHttp().getResponse<ServerResponse>(), status, { error: status === 404 ? 'not found' : 'failed' });
  }
}
