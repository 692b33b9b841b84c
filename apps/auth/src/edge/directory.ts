import { encodeId, PublicIdentity } from '@keyway/crypto';
import type { Glance, Registry, RegistryUnit } from '@keyway/registry';
import { verifyNameShare } from '@keyway/session';
import {
  codeOf,
  decodeContactCall,
  decodeFleetCall,
  decodeFleetRpcCall,
  decodeLookupCall,
  encodeFleetAnswer,
  encodeFleetRpcAnswer,
  encodeLookupAnswer,
  isWireError,
  WireError,
  type Claim,
  type ErrorReason,
  type List,
  type Member,
  type Visibility,
} from '@keyway/wire';
import { Budget } from '../core/budget.js';
import { detailOf } from '../core/detail.js';
import { consentNeeded, hasStrangersBehind, skeletonBehind, wantedName, type WantedName } from '../core/naming.js';
import { isListed, seenBy, sightOf } from '../core/visibility.js';
import type { AuthCounters } from './auth-counters.js';
import { likeNames, stillTaken } from './names-like.js';

/** One answer never takes longer than a lookup of so many. */
const maxLookups = 4_096;

/** Each claim leaves an entry in the audit log: ten at once, then one every ten minutes. */
const claims = { burst: 10, refillMs: 600_000, mostKeys: 65_536 };

/** Names looked through for one claim; a name with more behind it is nobody's. */
const mostBehind = 10_000;

type Page = { readonly members: readonly Pick<Member, 'id' | 'name'>[]; readonly more?: boolean };

/** What members ask about each other, and say about themselves. What somebody may not see takes the same way as what is not there. */
export class Directory {
  readonly #claims = new Budget(claims);

  constructor(
    private readonly fleet: Uint8Array,
    private readonly registry: Registry,
    private readonly counters: AuthCounters,
  ) {}

  /** `auth.lookup` */
  async lookUp(body: Uint8Array): Promise<Uint8Array> {
    const call = decodeLookupCall(body);
    if (!call || call.clientIds.length > maxLookups) throw new WireError('malformed', 'auth.lookup');
    const glances = call.clientIds.map((clientId, i): Glance => ({ clientId, viewer: call.viewers[i]! }));
    const { policy, glimpses } = await this.registry.glimpse(glances);
    return encodeLookupAnswer(glances.map((glance, i) => sightOf(glance, glimpses[i]!, policy.seeing)));
  }

  /** `auth.contact` */
  async addContacts(body: Uint8Array): Promise<Uint8Array> {
    const call = decodeContactCall(body);
    if (!call || call.peers.length > maxLookups) throw new WireError('malformed', 'auth.contact');
    await this.registry.addContacts(call.clientId, call.peers, Date.now());
    return new Uint8Array(0);
  }

