import type { Ask } from './ask.js';
import type { Desk } from './desk.js';
import { WorkQueue } from './work-queue.js';

/** One session that works for one service, or asks whether it may. */
export class Worker {
  /** Requests it has at the moment. */
  busy = 0;
  /** When it was given something the last time: the smaller, the longer ago. */
  turn = 0;
  /** The Serve calls that wait for auth; undefined: it may. */
  asks: Ask[] | undefined = [];

  constructor(
    readonly desk: Desk,
    readonly service: string,
    /** Requests it takes at a time. */
    public slots: number,
  ) {}

  /** How many requests it takes now: none while its link takes nothing. */
  get free(): number {
    const { peer } = this.desk;
    return peer.writable && peer.attached ? this.slots - this.busy : 0;
  }
}

/** Those who work for a service at this router, and what waits for them. */
export class Crew {
  readonly workers = new Set<Worker>();
  readonly queue = new WorkQueue();

  /** Who has the most room; of equals, who waited longest. */
  pick(): Worker | undefined {
    let best: Worker | undefined;
    let most = 0;
    for (const worker of this.workers) {
      const { free } = worker;
      if (free < Math.max(1, most) || (free === most && worker.turn > best!.turn)) continue;
      best = worker;
      most = free;
    }
    return best;
  }
}
