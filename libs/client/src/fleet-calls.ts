import { encodeId } from '@keyway/crypto';
import type { FleetAnswer, FleetCall, Member as MemberFields, RightName } from '@keyway/wire';
import { decodeFleetAnswer, encodeFleetCall, limits, rightBits, WireError } from '@keyway/wire';
import { parseRecipient } from './address.js';
import type { Asking } from './asking.js';

/** Somebody in the fleet, as far as this client may see. */
export interface Member {
  /** The client id as text. */
  readonly id: string;
  readonly name: string | undefined;
  readonly online: boolean;
  /** Attached or gone since then, as far as the router knows. */
  readonly since: Date | undefined;
}

/** How the fleet is, and what it says of this client. */
export interface FleetStatus {
  /** The fleet's clock. */
  readonly time: Date;
  /** Of the router's software. */
  readonly version: string;
  /** The router's key id as text. */
  readonly router: string;
  readonly startedAt: Date;
  /** Sessions at this router. */
  readonly attached: number;
  readonly manifestVersion: number;
  /** This client's own name. */
  readonly name: string | undefined;
  readonly rights: readonly RightName[];
  /** In this client's mailbox. */
  readonly waitingMessages: number;
  readonly waitingBytes: number;
}

/** What another client gave, so that this one may carry its name with "-" and a number behind it. */
export interface NameShare {
  /** The owner's client id. */
  readonly owner: string;
  /** As `signNameShare` of @keyway/session makes it. */
  readonly consent: Uint8Array;
}

export interface VisibilityOptions {
  /** Nobody sees this client but operators, those it has written to, and `shownTo`. */
  readonly hidden: boolean;
  /** Client ids, at most 256. */
  readonly shownTo?: readonly string[] | undefined;
}

/** How many a page or a call has at most. */
export const pageMembers = limits.entries;

/** What the fleet itself answers: the service keyway.fleet. */
export class FleetCalls {
  constructor(private readonly asking: Asking) {}

  /** Rejects with the WireError of the answer. */
  async call(call: FleetCall): Promise<FleetAnswer> {
    const { body } = await this.asking.ask('keyway.fleet', encodeFleetCall(call));
    const answer = decodeFleetAnswer(body);
    if (answer === undefined) throw new WireError('malformed', 'the answer of the fleet cannot be read');
    return answer;
  }

  async resolve(name: string): Promise<Member | undefined> {
    if (name.length === 0 || name.length > limits.nameBytes) throw new WireError('name_invalid', `it has ${name.length} characters`);
    const { members } = await this.call({ kind: 'resolve', value: { names: [name] } });
    return memberOf(members[0]);
  }

  async who(ids: readonly string[]): Promise<readonly (Member | undefined)[]> {
    const clients = ids.map((id) => parseRecipient(id).id);
    const found: (Member | undefined)[] = [];
    for (let at = 0; at < clients.length; at += pageMembers) {
      const page = clients.slice(at, at + pageMembers);
      const { members } = await this.call({ kind: 'who', value: { clients: page } });
      for (const index of page.keys()) found.push(memberOf(members[index]));
    }
    return found;
  }

  async *list({ online = false }: { readonly online?: boolean | undefined } = {}): AsyncGenerator<Member, undefined, undefined> {
    let after: Uint8Array = new Uint8Array(0);
    for (;;) {
      const { members, more } = await this.call({ kind: 'list', value: { after, limit: pageMembers, online } });
      for (const fields of members) {
        const member = memberOf(fields);
        if (member !== undefined) yield member;
      }
      const last = members.at(-1)?.id;
      if (!more || last === undefined || last.length !== 32) return undefined;
      after = last;
    }
  }

  async claimName(name: string, share?: NameShare): Promise<void> {
    const owner = share === undefined ? new Uint8Array(0) : parseRecipient(share.owner).id;
    await this.call({ kind: 'claim', value: { name, owner, consent: share?.consent ?? new Uint8Array(0) } });
  }

  async setVisibility({ hidden, shownTo = [] }: VisibilityOptions): Promise<void> {
    await this.call({ kind: 'visibility', value: { hidden, shownTo: shownTo.map((id) => parseRecipient(id).id) } });
  }

  async status(): Promise<FleetStatus> {
    const { status } = await this.call({ kind: 'status', value: {} });
    if (status === undefined) throw new WireError('malformed', 'the answer of the fleet has no status');
    const { timeMs, router, startedMs, name, rights, ...rest } = status;
    return {
      ...rest,
      ...{ time: new Date(timeMs), startedAt: new Date(startedMs), router: encodeId(router) },
      ...{ name: name === '' ? undefined : name, rights: rightsOf(rights) },
    };
  }
}

/** @returns undefined for a place that holds nobody. */
export function memberOf(fields: MemberFields | undefined): Member | undefined {
  if (fields === undefined || fields.id.length !== 32) return undefined;
  const { id, name, online, sinceMs } = fields;
  return { id: encodeId(id), name: name === '' ? undefined : name, online, since: sinceMs === 0 ? undefined : new Date(sinceMs) };
}

/** The names of the bits that are set. */
export const rightsOf = (bits: number): readonly RightName[] =>
  (Object.keys(rightBits) as RightName[]).filter((right) => (bits & rightBits[right]) !== 0);
