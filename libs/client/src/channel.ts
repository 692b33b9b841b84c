import type { PrivateIdentity } from '@keyway/crypto';
import { encodeId, equal, MlKemKey, randomBytes, X25519Key } from '@keyway/crypto';
import type { Channel, EnrolmentToken, PendingRequest, VerifiedManifest } from '@keyway/session';
import { beginChannelRequest, nameOffer, openGrant, servicesOf } from '@keyway/session';
import type { ErrorReason, Refusal } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope, reasonOf, suiteIds, WireError } from '@keyway/wire';
import { brokerEndpoint, type FleetAddress } from './address.js';
import { exchange, type StepOptions } from './exchange.js';

/** What a client knows of its fleet and itself when it asks for a channel. */
export interface Standing {
  readonly address: FleetAddress;
  readonly identity: PrivateIdentity;
  readonly suites?: readonly number[] | undefined;
  readonly groups?: readonly number[] | undefined;
  readonly wallMs: () => number;
  /** The newest verified manifest and its version; older ones are refused. */
  manifest: VerifiedManifest | undefined;
  newestVersion: number;
  /** The fleet holds our key. */
  enrolled: boolean;
  /** Lets our key in; undefined: there is none, or it was used. */
  token?: EnrolmentToken | undefined;
}

/** A refusal carries what it is worth: unsigned, so a hint. */
export interface Refused {
  readonly error: WireError;
  readonly retryAfterMs: number;
}

/**
 * Asks for a channel: by id, or with the key where this state never enrolled; once more with the key when the id is not accepted.
 * Rejects with a WireError. `fleet_key_mismatch` and `bad_grant` mean that who answered is not the pinned fleet.
 */
export async function requestChannel(standing: Standing, step: StepOptions): Promise<Channel> {
  let enrol = !standing.enrolled;
  for (;;) {
    const answer = await ask(standing, enrol, step);
    if (!('error' in answer)) return answer;
    const { error, retryAfterMs } = answer;
    if (error.reason !== 'unauthorised') throw Object.assign(error, { retryAfterMs });
    if (enrol) throw Object.assign(new WireError(error.reason, whyNotEnrolled(standing)), { retryAfterMs });
    enrol = true; // the fleet may have lost us, or this state come from elsewhere
  }
}

/** The fleet gives one answer to everybody it does not accept: this is what there is to look at. */
function whyNotEnrolled({ token }: Standing): string {
  const blocked = 'or this key is blocked';
  if (token === undefined) return `said by the channel-broker: it asks for an enrolment token (an operator creates one), ${blocked}`;
  return `said by the channel-broker: the enrolment token was mistyped, is used up, expired, revoked or of another fleet, ${blocked}`;
}

/** As the protocol calls it, such as `AES_256_GCM`. */
export const suiteName = (suite: number): string => Object.entries(suiteIds).find(([, id]) => id === suite)?.[0] ?? String(suite);

async function ask(standing: Standing, enrol: boolean, step: StepOptions): Promise<Channel | Refused> {
  const nowMs = standing.wallMs();
  const known = standing.manifest && nowMs < standing.manifest.manifest.expiresMs ? standing.manifest : undefined;
  const pending = beginChannelRequest({
    identity: standing.identity,
    fleet: standing.address.fingerprint,
    x25519: X25519Key.generate(),
    mlKem: MlKemKey.generate(),
    salt: randomBytes(32),
    nowMs,
    manifestHash: known?.hash,
    enrol,
    token: enrol ? standing.token : undefined,
    suites: standing.suites,
    groups: standing.groups,
  });
  try {
    const endpoints = brokers(standing);
    const bytes = await firstAnswer(endpoints, encodeEnvelope({ kind: 'channel_request', value: pending.request }), step);
    return read(bytes, pending, standing, known);
  } finally {
    pending.x25519.wipe();
    pending.mlKem.wipe();
  }
}

function read(bytes: Uint8Array, pending: PendingRequest, standing: Standing, known: VerifiedManifest | undefined): Channel | Refused {
  const answer = decodeEnvelope(bytes);
  if (answer?.kind === 'refusal') return refused(answer.value, pending, standing.wallMs());
  if (answer?.kind !== 'channel_grant') throw new WireError('bad_grant', 'the channel-broker answered with something else');
  const channel = openGrant(pending, answer.value, standing.wallMs(), known, standing.newestVersion);
  if (channel === 'fleet_key_mismatch') {
    throw new WireError(channel, `expected ${encodeId(standing.address.fingerprint)}; do not trust this network path`);
  }
  if (typeof channel === 'string') throw new WireError(channel);
  const { heartbeatMs, timeoutMs } = channel.settings;
  if (heartbeatMs === 0 || timeoutMs <= heartbeatMs) throw new WireError('bad_grant', 'its settings contradict each other');
  return channel;
}

function refused(refusal: Refusal, { hash, request }: PendingRequest, nowMs: number): Refused {
  const ours = refusal.requestHash.length === 0 || equal(refusal.requestHash, hash);
  const reason = (ours ? reasonOf(refusal.code) : undefined) ?? 'unavailable';
  const details: Partial<Record<ErrorReason, string>> = {
    request_stale: `the fleet says ${iso(refusal.timeMs)}, this machine ${iso(nowMs)}`,
    suite_unsupported: `offered were ${nameOffer(request)}`,
  };
  return { error: new WireError(reason, details[reason] ?? 'said by the channel-broker'), retryAfterMs: refusal.retryAfterMs };
}

/** The address comes first; the manifest may name other brokers of the same fleet. */
function brokers({ address, manifest }: Standing): readonly string[] {
  const named = manifest ? servicesOf(manifest.manifest, 'channel-broker').flatMap((service) => service.endpoints) : [];
  return [...new Set([brokerEndpoint(address), ...named.filter((endpoint) => endpoint.startsWith('tcp://'))])];
}

async function firstAnswer(endpoints: readonly string[], request: Uint8Array, step: StepOptions): Promise<Uint8Array> {
  let failure: unknown;
  for (const endpoint of endpoints) {
    try {
      return await exchange(endpoint, request, step);
    } catch (thrown) {
      if (step.signal.aborted) throw thrown;
      failure ??= thrown; // that of the address is the one to tell
    }
  }
  throw failure;
}

const iso = (ms: number): string => (ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : 'nothing');
