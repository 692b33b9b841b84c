import type { PrivateIdentity, PublicIdentity } from '@keyway/crypto';
import { encodeId, wipe } from '@keyway/crypto';
import type { Added, AdminAnswer, AdminCalls, SessionSettings, SparseOneOf } from '@keyway/wire';
import { reasonOf, rightBits, WireError, type ErrorReason, type RightName } from '@keyway/wire';
import { parseRecipient } from './address.js';
import { callAuth } from './admin-call.js';
import * as entries from './admin-entries.js';
import type { AdminClient, AdminHealth, AdminService, AdminToken, AuditRecord, FleetPolicy } from './admin-entries.js';
import type { Asking } from './asking.js';
import { verifyAudit, type AuditHead } from './audit.js';
import type { Standing } from './channel.js';
import { pageMembers } from './fleet-calls.js';
import { formatToken } from './token.js';

export interface NewMember {
  readonly key: PublicIdentity;
  readonly name?: string | undefined;
  readonly hidden?: boolean | undefined;
  readonly operator?: boolean | undefined;
}
export interface AddedMember {
  /** The client id; undefined: the key is none. */
  readonly id: string | undefined;
  /** It was there already. */
  readonly known: boolean;
  /** Why it was not added. */
  readonly error: { readonly reason: ErrorReason; readonly detail: string } | undefined;
}
export interface ClientFilter {
  /** Only names that begin so. */
  readonly name?: string | undefined;
  /** Only blocked ones. */
  readonly blocked?: boolean | undefined;
  /** Only this client id. */
  readonly client?: string | undefined;
}
export interface ClientChange {
  /** null: it has none any more. */
  readonly name?: string | null | undefined;
  readonly rights?: Partial<Readonly<Record<RightName, boolean>>> | undefined;
}
export interface TokenOptions {
  /** 1 s to 30 days; rounded up to seconds. Default a day. */
  readonly lifetimeMs?: number | undefined;
  /** How many keys it lets in, 1 to 100,000. Default 1. */
  readonly uses?: number | undefined;
  /** The name its client gets; only with one use. */
  readonly name?: string | undefined;
  readonly operator?: boolean | undefined;
}
export interface CreatedToken {
  /** `kwt1_…`: shown once, stored nowhere. */
  readonly token: string;
  /** 32 hexadecimal digits, to revoke it by. */
  readonly id: string;
  readonly expires: Date;
}
export interface ServiceDeclaration {
  readonly name: string;
  /** Client ids who may serve it, at most 256; added to those there are. */
  readonly workers?: readonly string[] | undefined;
  /** Every member may serve it. */
  readonly members?: boolean | undefined;
  /** Client ids taken off the list, at most 256. */
  readonly noMore?: readonly string[] | undefined;
}

/**
 * What operators do. Every method rejects with a WireError: `forbidden` for who is no operator, else what the answer says. A call that
 * ended in `deadline_passed` or `unavailable` may have been carried out: look before you repeat it.
 */
export interface FleetAdmin {
  policy(): Promise<FleetPolicy>;
  /** What is left out stays as it is. */
  setPolicy(policy: Partial<FleetPolicy>): Promise<void>;
  /** One answer for each, in their order. Of any length: sent in calls of 256. */
  addClients(clients: readonly NewMember[]): Promise<readonly AddedMember[]>;
  /** By ascending id, fetched in pages. */
  clients(filter?: ClientFilter): AsyncIterableIterator<AdminClient, undefined, undefined>;
  changeClient(id: string, change: ClientChange): Promise<void>;
  /** Ends its channels and lets it have no other. @param reason - for the audit log, at most 200 characters. */
  block(id: string, reason?: string): Promise<void>;
  unblock(id: string): Promise<void>;
  /** Ends its channels; it may ask for a new one. */
  revoke(id: string): Promise<void>;
  createToken(options?: TokenOptions): Promise<CreatedToken>;
  tokens(): Promise<readonly AdminToken[]>;
  revokeToken(id: string): Promise<void>;
  settings(): Promise<SessionSettings>;
  /** What is left out stays as it is; attached clients hear of it at once. */
  setSettings(settings: Partial<SessionSettings>): Promise<void>;
  /** Entries behind number `after`, as auth tells them: see `verifyAudit`. */
  audit(options?: { readonly after?: number | undefined }): AsyncIterableIterator<AuditRecord, undefined, undefined>;
  /**
   * Reads the whole log and checks that each entry holds the one before. Rejects with `audit_broken`. An auth that rewrites all of
   * its log is only found out by who kept a head of before.
   * @param known - a head that was returned earlier: it must still be in the log.
   */
  verifyAudit(known?: AuditHead): Promise<{ readonly entries: number; readonly head: AuditHead | undefined }>;
  declareService(service: ServiceDeclaration): Promise<void>;
  services(): Promise<readonly AdminService[]>;
  removeService(name: string): Promise<void>;
  health(): Promise<AdminHealth>;
}

