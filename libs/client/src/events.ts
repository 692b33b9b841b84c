import type { ErrorReason } from '@keyway/wire';

/** What a client tells about itself. No event carries a secret or a message body. */
export interface ClientEvents {
  /** A session stands. `router` is its key id as text, `ms` the time since the attempt began. */
  attached: { readonly router: string; readonly endpoint: string; readonly ms: number };
  /** The session is gone; the client attaches again by itself. */
  detached: { readonly reason: ErrorReason };
  /** A channel was issued. `suite` is the name of its cipher suite, `routers` are key ids as text in the order they are to be tried. */
  channel: { readonly id: string; readonly validUntil: Date; readonly suite: string; readonly routers: readonly string[] };
  /** Messages to this recipient wait: its mailbox is full, or a store of the fleet is. */
  halted: { readonly to: string; readonly reason: ErrorReason };
  /** And go on. */
  resumed: { readonly to: string };
  /** Numbers that will never be shown: given up by their sender, lapsed in the mailbox, lost with an older state, or no payload. */
  skipped: { readonly from: string; readonly firstSeq: number; readonly count: number };
  /** Something an operator should know; the client goes on. */
  warning: { readonly reason: ErrorReason; readonly text: string };
  /** Always last: `session_closed` after `close()`, else why the client cannot go on. */
  closed: { readonly reason: ErrorReason };
}

export type EventName = keyof ClientEvents;
export type Listener<N extends EventName> = (event: ClientEvents[N]) => void;

/** A typed emitter. What happens before `open` is kept and told then: a caller of `connect()` can listen only afterwards. */
export class Events {
  readonly #listeners = new Map<EventName, Set<Listener<never>>>();
  #kept: (() => void)[] | undefined = [];

  on<N extends EventName>(name: N, listener: Listener<N>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    const own: Listener<N> = (event) => listener(event); // the same function may listen twice
    listeners.add(own);
    return () => void listeners.delete(own);
  }

  emit<N extends EventName>(name: N, event: ClientEvents[N]): void {
    if (this.#kept !== undefined) {
      this.#kept.push(() => this.#tell(name, event));
      return;
    }
    this.#tell(name, event);
  }

  open(): void {
    const kept = this.#kept ?? [];
    this.#kept = undefined;
    for (const tell of kept) tell();
  }

  #tell<N extends EventName>(name: N, event: ClientEvents[N]): void {
    for (const listener of this.#listeners.get(name) ?? []) guard(() => (listener as Listener<N>)(event));
  }
}

/** Runs a callback of the application: what it throws must not end a session, and must not vanish. */
export function guard(run: () => void): void {
  try {
    run();
  } catch (thrown) {
    report(thrown, 'KeywayCallbackFault');
  }
}

/** Tells whoever runs this program of a fault in it. */
export function report(thrown: unknown, type: 'KeywayCallbackFault' | 'KeywayHandlerFault'): void {
  const { message, stack } = thrown instanceof Error ? thrown : { message: String(thrown), stack: undefined };
  process.emitWarning(message, { type, ...(stack === undefined ? {} : { detail: stack }) });
}
