import {
  codeOf,
  decodeAdminRpcCall,
  decodeChangesCall,
  decodeContactCall,
  decodeFleetCall,
  decodeFleetRpcCall,
  decodeLookupCall,
  decodeServiceCall,
  encodeAdminRpcAnswer,
  encodeChangesAnswer,
  encodeFleetAnswer,
  encodeFleetRpcAnswer,
  encodeLookupAnswer,
  encodeServiceAnswer,
  rightBits,
  sightIds,
  WireError,
  type ErrorReason,
  type FleetCall,
  type Member,
  type Revoked,
  type SessionSettings,
} from '@keyway/wire';
import { keyOf } from '../core/route.js';

const none = new Uint8Array(0);

/** What auth says to a router, from memory: the rules of docs/protocol.md and nothing else. */
export class TestAuth {
  readonly registered = new Set<string>();
  readonly operators = new Set<string>();
  readonly hidden = new Set<string>();
  /** Hidden client ‖ who may see it all the same. */
  readonly shown = new Set<string>();
  readonly names = new Map<string, string>();
  /** Whoever may serve them; `everybody`: every member. */
  readonly services = new Map<string, ReadonlySet<string> | 'everybody'>();
  revoked: Revoked[] = [];
  /** What operators set; undefined: nothing. */
  settings: SessionSettings | undefined;
  /** Members see members. */
  seeing = true;
  /** How often each call came. */
  readonly calls = new Map<string, number>();
  #serial = 0;

  /** Throws a WireError as auth's RPC answers with. */
  answer(pattern: string, body: Uint8Array): Uint8Array {
    this.calls.set(pattern, (this.calls.get(pattern) ?? 0) + 1);
    switch (pattern) {
      case 'auth.lookup':
        return this.#lookup(body);
      case 'auth.service':
        return this.#service(body);
      case 'auth.contact':
        return this.#contact(body);
      case 'auth.fleet':
        return this.#fleet(body);
      case 'auth.changes':
        return this.#changes(decodeChangesCall(body)!.after);
      case 'auth.admin':
        return encodeAdminRpcAnswer({ code: 0, sealed: Buffer.concat([Buffer.from('answer to '), decodeAdminRpcCall(body)!.sealed]) });
      default:
        throw new WireError('malformed', pattern);
    }
  }

  revoke(clientId: Uint8Array, ticketsUpTo: number): void {
    this.#serial += 1;
    this.revoked.push({ serial: this.#serial, clientId, ticketsUpTo });
  }

  sight(client: string, viewer: string): number {
    if (!this.registered.has(client)) return sightIds.unknown;
    if (!this.hidden.has(client) && this.seeing) return sightIds.everybody;
    const sees = client === viewer || this.operators.has(viewer) || this.shown.has(client + viewer);
    return sees ? sightIds.thisViewer : sightIds.unknown;
  }

  #changes(after: number): Uint8Array {
    const revoked = this.revoked.filter(({ serial }) => serial > after);
    return encodeChangesAnswer({ serial: this.#serial, whole: after === 0, revoked, settings: this.settings });
  }

  #lookup(body: Uint8Array): Uint8Array {
    const { clientIds, viewers } = decodeLookupCall(body)!;
    return encodeLookupAnswer(clientIds.map((id, index) => this.sight(keyOf(id), keyOf(viewers[index]!))));
  }

  #service(body: Uint8Array): Uint8Array {
    const { service, clientId, rights } = decodeServiceCall(body)!;
    const workers = this.services.get(service);
    const may = workers === 'everybody' || workers?.has(keyOf(clientId)) === true;
    const reason: ErrorReason | undefined =
      workers === undefined
        ? 'no_such_service'
        : clientId.length === 0 || (may && (rights & rightBits.serve) !== 0)
          ? undefined
          : 'forbidden';
    return encodeServiceAnswer({ code: reason === undefined ? 0 : codeOf(reason) });
  }

  #contact(body: Uint8Array): Uint8Array {
    const { clientId, peers } = decodeContactCall(body)!;
    for (const peer of peers) this.shown.add(keyOf(clientId) + keyOf(peer));
    return none;
  }

  #fleet(body: Uint8Array): Uint8Array {
    const { viewer, call } = decodeFleetRpcCall(body)!;
    const decoded = decodeFleetCall(call);
    if (decoded === undefined) return encodeFleetRpcAnswer({ code: codeOf('malformed') });
    const answer = this.#members(decoded, keyOf(viewer));
    if (typeof answer === 'string') return encodeFleetRpcAnswer({ code: codeOf(answer) });
    return encodeFleetRpcAnswer({ code: 0, answer: encodeFleetAnswer(answer) });
  }

  #members({ kind, value }: FleetCall, viewer: string): { readonly members: readonly Member[]; readonly more?: boolean } | ErrorReason {
    const member = (key: string | undefined): Member => {
      const sees = key !== undefined && this.sight(key, viewer) !== sightIds.unknown;
      return { id: sees ? Buffer.from(key, 'latin1') : none, name: sees ? (this.names.get(key) ?? '') : '', online: false, sinceMs: 0 };
    };
    switch (kind) {
      case 'resolve':
        return { members: value.names.map((name) => member([...this.names].find(([, its]) => its === name)?.[0])) };
      case 'who':
        return { members: value.clients.map((id) => member(keyOf(id))) };
      case 'watch':
        return !this.seeing && !this.operators.has(viewer) ? 'forbidden' : { members: value.clients.map((id) => member(keyOf(id))) };
      case 'list': {
        const after = keyOf(value.after);
        const all = [...this.registered].sort().filter((key) => key > after && member(key).id.length > 0);
        return { members: all.slice(0, value.limit).map(member), more: all.length > value.limit };
      }
      case 'claim':
        this.names.set(viewer, value.name);
        return { members: [] };
      case 'visibility':
        if (value.hidden) this.hidden.add(viewer);
        else this.hidden.delete(viewer);
        for (const id of value.shownTo) this.shown.add(viewer + keyOf(id));
        return { members: [] };
      default:
        return 'internal';
    }
  }
}
