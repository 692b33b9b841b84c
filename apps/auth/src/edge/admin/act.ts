import type { RegistryUnit } from '@keyway/registry';
import type { AdminAnswer, AuthHealth, SessionSettings } from '@keyway/wire';
import type { detailOf } from '../../core/detail.js';
import type { TokenVault } from '../token-vault.js';

/** What the acts need beside the registry. */
export interface AdminTools {
  readonly vault: TokenVault;
  /** What sessions keep to while no operator has said otherwise. */
  readonly ownSettings: SessionSettings;
  readonly health: () => Promise<Pick<AuthHealth, 'version' | 'startedMs' | 'diskFreeBytes' | 'manifestVersion' | 'manifestExpiresMs'>>;
}

/** One call of an operator, proven and new, inside its transaction. */
export interface Acting extends AdminTools {
  readonly unit: RegistryUnit;
  /** 32: the operator. */
  readonly operator: Uint8Array;
  readonly nowMs: number;
}

export interface Done {
  readonly answer?: Partial<AdminAnswer>;
  /** For the audit log. */
  readonly action: string;
  readonly detail?: Parameters<typeof detailOf>[0];
}

/** Carries out one kind of call. What it throws undoes all of it: a WireError is the operator's answer. */
export type Act<Call> = (acting: Acting, call: Call) => Promise<Done>;

/** Somebody looked at something. */
export const read = (what: string, answer: Partial<AdminAnswer>): Done => ({ answer, action: 'read', detail: { what } });
