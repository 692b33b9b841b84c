import { keyway } from '#generated';
import type { SessionSettings } from './channel.js';
import { toSessionSettings } from './channel.js';
import { between, exactly, exactlyOrEmpty, guarded, idList, plain, ranged, refused, text, toNumber, type Sparse } from './fields.js';
import { limits } from './limits.js';

/*
 * What routers and channel-brokers ask auth about clients while they work: who sees whom, who serves what, what changed. Decoders
 * return undefined for malformed bytes; their byte fields alias the message. Ids have 32 bytes.
 */
const rpc = keyway.rpc.v1;

/** What one client sees of another: proto `Sight`. */
export const sightIds = { unknown: 0, everybody: 1, thisViewer: 2 } as const;

export interface LookupCall {
  /** Who is meant. */
  readonly clientIds: readonly Uint8Array[];
  /** Who asks, one for each of `clientIds`. */
  readonly viewers: readonly Uint8Array[];
}

export const encodeLookupCall = (call: Sparse<LookupCall>): Uint8Array => rpc.LookupCall.encode(call as keyway.rpc.v1.LookupCall).finish();
export const decodeLookupCall = (bytes: Uint8Array): LookupCall | undefined =>
  guarded(() => {
    const m = rpc.LookupCall.decode(plain(bytes));
    if (m.clientIds.length !== m.viewers.length) throw refused;
    return { clientIds: idList(m.clientIds, 0, Infinity), viewers: idList(m.viewers, 0, Infinity) };
  });

/** @param sights - Values of `sightIds`, one for each client id of the call. */
export const encodeLookupAnswer = (sights: readonly number[]): Uint8Array => rpc.LookupAnswer.encode({ sight: [...sights] }).finish();
export const decodeLookupAnswer = (bytes: Uint8Array): readonly number[] | undefined =>
  guarded(() => rpc.LookupAnswer.decode(plain(bytes)).sight.map((sight) => ranged(sight, sightIds.unknown, sightIds.thisViewer)));

export interface FleetRpcCall {
  readonly viewer: Uint8Array;
  readonly rights: number;
  /** An encoded FleetCall (fleet.ts). */
  readonly call: Uint8Array;
}
export interface FleetRpcAnswer {
  /** 0: done; else a code of the error table. */
  readonly code: number;
  /** An encoded FleetAnswer; empty behind a code. */
  readonly answer: Uint8Array;
}

export const encodeFleetRpcCall = (call: Sparse<FleetRpcCall>): Uint8Array =>
  rpc.FleetRpcCall.encode(call as keyway.rpc.v1.FleetRpcCall).finish();
export const decodeFleetRpcCall = (bytes: Uint8Array): FleetRpcCall | undefined =>
  guarded(() => {
    const m = rpc.FleetRpcCall.decode(plain(bytes));
    return { viewer: exactly(m.viewer, 32), rights: m.rights, call: between(m.call, 1, limits.fleetCallBytes) };
  });

export const encodeFleetRpcAnswer = (answer: Sparse<FleetRpcAnswer>): Uint8Array =>
  rpc.FleetRpcAnswer.encode(answer as keyway.rpc.v1.FleetRpcAnswer).finish();
export const decodeFleetRpcAnswer = (bytes: Uint8Array): FleetRpcAnswer | undefined =>
  guarded(() => {
    const m = rpc.FleetRpcAnswer.decode(plain(bytes));
    return { code: m.code, answer: between(m.answer, 0, limits.bodyBytes) };
  });

export interface ServiceCall {
  /** As the client said it: auth says whether it is a name. */
  readonly service: string;
  /** Who wants to serve it; empty: is it declared? */
  readonly clientId: Uint8Array;
  readonly rights: number;
}
export interface ServiceAnswer {
  /** 0: yes. */
  readonly code: number;
}

export const encodeServiceCall = (call: Sparse<ServiceCall>): Uint8Array =>
  rpc.ServiceCall.encode(call as keyway.rpc.v1.ServiceCall).finish();
export const decodeServiceCall = (bytes: Uint8Array): ServiceCall | undefined =>
  guarded(() => {
    const m = rpc.ServiceCall.decode(plain(bytes));
    return { service: text(m.service, limits.nameBytes), clientId: exactlyOrEmpty(m.clientId, 32), rights: m.rights };
  });

