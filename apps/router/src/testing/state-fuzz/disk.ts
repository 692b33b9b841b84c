import type { StreamMark } from '@keyway/session';
import type { Letter } from './account.js';
import { markKey } from './account.js';

/** A durable message in a client's journal; given up: without its body. */
export interface Posted {
  readonly letter: Letter;
  readonly createdMs: number;
  readonly lifetimeS: number;
  readonly body: Uint8Array | undefined;
}
export interface PostedStream {
  readonly id: Uint8Array;
  readonly to: Uint8Array;
  readonly messages: Map<number, Posted>;
}
/** What is on a client's disk. */
export interface State {
  readonly outbox: Map<string, PostedStream>;
  readonly marks: Map<string, StreamMark>;
  /** `Account.clock` when it was written. */
  readonly asOf: number;
}

const mostSnapshots = 6;

/** A client's state folder: what is written waits until it is synced, and a crash forgets what waits; copies of earlier days are kept. */
export class Disk {
  #state: State = { outbox: new Map(), marks: new Map(), asOf: 0 };
  #waiting: ((state: State) => void)[] = [];
  readonly #snapshots: State[] = [];

  write(change: (state: State) => void): void {
    this.#waiting.push(change);
  }
  mark(mark: StreamMark): void {
    this.write(({ marks }) => void marks.set(markKey(mark), mark));
  }
  sync(): void {
    for (const change of this.#waiting.splice(0)) change(this.#state);
  }

  /** Somebody copies the folder. */
  copy(clock: number): void {
    this.#snapshots.push(copyOf(this.#state, clock));
    if (this.#snapshots.length > mostSnapshots) this.#snapshots.shift();
  }

  /** The process dies. @param back - begin with the copy of so many copies ago; 0, or no such copy: with what was synced last. */
  crash(back: number): { readonly state: State; readonly asOf: number } {
    this.#waiting = [];
    const snapshot = back === 0 ? undefined : this.#snapshots.at(-back);
    if (snapshot !== undefined) this.#state = copyOf(snapshot, snapshot.asOf);
    return { state: this.#state, asOf: snapshot?.asOf ?? Infinity };
  }
}

const copyOf = ({ outbox, marks }: State, asOf: number): State => ({
  outbox: new Map([...outbox].map(([key, stream]) => [key, { ...stream, messages: new Map(stream.messages) }])),
  marks: new Map(marks),
  asOf,
});
