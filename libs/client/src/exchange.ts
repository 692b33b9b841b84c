import type { Link, TransportOptions } from '@keyway/transport';
import { transportFor } from '@keyway/transport';
import { WireError } from '@keyway/wire';
import { aborted } from './alarm.js';

/** How long one step may take: a dial, an answer. */
export const stepMs = 10_000;

export interface StepOptions {
  readonly signal: AbortSignal;
  readonly stepMs: number;
}

/** What a fault in our own handlers does: it costs the link, and is heard of. */
export const transportOptions: TransportOptions = {};

/** Dials, says one thing, hears one thing, hangs up. Rejects with a WireError; the link is gone either way. */
export async function exchange(endpoint: string, request: Uint8Array, { signal, stepMs: timeoutMs }: StepOptions): Promise<Uint8Array> {
  const answer = Promise.withResolvers<Uint8Array>();
  answer.promise.catch(() => undefined); // dialling may fail first
  const onAbort = (): void => answer.reject(aborted(signal));
  const link: Link = await transportFor(endpoint, transportOptions).dial(
    endpoint,
    () => ({
      received: (bytes) => answer.resolve(bytes),
      drained: () => undefined,
      closed: (reason) => answer.reject(new WireError('peer_unreachable', `${endpoint} hung up without an answer (${reason})`)),
    }),
    { signal, timeoutMs },
  );
  const timer = setTimeout(() => answer.reject(new WireError('timed_out', `${endpoint} gave no answer within ${timeoutMs} ms`)), timeoutMs);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    link.send(request);
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    link.close();
  }
}
