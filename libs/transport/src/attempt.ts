import { aborted, timedOut } from './errors.js';
import type { Owner } from './owner.js';
import type { DialOptions, Link, LinkEvents } from './transport.js';

/**
 * One attempt to dial within its time. `start` is given a signal that is aborted with the WireError to reject with; it
 * must then leave no socket, timer or listener behind.
 */
export async function attempt<T>(
  endpoint: string,
  { signal, timeoutMs = 10_000 }: DialOptions,
  start: (giveUp: AbortSignal) => Promise<T>,
): Promise<T> {
  const giveUp = new AbortController();
  const onAbort = (): void => giveUp.abort(aborted(endpoint, signal?.reason));
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => giveUp.abort(timedOut(endpoint, timeoutMs)), timeoutMs);
  try {
    giveUp.signal.throwIfAborted();
    return await start(giveUp.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Makes the owner known to a dialled link. A caller that throws instead has no link, and gets its own error back. */
export function meet<L extends Link & { readonly owner: Owner }>(link: L, events: (link: Link) => LinkEvents): L {
  try {
    link.owner.meet(events(link));
    return link;
  } catch (thrown) {
    link.close();
    throw thrown;
  }
}
