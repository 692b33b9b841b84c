import type { StreamMark } from '@keyway/session';
import type { StateEntry, StateOwner, StoredMessage, StoredState } from './store.js';

interface WaitingStream {
  readonly stream: Uint8Array;
  readonly to: Uint8Array;
  readonly messages: Map<number, StoredMessage>;
}

/** Marks of streams that have been silent longest go first: a client that meets ever new senders must not grow for ever. */
const mostMarks = 65_536;

/** What a sequence of entries amounts to. Bodies are referenced, not copied. */
export class StateImage {
  #owner: StateOwner | undefined;
  #enrolled = false;
  #manifest: Uint8Array | undefined;
  #newestVersion = 0;
  readonly #marks = new Map<string, StreamMark>();
  readonly #outbox = new Map<string, WaitingStream>();

  apply(entry: StateEntry): void {
    switch (entry.kind) {
      case 'owner':
        this.#owner = { fleet: entry.fleet, client: entry.client };
        return;
      case 'enrolled':
        this.#enrolled = true;
        return;
      case 'manifest':
        if (entry.version < this.#newestVersion) return;
        this.#newestVersion = entry.version;
        this.#manifest = entry.signed;
        return;
      case 'mark':
        return this.#mark(entry);
      case 'posted':
        return this.#posted(entry);
      case 'answered':
        return this.#answered(entry.stream, entry.upTo);
      case 'given_up':
        return this.#givenUp(entry.stream, entry.seq);
    }
  }

  snapshot(): StoredState {
    return {
      owner: this.#owner,
      enrolled: this.#enrolled,
      manifest: this.#manifest,
      newestVersion: this.#newestVersion,
      marks: [...this.#marks.values()],
      outbox: [...this.#outbox.values()].map(({ stream, to, messages }) => ({ stream, to, messages: [...messages.values()] })),
    };
  }

  /** The shortest list of entries that leads to this image. */
  *entries(): Iterable<StateEntry> {
    if (this.#owner) yield { kind: 'owner', ...this.#owner };
    if (this.#enrolled) yield { kind: 'enrolled' };
    if (this.#manifest) yield { kind: 'manifest', version: this.#newestVersion, signed: this.#manifest };
    for (const mark of this.#marks.values()) yield { kind: 'mark', ...mark };
    for (const { stream, to, messages } of this.#outbox.values()) {
      for (const message of messages.values()) yield { kind: 'posted', stream, to, ...message };
    }
  }

  #mark({ sender, stream, done, inHand }: StreamMark): void {
    const key = latin1(sender) + latin1(stream);
    const known = this.#marks.get(key);
    this.#marks.delete(key); // to the end of the order: the most recently used
    this.#marks.set(key, { sender, stream, done: Math.max(done, known?.done ?? 0), inHand });
    if (this.#marks.size > mostMarks) this.#marks.delete(this.#marks.keys().next().value!);
  }

  #posted({ stream, to, seq, createdMs, lifetimeS, body }: { stream: Uint8Array; to: Uint8Array } & StoredMessage): void {
    const key = latin1(stream);
    let waiting = this.#outbox.get(key);
    if (waiting === undefined) this.#outbox.set(key, (waiting = { stream, to, messages: new Map() }));
    waiting.messages.set(seq, { seq, createdMs, lifetimeS, body });
  }

  #answered(stream: Uint8Array, upTo: number): void {
    const key = latin1(stream);
    const waiting = this.#outbox.get(key);
    if (waiting === undefined) return;
    for (const seq of waiting.messages.keys()) {
      if (seq > upTo) return;
      waiting.messages.delete(seq);
    }
    this.#outbox.delete(key);
  }

  #givenUp(stream: Uint8Array, seq: number): void {
    const waiting = this.#outbox.get(latin1(stream));
    const message = waiting?.messages.get(seq);
    if (waiting && message) waiting.messages.set(seq, { ...message, body: undefined });
  }
}

/** The same id comes in the same array nearly always: spelling it out costs more than all else here. */
const spelled = new WeakMap<Uint8Array, string>();

function latin1(bytes: Uint8Array): string {
  let text = spelled.get(bytes);
  if (text === undefined) spelled.set(bytes, (text = String.fromCharCode(...bytes)));
  return text;
}
