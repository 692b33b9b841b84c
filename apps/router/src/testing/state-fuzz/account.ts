import type { Drop } from '@keyway/mailbox';
import type { IncomingMessage, StreamMark } from '@keyway/session';
import type { DeliveryClass, ErrorReason } from '@keyway/wire';
import { keyOf } from '../../core/route.js';
import { nameOf } from '../keys.js';

/** One message, and all that anybody was ever told about it. */
export interface Letter {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly deliveryClass: DeliveryClass;
  readonly stream: string;
  readonly seq: number;
  /** `lost`: its sender's process ended without it, and nobody will ever hear. */
  fate: 'waiting' | 'accepted' | 'lost' | ErrorReason;
  /** Its sender gave it up, or let it lapse: a skip may stand in its place, now or in a later process. */
  givenUp: boolean;
  /** The store has it, or a skip in its place. */
  stored: boolean;
  /** The store dropped it by name. */
  dropped: boolean;
  /** Its recipient was told that it is skipped. */
  skipped: boolean;
  /** When it was shown first; 0: never. */
  shownAt: number;
  /** The recipient's process lost the memory of having shown it: it may come again without a flag. */
  forgotten: boolean;
}

/** What a letter travels with in one process of its sender. */
export interface Token {
  readonly letter: Letter;
  settled: boolean;
}

/** Keeps the books on every message, as somebody who sees both ends and the store, and writes down what must not be. */
export class Account {
  readonly faults: string[] = [];
  /** What happened at all in the story: a fuzz that gets nowhere finds nothing. */
  readonly seen = new Set<string>();
  readonly letters = new Map<string, Letter>();
  /** Counts what is shown: a clock for snapshots. */
  clock = 1;
  readonly #places = new Map<string, Letter>();
  /** Last number shown of a stream, by the recipient's process. */
  readonly #shown = new Map<string, number>();

  fault(what: string): void {
    if (this.faults.length < 20) this.faults.push(what);
  }

  sent(letter: Letter): void {
    const place = placeOf(letter.from, letter.stream, letter.seq);
    const there = this.#places.get(place);
    if (there !== undefined) this.fault(`number ${letter.seq} of a stream was used for ${there.text} and for ${letter.text}`);
    this.letters.set(letter.text, letter);
    this.#places.set(place, letter);
  }

  settled(token: Token | undefined, reason: ErrorReason | undefined): void {
    if (token === undefined) return;
    const { letter } = token;
    if (token.settled) this.fault(`${letter.text} was settled twice: ${letter.fate}, ${reason ?? 'accepted'}`);
    token.settled = true;
    if (letter.fate === 'waiting' || letter.fate === 'lost') letter.fate = reason ?? 'accepted';
    if (reason === 'message_expired') letter.givenUp = true;
    if (reason === undefined && letter.deliveryClass === 'durable' && !letter.stored) {
      this.fault(`${letter.text} was accepted before it was stored`);
    }
  }

  /** A run reached the store: its bodies are those that were sent under these numbers. */
  appended(sender: Uint8Array, stream: Uint8Array, seq: number, text: string): void {
    const letter = this.#places.get(placeOf(nameOf(sender), keyOf(stream), seq));
    if (letter?.text !== text) this.fault(`the router took ${text} for number ${seq}, which is ${letter?.text ?? 'nobody’s'}`);
  }
  stored(sender: Uint8Array, stream: Uint8Array, first: number, last: number): void {
    for (let seq = first; seq <= last; seq += 1) {
      const letter = this.#places.get(placeOf(nameOf(sender), keyOf(stream), seq));
      if (letter !== undefined) letter.stored = true;
    }
  }
  dropped({ recipient, stream, firstSeq, count }: Drop): void {
    for (const letter of this.letters.values()) {
      if (letter.stream !== keyOf(stream) || letter.to !== nameOf(recipient)) continue;
      if (letter.seq >= firstSeq && letter.seq < firstSeq + count) letter.dropped = true;
    }
  }

