import type { Client } from '@keyway/client';
import { WireError } from '@keyway/wire';

/** Resolves when `signal` is aborted, also when it was before. */
export const heard = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));

/** Rejects with what closed the client for good; only for who waits. */
export function closedBy(client: Client): Promise<never> {
  const closed = new Promise<never>((_, reject) => client.on('closed', ({ reason }) => reject(new WireError(reason))));
  closed.catch(() => undefined);
  return closed;
}
