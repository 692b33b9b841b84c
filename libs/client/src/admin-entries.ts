import { encodeId } from '@keyway/crypto';
import type { AuditEntry, AuthHealth, ClientEntry, Policy, RightName, ServiceEntry, TokenEntry } from '@keyway/wire';
import { enrolmentIds, seeingIds, servingIds, WireError } from '@keyway/wire';
import { rightsOf } from './fleet-calls.js';

/** Who may do what without being asked for. */
export interface FleetPolicy {
  /** Who may join: whoever holds a key, or whom an operator added or gave a token. */
  readonly enrolment: keyof typeof enrolmentIds;
  /** Whether members see each other, but for the hidden ones. */
  readonly seeing: keyof typeof seeingIds;
  /** Who declares services: whoever serves one first, or operators. */
  readonly serving: keyof typeof servingIds;
}

export interface AdminClient {
  readonly id: string;
  readonly name: string | undefined;
  /** ed25519, rsa-2048, rsa-3072, rsa-4096 */
  readonly kind: string;
  readonly rights: readonly RightName[];
  readonly blocked: boolean;
  readonly created: Date;
  /** Its newest channel. */
  readonly seen: Date | undefined;
  /** Channels whose lease has not ended. */
  readonly channels: number;
}

export interface AdminToken {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly created: Date;
  readonly expires: Date;
  readonly uses: number;
  readonly used: number;
  readonly name: string | undefined;
  readonly revoked: boolean;
}

export interface AuditRecord {
  /** 1, 2, 3, … */
  readonly seq: number;
  readonly time: Date;
  /** A client id; undefined: the fleet itself. */
  readonly actor: string | undefined;
  readonly action: string;
  /** JSON. */
  readonly detail: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

export interface AdminService {
  readonly name: string;
  /** Client ids. */
  readonly owner: string;
  readonly workers: readonly string[];
  readonly members: boolean;
}

export interface AdminHealth {
  readonly time: Date;
  readonly version: string;
  readonly startedAt: Date;
  readonly clients: number;
  readonly channels: number;
  readonly auditSeq: number;
  /** 64 hexadecimal digits; empty: nothing is written yet. */
  readonly auditHash: string;
  /** Of the data folder. */
  readonly diskFreeBytes: number;
  readonly manifestVersion: number;
  readonly manifestExpires: Date;
}

export const policyOf = ({ enrolment, seeing, serving }: Policy): FleetPolicy => ({
  enrolment: nameIn(enrolmentIds, enrolment),
  seeing: nameIn(seeingIds, seeing),
  serving: nameIn(servingIds, serving),
});

/** What is left out is 0: as it is. */
export const policyIds = ({ enrolment, seeing, serving }: Partial<FleetPolicy>): Policy => ({
  enrolment: enrolment === undefined ? 0 : enrolmentIds[enrolment],
  seeing: seeing === undefined ? 0 : seeingIds[seeing],
  serving: serving === undefined ? 0 : servingIds[serving],
});

export const clientOf = ({ id, name, rights, createdMs, seenMs, ...rest }: ClientEntry): AdminClient => ({
  ...rest,
  ...{ id: encodeId(id), name: orNone(name), rights: rightsOf(rights) },
  ...{ created: new Date(createdMs), seen: seenMs === 0 ? undefined : new Date(seenMs) },
});

export const tokenOf = ({ id, name, createdMs, expiresMs, ...rest }: TokenEntry): AdminToken => ({
  ...rest,
  ...{ id: hex(id), name: orNone(name), created: new Date(createdMs), expires: new Date(expiresMs) },
});

export const auditOf = ({ seq, timeMs, actor, action, detail, hash }: AuditEntry): AuditRecord => ({
  ...{ seq, time: new Date(timeMs), action, detail, hash: hex(hash) },
  actor: actor.every((byte) => byte === 0) ? undefined : encodeId(actor),
});

export const serviceOf = ({ name, owner, workers, members }: ServiceEntry): AdminService => ({
  ...{ name, owner: encodeId(owner), workers: workers.map(encodeId), members },
});

export const healthOf = ({ timeMs, startedMs, auditHash, manifestExpiresMs, ...rest }: AuthHealth): AdminHealth => ({
  ...rest,
  ...{ time: new Date(timeMs), startedAt: new Date(startedMs), auditHash: hex(auditHash), manifestExpires: new Date(manifestExpiresMs) },
});

/** Reads a token's id. Throws `config_invalid`. */
export function tokenId(text: string): Uint8Array {
  if (!/^[0-9a-f]{32}$/i.test(text))
    throw new WireError('config_invalid', `a token's id has 32 hexadecimal digits, ${JSON.stringify(text.slice(0, 64))} has not`);
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

function nameIn<N extends string>(ids: Readonly<Record<N, number>>, id: number): N {
  const found = (Object.keys(ids) as N[]).find((name) => ids[name] === id);
  if (found === undefined) throw new WireError('version_unsupported', 'the fleet has a policy this program does not know');
  return found;
}

const orNone = (name: string): string | undefined => (name === '' ? undefined : name);
