import type { Peer } from './peer.js';

const freshMs = 1_000;

/** Attached clients in the order of their ids. Sorted when somebody asks, and not more often than once a second: a page is a search. */
export class Online {
  #sorted: readonly string[] = [];
  #sortedMs = -Infinity;

  constructor(private readonly peers: ReadonlyMap<string, Peer>) {}

  /** @param after - a key, or empty for the start. Some of them may be gone since. */
  after(after: string, most: number, now: number): readonly Uint8Array[] {
    if (Math.abs(now - this.#sortedMs) >= freshMs) {
      this.#sorted = [...this.peers.keys()].sort(); // one character for each byte: the order of the bytes
      this.#sortedMs = now;
    }
    const sorted = this.#sorted;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! > after) high = middle;
      else low = middle + 1;
    }
    const ids: Uint8Array[] = [];
    for (let at = low; at < sorted.length && ids.length < most; at += 1) {
      const peer = this.peers.get(sorted[at]!);
      if (peer !== undefined) ids.push(peer.clientId);
    }
    return ids;
  }
}
