import { WireError } from '@keyway/wire';
import { aborted } from './alarm.js';
import { guard } from './events.js';
import { isClientId, type NameBook } from './names.js';
import type { Outbox, Posted, PostOptions, Settle } from './outbox.js';

/** Posts to client ids at once, and to names as soon as it is known who they are; and gives up what a signal aborts. */
export class Posting {
  constructor(
    private readonly outbox: Outbox,
    private readonly names: NameBook,
    private readonly wake: () => void,
  ) {}

  /** Throws what is wrong with the arguments; behind a name `settle` is told. */
  post(to: string, body: Uint8Array | string, settle: Settle, options?: PostOptions): void {
    if (!isClientId(to)) return this.#toName(to, body, settle, options, () => undefined);
    this.outbox.post(to, body, settle, options);
    this.wake();
  }

  /** The same, until `signal` is aborted: then `settle` is told so, and what has not left never will. */
  postUntil(signal: AbortSignal, to: string, body: Uint8Array | string, settle: Settle, options?: PostOptions): void {
    if (signal.aborted) throw aborted(signal);
    let over = false;
    let posted: Posted | undefined;
    const once: Settle = (error, sent) => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', onAbort);
      settle(error, sent);
    };
    const onAbort = (): void => {
      if (posted !== undefined && !this.outbox.giveUp(posted)) return;
      this.wake(); // its number still travels, as a skip
      once(aborted(signal), undefined);
    };
    const left = (what: Posted): void => {
      posted = what;
      if (over) this.outbox.giveUp(what);
    };
    if (isClientId(to)) left(this.outbox.post(to, body, once, options));
    else this.#toName(to, body, once, options, left);
    if (!over) signal.addEventListener('abort', onAbort, { once: true });
    this.wake();
  }

  #toName(name: string, body: Uint8Array | string, settle: Settle, options: PostOptions | undefined, left: (posted: Posted) => void): void {
    const own = typeof body === 'string' ? body : body.slice(); // the caller may change it before the name is known
    const failed = (error: WireError): void => guard(() => settle(error, undefined));
    const found = (id: string): void => {
      try {
        left(this.outbox.post(id, own, settle, options));
        this.wake();
      } catch (thrown) {
        failed(WireError.from(thrown));
      }
    };
    this.names.resolve(name, found, failed);
  }
}