export function fleetAdmin(asking: Asking, standing: Standing, identity: PrivateIdentity): FleetAdmin {
  const call = (what: SparseOneOf<AdminCalls>): Promise<AdminAnswer> => callAuth(asking, standing, identity, what);
  const done = async (what: SparseOneOf<AdminCalls>): Promise<void> => void (await call(what));
  const idOf = (text: string): Uint8Array => parseRecipient(text).id;

  return {
    policy: async () => entries.policyOf(told((await call({ kind: 'getPolicy', value: {} })).policy)),
    setPolicy: (policy) => done({ kind: 'setPolicy', value: entries.policyIds(policy) }),

    async addClients(clients) {
      const added: AddedMember[] = [];
      for (let at = 0; at < clients.length; at += pageMembers) {
        const page = clients.slice(at, at + pageMembers).map(({ key, ...rest }) => ({ spki: key.spki, ...given(rest) }));
        const answer = await call({ kind: 'addClients', value: { clients: page } });
        added.push(...answer.added.map(addedOf));
      }
      return added;
    },
    async *clients({ name = '', blocked = false, client } = {}) {
      const filter = { name, blocked, client: client === undefined ? none : idOf(client), limit: pageMembers };
      for (let after = none; ;) {
        const page = await call({ kind: 'listClients', value: { ...filter, after } });
        for (const entry of page.clients) yield entries.clientOf(entry);
        const last = page.clients.at(-1)?.id;
        if (!page.more || last === undefined) return undefined;
        after = last;
      }
    },
    changeClient(id, { name, rights = {} }) {
      const names = { name: name ?? '', dropName: name === null };
      const bits = (wanted: boolean): number =>
        (Object.keys(rightBits) as RightName[]).reduce((sum, right) => sum | (rights[right] === wanted ? rightBits[right] : 0), 0);
      return done({ kind: 'changeClient', value: { client: idOf(id), ...names, setRights: bits(true), clearRights: bits(false) } });
    },
    block: async (id, reason = '') => done({ kind: 'block', value: { client: idOf(id), reason } }),
    unblock: async (id) => done({ kind: 'unblock', value: { client: idOf(id) } }),
    revoke: async (id) => done({ kind: 'revoke', value: { client: idOf(id) } }),

    async createToken({ lifetimeMs = 86_400_000, uses = 1, ...rest } = {}) {
      const lifetimeS = Math.ceil(lifetimeMs / 1_000);
      const token = told((await call({ kind: 'createToken', value: { lifetimeS, uses, ...given(rest) } })).token);
      const text = formatToken(token);
      wipe(token.secret);
      return { token: text, id: entries.hex(token.id), expires: new Date(token.expiresMs) };
    },
    tokens: async () => (await call({ kind: 'listTokens', value: {} })).tokens.map(entries.tokenOf),
    revokeToken: async (id) => done({ kind: 'revokeToken', value: { id: entries.tokenId(id) } }),

    settings: async () => told((await call({ kind: 'getSettings', value: {} })).settings),
    setSettings: (settings) => done({ kind: 'setSettings', value: settings }),

    audit: ({ after = 0 } = {}) => auditEntries(call, after),
    verifyAudit: (known) => verifyAudit(call, known),

    declareService: async ({ name, workers = [], members = false, noMore = [] }) =>
      done({ kind: 'declareService', value: { name, workers: workers.map(idOf), members, noMore: noMore.map(idOf) } }),
    services: async () => (await call({ kind: 'listServices', value: {} })).services.map(entries.serviceOf),
    removeService: (name) => done({ kind: 'removeService', value: { name } }),
    health: async () => entries.healthOf(told((await call({ kind: 'getHealth', value: {} })).health)),
  };
}

async function* auditEntries(
  call: (what: SparseOneOf<AdminCalls>) => Promise<AdminAnswer>,
  from: number,
): AsyncGenerator<AuditRecord, undefined> {
  for (let after = from; ;) {
    const { audit, more } = await call({ kind: 'listAudit', value: { after, limit: pageMembers } });
    for (const entry of audit) yield entries.auditOf(entry);
    const last = audit.at(-1)?.seq;
    if (!more || last === undefined) return undefined;
    after = last;
  }
}

const addedOf = ({ id, code, detail, known }: Added): AddedMember => ({
  id: id.length === 32 ? encodeId(id) : undefined,
  known,
  error: code === 0 ? undefined : { reason: reasonOf(code) ?? 'internal', detail },
});

/** Without what is undefined: absent fields have no such value on the wire. */
const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

/** An answer without what was asked for. */
function told<T>(what: T | undefined): T {
  if (what === undefined) throw new WireError('malformed', 'the answer of auth lacks what was asked for');
  return what;
}

const none: Uint8Array = new Uint8Array(0);