  /** `auth.fleet` */
  async answer(body: Uint8Array): Promise<Uint8Array> {
    const asked = decodeFleetRpcCall(body);
    const call = asked && decodeFleetCall(asked.call);
    if (!asked || !call) throw new WireError('malformed', 'auth.fleet');
    const { viewer } = asked;
    try {
      switch (call.kind) {
        case 'resolve':
          return found(await this.#resolve(viewer, call.value.names));
        case 'who':
          return found({ members: await this.#members(viewer, call.value.clients) });
        case 'list':
          return found(await this.#list(viewer, call.value));
        case 'watch':
          return found({ members: (await this.#members(viewer, call.value.clients)).filter(({ id }) => id.length > 0) });
        case 'claim':
          await this.#claim(viewer, call.value);
          return found({ members: [] });
        case 'visibility':
          await this.#show(viewer, call.value);
          return found({ members: [] });
        case 'serve':
        case 'status':
          throw new WireError('malformed', 'routers answer these themselves');
      }
    } catch (thrown) {
      if (!isWireError(thrown) || !ofMembers.has(thrown.reason)) throw thrown;
      this.counters.fleetRefused(thrown.reason);
      return encodeFleetRpcAnswer({ code: codeOf(thrown.reason) });
    }
  }

  /** A name that nobody has is looked at as if somebody had it. */
  async #resolve(viewer: Uint8Array, names: readonly string[]): Promise<Page> {
    const canonical = names.map((text) => {
      const wanted = wantedName(text);
      return 'fault' in wanted ? '' : wanted.name;
    });
    const ids = await this.registry.named(canonical);
    return {
      members: await this.#members(
        viewer,
        ids.map((id) => id ?? nobody),
      ),
    };
  }

  async #members(viewer: Uint8Array, ids: readonly Uint8Array[]): Promise<Page['members']> {
    const glances = ids.map((clientId): Glance => ({ clientId, viewer }));
    const { policy, glimpses } = await this.registry.glimpse(glances);
    return glances.map((glance, i) => {
      const seen = glimpses[i]!;
      return isListed(glance, seen, policy.seeing) ? { id: glance.clientId, name: seen.client?.name ?? '' } : { id: none, name: '' };
    });
  }

  async #list(viewer: Uint8Array, { after, limit }: List): Promise<Page> {
    const { policy, glimpses } = await this.registry.glimpse([{ clientId: viewer, viewer }]);
    const sees = seenBy(glimpses[0]!.viewer, policy.seeing);
    const rows = await this.registry.page({ viewer, sees, after: after.length > 0 ? after : undefined, limit: limit + 1 });
    return { members: rows.slice(0, limit).map(({ id, name }) => ({ id, name: name ?? '' })), more: rows.length > limit };
  }

  async #show(viewer: Uint8Array, { hidden, shownTo }: Visibility): Promise<void> {
    await this.registry.transact(async (unit) => {
      await member(unit, viewer);
      await unit.changeClient(viewer, { hidden });
      await unit.nameContacts(viewer, hidden ? shownTo : []);
    });
  }

  async #claim(viewer: Uint8Array, claim: Claim): Promise<void> {
    const now = Date.now();
    const wanted = claim.name === '' ? undefined : wantedName(claim.name);
    if (wanted && 'fault' in wanted) throw new WireError('name_invalid', wanted.fault);
    if (!this.#claims.spend(encodeId(viewer), now)) throw new WireError('backpressure');
    await this.registry.transact((unit) => (wanted ? this.#take(unit, viewer, wanted, claim, now) : this.#giveUp(unit, viewer, now)));
  }

  async #giveUp(unit: RegistryUnit, viewer: Uint8Array, timeMs: number): Promise<void> {
    const { name } = await member(unit, viewer);
    if (name === undefined) return;
    await unit.dropNameOf(viewer);
    await unit.note({ timeMs, actor: viewer, action: 'name_dropped', detail: detailOf({ name }) });
  }

  async #take(unit: RegistryUnit, viewer: Uint8Array, wanted: WantedName, claim: Claim, timeMs: number): Promise<void> {
    const { name, skeleton } = wanted;
    const before = await member(unit, viewer);
    if (before.name === name) return;
    if (!(await likeNames(unit, wanted, timeMs)).isFreeFor(viewer)) throw new WireError('name_taken');
    const behind = await unit.namesBehind(skeletonBehind(wanted), mostBehind);
    const taken = behind.length === mostBehind || hasStrangersBehind(viewer, wanted, await stillTaken(unit, behind, timeMs));
    if (taken) throw new WireError('name_taken');
    const ownerId = (await this.#consented(unit, viewer, wanted, claim, timeMs)) ?? viewer;
    await unit.dropNameOf(viewer);
    await unit.addName({ name, skeleton, clientId: viewer, tokenId: undefined, ownerId }, timeMs);
    const shared = ownerId === viewer ? undefined : ownerId;
    await unit.note({ timeMs, actor: viewer, action: 'name_claimed', detail: detailOf({ name, before: before.name, shared_by: shared }) });
  }

  /** @returns who gave the name away; undefined: it was nobody's. */
  async #consented(
    unit: RegistryUnit,
    viewer: Uint8Array,
    { name, base }: WantedName,
    { name: text, owner, consent }: Claim,
    timeMs: number,
  ): Promise<Uint8Array | undefined> {
    const needed = base && consentNeeded(viewer, (await likeNames(unit, base, timeMs)).rows);
    if (needed === undefined && owner.length === 0) return undefined;
    if (needed === 'nobody' || owner.length === 0) throw new WireError('name_taken');
    const row = needed && encodeId(needed) === encodeId(owner) ? await unit.client(owner) : undefined;
    if (!row || row.blocked) throw new WireError('forbidden');
    const identity = PublicIdentity.fromSpki(row.spki);
    const signed = [text, name].some((written) => verifyNameShare(identity, this.fleet, viewer, written, consent));
    if (!signed) throw new WireError('forbidden');
    return needed;
  }
}

/** What a member did to be refused; anything else is a fault of ours. */
const ofMembers: ReadonlySet<ErrorReason> = new Set(['name_taken', 'name_invalid', 'forbidden', 'backpressure']);

async function member(unit: RegistryUnit, id: Uint8Array): Promise<{ readonly name: string | undefined }> {
  const row = await unit.client(id);
  if (!row || row.blocked) throw new WireError('forbidden');
  return row;
}

const found = (page: Page): Uint8Array => encodeFleetRpcAnswer({ code: 0, answer: encodeFleetAnswer(page) });

const none = new Uint8Array(0);
/** No key has this hash. */
const nobody = new Uint8Array(32);
