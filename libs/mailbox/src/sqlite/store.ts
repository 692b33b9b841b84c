import { WireError } from '@keyway/wire';
import { checkRun } from '../keys.js';
import type { Append, AppendOutcome, Drop, MailboxStats, MailboxStore, StoredRun, Waiting } from '../mailbox.js';
import { withDefaults } from '../options.js';
import type { MailboxOptions, MailboxSettings } from '../options.js';
import { packRuns, unpackOutcomes, unpackRuns } from './packing.js';
import type { Answer } from './protocol.js';
import { Thread } from './thread.js';

export interface SqliteMailboxOptions extends MailboxOptions {
  /** The database file; its folder exists. Created 0600, locked while open, never deleted. */
  readonly path: string;
  /**
   * `store_failed`: the store's thread died, every call rejects from now on. `state_damaged`: the file turned out to be so
   * damaged that nothing can be written; what can be read is still delivered. Each told once.
   */
  readonly onFault?: (fault: WireError) => void;
  /** New messages are refused `store_full` below this, so that releases can still be written. Default: 16 MiB, at most 1/8 of the disk. */
  readonly keepFreeBytes?: number;
  /** The largest size of the file; `store_full` beyond. Default: none. */
  readonly maxFileBytes?: number;
}

/** Rejects with `state_damaged`, `state_locked` or `store_failed`; the message names the file and what to do. */
export async function openSqliteMailbox(options: SqliteMailboxOptions): Promise<MailboxStore> {
  const settings = withDefaults(options);
  const { path, keepFreeBytes, maxFileBytes } = options;
  const { quota, longestLifetimeMs } = settings;
  const { thread, drops } = await Thread.start({ path, quota, longestLifetimeMs, keepFreeBytes, maxFileBytes });
  return new SqliteMailbox(thread, settings, drops, options.onFault);
}

/** A commit takes this much of what waits: one more body can only be late, not make everybody late. */
const commitBytes = 8_388_608;

interface Write {
  readonly runs: readonly Append[];
  readonly released: readonly number[];
  readonly resolve: (outcomes: readonly AppendOutcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Group commit: whatever arrives while one commit runs is the next commit. */
class SqliteMailbox implements MailboxStore {
  readonly #room: ((recipient: Uint8Array) => void)[] = [];
  readonly #drop: ((drop: Drop) => void)[] = [];
  readonly #janitor: NodeJS.Timeout;
  #waiting: Write[] = [];
  #writing: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(
    private readonly thread: Thread,
    private readonly settings: MailboxSettings,
    /** What opening found, until somebody listens. */
    private early: readonly Drop[],
    onFault: ((fault: WireError) => void) | undefined,
  ) {
    let sweeping = false;
    this.#janitor = setInterval(() => {
      if (sweeping) return;
      sweeping = true;
      const done = (): void => void (sweeping = false);
      thread.ask({ kind: 'sweep', now: settings.now() }).then(done, done);
    }, settings.sweepEveryMs).unref();
    thread.onEvents = ({ rooms, drops, failure }) => {
      if (failure) onFault?.(new WireError(failure.reason, failure.detail));
      for (const drop of drops) for (const tell of this.#drop) tell(drop);
      for (const recipient of rooms) for (const tell of this.#room) tell(recipient);
    };
    thread.onFault = (fault) => {
      clearInterval(this.#janitor);
      onFault?.(fault);
    };
  }

  append(batch: readonly Append[]): Promise<readonly AppendOutcome[]> {
    batch.forEach(checkRun);
    return this.#write(batch, []);
  }

  async release(ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await this.#write([], ids);
  }

  async read(recipient: Uint8Array, afterId: number, maxBytes: number): Promise<readonly StoredRun[]> {
    if (this.#closed) throw closed();
    const answer = await this.thread.ask({ kind: 'read', recipient, afterId, maxBytes, now: this.settings.now() });
    return answer.kind === 'runs' ? unpackRuns(answer.runs) : unexpected(answer);
  }

  async stats(): Promise<MailboxStats> {
    if (this.#closed) throw closed();
    const answer = await this.thread.ask({ kind: 'stats', now: this.settings.now() });
    return answer.kind === 'stats' ? answer.stats : unexpected(answer);
  }

  async waiting(recipient: Uint8Array): Promise<Waiting> {
    if (this.#closed) throw closed();
    const answer = await this.thread.ask({ kind: 'waiting', recipient, now: this.settings.now() });
    return answer.kind === 'waiting' ? answer.waiting : unexpected(answer);
  }

  onRoom(listener: (recipient: Uint8Array) => void): void {
    this.#room.push(listener);
  }

  onDrop(listener: (drop: Drop) => void): void {
    this.#drop.push(listener);
    const early = this.early;
    this.early = [];
    if (early.length > 0) queueMicrotask(() => early.forEach(listener));
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    clearInterval(this.#janitor);
    while (this.#writing) await this.#writing;
    await this.thread.ask({ kind: 'close', now: this.settings.now() }).catch(() => undefined);
    await this.thread.end();
  }

  #write(runs: readonly Append[], released: readonly number[]): Promise<readonly AppendOutcome[]> {
    if (this.#closed) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ runs, released, resolve, reject });
      this.#writing ??= this.#commitAll();
    });
  }

  async #commitAll(): Promise<void> {
    await Promise.resolve(); // what is called in the same turn goes along
    while (this.#waiting.length > 0) await this.#commit(this.#take());
    this.#writing = undefined; // in the same step as the check: nothing can come between
  }

  #take(): readonly Write[] {
    let bytes = 0;
    const enough = this.#waiting.findIndex(({ runs }) => {
      for (const run of runs) bytes += run.bodies.length;
      return bytes > commitBytes;
    });
    return this.#waiting.splice(0, enough < 0 ? this.#waiting.length : enough + 1);
  }

  async #commit(writes: readonly Write[]): Promise<void> {
    const runs = packRuns(writes.flatMap((write) => write.runs));
    const released = Float64Array.from(writes.flatMap((write) => write.released));
    try {
      const answer = await this.thread.ask({ kind: 'write', runs, released, now: this.settings.now() }, [runs]);
      const outcomes = answer.kind === 'written' ? unpackOutcomes(answer.outcomes) : unexpected(answer);
      let at = 0;
      for (const write of writes) write.resolve(outcomes.slice(at, (at += write.runs.length)));
    } catch (error) {
      for (const write of writes) write.reject(error);
    }
  }
}

const closed = (): WireError => new WireError('store_failed', 'the mailbox store is closed');

function unexpected(answer: Answer): never {
  throw new WireError('internal', `the mailbox thread answered ${answer.kind}`);
}
