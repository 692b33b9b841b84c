import { keyway } from '#generated';
import type { Policy } from './admin-call.js';
import { toPolicy } from './admin-call.js';
import type { SessionSettings } from './channel.js';
import { toSessionSettings } from './channel.js';
import { exactly, exactlyOrEmpty, guarded, idList, listed, plain, refused, text, toNumber, type Sparse } from './fields.js';
import { limits } from './limits.js';

/**
 * What auth answers an operator; see proto `AdminAnswer`. Absent lists are empty, other absent fields undefined. Ids have 32 bytes,
 * those of tokens 16; times are Unix milliseconds.
 */
export interface AdminAnswer {
  /** 0, or a code of the error table. */
  readonly code: number;
  /** What exactly, behind a code. */
  readonly detail: string;
  readonly policy: Policy | undefined;
  /** At most 256, as `added` and `audit`. */
  readonly clients: readonly ClientEntry[];
  /** clients, audit: there are more behind the last one. */
  readonly more: boolean;
  readonly added: readonly Added[];
  readonly token: NewToken | undefined;
  readonly tokens: readonly TokenEntry[];
  readonly settings: SessionSettings | undefined;
  readonly audit: readonly AuditEntry[];
  readonly services: readonly ServiceEntry[];
  readonly health: AuthHealth | undefined;
}

export interface Added {
  /** Empty: the key is none. */
  readonly id: Uint8Array;
  readonly code: number;
  readonly detail: string;
  /** Was there already. */
  readonly known: boolean;
}
export interface ClientEntry {
  readonly id: Uint8Array;
  readonly name: string;
  /** ed25519, rsa-2048, rsa-3072, rsa-4096. */
  readonly kind: string;
  readonly rights: number;
  readonly blocked: boolean;
  readonly createdMs: number;
  /** 0: no channel yet. */
  readonly seenMs: number;
  readonly channels: number;
}
export interface NewToken {
  readonly id: Uint8Array;
  /** 32, secret. */
  readonly secret: Uint8Array;
  readonly expiresMs: number;
}
export interface TokenEntry {
  readonly id: Uint8Array;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly uses: number;
  readonly used: number;
  readonly name: string;
  readonly revoked: boolean;
}
export interface AuditEntry {
  readonly seq: number;
  readonly timeMs: number;
  /** Zeros: the fleet itself. */
  readonly actor: Uint8Array;
  readonly action: string;
  /** JSON. */
  readonly detail: string;
  /** 32 */
  readonly hash: Uint8Array;
}
export interface ServiceEntry {
  readonly name: string;
  readonly owner: Uint8Array;
  readonly workers: readonly Uint8Array[];
  readonly members: boolean;
}
export interface AuthHealth {
  readonly timeMs: number;
  readonly version: string;
  readonly startedMs: number;
  readonly clients: number;
  readonly channels: number;
  readonly auditSeq: number;
  /** 32; empty: nothing is written yet. */
  readonly auditHash: Uint8Array;
  readonly diskFreeBytes: number;
  readonly manifestVersion: number;
  readonly manifestExpiresMs: number;
}

export const encodeAdminAnswer = (answer: Sparse<AdminAnswer>): Uint8Array =>
  keyway.v1.AdminAnswer.encode(answer as keyway.v1.AdminAnswer.$Properties).finish();

/** @returns undefined for anything malformed or over a limit; byte fields alias `bytes`. */
export const decodeAdminAnswer = (bytes: Uint8Array): AdminAnswer | undefined =>
  guarded(() => {
    if (bytes.length > limits.adminBytes) throw refused;
    const m = keyway.v1.AdminAnswer.decode(plain(bytes));
    return {
      code: m.code,
      detail: m.detail,
      policy: m.policy ? toPolicy(m.policy) : undefined,
      clients: listed(m.clients, 0, limits.entries, toClientEntry),
      more: m.more,
      added: listed(m.added, 0, limits.entries, toAdded),
      token: m.token ? toNewToken(m.token) : undefined,
      tokens: m.tokens.map(toTokenEntry),
      settings: m.settings ? toSessionSettings(m.settings as keyway.v1.SessionSettings) : undefined,
      audit: listed(m.audit, 0, limits.entries, toAuditEntry),
      services: m.services.map(toServiceEntry),
      health: m.health ? toAuthHealth(m.health) : undefined,
    };
  });

const name = (value: string | null | undefined): string => text(value, limits.nameBytes);

const toAdded = (m: keyway.v1.Added.$Properties): Added => ({
  id: exactlyOrEmpty(m.id, 32),
  code: m.code ?? 0,
  detail: m.detail ?? '',
  known: m.known ?? false,
});
const toClientEntry = (m: keyway.v1.ClientEntry.$Properties): ClientEntry => ({
  id: exactly(m.id, 32),
  name: name(m.name),
  kind: name(m.kind),
  rights: m.rights ?? 0,
  blocked: m.blocked ?? false,
  createdMs: toNumber(m.createdMs),
  seenMs: toNumber(m.seenMs),
  channels: m.channels ?? 0,
});
const toNewToken = (m: keyway.v1.NewToken.$Properties): NewToken => ({
  id: exactly(m.id, 16),
  secret: exactly(m.secret, 32),
  expiresMs: toNumber(m.expiresMs),
});
const toTokenEntry = (m: keyway.v1.TokenEntry.$Properties): TokenEntry => ({
  id: exactly(m.id, 16),
  createdMs: toNumber(m.createdMs),
  expiresMs: toNumber(m.expiresMs),
  uses: m.uses ?? 0,
  used: m.used ?? 0,
  name: name(m.name),
  revoked: m.revoked ?? false,
});
const toAuditEntry = (m: keyway.v1.AuditEntry.$Properties): AuditEntry => ({
  seq: toNumber(m.seq),
  timeMs: toNumber(m.timeMs),
  actor: exactly(m.actor, 32),
  action: name(m.action),
  detail: m.detail ?? '',
  hash: exactly(m.hash, 32),
});
const toServiceEntry = (m: keyway.v1.ServiceEntry.$Properties): ServiceEntry => ({
  name: name(m.name),
  owner: exactly(m.owner, 32),
  workers: idList(m.workers, 0, Infinity),
  members: m.members ?? false,
});
const toAuthHealth = (m: keyway.v1.AuthHealth.$Properties): AuthHealth => ({
  timeMs: toNumber(m.timeMs),
  version: name(m.version),
  startedMs: toNumber(m.startedMs),
  clients: toNumber(m.clients),
  channels: toNumber(m.channels),
  auditSeq: toNumber(m.auditSeq),
  auditHash: exactlyOrEmpty(m.auditHash, 32),
  diskFreeBytes: toNumber(m.diskFreeBytes),
  manifestVersion: toNumber(m.manifestVersion),
  manifestExpiresMs: toNumber(m.manifestExpiresMs),
});
