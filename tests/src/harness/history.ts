import type { Message } from '@keyway/client';
import { crc32 } from 'node:zlib';
import { Checker } from '../checker.js';

/**
 * Which message this is travels as its content type, so that a body may be anything, empty included:
 * `x/<sender>/<number>`. A sender that was opened anew is a new sender: its new messages are on new streams.
 */
export const tagOf = (from: string, n: number): string => `x/${from}/${n}`;

/** What the checker compares: the number, and size and checksum of the body. */
export const digestOf = (n: number, body: Uint8Array): string => `${n}|${body.length}:${crc32(body)}`;

/** Both classes of messages between any number of people: durable ones are never lost, live ones may be. */
export class History {
  readonly durable = new Checker();
  readonly live = new Checker();
  /** Messages that were in somebody's hands when it ended, and came again flagged. */
  again = 0;
  /** Accepted durable messages, by sender. */
  readonly accepted = new Map<string, number>();
  readonly #shown = new Set<string>();

  of(deliveryClass: 'durable' | 'live'): Checker {
    return deliveryClass === 'durable' ? this.durable : this.live;
  }

  accept(deliveryClass: 'durable' | 'live', from: string, to: string, n: number): void {
    this.of(deliveryClass).accepted(from, to, n);
    if (deliveryClass === 'durable') this.accepted.set(from, (this.accepted.get(from) ?? 0) + 1);
  }

  receive(to: string, message: Message): void {
    const [, from = '?', n = '0'] = message.contentType.split('/');
    const key = `${message.class} ${from} ${to} ${n}`;
    if (message.redelivered && this.#shown.has(key)) {
      this.again += 1;
      return;
    }
    this.#shown.add(key);
    this.of(message.class).received(from, to, digestOf(Number(n), message.body));
  }

  /** Accepted durable messages of one person, over all its lives. */
  acceptedOf(name: string): number {
    let sum = 0;
    for (const [from, count] of this.accepted) if (from.split('.')[0] === name) sum += count;
    return sum;
  }
}
