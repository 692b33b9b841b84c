import type { SessionSettings } from '@keyway/wire';

/*
 * What the registry holds. Ids of clients and channels have 32 bytes, of tokens 16; times are Unix milliseconds; rights are bits of
 * `rightBits` but for `hidden`, which is a field of its own.
 */

/** One client, known by its key. */
export interface ClientRow {
  readonly id: Uint8Array; // 32: SHA-256 of spki
  /** Canonical SPKI DER. */
  readonly spki: Uint8Array;
  /** Of its newest channel; a later issue has a larger one. 0: it never had one. */
  readonly serial: number;
  readonly rights: number;
  /** Seen only by operators and by its contacts. */
  readonly hidden: boolean;
  /** Gets no channel. */
  readonly blocked: boolean;
  readonly name: string | undefined;
  readonly createdMs: number;
  /** When its newest channel was issued; 0: never. */
  readonly seenMs: number;
}

/** A client in a list, and how many of its channels have a lease that has not ended. */
export interface ListedClient extends ClientRow {
  readonly channels: number;
}

export interface ClientFilter {
  /** Ids behind this one. */
  readonly after?: Uint8Array | undefined;
  readonly limit: number;
  /** The beginning of a canonical name. */
  readonly name?: string | undefined;
  readonly blocked?: boolean | undefined;
  readonly id?: Uint8Array | undefined;
  /** For counting channels. */
  readonly nowMs: number;
}

export interface PolicyRow {
  /** Who may enrol without a token. */
  readonly enrolment: 'open' | 'closed';
  readonly seeing: 'members' | 'nobody';
  /** Who declares a service: whoever serves it first, or operators only. */
  readonly serving: 'first' | 'declared';
}

/** A name somebody has, or that waits for whoever enrols with a token. Canonical names are unique, and so are skeletons. */
export interface NameRow {
  readonly name: string;
  /** What it looks like: see docs/adr/0013. */
  readonly skeleton: string;
  /** Whose it is; undefined: it waits for `tokenId`. */
  readonly clientId: Uint8Array | undefined;
  readonly tokenId: Uint8Array | undefined;
  /** Who may give names made from it away: the client itself, or for a shared name the one that shared it. */
  readonly ownerId: Uint8Array | undefined;
}

export interface TokenRow {
  readonly id: Uint8Array; // 16
  /** Its MAC key, wrapped under a key that is kept outside the registry. */
  readonly wrapped: Uint8Array;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly uses: number;
  readonly used: number;
  readonly name: string | undefined;
  /** What its clients may. */
  readonly rights: number;
  readonly revoked: boolean;
}

export interface ServiceRow {
  readonly name: string;
  readonly ownerId: Uint8Array;
  /** Every member may serve it. */
  readonly members: boolean;
  /** Who else may. */
  readonly workers: readonly Uint8Array[];
}

/** Tickets of a client with this registry serial or a smaller one open nothing any more. */
export interface RevocationRow {
  /** Of the feed: 1, 2, 3, … */
  readonly serial: number;
  readonly clientId: Uint8Array;
  readonly ticketsUpTo: number;
}

export interface ChangesRow {
  /** The newest of the feed. */
  readonly serial: number;
  /** By ascending serial. */
  readonly revoked: readonly RevocationRow[];
  readonly settings: SessionSettings | undefined;
}

/** What is to be remembered of an act. */
export interface AuditNote {
  readonly timeMs: number;
  /** 32: a client id; 32 zero bytes: the fleet itself. */
  readonly actor: Uint8Array;
  readonly action: string;
  /** JSON with sorted keys; no secret. */
  readonly detail: string;
}

export interface AuditRow extends AuditNote {
  /** 1, 2, 3, … without a gap. */
  readonly seq: number;
  /** 32: over this entry and the hash before. */
  readonly hash: Uint8Array;
}

/** @param previous - the 32 bytes of the entry before; zeros for the first. */
export type AuditHash = (previous: Uint8Array, entry: Omit<AuditRow, 'hash'>) => Uint8Array;

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
