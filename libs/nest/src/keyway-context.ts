import { BaseRpcContext } from '@nestjs/microservices';
import type { ServiceRequest } from '@keyway/client';

/** What a handler may take as `@Ctx()`: everything about the request but its body. */
export class KeywayContext extends BaseRpcContext<[request: ServiceRequest, pattern: string]> {
  /** The request as the SDK gave it, with the body as bytes. */
  get request(): ServiceRequest {
    return this.getArgByIndex(0) as ServiceRequest;
  }
  get pattern(): string {
    return this.getArgByIndex(1) as string;
  }
  /** The client id of who asks, as text; proven by its key. */
  get from(): string {
    return this.request.from;
  }
  /** The same whenever this request comes again: an idempotency key, together with `from`. */
  get key(): string {
    return this.request.key;
  }
  /** 1; more: somebody had it before and vanished, perhaps after doing the work. */
  get attempt(): number {
    return this.request.attempt;
  }
  /** From then on nobody waits for the answer. */
  get deadline(): Date {
    return this.request.deadline;
  }
  /** Aborted at the deadline, and when the transport closes. */
  get signal(): AbortSignal {
    return this.request.signal;
  }
  get contentType(): string {
    return this.request.contentType;
  }
}
