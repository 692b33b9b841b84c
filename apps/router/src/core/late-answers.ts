import type { Peer } from './peer.js';

/** So long an answer waits for a record to leave with, when hardly anybody's does. */
const waitMs = 2;
/** And so much longer for each other session whose answer waits: the busier a router is, the later comes what an answer could go with. */
const waitMsEach = 0.25;
const longestWaitMs = 100;
/** A session whose answers left alone so often in a row is answered at once from then on. */
const patience = 2;

/** How the answers of one session have left lately. Made with its first live message. */
export interface Habit {
  /** How many in a row left in a record of their own; `patience` at most. */
  alone: number;
  /** When the first of those left; 0: none did. */
  aloneMs: number;
}

/**
 * Answers to live messages that wait for a record that leaves anyway: who writes to somebody is mostly written to in a moment, and a
 * record costs more than the answer in it. Who only sends is answered at once, for it may wait for each answer before it goes on.
 */
export class LateAnswers {
  /** Since when, oldest first. */
  readonly #waiting = new Map<Peer, number>();
  #deadline = Infinity;

  /** When `overdue` must be called next; Infinity: nothing waits. */
  get deadline(): number {
    return this.#deadline;
  }

  /** May the answers of this session wait? Then `overdue` says when they must not any more. */
  wait(peer: Peer, now: number): boolean {
    peer.habit ??= { alone: 0, aloneMs: 0 };
    if (peer.habit.alone >= patience) return false;
    if (!this.#waiting.has(peer)) this.#waiting.set(peer, now);
    if (this.#deadline === Infinity) this.#deadline = now + waitMs;
    return true;
  }

  /** The session is sent a record. @param answered - its answers are in it. @param alone - and nothing else. */
  left(peer: Peer, answered: boolean, alone: boolean, now: number): void {
    const { habit } = peer;
    if (answered) this.#waiting.delete(peer);
    if (habit === undefined) return;
    if (!alone) {
      if (habit.aloneMs === 0 || now - habit.aloneMs <= this.#longest) habit.alone = 0;
      habit.aloneMs = 0;
    } else {
      habit.alone = Math.min(patience, habit.alone + 1);
      if (habit.aloneMs === 0) habit.aloneMs = now;
    }
  }

  /** The session is over. */
  forget(peer: Peer): void {
    this.#waiting.delete(peer);
  }

  /** Lets go what has waited long enough. Early calls do nothing. */
  overdue(now: number): void {
    if (now < this.#deadline) return;
    const longest = this.#longest;
    for (const [peer, since] of this.#waiting) {
      if (now - since < longest) break;
      this.#waiting.delete(peer);
      peer.outbox.hurry();
    }
    this.#deadline = this.#waiting.size > 0 ? now + waitMs : Infinity;
  }

  get #longest(): number {
    return Math.min(longestWaitMs, waitMs + waitMsEach * Math.max(0, this.#waiting.size - 1));
  }
}
