import { limits, WireError } from '@keyway/wire';
import type { Events } from './events.js';
import type { FleetCalls } from './fleet-calls.js';

/** A client id is 52 characters long: a text of that length is never a name. */
const idLength = 52;
/** Posts to one name that wait until it is known. */
const mostWaiting = 10_000;
const mostNames = 10_000;

export const isClientId = (to: string): boolean => to.length === idLength;

interface Waiting {
  readonly found: (id: string) => void;
  readonly failed: (error: WireError) => void;
}

/**
 * Names of recipients. The fleet says whose a name is, and keys are the only proof of anybody: so the id that a name had first is
 * kept for as long as this process lives, and a name that has moved to another key is refused, as a changed host key is by SSH.
 */
export class NameBook {
  /** What the fleet said in this session. */
  readonly #known = new Map<string, string>();
  readonly #pins = new Map<string, string>();
  /** In the order they were posted. */
  readonly #waiting = new Map<string, Waiting[]>();

  constructor(
    private readonly fleet: FleetCalls,
    private readonly events: Events,
  ) {}

  /** A new session: every name is asked for again. */
  attached(): void {
    this.#known.clear();
  }

  /**
   * Calls `found` with the client id behind a name, at once when it is known, and in the order of the calls; or `failed`:
   * `recipient_unknown`, `address_invalid`, or what kept the fleet from answering. Throws `address_invalid` and `backpressure`.
   */
  resolve(name: string, found: Waiting['found'], failed: Waiting['failed']): void {
    if (name.length === 0 || name.length > limits.nameBytes)
      throw new WireError('address_invalid', `a recipient is a client id or a name, not ${quoted(name)}`);
    const id = this.#known.get(name);
    if (id !== undefined) return found(id);
    const waiting = this.#waiting.get(name);
    if (waiting === undefined) {
      this.#waiting.set(name, [{ found, failed }]);
      void this.#ask(name);
    } else {
      if (waiting.length >= mostWaiting)
        throw new WireError('backpressure', `${waiting.length} messages wait until ${quoted(name)} is known`);
      waiting.push({ found, failed });
    }
  }

  async #ask(name: string): Promise<void> {
    let tell: (waiting: Waiting) => void;
    try {
      const id = this.#pinned(name, (await this.fleet.resolve(name))?.id);
      if (this.#known.size >= mostNames) this.#known.clear();
      this.#known.set(name, id);
      tell = ({ found }) => found(id);
    } catch (thrown) {
      const error = WireError.from(thrown);
      tell = ({ failed }) => failed(error);
    }
    const waiting = this.#waiting.get(name) ?? [];
    this.#waiting.delete(name);
    for (const one of waiting) tell(one);
  }

  #pinned(name: string, id: string | undefined): string {
    if (id === undefined) {
      const why = 'it is no name of a member you may see, and no client id: those have 52 characters a-z 2-7';
      throw new WireError('recipient_unknown', `${quoted(name)}: ${why}`);
    }
    const pin = this.#pins.get(name) ?? id;
    if (pin !== id) {
      const text = `${quoted(name)} was ${pin} and is ${id} now: ask that person, then send to the client id, or start again`;
      this.events.emit('warning', { reason: 'recipient_unknown', text });
      throw new WireError('recipient_unknown', text);
    }
    if (this.#pins.size < mostNames) this.#pins.set(name, id);
    return id;
  }
}

/** What a user typed, for an error: short, and without anything a terminal would obey. */
const quoted = (text: string): string => JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
