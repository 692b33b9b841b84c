import type { Route } from './route.js';

/** Streams whose senders were told to halt until the mailbox of their recipient has room. */
export class Halts {
  readonly #byRecipient = new Map<string, Set<Route>>();

  get size(): number {
    let sum = 0;
    for (const { size } of this.#byRecipient.values()) sum += size;
    return sum;
  }

  add(route: Route): void {
    if (route.waitsForRoom) return;
    route.waitsForRoom = true;
    const waiting = this.#byRecipient.get(route.key);
    if (waiting === undefined) this.#byRecipient.set(route.key, new Set([route]));
    else waiting.add(route);
  }

  delete(route: Route): void {
    route.waitsForRoom = false;
    const waiting = this.#byRecipient.get(route.key);
    if (waiting?.delete(route) && waiting.size === 0) this.#byRecipient.delete(route.key);
  }

  /** A mailbox has room again. @returns the streams that waited for it, and wait no more. */
  room(recipientKey: string): readonly Route[] {
    const routes = [...(this.#byRecipient.get(recipientKey) ?? [])];
    for (const route of routes) this.delete(route);
    return routes;
  }
}
