import { equal, IdentityCache, wipe, type Keyring, type X25519Key } from '@keyway/crypto';
import { checkRequest, choose, grantChannel, offeredSuites, servicesOf, type VerifiedManifest } from '@keyway/session';
import type { AuthorizeAnswer, ChannelGrant, ChannelRequest, EnvelopeKind, ErrorReason, SessionSettings } from '@keyway/wire';
import { decodeEnvelope, encodeAuthorizeCall, encodeEnvelope, envelopeKind, groupIds, reasonOf } from '@keyway/wire';
import { refusal, told, toldOfAnswer } from './hearsay.js';
import { Repeats } from './repeats.js';
import { spread } from './spread.js';

/** A request that may be asked about; what is chosen for it. */
export interface Asked {
  readonly request: ChannelRequest;
  readonly suite: number;
  readonly group: number;
  readonly validUntilMs: number;
}

/** A grant that waits for its signature. */
export interface Unsigned {
  readonly name: string;
  readonly toSign: Uint8Array;
  finish(signature: Uint8Array): ChannelGrant;
}

/** What goes back on the link the request came on. `reason` is the true one, for our counters. */
export type Reply =
  | { readonly kind: 'manifest'; readonly bytes: Uint8Array }
  | { readonly kind: 'repeated'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: ErrorReason; readonly bytes: Uint8Array }
  /** Of a kind that has no place here. */
  | { readonly kind: 'forbidden'; readonly what: EnvelopeKind; readonly bytes: Uint8Array }
  /** Not the protocol: close the link; `bytes`, if any, may still be said. */
  | { readonly kind: 'malformed'; readonly bytes?: Uint8Array };

/** Call auth.authorize with `body`, then `decide`. */
export interface Authorize {
  readonly kind: 'authorize';
  readonly asked: Asked;
  readonly body: Uint8Array;
}
/** Auth says yes: `issue` with values made for this grant. */
export interface Issue {
  readonly kind: 'issue';
  readonly client: AuthorizeAnswer;
}
/** The same request is being signed: what comes of the grant of this name answers this one too. */
export interface Wait {
  readonly kind: 'wait';
  readonly name: string;
}
/** Sign `grant.toSign`, then `signed`, or `abandon` when that fails. */
export interface Sign {
  readonly kind: 'sign';
  readonly grant: Unsigned;
}

export interface BrokerOptions {
  /** 32 bytes, pinned. */
  readonly fleet: Uint8Array;
  /** 32 bytes: our pair of keys in the manifest. */
  readonly keyId: Uint8Array;
  readonly allowX25519: boolean;
  readonly leaseMs: number;
  /** At the moment: operators may change them. */
  readonly settings: () => SessionSettings;
  /** Client keys held. */
  readonly knownKeys: number;
  readonly repeatMs: number;
  readonly repeatBytes: number;
}

/** Made anew for every grant. */
export interface Fresh {
  readonly x25519: X25519Key;
  /** 32 random bytes. */
  readonly share: Uint8Array;
}

/** What the broker holds of auth's. Both change under its feet. */
export interface FleetView {
  /** Verified, and names our key. */
  readonly manifest: VerifiedManifest | undefined;
  readonly tickets: Keyring;
}

/** What is issued: from a stranger's bytes to the answer, with auth in between. */
export class Broker {
  readonly #groups: readonly number[];
  readonly #clients: IdentityCache;
  readonly #repeats: Repeats;

  constructor(
    private readonly options: BrokerOptions,
    private readonly fleet: FleetView,
  ) {
    this.#groups = options.allowX25519 ? [groupIds.X25519_MLKEM768, groupIds.X25519] : [groupIds.X25519_MLKEM768];
    this.#clients = new IdentityCache(options.knownKeys);
    this.#repeats = new Repeats(options.repeatMs, options.repeatBytes);
  }

  /** Why nothing can be issued now, or nothing. */
  lacks(now: number): 'manifest' | 'keyring' | undefined {
    const { manifest, tickets } = this.fleet;
    if (!manifest || now >= manifest.manifest.expiresMs) return 'manifest';
    return tickets.current(now) ? undefined : 'keyring';
  }

  /**
   * One message from anybody. Never throws.
   * @param source - where it came from, for the log of auth.
   */
  receive(bytes: Uint8Array, source: string, now: number): Reply | Authorize {
    const kind = envelopeKind(bytes);
    if (kind === undefined) return { kind: 'malformed' };
    if (kind !== 'channel_request' && kind !== 'manifest_request') {
      return { kind: 'forbidden', what: kind, bytes: refusal('frame_forbidden', undefined, now) };
    }
    const envelope = decodeEnvelope(bytes);
    if (envelope?.kind === 'channel_request') return this.#consider(bytes, envelope.value, source, now);
    return envelope?.kind === 'manifest_request' ? this.#showManifest(envelope.value.fleet, now) : { kind: 'malformed' };
  }

