import type { Desk } from './desk.js';
import type { Worker } from './worker.js';

const none = new Uint8Array(0);

/** One request of a client, until it is answered and nobody works on it any more. */
export class Ask {
  /** How often it was given to a worker. */
  attempt = 0;
  /** Who works on it, and under which number of that session. */
  worker: Worker | undefined;
  workId = 0;
  /** Answered, or nobody waits for the answer any more. */
  settled = false;

  constructor(
    readonly desk: Desk,
    readonly id: number,
    readonly service: string,
    /** 16 bytes. */
    readonly key: Uint8Array,
    /** Milliseconds, as `Relay.now`. */
    readonly deadline: number,
    /** Held until it is settled: a worker may vanish, and the next one is given the same. */
    public body: Uint8Array,
  ) {}

  /** Lets go of the body. @returns how long it was. */
  drop(): number {
    const { length } = this.body;
    this.body = none;
    return length;
  }
}
