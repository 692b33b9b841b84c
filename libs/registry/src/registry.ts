import type { Admission, AdmitOutcome } from './admission.js';
import type { ChangesRow, ClientRow, EpochPurpose, EpochRow, PolicyRow, ServiceRow, TokenRow } from './rows.js';
import type { RegistryCounts, RegistryUnit } from './unit.js';

/** Who is meant, and who asks. */
export interface Glance {
  readonly clientId: Uint8Array;
  readonly viewer: Uint8Array;
}

/** What there is to know about one glance; the rule that makes a sight of it is not the registry's. */
export interface Glimpse {
  /** Who is meant; undefined: nobody knows it. */
  readonly client: Pick<ClientRow, 'id' | 'blocked' | 'hidden' | 'name'> | undefined;
  readonly viewer: Pick<ClientRow, 'blocked' | 'rights'> | undefined;
  /** The client named the viewer, or wrote to it. */
  readonly isContact: boolean;
}

export interface Glimpses {
  readonly policy: PolicyRow;
  /** In the order of the glances. */
  readonly glimpses: readonly Glimpse[];
}

export interface PageOf {
  readonly viewer: Uint8Array;
  /** `everybody`: all but the blocked. `shown`: of these the ones that are not hidden. `contacts`: neither. Contacts of the viewer and the viewer itself always. */
  readonly sees: 'everybody' | 'shown' | 'contacts';
  /** Ids behind this one. */
  readonly after?: Uint8Array | undefined;
  readonly limit: number;
}

/** What decides whether somebody new is enrolled. */
export interface Terms {
  readonly policy: PolicyRow;
  readonly token: TokenRow | undefined;
}

export interface ServiceTerms {
  readonly policy: PolicyRow;
  readonly service: ServiceRow | undefined;
  readonly client: ClientRow | undefined;
}

/**
 * Auth's memory. Every adapter passes `registryCompliance()`; replicas of auth may share one.
 * Rejects with `store_full` or `store_failed` when it cannot write, with `state_damaged` when what it holds cannot be read.
 */
export interface Registry {
  client(id: Uint8Array): Promise<ClientRow | undefined>;
  /**
   * Outcomes in the order of the batch; one transaction for all admissions that waited. Each channel id is admitted once, ever
   * (until `prune`), by whichever replica came first. `serial` grows with each admission of the fleet.
   * Resolves once it is synced; after a rejection nothing of the batch is admitted.
   */
  admit(batch: readonly Admission[]): Promise<readonly AdmitOutcome[]>;
  terms(tokenId: Uint8Array | undefined): Promise<Terms>;
  /**
   * Does the work in one transaction, in one order with all admissions, and resolves once it is synced. What the work throws undoes it
   * and is thrown on.
   */
  transact<T>(work: (unit: RegistryUnit) => Promise<T>): Promise<T>;

  /** The same queries whatever is found. */
  glimpse(glances: readonly Glance[]): Promise<Glimpses>;
  /** Whose these canonical names are, in their order. */
  named(names: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** By ascending id; never a blocked client. */
  page(of: PageOf): Promise<readonly Pick<ClientRow, 'id' | 'name'>[]>;
  serviceTerms(name: string, clientId: Uint8Array): Promise<ServiceTerms>;
  /** Remembers whom a hidden client wrote to: the newest 4,096. */
  addContacts(hiddenId: Uint8Array, viewers: readonly Uint8Array[], nowMs: number): Promise<void>;

  /** The newest number of the feed: whether `changes` has something new. */
  feedSerial(): Promise<number>;
  /** What came behind `after`. */
  changes(after: number): Promise<ChangesRow>;

  /** By ascending id. */
  epochs(purpose: EpochPurpose): Promise<readonly EpochRow[]>;
  /** @returns false when this (purpose, id) exists already: a replica was faster. */
  addEpoch(row: EpochRow): Promise<boolean>;
  /** Deletes epochs with `acceptUntilMs` below the time; returns how many. */
  deleteEpochs(acceptUntilBeforeMs: number): Promise<number>;
  /**
   * Forgets channels whose lease ended more than a day ago, by then far too old to be replayed, revocations of tickets that have all ended, and
   * tokens that were of no more use for a week; returns how many channels.
   */
  prune(nowMs: number): Promise<number>;
  counts(): Promise<RegistryCounts>;
  /** Waits for what was begun. Idempotent; calls after it reject with `store_failed`. */
  close(): Promise<void>;
}
