import type { Client } from '@keyway/client';
import { inTime } from './deadline.js';
import { oneLine } from './printable.js';

/** What a name is not worth waiting longer for. */
const PATIENCE_MS = 1_000;
const KEPT_MS = 60_000;
const MOST = 1_000;

/**
 * The names of clients, as the fleet tells them: hints beside ids, never instead of them. Each is asked for once a minute at most;
 * no answer is no name.
 */
export class Names {
  readonly #known = new Map<string, { readonly name: Promise<string | undefined>; readonly at: number }>();

  constructor(
    private readonly client: Pick<Client, 'who'>,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  of(id: string): Promise<string | undefined> {
    const known = this.#known.get(id);
    if (known && performance.now() - known.at < KEPT_MS) return known.name;
    if (this.#known.size >= MOST) this.#known.clear();
    const name = this.#ask(id);
    this.#known.set(id, { name, at: performance.now() });
    return name;
  }

  async #ask(id: string): Promise<string | undefined> {
    const never = new AbortController().signal;
    const answer = inTime(this.patienceMs, never, (signal) => Promise.race([this.client.who([id]), aborted(signal)]));
    const [member] = await answer.catch(() => []);
    return member?.name === undefined ? undefined : oneLine(member.name);
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));

/** `adam pb5vzqc6…` with a name, the id alone without. */
export const withName = (id: string, name: string | undefined): string => (name === undefined ? id : `${name} ${id}`);
