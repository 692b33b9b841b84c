import type { Client } from '@keyway/client';
import { WireError } from '@keyway/wire';
import { faultOf } from '../fault.js';
import { oneLine } from '../printable.js';
import type { Terminal } from '../terminal.js';
import type { Addressing } from './addressing.js';
import type { Book } from './book.js';
import { sentLine } from './transcript.js';

/** An answer that takes longer is not waited for before the line is shown. */
const soonMs = 400;

/** Sends what is typed and shows what became of it. */
export class Outgoing {
  readonly #waiting = new Set<Promise<void>>();
  #last: string | undefined;
  #failed: WireError | undefined;

  constructor(
    private readonly client: Client,
    private readonly addressing: Addressing,
    private readonly book: Book,
    private readonly terminal: Terminal,
    private readonly me: () => string,
  ) {}

  /** The first thing that went wrong. */
  get failed(): WireError | undefined {
    return this.#failed;
  }

  /** Resolves when the text is on its way, in the order of the calls; what becomes of it is shown later. */
  async send(to: string | undefined, text: string): Promise<void> {
    const recipient = to ?? this.#last;
    if (recipient === undefined) return this.unclear('nobody was written to yet: name somebody before the colon');
    try {
      const { called, again, ids } = await this.addressing.find(recipient);
      this.#last = again;
      const work = this.#follow(called, ids, text);
      this.#waiting.add(work);
      void work.finally(() => this.#waiting.delete(work));
    } catch (thrown) {
      this.#fail(WireError.from(thrown), recipient);
    }
  }

  /** Resolves when everything that was sent is answered for. */
  async settled(): Promise<void> {
    while (this.#waiting.size > 0) await Promise.all(this.#waiting);
  }

  /** What was typed cannot be understood. */
  unclear(why: string): void {
    this.#failed ??= new WireError('address_invalid', why);
    this.terminal.data({ event: 'failed', reason: 'usage', message: why });
    this.terminal.note(this.terminal.paint('yellow', `— ${why}`));
  }

  #fail(error: WireError, to: string): void {
    this.#failed ??= error;
    const { reason, message } = faultOf(error);
    this.terminal.data({ event: 'failed', to, reason, message });
    this.terminal.note(this.terminal.paint('red', `— not sent to ${oneLine(to)}: ${message} (${reason})`));
  }

  /** Everybody named gets the text in a stream of his own. */
  async #follow(called: string, ids: readonly string[], text: string): Promise<void> {
    const entry = { at: new Date(), me: this.me(), peer: called };
    let told = false;
    const slow = setTimeout(() => {
      told = true;
      this.terminal.say(sentLine(entry, text, this.terminal.paint('dim', '… waits for the fleet')));
    }, soonMs);
    const results = await Promise.allSettled(ids.map((id) => this.#post(id, called, text)));
    clearTimeout(slow);
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [WireError.from(result.reason)] : []));
    if (errors.length < ids.length) {
      const away = ids.every((id) => this.book.get(id)?.online === false);
      const where = away
        ? this.terminal.paint('dim', ' (away)')
        : ids.length > 1
          ? this.terminal.paint('dim', ` in ${ids.length} places`)
          : '';
      const shown = told ? `${text.slice(0, 40)}${text.length > 40 ? '…' : ''}` : text;
      this.terminal.say(sentLine(entry, shown, `${this.terminal.paint('green', '✓')}${where}`));
    }
    // closed before the answer came: it is kept, and leaves with the next start
    const real = errors.find(({ reason }) => reason !== 'session_closed');
    if (real) this.#fail(real, called);
    else if (errors.length > 0) this.terminal.note(`— not accepted yet: ${called}: it is kept, and leaves with the next start`);
  }

  async #post(id: string, called: string, text: string): Promise<void> {
    const sent = await this.client.send(id, text);
    this.terminal.data({ event: 'sent', to: id, toName: called, id: `${sent.stream}:${sent.seq}`, acceptedAt: sent.acceptedAt });
  }
}