export const encodeServiceAnswer = (answer: Sparse<ServiceAnswer>): Uint8Array =>
  rpc.ServiceAnswer.encode(answer as keyway.rpc.v1.ServiceAnswer).finish();
export const decodeServiceAnswer = (bytes: Uint8Array): ServiceAnswer | undefined =>
  guarded(() => ({ code: rpc.ServiceAnswer.decode(plain(bytes)).code }));

export interface ContactCall {
  /** The hidden client that wrote. */
  readonly clientId: Uint8Array;
  readonly peers: readonly Uint8Array[];
}

export const encodeContactCall = (call: Sparse<ContactCall>): Uint8Array =>
  rpc.ContactCall.encode(call as keyway.rpc.v1.ContactCall).finish();
export const decodeContactCall = (bytes: Uint8Array): ContactCall | undefined =>
  guarded(() => {
    const m = rpc.ContactCall.decode(plain(bytes));
    return { clientId: exactly(m.clientId, 32), peers: idList(m.peers, 0, Infinity) };
  });

export interface AdminRpcCall {
  /** The proven client id of the session it came by. */
  readonly clientId: Uint8Array;
  /** An encoded SealedAdminCall (admin.ts), as it came. */
  readonly sealed: Uint8Array;
  /** Where it came from, for the audit log. */
  readonly source: string;
}
export interface AdminRpcAnswer {
  /** 0, or why it was not even opened. */
  readonly code: number;
  readonly sealed: Uint8Array;
}

export const encodeAdminRpcCall = (call: Sparse<AdminRpcCall>): Uint8Array =>
  rpc.AdminRpcCall.encode(call as keyway.rpc.v1.AdminRpcCall).finish();
export const decodeAdminRpcCall = (bytes: Uint8Array): AdminRpcCall | undefined =>
  guarded(() => {
    const m = rpc.AdminRpcCall.decode(plain(bytes));
    return {
      clientId: exactly(m.clientId, 32),
      sealed: between(m.sealed, 0, limits.bodyBytes),
      source: text(m.source, limits.endpointBytes),
    };
  });

export const encodeAdminRpcAnswer = (answer: Sparse<AdminRpcAnswer>): Uint8Array =>
  rpc.AdminRpcAnswer.encode(answer as keyway.rpc.v1.AdminRpcAnswer).finish();
export const decodeAdminRpcAnswer = (bytes: Uint8Array): AdminRpcAnswer | undefined =>
  guarded(() => {
    const m = rpc.AdminRpcAnswer.decode(plain(bytes));
    return { code: m.code, sealed: between(m.sealed, 0, limits.bodyBytes) };
  });

export interface ChangesCall {
  /** The newest serial the caller knows; 0: everything. */
  readonly after: number;
}
export interface ChangesAnswer {
  readonly serial: number;
  /** `revoked` is the whole list, not what came behind `after`. */
  readonly whole: boolean;
  readonly revoked: readonly Revoked[];
  /** Undefined: the service's own. */
  readonly settings: SessionSettings | undefined;
}
export interface Revoked {
  readonly serial: number;
  readonly clientId: Uint8Array;
  /** Tickets of this client with this registry serial or a smaller one open nothing any more. */
  readonly ticketsUpTo: number;
}

export const encodeChangesCall = (call: Sparse<ChangesCall>): Uint8Array =>
  rpc.ChangesCall.encode(call as keyway.rpc.v1.ChangesCall).finish();
export const decodeChangesCall = (bytes: Uint8Array): ChangesCall | undefined =>
  guarded(() => ({ after: toNumber(rpc.ChangesCall.decode(plain(bytes)).after) }));

export const encodeChangesAnswer = (answer: Sparse<ChangesAnswer>): Uint8Array =>
  rpc.ChangesAnswer.encode(answer as keyway.rpc.v1.ChangesAnswer).finish();
export const decodeChangesAnswer = (bytes: Uint8Array): ChangesAnswer | undefined =>
  guarded(() => {
    const m = rpc.ChangesAnswer.decode(plain(bytes));
    return {
      serial: toNumber(m.serial),
      whole: m.whole,
      revoked: m.revoked.map((one) => ({
        serial: toNumber(one.serial),
        clientId: exactly(one.clientId, 32),
        ticketsUpTo: toNumber(one.ticketsUpTo),
      })),
      settings: m.settings ? toSessionSettings(m.settings as keyway.v1.SessionSettings) : undefined,
    };
  });
