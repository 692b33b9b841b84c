import { keyway } from '#generated';
import {
  between,
  exactly,
  exactlyOrEmpty,
  guarded,
  idList,
  listed,
  plain,
  ranged,
  refused,
  text,
  toNumber,
  type Sparse,
} from './fields.js';
import { limits } from './limits.js';
import { nothing, oneOfDecoder, type Nothing, type OneOf, type SparseOneOf } from './oneof.js';

/*
 * What a client asks of the fleet itself: proto/keyway/v1/fleet.proto says what each field means and how large it may be. Decoders
 * return undefined for what crosses that; their byte fields alias the message. Ids have 32 bytes, times are Unix milliseconds.
 */
const { v1 } = keyway;

export interface Resolve {
  /** 1 to 64. */
  readonly names: readonly string[];
}
export interface Who {
  /** 1 to 256. */
  readonly clients: readonly Uint8Array[];
}
export interface List {
  /** The last id of the page before; empty: from the start. */
  readonly after: Uint8Array;
  /** 1 to 256. */
  readonly limit: number;
  readonly online: boolean;
}
export interface Watch {
  readonly all: boolean;
  /** At most 256. */
  readonly clients: readonly Uint8Array[];
  readonly off: boolean;
}
export interface Claim {
  /** Empty: gives one's own up. Whether it is a name is for auth to say. */
  readonly name: string;
  /** Whose consent it is; or empty. */
  readonly owner: Uint8Array;
  /** A signature over the name-share transcript; or empty. */
  readonly consent: Uint8Array;
}
export interface Visibility {
  readonly hidden: boolean;
  /** At most 256. */
  readonly shownTo: readonly Uint8Array[];
}
export interface Serve {
  /** As the client said it: auth says whether it is a name. */
  readonly service: string;
  /** 0: no more; at most 1,024. */
  readonly inFlight: number;
}
export type Status = Nothing;

/** Kinds in the order of their field numbers. */
export interface FleetCalls {
  readonly resolve: Resolve;
  readonly who: Who;
  readonly list: List;
  readonly watch: Watch;
  readonly claim: Claim;
  readonly visibility: Visibility;
  readonly serve: Serve;
  readonly status: Status;
}
export type FleetCall = OneOf<FleetCalls>;

export interface FleetAnswer {
  /** At most 256. */
  readonly members: readonly Member[];
  /** There are members behind the last one. */
  readonly more: boolean;
  readonly status: FleetStatus | undefined;
}
export interface Member {
  /** Empty: there is none, or none the asker may see. */
  readonly id: Uint8Array;
  readonly name: string;
  readonly online: boolean;
  /** Attached or gone since; 0: not known. */
  readonly sinceMs: number;
}
export interface FleetStatus {
  readonly timeMs: number;
  readonly version: string;
  readonly router: Uint8Array;
  readonly startedMs: number;
  readonly attached: number;
  readonly manifestVersion: number;
  readonly name: string;
  readonly rights: number;
  readonly waitingMessages: number;
  readonly waitingBytes: number;
}

export const encodeFleetCall = (call: SparseOneOf<FleetCalls>): Uint8Array =>
  v1.FleetCall.encode({ [call.kind]: call.value } as keyway.v1.FleetCall.$Properties).finish();

export const decodeFleetCall: (bytes: Uint8Array) => FleetCall | undefined = oneOfDecoder<FleetCalls>(
  {
    resolve: (body) => ({ names: listed(v1.Resolve.decode(body).names, 1, limits.names, (name) => text(name, limits.nameBytes)) }),
    who: (body) => ({ clients: idList(v1.Who.decode(body).clients, 1, limits.entries) }),
    list: (body) => {
      const m = v1.List.decode(body);
      return { after: exactlyOrEmpty(m.after, 32), limit: ranged(m.limit, 1, limits.entries), online: m.online };
    },
    watch: (body) => {
      const m = v1.Watch.decode(body);
      return { all: m.all, clients: idList(m.clients, 0, limits.entries), off: m.off };
    },
    claim: (body) => {
      const m = v1.Claim.decode(body);
      return {
        name: text(m.name, limits.nameBytes),
        owner: exactlyOrEmpty(m.owner, 32),
        consent: between(m.consent, 0, limits.signatureBytes),
      };
    },
    visibility: (body) => {
      const m = v1.Visibility.decode(body);
      return { hidden: m.hidden, shownTo: idList(m.shownTo, 0, limits.entries) };
    },
    serve: (body) => {
      const m = v1.Serve.decode(body);
      return { service: text(m.service, limits.nameBytes), inFlight: ranged(m.inFlight, 0, limits.inFlight) };
    },
    status: nothing,
  },
  limits.fleetCallBytes,
);

export const encodeFleetAnswer = (answer: Sparse<FleetAnswer>): Uint8Array =>
  v1.FleetAnswer.encode(answer as keyway.v1.FleetAnswer.$Properties).finish();

export const decodeFleetAnswer = (bytes: Uint8Array): FleetAnswer | undefined =>
  guarded(() => {
    if (bytes.length > limits.bodyBytes) throw refused;
    const m = v1.FleetAnswer.decode(plain(bytes));
    return {
      members: listed(m.members, 0, limits.entries, toMember),
      more: m.more,
      status: m.status ? toFleetStatus(m.status as keyway.v1.FleetStatus) : undefined,
    };
  });

const toMember = (m: keyway.v1.Member.$Properties): Member => ({
  id: exactlyOrEmpty(m.id, 32),
  name: text(m.name, limits.nameBytes),
  online: m.online ?? false,
  sinceMs: toNumber(m.sinceMs),
});

const toFleetStatus = (m: keyway.v1.FleetStatus): FleetStatus => ({
  timeMs: toNumber(m.timeMs),
  version: text(m.version, limits.nameBytes),
  router: exactly(m.router, 32),
  startedMs: toNumber(m.startedMs),
  attached: m.attached,
  manifestVersion: toNumber(m.manifestVersion),
  name: text(m.name, limits.nameBytes),
  rights: m.rights,
  waitingMessages: toNumber(m.waitingMessages),
  waitingBytes: toNumber(m.waitingBytes),
});
