import type { Revoked } from '@keyway/wire';
import { keyOf } from './route.js';

/** No ticket lives longer: what was revoked before is expired. */
const longestLeaseMs = 31 * 86_400_000;

interface Entry {
  readonly ticketsUpTo: number;
  readonly learntMs: number;
}

/** Whose tickets open nothing any more. */
export class Revocations {
  /** Those learnt of last are last. */
  #byClient = new Map<string, Entry>();
  #loaded = false;

  constructor(private readonly most: number) {}

  /** Auth has told everything that was revoked until now, and had nothing to add: before that nobody is let in. */
  get loaded(): boolean {
    return this.#loaded;
  }
  get size(): number {
    return this.#byClient.size;
  }

  /** @param whole - `revoked` is everything, not what is new. */
  learn(revoked: readonly Revoked[], whole: boolean, now: number): void {
    this.#loaded ||= revoked.length === 0; // a long list comes in pieces
    if (whole) this.#byClient = new Map();
    for (const { clientId, ticketsUpTo } of revoked) {
      const key = keyOf(clientId);
      const before = this.#byClient.get(key)?.ticketsUpTo ?? 0;
      this.#byClient.delete(key);
      this.#byClient.set(key, { ticketsUpTo: Math.max(before, ticketsUpTo), learntMs: now });
    }
    for (const [key, { learntMs }] of this.#byClient) {
      if (this.#byClient.size <= this.most && now - learntMs < longestLeaseMs) break;
      this.#byClient.delete(key);
    }
  }

  /** @param serial - of the ticket. */
  covers(clientKey: string, serial: number): boolean {
    const entry = this.#byClient.get(clientKey);
    return entry !== undefined && serial <= entry.ticketsUpTo;
  }
}
