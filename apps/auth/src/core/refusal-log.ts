import { Budget } from './budget.js';

/** Of one client: five at once, then one every ten minutes. Of all: a thousand at once, then a thousand an hour. */
const mostKeys = 65_536;
const each = { burst: 5, refillMs: 600_000, mostKeys };
const all = { burst: 1_000, refillMs: 3_600, mostKeys: 1 };

/** Which refusals are written down: a member who may not does not fill the disk by asking again. What is left out is counted, and told with the next. */
export class RefusalLog {
  readonly #each = new Budget(each);
  readonly #all = new Budget(all);
  readonly #unwritten = new Map<string, number>();

  /** @returns what the entry says about those that were left out; undefined: this one is left out too. */
  admit(key: string, now: number): { readonly unwritten: number | undefined } | undefined {
    const unwritten = this.#unwritten.get(key);
    this.#unwritten.delete(key);
    if (this.#each.spend(key, now) && this.#all.spend('', now)) return { unwritten };
    this.#unwritten.set(key, (unwritten ?? 0) + 1);
    if (this.#unwritten.size > mostKeys) this.#unwritten.delete(this.#unwritten.keys().next().value!);
    return undefined;
  }
}
