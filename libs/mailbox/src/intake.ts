import { sliceBodies } from '@keyway/wire';
import { checkRun, keyOf, streamKey } from './keys.js';
import { plus, weigh } from './ledger.js';
import type { Ledger, Weight } from './ledger.js';
import type { Append, AppendOutcome, RefusalReason } from './mailbox.js';

/** `store`: write this part of the run, its bodies sliced to match. */
export type Verdict = { readonly kind: 'store'; readonly run: Append; readonly upTo: number } | Exclude<AppendOutcome, { kind: 'stored' }>;

/**
 * Numbers at which streams that were refused before their first row have to begin: without it a later, pipelined run would
 * pass for the start of the stream. In memory only, for whatever was pipelined dies with the process. Once there were too many of
 * them, any stream that was never seen begins at 1: its sender closes the gap with a skip where it had come further.
 */
export class Halts {
  readonly #from = new Map<string, number>();
  #forgot = false;
  constructor(private readonly max = 65_536) {}

  get(stream: string): number | undefined {
    return this.#from.get(stream) ?? (this.#forgot ? 1 : undefined);
  }

  add(stream: string, fromSeq: number): void {
    if (this.#from.has(stream)) return;
    if (this.#from.size >= this.max) {
      this.#from.delete(this.#from.keys().next().value!);
      this.#forgot = true;
    }
    this.#from.set(stream, fromSeq);
  }

  delete(stream: string): void {
    this.#from.delete(stream);
  }
}

/**
 * Decides one batch, run by run, as if all that it let in were there already; nothing outside changes before `commit`.
 * @param markOf - The last stored number of a stream; undefined when it was never seen.
 */
export class Intake {
  readonly marks = new Map<string, number>();
  readonly #weights = new Map<string, Weight>();
  readonly #stored: { readonly recipient: string; readonly weight: Weight }[] = [];
  readonly #refused = new Map<string, { readonly reason: RefusalReason; readonly fromSeq: number }>();

  constructor(
    private readonly ledger: Ledger,
    private readonly halts: Halts,
    private readonly markOf: (stream: string) => number | undefined,
  ) {}

  judge(run: Append): Verdict {
    checkRun(run);
    const stream = streamKey(run);
    const mark = this.marks.get(stream) ?? this.markOf(stream);
    const upTo = run.firstSeq + run.count - 1;
    if (mark !== undefined && upTo <= mark) return { kind: 'duplicate', upTo };
    const behind = this.#refused.get(stream);
    if (behind) return { kind: 'refused', reason: behind.reason, fromSeq: Math.max(run.firstSeq, behind.fromSeq) };
    const mayStartAt = mark === undefined ? this.halts.get(stream) : mark + 1;
    if (mayStartAt !== undefined && run.firstSeq > mayStartAt) return this.#refuse(stream, 'stream_gap', run.firstSeq);
    const rest = mark === undefined ? run : withoutFirst(run, mark + 1 - run.firstSeq);
    const recipient = keyOf(run.recipient);
    const waiting = this.#weights.get(recipient) ?? this.ledger.weightOf(recipient);
    const weight = weigh(rest, rest.bodies.length);
    if (!this.ledger.fits(waiting, weight)) {
      if (mark === undefined) this.halts.add(stream, rest.firstSeq);
      this.ledger.turnedAway(recipient);
      return this.#refuse(stream, 'mailbox_full', rest.firstSeq);
    }
    this.#weights.set(recipient, plus(waiting, weight));
    this.marks.set(stream, upTo);
    this.#stored.push({ recipient, weight });
    return { kind: 'store', run: rest, upTo };
  }

  /** How many messages were let in. */
  get messages(): number {
    return this.#stored.reduce((sum, { weight }) => sum + weight.messages, 0);
  }

  /** What was let in is durable now. */
  commit(): void {
    for (const { recipient, weight } of this.#stored) this.ledger.stored(recipient, weight);
    for (const stream of this.marks.keys()) this.halts.delete(stream);
  }

  /** Nothing of it could be written: streams that were new have to begin where this batch began them. */
  abandon(batch: readonly Append[]): void {
    for (const run of batch) {
      const stream = streamKey(run);
      if (this.markOf(stream) === undefined) this.halts.add(stream, run.firstSeq);
    }
  }

  #refuse(stream: string, reason: RefusalReason, fromSeq: number): Verdict {
    this.#refused.set(stream, { reason, fromSeq });
    return { kind: 'refused', reason, fromSeq };
  }
}

function withoutFirst(run: Append, skip: number): Append {
  if (skip <= 0) return run;
  const bodies = run.skipped ? run.bodies : sliceBodies(run.bodies, skip);
  return { ...run, firstSeq: run.firstSeq + skip, count: run.count - skip, bodies };
}
