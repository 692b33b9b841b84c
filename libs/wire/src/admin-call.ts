import { keyway } from '#generated';
import type { SessionSettings } from './channel.js';
import { toSessionSettings } from './channel.js';
import { between, exactly, exactlyOrEmpty, idList, listed, ranged, text, toNumber } from './fields.js';
import { limits } from './limits.js';
import { nothing, oneOfDecoder, type Nothing, type OneOf, type SparseOneOf } from './oneof.js';

/*
 * What operators ask of auth: proto/keyway/v1/admin.proto says what each field means and how large it may be. The decoder returns
 * undefined for what crosses that; byte fields alias the message. Ids have 32 bytes, those of tokens 16.
 */
const { v1 } = keyway;

/** Ids of proto `Enrolment`, `Seeing` and `Serving`; 0 in a set_policy: as it is. */
export const enrolmentIds = { open: 1, closed: 2 } as const;
export const seeingIds = { members: 1, nobody: 2 } as const;
export const servingIds = { first: 1, declared: 2 } as const;

export interface Policy {
  readonly enrolment: number;
  readonly seeing: number;
  readonly serving: number;
}
export type GetPolicy = Nothing;

export interface NewClient {
  /** SPKI DER. */
  readonly spki: Uint8Array;
  readonly name: string;
  readonly hidden: boolean;
  readonly operator: boolean;
}
export interface AddClients {
  /** 1 to 256. */
  readonly clients: readonly NewClient[];
}
export interface ListClients {
  readonly after: Uint8Array;
  /** 1 to 256. */
  readonly limit: number;
  /** Only names that begin so. */
  readonly name: string;
  readonly blocked: boolean;
  /** Only this one; or empty. */
  readonly client: Uint8Array;
}
export interface ChangeClient {
  readonly client: Uint8Array;
  /** Empty: as it is. */
  readonly name: string;
  readonly dropName: boolean;
  readonly setRights: number;
  readonly clearRights: number;
}
export interface Block {
  readonly client: Uint8Array;
  /** At most 200 characters. */
  readonly reason: string;
}
export interface Unblock {
  readonly client: Uint8Array;
}
export interface Revoke {
  readonly client: Uint8Array;
}

export interface CreateToken {
  /** 1 to 2,592,000. */
  readonly lifetimeS: number;
  /** 1 to 100,000. */
  readonly uses: number;
  readonly name: string;
  readonly operator: boolean;
}
export type ListTokens = Nothing;
export interface RevokeToken {
  readonly id: Uint8Array;
}

export type GetSettings = Nothing;

export interface ListAudit {
  readonly after: number;
  /** 1 to 256. */
  readonly limit: number;
}

export interface DeclareService {
  readonly name: string;
  /** At most 256; added to those there are. */
  readonly workers: readonly Uint8Array[];
  readonly members: boolean;
  /** At most 256; taken off the list. */
  readonly noMore: readonly Uint8Array[];
}
export type ListServices = Nothing;
export interface RemoveService {
  readonly name: string;
}
export type GetHealth = Nothing;

/** Kinds in the order of their field numbers. */
export interface AdminCalls {
  readonly getPolicy: GetPolicy;
  readonly setPolicy: Policy;
  readonly addClients: AddClients;
  readonly listClients: ListClients;
  readonly changeClient: ChangeClient;
  readonly block: Block;
  readonly unblock: Unblock;
  readonly revoke: Revoke;
  readonly createToken: CreateToken;
  readonly listTokens: ListTokens;
  readonly revokeToken: RevokeToken;
  readonly getSettings: GetSettings;
  /** Zeros: as it is. */
  readonly setSettings: SessionSettings;
  readonly listAudit: ListAudit;
  readonly declareService: DeclareService;
  readonly listServices: ListServices;
  readonly removeService: RemoveService;
  readonly getHealth: GetHealth;
}
export type AdminCall = OneOf<AdminCalls>;

export const encodeAdminCall = (call: SparseOneOf<AdminCalls>): Uint8Array =>
  v1.AdminCall.encode({ [call.kind]: call.value } as keyway.v1.AdminCall.$Properties).finish();

const client = (m: { readonly client: Uint8Array }): { readonly client: Uint8Array } => ({ client: exactly(m.client, 32) });
const name = (value: string | null | undefined): string => text(value, limits.nameBytes);

export const decodeAdminCall: (bytes: Uint8Array) => AdminCall | undefined = oneOfDecoder<AdminCalls>(
  {
    getPolicy: nothing,
    setPolicy: (body) => toPolicy(v1.Policy.decode(body)),
    addClients: (body) => ({ clients: listed(v1.AddClients.decode(body).clients, 1, limits.entries, toNewClient) }),
    listClients: (body) => {
      const m = v1.ListClients.decode(body);
      return {
        after: exactlyOrEmpty(m.after, 32),
        limit: ranged(m.limit, 1, limits.entries),
        name: name(m.name),
        blocked: m.blocked,
        client: exactlyOrEmpty(m.client, 32),
      };
    },
    changeClient: (body) => {
      const m = v1.ChangeClient.decode(body);
      return { ...client(m), name: name(m.name), dropName: m.dropName, setRights: m.setRights, clearRights: m.clearRights };
    },
    block: (body) => {
      const m = v1.Block.decode(body);
      return { ...client(m), reason: text(m.reason, limits.reasonBytes) };
    },
    unblock: (body) => client(v1.Unblock.decode(body)),
    revoke: (body) => client(v1.Revoke.decode(body)),
    createToken: (body) => {
      const m = v1.CreateToken.decode(body);
      return {
        lifetimeS: ranged(m.lifetimeS, 1, limits.tokenLifetimeS),
        uses: ranged(m.uses, 1, limits.tokenUses),
        name: name(m.name),
        operator: m.operator,
      };
    },
    listTokens: nothing,
    revokeToken: (body) => ({ id: exactly(v1.RevokeToken.decode(body).id, 16) }),
    getSettings: nothing,
    setSettings: (body) => toSessionSettings(v1.SessionSettings.decode(body)),
    listAudit: (body) => {
      const m = v1.ListAudit.decode(body);
      return { after: toNumber(m.after), limit: ranged(m.limit, 1, limits.entries) };
    },
    declareService: (body) => {
      const m = v1.DeclareService.decode(body);
      return {
        name: name(m.name),
        workers: idList(m.workers, 0, limits.entries),
        members: m.members,
        noMore: idList(m.noMore, 0, limits.entries),
      };
    },
    listServices: nothing,
    removeService: (body) => ({ name: name(v1.RemoveService.decode(body).name) }),
    getHealth: nothing,
  },
  limits.adminBytes,
);

/** A choice this version does not know is refused: what it promises is not known. */
export const toPolicy = (m: keyway.v1.Policy.$Properties): Policy => ({
  enrolment: ranged(m.enrolment, 0, enrolmentIds.closed),
  seeing: ranged(m.seeing, 0, seeingIds.nobody),
  serving: ranged(m.serving, 0, servingIds.declared),
});

const toNewClient = (m: keyway.v1.NewClient.$Properties): NewClient => ({
  spki: between(m.spki, 0, limits.spkiBytes), // what is no key is answered one by one
  name: name(m.name),
  hidden: m.hidden ?? false,
  operator: m.operator ?? false,
});
