/** What happened to one message, in the end. */
export type Fate = 'ok' | 'lost' | 'duplicate' | 'reordered' | 'corrupt' | 'unknown' | 'refused';

/** What the checker is told as it happens, in the order in which it happens to each side. */
export interface History {
  attempted(from: string, to: string, n: number, body: string): void;
  accepted(from: string, to: string, n: number): void;
  refused(from: string, to: string, n: number, reason: string): void;
  received(from: string, to: string, body: string): void;
}

interface Entry {
  readonly body: string;
  accepted: boolean;
  refused: string | undefined;
  receipts: number;
  reordered: boolean;
}

export interface Verdict {
  readonly counts: Readonly<Record<Fate, number>>;
  readonly attempted: number;
  readonly received: number;
  /** The first few of what must not be, in words. */
  readonly faults: readonly string[];
}

/**
 * Classifies every message between any number of senders and recipients: accepted messages arrive once, in the order of their
 * pair, unchanged. Not accepted means unknown: it may arrive, once and in order, or not at all.
 */
export class Checker implements History {
  readonly #pairs = new Map<string, { readonly entries: Map<number, Entry>; highest: number }>();
  readonly #strange: string[] = [];
  #received = 0;

  attempted(from: string, to: string, n: number, body: string): void {
    this.#pair(from, to).entries.set(n, { body, accepted: false, refused: undefined, receipts: 0, reordered: false });
  }
  accepted(from: string, to: string, n: number): void {
    this.#entry(from, to, n).accepted = true;
  }
  refused(from: string, to: string, n: number, reason: string): void {
    this.#entry(from, to, n).refused = reason;
  }
  received(from: string, to: string, body: string): void {
    this.#received += 1;
    const n = Number(body.slice(0, body.indexOf('|')));
    const pair = this.#pair(from, to);
    const entry = pair.entries.get(n);
    if (entry === undefined || entry.body !== body) {
      this.#strange.push(`${from} → ${to}: a body nobody sent: ${body.slice(0, 40)}`);
      return;
    }
    entry.receipts += 1;
    if (entry.receipts === 1 && n < pair.highest) entry.reordered = true;
    pair.highest = Math.max(pair.highest, n);
  }

  /** Accepted and not received yet. */
  get missing(): number {
    let missing = 0;
    for (const { entries } of this.#pairs.values()) for (const e of entries.values()) if (e.accepted && e.receipts === 0) missing += 1;
    return missing;
  }

  verdict(): Verdict {
    const counts: Record<Fate, number> = {
      ok: 0,
      lost: 0,
      duplicate: 0,
      reordered: 0,
      corrupt: this.#strange.length,
      unknown: 0,
      refused: 0,
    };
    const faults = [...this.#strange];
    let attempted = 0;
    for (const [pair, { entries }] of this.#pairs) {
      for (const [n, entry] of entries) {
        attempted += 1;
        const fate = fateOf(entry);
        counts[fate] += 1;
        if (fate === 'lost' || fate === 'duplicate' || fate === 'reordered') faults.push(`${pair} #${n}: ${fate}`);
      }
    }
    return { counts, attempted, received: this.#received, faults: faults.slice(0, 20) };
  }

  #pair(from: string, to: string): { readonly entries: Map<number, Entry>; highest: number } {
    const key = `${from} → ${to}`;
    let pair = this.#pairs.get(key);
    if (pair === undefined) this.#pairs.set(key, (pair = { entries: new Map(), highest: 0 }));
    return pair;
  }

  #entry(from: string, to: string, n: number): Entry {
    const entry = this.#pair(from, to).entries.get(n);
    if (entry === undefined) throw new Error(`${from} → ${to} #${n} was never attempted`);
    return entry;
  }
}

function fateOf(entry: Entry): Fate {
  if (entry.receipts > 1) return 'duplicate';
  if (entry.reordered) return 'reordered';
  if (entry.receipts === 1) return 'ok';
  if (entry.accepted) return 'lost';
  return entry.refused === undefined ? 'unknown' : 'refused';
}
