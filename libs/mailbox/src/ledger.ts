import type { DropReason, MailboxStats, Waiting } from './mailbox.js';
import type { Quota } from './options.js';

/** What rows weigh, together: a row is either `count` messages with `bytes` of bodies, or one skip. */
export interface Weight {
  readonly rows: number;
  readonly skips: number;
  readonly messages: number;
  readonly bytes: number;
}

const nothing: Weight = { rows: 0, skips: 0, messages: 0, bytes: 0 };

export const weigh = (run: { readonly skipped: boolean; readonly count: number }, bytes: number): Weight =>
  run.skipped ? oneSkip : { rows: 1, skips: 0, messages: run.count, bytes };

/** What stays of a row that expired or was damaged. */
export const oneSkip: Weight = { rows: 1, skips: 1, messages: 0, bytes: 0 };

export const plus = (a: Weight, b: Weight): Weight => ({
  rows: a.rows + b.rows,
  skips: a.skips + b.skips,
  messages: a.messages + b.messages,
  bytes: a.bytes + b.bytes,
});

const minus = (a: Weight, b: Weight): Weight => ({
  rows: a.rows - b.rows,
  skips: a.skips - b.skips,
  messages: a.messages - b.messages,
  bytes: a.bytes - b.bytes,
});

/** Sums over the whole life of a store; the durable adapter keeps them beside its rows. */
export interface Totals {
  stored: number;
  released: number;
  expired: number;
  damaged: number;
}

export type Removal = 'released' | DropReason;

/** How full each mailbox is, who was turned away, and the sums. Only what is committed enters here. */
export class Ledger {
  readonly #boxes = new Map<string, Weight>();
  readonly #full = new Set<string>();
  #waiting = nothing;

  constructor(
    readonly quota: Quota,
    readonly totals: Totals = { stored: 0, released: 0, expired: 0, damaged: 0 },
  ) {}

  weightOf(recipient: string): Weight {
    return this.#boxes.get(recipient) ?? nothing;
  }

  waiting(recipient: string): Waiting {
    const { messages, bytes } = this.weightOf(recipient);
    return { messages, bytes };
  }

  fits(waiting: Weight, more: Weight): boolean {
    return (
      waiting.bytes + more.bytes <= this.quota.bytes && waiting.messages + waiting.skips + more.messages + more.skips <= this.quota.messages
    );
  }

  /** A row that was there when the store opened: weighs, and was counted as stored long ago. */
  found(recipient: string, weight: Weight): void {
    this.#boxes.set(recipient, plus(this.weightOf(recipient), weight));
    this.#waiting = plus(this.#waiting, weight);
  }

  stored(recipient: string, weight: Weight): void {
    this.found(recipient, weight);
    this.totals.stored += weight.messages;
  }

  turnedAway(recipient: string): void {
    this.#full.add(recipient);
  }

  /**
   * A row left, or lost its bodies (`left` is the skip that stays).
   * @returns true when a mailbox that had refused `mailbox_full` is now below half its quota: tell it once.
   */
  removed(recipient: string, weight: Weight, how: Removal, left: Weight = nothing): boolean {
    const change = minus(weight, left);
    const waiting = minus(this.weightOf(recipient), change);
    if (waiting.rows === 0) this.#boxes.delete(recipient);
    else this.#boxes.set(recipient, waiting);
    this.#waiting = minus(this.#waiting, change);
    this.totals[how] += change.messages;
    const roomy = waiting.bytes * 2 < this.quota.bytes && (waiting.messages + waiting.skips) * 2 < this.quota.messages;
    return roomy && this.#full.delete(recipient);
  }

  /** Starts counting anew: `found` everything, then `settle`. */
  forgetRows(): void {
    this.#boxes.clear();
    this.#waiting = nothing;
  }

  /** Rows that vanished without a word are damage too. Closes the sum and returns how many messages that were. */
  settle(): number {
    const { stored, released, expired, damaged } = this.totals;
    const missing = stored - released - expired - damaged - this.#waiting.messages;
    if (missing > 0) this.totals.damaged += missing;
    else this.totals.stored -= missing; // the sums were lost: what is there must have been stored
    return Math.max(0, missing);
  }

  stats(): MailboxStats {
    const { stored, released, expired, damaged } = this.totals;
    const { rows, messages, bytes } = this.#waiting;
    return { rows, messages, bytes, recipients: this.#boxes.size, dropped: { expired, damaged }, totals: { stored, released } };
  }
}
