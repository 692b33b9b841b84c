import type { SessionSettings } from '@keyway/wire';
import type { AuditNote, AuditRow, ClientFilter, ClientRow, ListedClient, NameRow, PolicyRow, ServiceRow, TokenRow } from './rows.js';

/**
 * The registry inside one transaction: it sees everything that was done before, and what it does is done in whole or not at all.
 * For the length of the work only; a call after its end rejects.
 */
export interface RegistryUnit {
  client(id: Uint8Array): Promise<ClientRow | undefined>;
  /** By ascending id. */
  clients(filter: ClientFilter): Promise<readonly ListedClient[]>;
  /** @returns false when it is known already: nothing was changed. */
  addClient(client: Pick<ClientRow, 'id' | 'spki' | 'rights' | 'hidden' | 'createdMs'>): Promise<boolean>;
  /** Adds rights, once for each client, ever. @returns false when it was done before: what became of the rights since then stays. */
  appoint(id: Uint8Array, rights: number): Promise<boolean>;
  changeClient(id: Uint8Array, change: Partial<Pick<ClientRow, 'rights' | 'hidden' | 'blocked'>>): Promise<void>;
  /** Clients that have this right and are not blocked. */
  countWithRight(right: number): Promise<number>;
  /** Puts the client into the feed: none of the tickets it has now opens anything any more. */
  revokeTickets(id: Uint8Array): Promise<void>;

  /** Every name with this text or this skeleton: at most two. */
  namesLike(name: string, skeleton: string): Promise<readonly NameRow[]>;
  /** Names whose skeleton begins so, by skeleton. */
  namesBehind(skeleton: string, limit: number): Promise<readonly NameRow[]>;
  /** The text and the skeleton are free, and the client has no name: else it rejects with `internal`. */
  addName(row: NameRow, nowMs: number): Promise<void>;
  dropNameOf(clientId: Uint8Array): Promise<void>;
  dropNameFor(tokenId: Uint8Array): Promise<void>;

  /** Who may see the hidden client by its own word; those named before are forgotten, those it wrote to are not. */
  nameContacts(hiddenId: Uint8Array, viewers: readonly Uint8Array[]): Promise<void>;

  policy(): Promise<PolicyRow>;
  setPolicy(policy: PolicyRow): Promise<void>;
  settings(): Promise<SessionSettings | undefined>;
  /** Puts the settings into the feed. */
  setSettings(settings: SessionSettings): Promise<void>;

  token(id: Uint8Array): Promise<TokenRow | undefined>;
  /** The newest first. */
  tokens(): Promise<readonly TokenRow[]>;
  addToken(row: TokenRow): Promise<void>;
  revokeToken(id: Uint8Array, nowMs: number): Promise<void>;

  service(name: string): Promise<ServiceRow | undefined>;
  /** By name. */
  services(): Promise<readonly ServiceRow[]>;
  /** Adds it, or makes it what is said. */
  putService(row: ServiceRow, nowMs: number): Promise<void>;
  /** @returns false when there is none. */
  removeService(name: string): Promise<boolean>;
  countServices(ownerId?: Uint8Array): Promise<number>;

  /** @returns false when it was spent before. Forgets those that are older than an hour: their calls are too old by far. */
  spendNonce(nonce: Uint8Array, nowMs: number): Promise<boolean>;

  /** Appends to the log. */
  note(note: AuditNote): Promise<void>;
  /** By ascending number, behind `after`. */
  audit(after: number, limit: number): Promise<readonly AuditRow[]>;
  auditHead(): Promise<Pick<AuditRow, 'seq' | 'hash'>>;

  counts(): Promise<RegistryCounts>;
}

export interface RegistryCounts {
  readonly clients: number;
  readonly channels: number;
}