  /** @param outcome - what auth said, or why it did not. */
  decide({ request }: Asked, outcome: AuthorizeAnswer | ErrorReason, now: number): Reply | Issue | Wait {
    if (typeof outcome === 'string') return refused(outcome, request, now);
    if (outcome.code !== 0) return refused(reasonOf(outcome.code) ?? 'unauthorised', request, now, toldOfAnswer);
    return outcome.known ? this.#repeat(request, now) : { kind: 'issue', client: outcome };
  }

  /** Agrees on keys and seals the ticket. Wipes `fresh`. Throws KeyError when auth sent no key: its bug. */
  issue(
    { request, suite, group, validUntilMs }: Asked,
    { spki, rights, serial }: AuthorizeAnswer,
    fresh: Fresh,
    now: number,
  ): Reply | Sign {
    const { manifest, tickets } = this.fleet;
    if (!manifest || !tickets.current(now)) return refused('unavailable', request, now);
    const { x25519, share } = fresh;
    const client = this.#clients.of(request.clientId, spki);
    const routers = spread(servicesOf(manifest.manifest, 'router'), x25519.publicKey).map(({ keyId }) => keyId);
    const { keyId } = this.options;
    const settings = this.options.settings();
    const grant = grantChannel({
      ...{ request, client, rights, serial, suite, group, validUntilMs, settings, routers, keyId, manifest, tickets, x25519, share },
      nowMs: now,
    });
    x25519.wipe();
    wipe(share);
    if (!grant) return refused('malformed', request, now);
    const name = nameOf(request);
    this.#repeats.begin(name);
    return { kind: 'sign', grant: { name, toSign: grant.toSign, finish: grant.finish } };
  }

  /** More requests wait than this link, or auth, may have. */
  busy({ request }: Asked, now: number): Reply {
    return refused('backpressure', request, now);
  }

  /** Something of ours went wrong on the way. */
  failed({ request }: Asked, now: number): Reply {
    return refused('internal', request, now);
  }

  /** @returns the answer to whom it was made for, and to all that wait for it. */
  signed(grant: Unsigned, signature: Uint8Array, now: number): Uint8Array {
    const bytes = encodeEnvelope({ kind: 'channel_grant', value: grant.finish(signature) });
    this.#repeats.put(grant.name, bytes, now);
    return bytes;
  }

  /** The signature could not be made. */
  abandon(grant: Unsigned): void {
    this.#repeats.drop(grant.name);
  }

  #consider(bytes: Uint8Array, request: ChannelRequest, source: string, now: number): Reply | Authorize {
    const { fleet, leaseMs } = this.options;
    const fault = checkRequest(request, fleet, now);
    if (fault === 'malformed') return { kind: 'malformed', bytes: refusal(fault, request, now) };
    if (fault) return refused(fault, request, now);
    const { manifest } = this.fleet;
    if (!manifest || this.lacks(now)) return refused('unavailable', request, now);
    const suite = choose(request.suites, accepted(manifest.manifest.suites, offeredSuites));
    const group = choose(request.groups, accepted(manifest.manifest.groups, this.#groups));
    if (suite === undefined || group === undefined) return refused('suite_unsupported', request, now);
    const validUntilMs = now + leaseMs;
    return {
      kind: 'authorize',
      asked: { request, suite, group, validUntilMs },
      body: encodeAuthorizeCall({ request: bytes, source, validUntilMs }),
    };
  }

  #showManifest(fleet: Uint8Array, now: number): Reply {
    // an empty one asks whoever this is: for a person to compare, and nothing more
    if (fleet.length > 0 && !equal(fleet, this.options.fleet)) return refused('fleet_wrong', undefined, now);
    const { manifest } = this.fleet;
    if (!manifest) return refused('unavailable', undefined, now);
    return { kind: 'manifest', bytes: encodeEnvelope({ kind: 'manifest', value: manifest.signed }) };
  }

  #repeat(request: ChannelRequest, now: number): Reply | Wait {
    const name = nameOf(request);
    const bytes = this.#repeats.get(name, now);
    if (bytes) return { kind: 'repeated', bytes };
    return this.#repeats.isMaking(name) ? { kind: 'wait', name } : refused('unauthorised', request, now);
  }
}

/** In the fleet's order, of what we can do and may; a manifest without a list leaves it to us. */
const accepted = (fleet: readonly number[], ours: readonly number[]): readonly number[] =>
  fleet.length === 0 ? ours : fleet.filter((id) => ours.includes(id));

/** Auth has verified the signature before this is asked, so it stands for all that it was made over; a hash would cost more. */
const nameOf = ({ signature }: ChannelRequest): string =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.length).toString('latin1');

const refused = (reason: ErrorReason, request: ChannelRequest | undefined, now: number, tell = told): Reply => ({
  kind: 'refused',
  reason,
  bytes: refusal(tell(reason), request, now),
});
