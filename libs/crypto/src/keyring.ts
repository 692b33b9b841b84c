import { wipe } from './wipe.js';

/** A key that lives for a while: tickets are sealed under it until `issueUntilMs` and accepted until `acceptUntilMs`. */
export interface Epoch {
  /** 0 to 2^32 - 1, unique in its keyring. */
  readonly id: number;
  /** 32 bytes; not to be kept or modified. */
  readonly key: Uint8Array;
  readonly notBeforeMs: number;
  readonly issueUntilMs: number;
  readonly acceptUntilMs: number;
}

export const EPOCH_KEY_BYTES = 32;

/** An epoch with a key of its own, which no log, JSON or `util.inspect` shows: accessors of a class are not printed. */
class HeldEpoch implements Epoch {
  readonly #key: Uint8Array;
  readonly id: number;
  readonly notBeforeMs: number;
  readonly issueUntilMs: number;
  readonly acceptUntilMs: number;

  constructor({ id, key, notBeforeMs, issueUntilMs, acceptUntilMs }: Epoch) {
    this.#key = Uint8Array.from(key);
    this.id = id;
    this.notBeforeMs = notBeforeMs;
    this.issueUntilMs = issueUntilMs;
    this.acceptUntilMs = acceptUntilMs;
  }

  get key(): Uint8Array {
    return this.#key;
  }
}

/** Makes an epoch that does not print its key. Copies `key`. Throws RangeError on sizes or times out of order: our bug. */
export function createEpoch(epoch: Epoch): Epoch {
  const { id, key, notBeforeMs, issueUntilMs, acceptUntilMs } = epoch;
  if (!Number.isInteger(id) || id < 0 || id > 0xffffffff) throw new RangeError('an epoch id is within 0 to 2^32 - 1');
  if (key.length !== EPOCH_KEY_BYTES) throw new RangeError('an epoch key is 32 bytes');
  const times = [0, notBeforeMs, issueUntilMs, acceptUntilMs, Number.MAX_SAFE_INTEGER];
  if (!times.every((time, i) => Number.isSafeInteger(time) && time >= (times[i - 1] ?? 0))) {
    throw new RangeError('epoch times are whole milliseconds: notBefore <= issueUntil <= acceptUntil');
  }
  return new HeldEpoch(epoch);
}

/** The epochs of one purpose, by id. Holds its own copies of the keys and never prints them. */
export class Keyring {
  readonly #epochs = new Map<number, Epoch>();

  /** Throws RangeError on a malformed epoch or an id that is given twice. */
  constructor(epochs: Iterable<Epoch> = []) {
    for (const epoch of epochs) this.add(epoch);
  }

  /** Ids in the order in which they were added. */
  get ids(): readonly number[] {
    return [...this.#epochs.keys()];
  }

  /** Copies `epoch`; the caller wipes its own. RangeError where the id is held already. */
  add(epoch: Epoch): void {
    if (this.#epochs.has(epoch.id)) throw new RangeError(`epoch ${epoch.id} is held already`);
    this.#epochs.set(epoch.id, createEpoch(epoch));
  }

  /** The epoch to seal under at `nowMs`: of those that may issue, the one that began last. */
  current(nowMs: number): Epoch | undefined {
    let best: Epoch | undefined;
    for (const epoch of this.#epochs.values()) {
      const issues = epoch.notBeforeMs <= nowMs && nowMs < epoch.issueUntilMs;
      if (issues && (!best || epoch.notBeforeMs > best.notBeforeMs || (epoch.notBeforeMs === best.notBeforeMs && epoch.id > best.id))) {
        best = epoch;
      }
    }
    return best;
  }

  /**
   * The epoch to open with: known, and not past `acceptUntilMs`. One that has not begun is found too: epochs are published
   * before their use, and the clock of whoever sealed may be ahead of ours.
   */
  find(id: number, nowMs: number): Epoch | undefined {
    const epoch = this.#epochs.get(id);
    return epoch && nowMs < epoch.acceptUntilMs ? epoch : undefined;
  }

  /** Wipes and forgets the epochs under which nothing is accepted any more; returns their ids. */
  expire(nowMs: number): readonly number[] {
    const ended = [...this.#epochs.values()].filter((epoch) => nowMs >= epoch.acceptUntilMs);
    for (const epoch of ended) this.#drop(epoch);
    return ended.map((epoch) => epoch.id);
  }

  /** Zeroes all keys and forgets them. */
  wipe(): void {
    for (const epoch of this.#epochs.values()) this.#drop(epoch);
  }

  #drop(epoch: Epoch): void {
    wipe(epoch.key);
    this.#epochs.delete(epoch.id);
  }
}
