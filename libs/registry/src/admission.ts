import type { ClientRow, PolicyRow } from './rows.js';

/** A channel request whose signature was verified. */
export interface Admission {
  readonly clientId: Uint8Array; // 32
  /** Makes the client known if it is not yet; a known client keeps what it has. */
  readonly enrol?: Enrolling | undefined;
  readonly channelId: Uint8Array; // 32
  readonly issuedMs: number;
  readonly validUntilMs: number;
  /** Where it came from, for the audit. */
  readonly source: string;
}

export interface Enrolling {
  readonly spki: Uint8Array;
  readonly rights: number;
  /** A token whose proof was checked: it counts a use and gives the name that waits for it. Without one the policy decides. */
  readonly token?: Uint8Array | undefined; // 16
  /** For the audit entry `enrolled`. */
  readonly detail: string;
}

/** What holds for the client, and for the fleet, at this moment. */
export interface Admitted extends Pick<ClientRow, 'serial' | 'rights' | 'hidden'>, Pick<PolicyRow, 'seeing'> {
  readonly kind: 'admitted';
  readonly newClient: boolean;
}

export type AdmitOutcome =
  | Admitted
  /** This channel id was issued before: a replay, or the same request again. */
  | { readonly kind: 'known' }
  /** Nobody knows it, and it does not enrol. */
  | { readonly kind: 'unknown_client' }
  | { readonly kind: 'blocked' }
  /** Not known, and the policy enrols nobody without a token. */
  | { readonly kind: 'closed' }
  /** The token is unknown, revoked, too old or used up. */
  | { readonly kind: 'token_spent' };
