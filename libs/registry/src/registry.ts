/** One client, known by its key. */
export interface ClientRow {
  readonly id: Uint8Array; // 32: SHA-256 of spki
  /** Canonical SPKI DER. */
  readonly spki: Uint8Array;
  /** Of its newest channel; a later issue has a larger one. */
  readonly serial: number;
  /** Bit set; 1 = may send, 2 = operator. */
  readonly rights: number;
  readonly createdMs: number;
  /** Always false: clients cannot be blocked yet. */
  readonly blocked: boolean;
}

/** A channel request whose signature was verified. */
export interface Admission {
  readonly clientId: Uint8Array; // 32
  /** Makes the client known if it is not yet; a known client keeps what it has. */
  readonly enrol?: { readonly spki: Uint8Array; readonly rights: number } | undefined;
  readonly channelId: Uint8Array; // 32
  readonly issuedMs: number;
  readonly validUntilMs: number;
  /** Where it came from, for the audit. */
  readonly source: string;
}

export type AdmitOutcome =
  | { readonly kind: 'admitted'; readonly serial: number; readonly newClient: boolean }
  /** This channel id was issued before: a replay, or the same request again. */
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown_client' };

export const epochPurposes = ['ticket', 'storage'] as const;
export type EpochPurpose = (typeof epochPurposes)[number];

/** A key of a keyring, wrapped under a key that is kept outside the registry. */
export interface EpochRow {
  readonly id: number;
  readonly purpose: EpochPurpose;
  readonly wrapped: Uint8Array;
  readonly notBeforeMs: number;
  readonly issueUntilMs: number;
  readonly acceptUntilMs: number;
}

/**
 * Auth's memory. Every adapter passes `registryCompliance()`; replicas of auth may share one.
 * Rejects with `store_full` or `store_failed` when it cannot write, with `state_damaged` when what it holds cannot be read.
 */
export interface Registry {
  client(id: Uint8Array): Promise<ClientRow | undefined>;
  /** In the order of `ids`. */
  known(ids: readonly Uint8Array[]): Promise<readonly boolean[]>;
  /**
   * Outcomes in the order of the batch; one transaction for all admissions that waited. Each channel id is admitted once, ever
   * (until `prune`), by whichever replica came first. `serial` grows with each admission of the fleet.
   * Resolves once it is synced; after a rejection nothing of the batch is admitted.
   */
  admit(batch: readonly Admission[]): Promise<readonly AdmitOutcome[]>;
  /** By ascending id. */
  epochs(purpose: EpochPurpose): Promise<readonly EpochRow[]>;
  /** @returns false when this (purpose, id) exists already: a replica was faster. */
  addEpoch(row: EpochRow): Promise<boolean>;
  /** Deletes epochs with `acceptUntilMs` below the time; returns how many. */
  deleteEpochs(acceptUntilBeforeMs: number): Promise<number>;
  /** Forgets channels whose lease ended more than a day ago, by then far too old to be replayed; returns how many. */
  prune(nowMs: number): Promise<number>;
  counts(): Promise<{ readonly clients: number; readonly channels: number }>;
  /** Waits for what was begun. Idempotent; calls after it reject with `store_failed`. */
  close(): Promise<void>;
}
