import { RpcException } from '@nestjs/microservices';
import type { ErrorReason } from '@keyway/wire';
import { isErrorReason, isWireError, WireError } from '@keyway/wire';

/**
 * Refuses a request by a reason of Keyway's error table, with a sentence for people. Whoever asks gets both, if the reason is one that
 * concerns them: forbidden, malformed, too_large, unavailable, worker_failed, name_invalid, recipient_unknown, backpressure.
 */
export class KeywayException extends RpcException {
  constructor(reason: ErrorReason, detail?: string) {
    super(new WireError(reason, detail));
  }
}

/** What is told of a fault. `unknown`: nothing of it was meant for who asked, so it belongs into the log. */
export interface Fault {
  readonly error: WireError;
  readonly unknown: boolean;
}

/** By shape: a program may have two copies of Nest, and what left a filter is a plain object. */
export function faultOf(thrown: unknown): Fault {
  if (isWireError(thrown)) return known(thrown.reason, thrown);
  if (typeof thrown === 'string') return thrown === guardMessage ? known('forbidden') : known('worker_failed', thrown);
  if (typeof thrown !== 'object' || thrown === null) return hidden;
  if ('getError' in thrown && typeof thrown.getError === 'function') return faultOf((thrown as RpcException).getError());
  if ('getStatus' in thrown && typeof thrown.getStatus === 'function') return ofHttp(thrown as HttpFault);
  const { reason, status, message } = thrown as { reason?: unknown; status?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : undefined;
  if (typeof reason === 'string' && isErrorReason(reason)) return known(reason, text);
  if (status !== 'error' || thrown instanceof Error) return hidden;
  if (text === guardMessage) return known('forbidden');
  return text === internalMessage ? logged : known('worker_failed', text); // the text of an RpcException is meant to be told
}

interface HttpFault {
  readonly message?: string;
  getStatus(): number;
  getResponse?(): unknown;
}

/** What pipes and shared code throw: the status says whose fault it was. */
function ofHttp(fault: HttpFault): Fault {
  const reason = reasonsByStatus.get(fault.getStatus());
  if (reason === undefined) return hidden;
  const { message } = (fault.getResponse?.() ?? {}) as { message?: unknown };
  return known(reason, Array.isArray(message) ? message.join('; ') : fault.message);
}

const reasonsByStatus = new Map<number, ErrorReason>([
  [400, 'malformed'],
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'worker_failed'],
  [409, 'worker_failed'],
  [413, 'too_large'],
  [415, 'malformed'],
  [422, 'malformed'],
  [429, 'backpressure'],
  [503, 'unavailable'],
]);

const known = (reason: ErrorReason, said?: WireError | string): Fault => ({
  error: typeof said === 'object' ? said : new WireError(reason, said),
  unknown: false,
});
const hidden: Fault = { error: new WireError('worker_failed'), unknown: true };
/** Nest has put it into the log already. */
const logged: Fault = { error: new WireError('worker_failed'), unknown: false };

/** Nest has no other mark for what its guards refuse, and for what no filter knew. */
const guardMessage = 'Forbidden resource';
const internalMessage = 'Internal server error';