  shown(to: string, process: number, text: string, { sender, stream, seq, deliveryClass, redelivered }: IncomingMessage): void {
    const letter = this.letters.get(text);
    const says = [nameOf(sender), to, keyOf(stream), seq, deliveryClass].join();
    if (letter === undefined) return this.fault(`${to} was shown “${text}”, which nobody sent`);
    if ([letter.from, letter.to, letter.stream, letter.seq, letter.deliveryClass].join() !== says)
      this.fault(`${to} was shown ${text} as ${says}`);
    const place = `${to} ${process} ${letter.from} ${letter.stream}`;
    const last = this.#shown.get(place) ?? 0;
    if (seq <= last) this.fault(`${to} was shown ${text}, number ${seq}, behind number ${last}`);
    this.#shown.set(place, seq);
    if (letter.shownAt > 0 && !letter.forgotten && !redelivered) this.fault(`${to} was shown ${text} twice without being told so`);
    if (letter.shownAt === 0 && redelivered) this.fault(`${to} was shown ${text} as repeated, the first time`);
    this.seen.add(`shown ${deliveryClass}`);
    if (letter.shownAt > 0) this.seen.add(redelivered ? 'shown again, and told so' : 'shown again');
    this.clock += 1;
    letter.shownAt ||= this.clock;
    letter.forgotten = false;
  }

  skipped(to: string, sender: Uint8Array, stream: Uint8Array, first: number, count: number): void {
    for (let seq = first; seq < first + Math.min(count, 10_000); seq += 1) {
      const letter = this.#places.get(placeOf(nameOf(sender), keyOf(stream), seq));
      if (letter !== undefined) letter.skipped = true;
      this.seen.add(`skipped ${letter?.dropped ? 'by the store' : letter?.givenUp ? 'by its sender' : 'because it was shown'}`);
      const named = letter !== undefined && (letter.givenUp || letter.dropped || letter.shownAt > 0);
      if (!named) this.fault(`${to} was told that ${letter?.text ?? `number ${seq}`} is skipped, and nobody dropped it`);
    }
  }

  /**
   * A client's process ended; the next one begins with a state.
   * @param asOf - `clock` when that state was written; Infinity: nothing that was synced is missing from it.
   * @param kept - what it still has to send.
   */
  restarted(name: string, asOf: number, kept: ReadonlySet<Letter>): void {
    for (const letter of this.letters.values()) {
      if (letter.fate === 'lost' && kept.has(letter)) letter.fate = 'waiting';
      if (letter.from === name && letter.fate === 'waiting' && !kept.has(letter)) letter.fate = 'lost';
      if (letter.to === name && letter.shownAt > 0 && (letter.shownAt > asOf || letter.deliveryClass === 'live')) letter.forgotten = true;
    }
  }

  /** Everything has come to rest: what became of each message? */
  close(): void {
    for (const { text, deliveryClass, to, fate, shownAt, skipped, dropped, givenUp } of this.letters.values()) {
      this.seen.add(`${deliveryClass} ${fate === 'waiting' ? 'given up' : fate}`);
      if (fate === 'waiting' && !givenUp) this.fault(`${text} was never answered for`);
      if (deliveryClass === 'live' || fate !== 'accepted') continue;
      if (to === 'ghost') this.fault(`${text} was accepted for nobody`);
      else if (shownAt === 0 && !skipped && !dropped) this.fault(`${text} was accepted and is lost`);
      else if (shownAt === 0 && dropped && !skipped) this.fault(`${text} was dropped, and its recipient was not told`);
    }
  }
}

/** Marks of a state, to compare. */
export const markKey = ({ sender, stream }: Pick<StreamMark, 'sender' | 'stream'>): string => keyOf(sender) + keyOf(stream);
const placeOf = (from: string, stream: string, seq: number): string => `${from} ${stream} ${seq}`;
