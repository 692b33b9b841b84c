import { WireError } from '@keyway/wire';
import type { Kysely } from 'kysely';
import type { Admission, AdmitOutcome, ClientRow, EpochPurpose, EpochRow, Registry } from '../registry.js';
import { admitAll } from './admit.js';
import { keyOf, pieces } from './keys.js';
import type { Schema } from './schema.js';

const dayMs = 86_400_000;
const pieceRows = 500;

interface Waiting {
  readonly batch: readonly Admission[];
  readonly resolve: (outcomes: readonly AdmitOutcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The registry over any database Kysely speaks to; what an engine throws is named by `nameError`. */
export class SqlRegistry implements Registry {
  #waiting: Waiting[] = [];
  #admitting: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(
    private readonly db: Kysely<Schema>,
    private readonly nameError: (thrown: unknown) => WireError,
  ) {}

  client(id: Uint8Array): Promise<ClientRow | undefined> {
    return this.#run(async (db) => {
      const row = await db.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { spki, serial, rights, created_ms: createdMs } = row;
      return { id: row.id, spki, serial: Number(serial), rights, createdMs: Number(createdMs), blocked: false };
    });
  }

  known(ids: readonly Uint8Array[]): Promise<readonly boolean[]> {
    return this.#run(async (db) => {
      const found = new Set<string>();
      for (const some of pieces(ids, pieceRows)) {
        for (const { id } of await db.selectFrom('client').select('id').where('id', 'in', some).execute()) found.add(keyOf(id));
      }
      return ids.map((id) => found.has(keyOf(id)));
    });
  }

  admit(batch: readonly Admission[]): Promise<readonly AdmitOutcome[]> {
    if (this.#closed) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#admitting ??= this.#admitAll();
    });
  }

  epochs(purpose: EpochPurpose): Promise<readonly EpochRow[]> {
    return this.#run(async (db) => {
      const rows = await db.selectFrom('epoch').selectAll().where('purpose', '=', purpose).orderBy('id').execute();
      return rows.map((row) => ({
        id: Number(row.id),
        purpose,
        wrapped: row.wrapped,
        notBeforeMs: Number(row.not_before_ms),
        issueUntilMs: Number(row.issue_until_ms),
        acceptUntilMs: Number(row.accept_until_ms),
      }));
    });
  }

  addEpoch({ id, purpose, wrapped, notBeforeMs, issueUntilMs, acceptUntilMs }: EpochRow): Promise<boolean> {
    const row = { id, purpose, wrapped, not_before_ms: notBeforeMs, issue_until_ms: issueUntilMs, accept_until_ms: acceptUntilMs };
    return this.#run(async (db) => {
      const added = await db
        .insertInto('epoch')
        .values(row)
        .onConflict((on) => on.columns(['purpose', 'id']).doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    });
  }

  deleteEpochs(acceptUntilBeforeMs: number): Promise<number> {
    return this.#run(async (db) => {
      const deleted = await db.deleteFrom('epoch').where('accept_until_ms', '<', acceptUntilBeforeMs).executeTakeFirst();
      return Number(deleted.numDeletedRows);
    });
  }

  prune(nowMs: number): Promise<number> {
    return this.#run(async (db) => {
      const old = db
        .selectFrom('channel')
        .select('id')
        .where('valid_until_ms', '<', nowMs - dayMs)
        .limit(pieceRows);
      for (let all = 0; ;) {
        const deleted = Number((await db.deleteFrom('channel').where('id', 'in', old).executeTakeFirst()).numDeletedRows);
        all += deleted;
        if (deleted < pieceRows) return all;
        await new Promise(setImmediate); // a long list must not hold up those who want a channel now
      }
    });
  }

  counts(): Promise<{ readonly clients: number; readonly channels: number }> {
    return this.#run(async (db) => {
      const count = async (table: 'client' | 'channel'): Promise<number> => {
        const { n } = await db
          .selectFrom(table)
          .select((row) => row.fn.countAll().as('n'))
          .executeTakeFirstOrThrow();
        return Number(n);
      };
      return { clients: await count('client'), channels: await count('channel') };
    });
  }

  close(): Promise<void> {
    this.#closed ??= (async () => {
      while (this.#admitting) await this.#admitting;
      await this.db.destroy();
    })();
    return this.#closed;
  }

  /** Group commit: whoever asks while one transaction runs goes into the next one. */
  async #admitAll(): Promise<void> {
    await Promise.resolve(); // what is called in the same turn goes along
    while (this.#waiting.length > 0) {
      const waiting = this.#waiting.splice(0);
      try {
        const all = waiting.flatMap(({ batch }) => batch);
        const outcomes = await this.db.transaction().execute((trx) => admitAll(trx, all));
        let at = 0;
        for (const { batch, resolve } of waiting) resolve(outcomes.slice(at, (at += batch.length)));
      } catch (thrown) {
        const error = this.nameError(thrown);
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#admitting = undefined; // in the same step as the check: nothing can come between
  }

  async #run<T>(query: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    if (this.#closed) throw closed();
    try {
      return await query(this.db);
    } catch (thrown) {
      throw this.nameError(thrown);
    }
  }
}

const closed = (): WireError => new WireError('store_failed', 'the registry is closed');
