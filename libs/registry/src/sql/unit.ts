import type { SessionSettings } from '@keyway/wire';
import { sql, type Transaction } from 'kysely';
import type {
  AuditHash,
  AuditNote,
  AuditRow,
  ClientFilter,
  ClientRow,
  ListedClient,
  NameRow,
  PolicyRow,
  ServiceRow,
  TokenRow,
} from '../rows.js';
import type { RegistryCounts, RegistryUnit } from '../unit.js';
import { append, auditBehind, auditHead } from './audit.js';
import { client, listClients } from './clients.js';
import { counts } from './counts.js';
import { nameContacts } from './directory.js';
import { nextOfFeed, revokeTickets } from './feed.js';
import { addName, namesBehind, namesLike } from './names.js';
import { policyOf, settingsOf, theRow } from './policy.js';
import type { Schema } from './schema.js';
import { putService, removeService, services } from './services.js';
import { tokenOf } from './tokens.js';

const nonceMs = 3_600_000;

/** The work of one transaction. */
export class SqlUnit implements RegistryUnit {
  constructor(
    private readonly trx: Transaction<Schema>,
    private readonly hashOf: AuditHash,
  ) {}

  client = (id: Uint8Array): Promise<ClientRow | undefined> => client(this.trx, id);
  clients = (filter: ClientFilter): Promise<readonly ListedClient[]> => listClients(this.trx, filter);

  async addClient({ id, spki, rights, hidden, createdMs }: Parameters<RegistryUnit['addClient']>[0]): Promise<boolean> {
    const flags = { hidden: hidden ? 1 : 0, blocked: 0, appointed: 0 };
    const added = await this.trx
      .insertInto('client')
      .values({ id, spki, rights, ...flags, serial: 0, created_ms: createdMs, seen_ms: 0 })
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }

  async appoint(id: Uint8Array, rights: number): Promise<boolean> {
    const appointed = await this.trx
      .updateTable('client')
      .set({ rights: sql<number>`rights | ${rights}`, appointed: 1 })
      .where('id', '=', id)
      .where('appointed', '=', 0)
      .executeTakeFirst();
    return appointed.numUpdatedRows === 1n;
  }

  async changeClient(
    id: Uint8Array,
    { rights, hidden, blocked }: Partial<Pick<ClientRow, 'rights' | 'hidden' | 'blocked'>>,
  ): Promise<void> {
    const change = {
      ...(rights === undefined ? {} : { rights }),
      ...(hidden === undefined ? {} : { hidden: hidden ? 1 : 0 }),
      ...(blocked === undefined ? {} : { blocked: blocked ? 1 : 0 }),
    };
    await this.trx.updateTable('client').set(change).where('id', '=', id).execute();
  }

  async countWithRight(right: number): Promise<number> {
    const { n } = await this.trx
      .selectFrom('client')
      .select((row) => row.fn.countAll().as('n'))
      .where('blocked', '=', 0)
      .where(sql<number>`rights & ${right}`, '=', right)
      .executeTakeFirstOrThrow();
    return Number(n);
  }

  revokeTickets = (id: Uint8Array): Promise<void> => revokeTickets(this.trx, id);

  namesLike = (name: string, skeleton: string): Promise<readonly NameRow[]> => namesLike(this.trx, name, skeleton);
  namesBehind = (skeleton: string, limit: number): Promise<readonly NameRow[]> => namesBehind(this.trx, skeleton, limit);
  addName = (row: NameRow, nowMs: number): Promise<void> => addName(this.trx, row, nowMs);

  async dropNameOf(clientId: Uint8Array): Promise<void> {
    await this.trx.deleteFrom('name').where('client_id', '=', clientId).execute();
  }

  async dropNameFor(tokenId: Uint8Array): Promise<void> {
    await this.trx.deleteFrom('name').where('token_id', '=', tokenId).execute();
  }

  nameContacts = (hiddenId: Uint8Array, viewers: readonly Uint8Array[]): Promise<void> => nameContacts(this.trx, hiddenId, viewers);

  policy = (): Promise<PolicyRow> => policyOf(this.trx);
  async setPolicy({ enrolment, seeing, serving }: PolicyRow): Promise<void> {
    await this.trx.updateTable('policy').set({ enrolment, seeing, serving }).where('id', '=', theRow).execute();
  }

  settings = (): Promise<SessionSettings | undefined> => settingsOf(this.trx);
  async setSettings(settings: SessionSettings): Promise<void> {
    const row = {
      heartbeat_ms: settings.heartbeatMs,
      timeout_ms: settings.timeoutMs,
      max_body_bytes: settings.maxBodyBytes,
      window_messages: settings.windowMessages,
      window_bytes: settings.windowBytes,
      max_streams: settings.maxStreams,
    };
    await this.trx
      .insertInto('settings')
      .values({ id: theRow, ...row })
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute();
    await nextOfFeed(this.trx);
  }

  async token(id: Uint8Array): Promise<TokenRow | undefined> {
    const row = await this.trx.selectFrom('token').selectAll().where('id', '=', id).executeTakeFirst();
    return row && tokenOf(row);
  }

  async tokens(): Promise<readonly TokenRow[]> {
    const rows = await this.trx.selectFrom('token').selectAll().orderBy('created_ms', 'desc').orderBy('id').execute();
    return rows.map(tokenOf);
  }

  async addToken({ id, wrapped, createdMs, expiresMs, uses, used, name, rights, revoked }: TokenRow): Promise<void> {
    const row = { id, wrapped, uses, used, rights, created_ms: createdMs, expires_ms: expiresMs, name: name ?? null };
    await this.trx
      .insertInto('token')
      .values({ ...row, revoked: revoked ? 1 : 0, ended_ms: null })
      .execute();
  }

  async revokeToken(id: Uint8Array, nowMs: number): Promise<void> {
    await this.trx.updateTable('token').set({ revoked: 1, ended_ms: nowMs }).where('id', '=', id).execute();
  }

  service = async (name: string): Promise<ServiceRow | undefined> => (await services(this.trx, name))[0];
  services = (): Promise<readonly ServiceRow[]> => services(this.trx);
  putService = (row: ServiceRow, nowMs: number): Promise<void> => putService(this.trx, row, nowMs);
  removeService = (name: string): Promise<boolean> => removeService(this.trx, name);
  async countServices(ownerId?: Uint8Array): Promise<number> {
    let query = this.trx.selectFrom('service').select((row) => row.fn.countAll().as('n'));
    if (ownerId) query = query.where('owner_id', '=', ownerId);
    return Number((await query.executeTakeFirstOrThrow()).n);
  }

  async spendNonce(nonce: Uint8Array, nowMs: number): Promise<boolean> {
    await this.trx
      .deleteFrom('admin_nonce')
      .where('time_ms', '<', nowMs - nonceMs)
      .execute();
    const spent = await this.trx
      .insertInto('admin_nonce')
      .values({ nonce, time_ms: nowMs })
      .onConflict((on) => on.column('nonce').doNothing())
      .executeTakeFirst();
    return spent.numInsertedOrUpdatedRows === 1n;
  }

  note = (note: AuditNote): Promise<void> => append(this.trx, this.hashOf, [note]);
  audit = (after: number, limit: number): Promise<readonly AuditRow[]> => auditBehind(this.trx, after, limit);
  auditHead = (): Promise<Pick<AuditRow, 'seq' | 'hash'>> => auditHead(this.trx);

  counts = (): Promise<RegistryCounts> => counts(this.trx);
}
