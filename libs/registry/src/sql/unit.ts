import type { SessionSettings } from '@keyway/wire';
import { sql, type Transaction } from 'kysely';
import type { AuditNote, AuditRow, ClientFilter, ClientRow, ListedClient, NameRow, PolicyRow, ServiceRow, TokenRow } from '../rows.js';
import type { RegistryCounts, RegistryUnit } from '../unit.js';
import { append, auditBehind, auditHead } from './audit.js';
import { changeClient, client, listClients } from './clients.js';
import { sealed } from './checksum.js';
import { counts } from './counts.js';
import { nameContacts } from './directory.js';
import { revokeTickets } from './feed.js';
import { addName, namesBehind, namesLike } from './names.js';
import { policyOf, settingsOf, theRow } from './policy.js';
import type { Schema } from './schema.js';
import { putService, removeService, services } from './services.js';
import { changeToken, token, tokenOf } from './tokens.js';
import type { Tools } from './tools.js';

const nonceMs = 3_600_000;

/** The work of one transaction. */
export class SqlUnit implements RegistryUnit {
  constructor(
    private readonly trx: Transaction<Schema>,
    private readonly tools: Tools,
  ) {}

  client = (id: Uint8Array): Promise<ClientRow | undefined> => client(this.trx, this.tools, id);
  clients = (filter: ClientFilter): Promise<readonly ListedClient[]> => listClients(this.trx, this.tools.checks, filter);

  async addClient({ id, spki, rights, hidden, createdMs }: Parameters<RegistryUnit['addClient']>[0]): Promise<boolean> {
    const flags = { hidden: hidden ? 1 : 0, blocked: 0, appointed: 0 };
    const added = await this.trx
      .insertInto('client')
      .values(sealed('client', { id, spki, rights, ...flags, serial: 0, created_ms: createdMs, seen_ms: 0 }))
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }

  appoint = (id: Uint8Array, rights: number): Promise<boolean> =>
    changeClient(this.trx, this.tools.checks, id, (row) =>
      row.appointed === 0 ? { rights: row.rights | rights, appointed: 1 } : undefined,
    );

  async changeClient(
    id: Uint8Array,
    { rights, hidden, blocked }: Partial<Pick<ClientRow, 'rights' | 'hidden' | 'blocked'>>,
  ): Promise<void> {
    await changeClient(this.trx, this.tools.checks, id, () => ({
      ...(rights === undefined ? {} : { rights }),
      ...(hidden === undefined ? {} : { hidden: hidden ? 1 : 0 }),
      ...(blocked === undefined ? {} : { blocked: blocked ? 1 : 0 }),
    }));
  }

  async countWithRight(right: number): Promise<number> {
    const having = this.trx.selectFrom('client').selectAll().where('blocked', '=', 0);
    return this.tools.checks.sound('client', await having.where(sql<number>`rights & ${right}`, '=', right).execute()).length;
  }

  revokeTickets = (id: Uint8Array): Promise<void> => revokeTickets(this.trx, this.tools, id);

  namesLike = (name: string, skeleton: string): Promise<readonly NameRow[]> => namesLike(this.trx, this.tools.checks, name, skeleton);
  namesBehind = (skeleton: string, limit: number): Promise<readonly NameRow[]> => namesBehind(this.trx, this.tools.checks, skeleton, limit);
  addName = (row: NameRow, nowMs: number): Promise<void> => addName(this.trx, row, nowMs);

  async dropNameOf(clientId: Uint8Array): Promise<void> {
    await this.trx.deleteFrom('name').where('client_id', '=', clientId).execute();
  }

  async dropNameFor(tokenId: Uint8Array): Promise<void> {
    await this.trx.deleteFrom('name').where('token_id', '=', tokenId).execute();
  }

  nameContacts = (hiddenId: Uint8Array, viewers: readonly Uint8Array[]): Promise<void> => nameContacts(this.trx, hiddenId, viewers);

  policy = (): Promise<PolicyRow> => policyOf(this.trx, this.tools);
  async setPolicy({ enrolment, seeing, serving }: PolicyRow): Promise<void> {
    const row = sealed('policy', { id: theRow, enrolment, seeing, serving });
    await this.trx
      .insertInto('policy')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute();
  }

  settings = (): Promise<SessionSettings | undefined> => settingsOf(this.trx, this.tools);
  async setSettings(settings: SessionSettings): Promise<void> {
    const row = sealed('settings', {
      id: theRow,
      heartbeat_ms: settings.heartbeatMs,
      timeout_ms: settings.timeoutMs,
      max_body_bytes: settings.maxBodyBytes,
      window_messages: settings.windowMessages,
      window_bytes: settings.windowBytes,
      max_streams: settings.maxStreams,
    });
    await this.trx
      .insertInto('settings')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute();
    await this.tools.counters.nextOfFeed(this.trx);
  }

  async token(id: Uint8Array): Promise<TokenRow | undefined> {
    const row = await token(this.trx, this.tools.checks, id);
    return row && tokenOf(row);
  }

  async tokens(): Promise<readonly TokenRow[]> {
    const rows = await this.trx.selectFrom('token').selectAll().orderBy('created_ms', 'desc').orderBy('id').execute();
    return this.tools.checks.sound('token', rows).map(tokenOf);
  }

  async addToken({ id, wrapped, createdMs, expiresMs, uses, used, name, rights, revoked }: TokenRow): Promise<void> {
    const row = { id, wrapped, uses, used, rights, created_ms: createdMs, expires_ms: expiresMs, name: name ?? null };
    await this.trx
      .insertInto('token')
      .values(sealed('token', { ...row, revoked: revoked ? 1 : 0, ended_ms: null }))
      .execute();
  }

  async revokeToken(id: Uint8Array, nowMs: number): Promise<void> {
    const row = await token(this.trx, this.tools.checks, id);
    if (row) await changeToken(this.trx, { ...row, revoked: 1, ended_ms: nowMs });
  }

  service = async (name: string): Promise<ServiceRow | undefined> => (await services(this.trx, this.tools.checks, name))[0];
  services = (): Promise<readonly ServiceRow[]> => services(this.trx, this.tools.checks);
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
      .values(sealed('admin_nonce', { nonce, time_ms: nowMs }))
      .onConflict((on) => on.column('nonce').doNothing())
      .executeTakeFirst();
    return spent.numInsertedOrUpdatedRows === 1n;
  }

  note = (note: AuditNote): Promise<void> => append(this.trx, this.tools.hashOf, [note]);
  audit = (after: number, limit: number): Promise<readonly AuditRow[]> => auditBehind(this.trx, after, limit);
  auditHead = (): Promise<Pick<AuditRow, 'seq' | 'hash'>> => auditHead(this.trx);

  counts = (): Promise<RegistryCounts> => counts(this.trx);
}
