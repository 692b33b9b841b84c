import { WireError } from '@keyway/wire';
import type { Kysely, Transaction } from 'kysely';
import type { Admission, AdmitOutcome } from '../admission.js';
import type { Glance, Glimpses, PageOf, Registry, ServiceTerms, Terms } from '../registry.js';
import type { AuditHash, ChangesRow, ClientRow, EpochPurpose, EpochRow } from '../rows.js';
import type { RegistryCounts, RegistryUnit } from '../unit.js';
import { admitAll } from './admit.js';
import { sealed } from './checksum.js';
import type { Checks } from './checks.js';
import { client } from './clients.js';
import { Counters } from './counters.js';
import { counts } from './counts.js';
import { addContacts, glimpse, named, page } from './directory.js';
import { changes } from './feed.js';
import { policyOf } from './policy.js';
import { prune } from './prune.js';
import type { Schema } from './schema.js';
import { services } from './services.js';
import { Statements } from './statements.js';
import { token, tokenOf } from './tokens.js';
import type { Tools } from './tools.js';
import { SqlUnit } from './unit.js';

/** No token has this id: what is asked when there is none to ask for. */
const nobody = new Uint8Array(16);

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
  readonly #tools: Tools;

  constructor(
    private readonly db: Kysely<Schema>,
    private readonly nameError: (thrown: unknown) => WireError,
    tools: { readonly hashOf: AuditHash; readonly checks: Checks; readonly reached: (serial: number) => void },
  ) {
    const { checks, reached } = tools;
    const statements = new Statements();
    this.#tools = { ...tools, statements, counters: new Counters(checks, statements, reached) };
  }

  client(id: Uint8Array): Promise<ClientRow | undefined> {
    return this.#run((db) => client(db, this.#tools, id));
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
      return this.#tools.checks.sound('epoch', rows).map((row) => ({
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
    return this.#change(async (db) => {
      const added = await db
        .insertInto('epoch')
        .values(sealed('epoch', row))
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

  terms(tokenId: Uint8Array | undefined): Promise<Terms> {
    return this.#run(async (db) => {
      const policy = await policyOf(db, this.#tools);
      const row = await token(db, this.#tools.checks, tokenId ?? nobody);
      return { policy, token: row && tokenOf(row) };
    });
  }

  transact<T>(work: (unit: RegistryUnit) => Promise<T>): Promise<T> {
    return this.#change((trx) => work(new SqlUnit(trx, this.#tools)));
  }

  glimpse(glances: readonly Glance[]): Promise<Glimpses> {
    return this.#run((db) => glimpse(db, this.#tools, glances));
  }

  named(names: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.#run((db) => named(db, this.#tools, names));
  }

  page(of: PageOf): Promise<readonly Pick<ClientRow, 'id' | 'name'>[]> {
    return this.#run((db) => page(db, this.#tools, of));
  }

  serviceTerms(name: string, clientId: Uint8Array): Promise<ServiceTerms> {
    return this.#run(async (db) => ({
      policy: await policyOf(db, this.#tools),
      service: (await services(db, this.#tools.checks, name))[0],
      client: await client(db, this.#tools, clientId),
    }));
  }

  addContacts(hiddenId: Uint8Array, viewers: readonly Uint8Array[], nowMs: number): Promise<void> {
    return this.#change((trx) => addContacts(trx, hiddenId, viewers, nowMs));
  }

  feedSerial(): Promise<number> {
    return this.#run((db) => this.#tools.counters.feedSerial(db));
  }

  changes(after: number): Promise<ChangesRow> {
    return this.#run((db) => db.transaction().execute((trx) => changes(trx, this.#tools, after)));
  }

  prune(nowMs: number): Promise<number> {
    return this.#run((db) => prune(db, nowMs));
  }

  counts(): Promise<RegistryCounts> {
    return this.#run(counts);
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
        const outcomes = await this.db.transaction().execute((trx) => admitAll(trx, all, this.#tools));
        let at = 0;
        for (const { batch, resolve } of waiting) resolve(outcomes.slice(at, (at += batch.length)));
      } catch (thrown) {
        const error = this.nameError(thrown);
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#admitting = undefined; // in the same step as the check: nothing can come between
  }

  /** Counts as a change: its serial tells later whether it is still there. */
  #change<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
    return this.#run((db) =>
      db.transaction().execute(async (trx) => {
        await this.#tools.counters.serials(trx, 1); // the lock under which admissions are made: none comes between
        return work(trx);
      }),
    );
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
