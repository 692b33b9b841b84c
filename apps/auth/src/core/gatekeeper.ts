import { equal, type IdentityCache, type PublicIdentity } from '@keyway/crypto';
import { channelIdOf, checkRequest, requestTranscript } from '@keyway/session';
import type { AuthorizeCall, ChannelRequest, ErrorReason } from '@keyway/wire';
import { decodeAuthorizeCall, decodeEnvelope, WireError } from '@keyway/wire';
import { dummyKey } from './dummy-keys.js';
import { enrolmentKey } from './enrolment.js';

/** A request that passed everything that costs next to nothing. Look its client up, then `prove` it. */
export interface Asked {
  readonly kind: 'asked';
  readonly request: ChannelRequest;
  readonly validUntilMs: number;
  /** Where it came from, for the audit. */
  readonly source: string;
}

/** The true reason: the channel-broker tells the client less. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: ErrorReason;
}

/** A request whose sender holds its key. Enter it into the registry, which says whether it was there before. */
export interface Proven {
  readonly kind: 'proven';
  readonly client: PublicIdentity;
  /** 32 bytes, unique per request. */
  readonly channelId: Uint8Array;
  /** To be enrolled. */
  readonly isNew: boolean;
}

export interface GatekeeperOptions {
  /** 32 bytes. */
  readonly fleet: Uint8Array;
  /** Ticket keys are kept for so long after their last use. */
  readonly longestLeaseMs: number;
}

/** How far the clocks of services may differ. */
const skewMs = 60_000;

/**
 * Who may ask. The order is the rule: what costs little comes first, nothing is said about a client before a signature was checked,
 * and nothing is written before it was right.
 */
export class Gatekeeper {
  constructor(
    private readonly options: GatekeeperOptions,
    private readonly identities: IdentityCache,
  ) {}

  /**
   * Reads the body of `auth.authorize` and makes the checks that need no key.
   * Throws WireError: `malformed` for bytes no channel-broker sends, `forbidden` for a lease longer than ticket keys live.
   */
  read(body: Uint8Array, now: number): Asked | Refused {
    const call = decodeAuthorizeCall(body);
    if (call === undefined) throw new WireError('malformed', 'auth.authorize');
    const request = requestOf(call);
    if (request === undefined) return refused('malformed');
    const fault = checkRequest(request, this.options.fleet, now);
    if (fault !== undefined) return refused(fault);
    if (call.validUntilMs > now + this.options.longestLeaseMs + skewMs) {
      throw new WireError('forbidden', 'the lease is longer than AUTH_LONGEST_LEASE_MS');
    }
    return { kind: 'asked', request, validUntilMs: call.validUntilMs, source: call.source };
  }

  /**
   * Checks the proof. One signature is verified in any case, of the kind that its length says: a client that is unknown, one that
   * has another kind of key and a forger all cost the same.
   * @param spki - the key of the client as the registry has it; undefined: unknown.
   */
  prove({ request }: Asked, spki: Uint8Array | undefined): Proven | Refused {
    const client = spki ? this.#enrolled(request.clientId, spki) : enrolmentKey(request);
    const transcript = requestTranscript(request);
    const dummy = dummyKey(request.signature.length);
    const key = typeof client !== 'string' && client.kind === dummy?.kind ? client : dummy;
    const verified = key?.verify(transcript, request.signature) === true;
    if (typeof client === 'string') return refused(client);
    if (!verified || key !== client) return refused('bad_transcript');
    if (!spki) this.identities.put(client);
    return { kind: 'proven', client, channelId: channelIdOf(transcript), isNew: !spki };
  }

  /** Throws WireError `state_damaged` when the registry holds another key than the client's. */
  #enrolled(clientId: Uint8Array, spki: Uint8Array): PublicIdentity {
    const identity = this.identities.of(clientId, spki);
    if (!equal(identity.fingerprint, clientId)) throw new WireError('state_damaged', 'a client is stored under the id of another');
    return identity;
  }
}

function requestOf(call: AuthorizeCall): ChannelRequest | undefined {
  const envelope = decodeEnvelope(call.request);
  return envelope?.kind === 'channel_request' ? envelope.value : undefined;
}

const refused = (reason: ErrorReason): Refused => ({ kind: 'refused', reason });
