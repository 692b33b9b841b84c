import { isRecord, readRecordHead } from '@keyway/wire';
import type { Visitor } from '../../core/door.js';
import { TestLink } from '../client.js';
import type { Account } from './account.js';

const head = { seq: 0, start: 0 };
/** The number of a record; undefined for anything else. */
export const recordSeq = (bytes: Uint8Array): number | undefined => (isRecord(bytes) && readRecordHead(bytes, head) ? head.seq : undefined);

export type Way = 'toRouter' | 'toClient';

/** A link that loses, repeats, swaps and spoils what is on it, and knows what it has spoilt. */
export class FuzzLink extends TestLink {
  visitor: Visitor | undefined;
  /** Nobody is at the router's end any more, and the client was not told. */
  dead = false;
  /** The network did something to what was on it. */
  disturbed = false;
  /** What the network made of something else. */
  readonly spoilt = new WeakSet<Uint8Array>();
  readonly #sent = { toRouter: 0, toClient: 0 };
  #behindFull = 0;

  constructor(private readonly account: Account) {
    super();
  }

  override send(bytes: Uint8Array): boolean {
    this.note('toClient', bytes);
    if (this.full && this.#behindFull > 2) this.account.fault('the router goes on sending to a link that is full');
    const taken = super.send(bytes);
    this.#behindFull = taken ? 0 : this.#behindFull + 1;
    return taken;
  }
  transmit(bytes: Uint8Array): void {
    this.note('toRouter', bytes);
    this.toRouter.push(bytes);
  }
  drained(): void {
    this.full = false;
    this.#behindFull = 0;
    if (!this.dead) this.visitor?.drained();
  }
  /** Both ends notice, unless nobody is there. */
  break(): void {
    if (!this.dead) this.visitor?.closed();
    this.dead = true;
  }

  /** Each record has the number behind the one before. */
  private note(way: Way, bytes: Uint8Array): void {
    const seq = recordSeq(bytes);
    if (seq === undefined) return;
    this.#sent[way] += 1;
    if (seq !== this.#sent[way]) this.account.fault(`record ${this.#sent[way]} ${way} has number ${seq}`);
  }

  /** What a network may do. @param kind - 0 … 5. @param at - which message, or which of its bits. */
  disturb(way: Way, kind: number, at: number): void {
    const queue = this[way];
    if (queue.length === 0) return;
    this.disturbed = true;
    const index = at % queue.length;
    const bytes = queue[index]!;
    const spoil = (made: Uint8Array): void => {
      this.spoilt.add(made);
      queue[index] = made;
    };
    switch (kind) {
      case 0:
        queue.splice(index, 1);
        return;
      case 1:
        queue.splice(index, 0, bytes);
        return;
      case 2:
        queue.push(...queue.splice(index, 1));
        return;
      case 3:
        return spoil(bytes.slice(0, (at * 7) % bytes.length));
      case 4: {
        const made = bytes.slice();
        made[(at * 31) % made.length]! ^= 1 << (at & 7);
        return spoil(made);
      }
      default:
        return spoil(Uint8Array.from({ length: 1 + (at % 40) }, (_, i) => (i === 0 ? (at & 1 ? 0x42 : 0x3a) : at * i)));
    }
  }
}
