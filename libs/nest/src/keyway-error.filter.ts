import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseRpcExceptionFilter } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';

/**
 * Hands what a handler, pipe or guard threw to the transport as it is, which makes a reason of it. Without it Nest turns everything but
 * an RpcException into "Internal server error": a WireError of the SDK, and the BadRequestException of a ValidationPipe. For every
 * host but a message handler it does what Nest does.
 */
@Catch()
export class KeywayErrorFilter implements ExceptionFilter {
  readonly #others = new BaseRpcExceptionFilter();

  catch(thrown: unknown, host: ArgumentsHost): Observable<unknown> {
    if (host.getType() !== 'rpc') return this.#others.catch(thrown, host);
    return throwError(() => thrown);
  }
}
