import { OutgoingStreams, type OutgoingMessage, type OutgoingStream } from '@keyway/session';
import type { DeliveryClass, ErrorReason } from '@keyway/wire';
import { keyOf } from '../../core/route.js';
import { namedId, nameOf } from '../keys.js';
import type { Letter, Token } from './account.js';
import type { Disk, State } from './disk.js';
import type { FuzzWorld } from './fuzz-world.js';

/** What one process of a client sends, and its journal: the outbox of the SDK, with a disk that forgets what was not synced. */
export class OutboxBook {
  readonly streams = new OutgoingStreams<Token>((token, reason, stream, seq) => this.#settled(token, reason, stream, seq));
  /** What the process before left to be sent. */
  readonly kept = new Set<Letter>();
  readonly #answered = new Set<OutgoingStream<Token>>();
  readonly #placeOf = new Map<Letter, { readonly stream: OutgoingStream<Token>; readonly token: Token }>();

  constructor(
    private readonly world: FuzzWorld,
    private readonly name: string,
    private readonly disk: Disk,
    state: State,
  ) {
    for (const [key, { id, to, messages }] of state.outbox) {
      const first = Math.min(...messages.keys());
      const last = Math.max(0, ...[...messages].filter(([, { body }]) => body !== undefined).map(([seq]) => seq));
      if (last < first || messages.size === 0) {
        disk.write(({ outbox }) => void outbox.delete(key));
        continue;
      }
      const waiting: OutgoingMessage<Token>[] = [];
      const place = { firstSeq: first, nextSeq: first, head: 0, handle: 0, haltedBy: undefined, retryAtMs: 0 };
      const stream: OutgoingStream<Token> = { id, to, deliveryClass: 'durable', waiting, ...place };
      for (let seq = first; seq <= last; seq += 1) {
        const { letter, body, createdMs = world.now, lifetimeS = 0 } = messages.get(seq) ?? {};
        const token = body && letter && { letter, settled: false };
        waiting.push({ body, createdMs, lifetimeS, token });
        if (letter === undefined || token === undefined) continue;
        this.kept.add(letter);
        this.#placeOf.set(letter, { stream, token });
      }
      this.streams.restore(world.restoredKey(nameOf(to), key), stream);
    }
  }

  send(to: string, deliveryClass: DeliveryClass, lifetimeS: number, padding: number): Letter {
    const { account, now } = this.world;
    const text = `m${account.letters.size + 1}`;
    const body = Buffer.from(`${text}|${'.'.repeat(padding)}`);
    const id = namedId(to);
    const stream = this.streams.stream(to + deliveryClass, id, deliveryClass, () => this.world.newStreamId());
    const seq = stream.firstSeq + stream.waiting.length - stream.head;
    const fresh = { fate: 'waiting', givenUp: false, stored: false, dropped: false, skipped: false, shownAt: 0, forgotten: false } as const;
    const letter: Letter = { ...{ text, from: this.name, to, deliveryClass, stream: keyOf(stream.id), seq }, ...fresh };
    const token = { letter, settled: false };
    account.sent(letter);
    this.streams.send(stream, body, token, now, lifetimeS);
    this.#placeOf.set(letter, { stream, token });
    if (deliveryClass === 'durable') {
      this.disk.write(({ outbox }) => {
        const posted = outbox.get(letter.stream) ?? { id: stream.id, to: id, messages: new Map() };
        outbox.set(letter.stream, posted);
        posted.messages.set(seq, { letter, createdMs: now, lifetimeS, body });
      });
    }
    return letter;
  }

  giveUp(letter: Letter): void {
    const place = this.#placeOf.get(letter);
    if (place === undefined || place.token.settled) return;
    letter.givenUp = true;
    place.token.settled = true;
    this.streams.giveUp(place.stream, letter.seq);
    this.#noteGivenUp(letter);
  }

  /** Writes down how far the streams are answered. */
  note(): void {
    for (const { id, firstSeq } of this.#answered) {
      this.disk.write(({ outbox }) => {
        const messages = outbox.get(keyOf(id))?.messages;
        for (const seq of messages?.keys() ?? []) if (seq < firstSeq) messages!.delete(seq);
        if (messages?.size === 0) outbox.delete(keyOf(id));
      });
    }
    this.#answered.clear();
  }

  #settled(token: Token | undefined, reason: ErrorReason | undefined, stream: OutgoingStream<Token>, seq: number): void {
    this.world.account.settled(token, reason);
    if (stream.deliveryClass !== 'durable') return;
    if (seq < stream.firstSeq) this.#answered.add(stream);
    else if (token !== undefined) this.#noteGivenUp(token.letter);
  }

  #noteGivenUp({ deliveryClass, stream, seq }: Letter): void {
    if (deliveryClass === 'live') return;
    this.disk.write(({ outbox }) => {
      const messages = outbox.get(stream)?.messages;
      const posted = messages?.get(seq);
      if (posted !== undefined) messages!.set(seq, { ...posted, body: undefined });
    });
  }
}
