import type { Append, AppendOutcome, Drop, MailboxStats, MailboxStore, RefusalReason, StoredRun, Waiting } from '@keyway/mailbox';
import { eachBody } from '@keyway/wire';
import { keyOf } from '../../core/route.js';
import type { Account } from './account.js';

/** Bodies say which message they are, and may be longer than that. */
export const textOf = (body: Uint8Array): string => Buffer.from(body).toString('latin1').split('|', 1)[0]!;

/** Memory mailboxes that refuse when the story says so, as a disk that is full or broken does. */
export class FaultyStore implements MailboxStore {
  /** Every append is refused so. */
  refuses: RefusalReason | undefined;
  /** Reads fail. */
  blind = false;
  /** Whose read failed last. */
  unread: Uint8Array | undefined;
  readonly #seen = new Set<string>();
  /** New streams that were refused, and the number they have to begin with. */
  readonly #begins = new Map<string, number>();
  readonly #refused = new Map<string, Uint8Array>();

  constructor(
    private readonly inner: MailboxStore,
    private readonly account: Account,
  ) {
    inner.onDrop((drop) => account.dropped(drop));
  }

  async append(batch: readonly Append[]): Promise<readonly AppendOutcome[]> {
    for (const run of batch) this.#inspect(run);
    const { refuses } = this;
    if (refuses !== undefined) return batch.map((run) => this.#refuse(run, refuses));
    const outcomes: AppendOutcome[] = new Array(batch.length);
    const behind = new Set<string>();
    const taken = batch.filter((run, index) => {
      const stream = streamOf(run);
      const begins = this.#begins.get(stream);
      if (!behind.has(stream) && (begins === undefined || run.firstSeq <= begins)) {
        this.#begins.delete(stream);
        return true;
      }
      behind.add(stream);
      outcomes[index] = { kind: 'refused', reason: 'stream_gap', fromSeq: run.firstSeq };
      return false;
    });
    const answers = await this.inner.append(taken);
    taken.forEach((run, i) => {
      const outcome = answers[i]!;
      outcomes[batch.indexOf(run)] = outcome;
      if (outcome.kind === 'refused') return;
      this.#seen.add(streamOf(run));
      this.account.stored(run.sender, run.stream, run.firstSeq, outcome.upTo);
    });
    return outcomes;
  }

  async read(recipient: Uint8Array, afterId: number, maxBytes: number): Promise<readonly StoredRun[]> {
    if (!this.blind) return this.inner.read(recipient, afterId, maxBytes);
    this.unread = recipient;
    throw new Error('a read failed');
  }
  release(ids: readonly number[]): Promise<void> {
    return this.inner.release(ids);
  }
  stats(): Promise<MailboxStats> {
    return this.inner.stats();
  }
  waiting(recipient: Uint8Array): Promise<Waiting> {
    return this.inner.waiting(recipient);
  }
  onRoom(listener: (recipient: Uint8Array) => void): void {
    this.inner.onRoom(listener);
  }
  onDrop(listener: (drop: Drop) => void): void {
    this.inner.onDrop(listener);
  }
  close(): Promise<void> {
    return this.inner.close();
  }

  /** The disk is as it should be. @returns whose mailboxes have room again. */
  mend(): readonly Uint8Array[] {
    const wasFull = this.refuses === 'store_full';
    this.refuses = undefined;
    this.blind = false;
    const refused = [...this.#refused.values()];
    this.#refused.clear();
    return wasFull ? refused : [];
  }

  #refuse(run: Append, reason: RefusalReason): AppendOutcome {
    const stream = streamOf(run);
    if (!this.#seen.has(stream) && !this.#begins.has(stream)) this.#begins.set(stream, run.firstSeq);
    this.#refused.set(keyOf(run.recipient), run.recipient.slice());
    return { kind: 'refused', reason, fromSeq: run.firstSeq };
  }

  #inspect({ sender, stream, firstSeq, bodies }: Append): void {
    eachBody(bodies, (body, index) => this.account.appended(sender, stream, firstSeq + index, textOf(body)));
  }
}

const streamOf = ({ recipient, sender, stream }: Append): string => keyOf(recipient) + keyOf(sender) + keyOf(stream);
