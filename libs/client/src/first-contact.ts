import { encodeId, sha256 } from '@keyway/crypto';
import { verifyManifest } from '@keyway/session';
import type { Manifest } from '@keyway/wire';
import { decodeEnvelope, encodeEnvelope, reasonOf, WireError } from '@keyway/wire';
import { brokerEndpoint, formatFleetAddress, parsePlace } from './address.js';
import { exchange, stepMs } from './exchange.js';

/** Who answers at a place. Proves nothing: anybody on the way may have answered. */
export interface FirstContact {
  /** 52 characters, for a person to compare with what the operator of the fleet says. */
  readonly fingerprint: string;
  /** The whole address with that fingerprint, for `connect`, once it was confirmed. */
  readonly address: string;
  readonly manifest: Manifest;
}

/**
 * Asks whoever answers at `host:port` for the fingerprint of the fleet: to be shown to a person, never to be used unseen.
 * Rejects with a WireError: `address_invalid`, `peer_unreachable`, `timed_out`, `aborted`, `bad_manifest`.
 */
export async function fetchFingerprint(
  place: string,
  options: { readonly signal?: AbortSignal | undefined; readonly timeoutMs?: number | undefined; readonly wallMs?: () => number } = {},
): Promise<FirstContact> {
  const where = parsePlace(place);
  const endpoint = brokerEndpoint(where);
  const request = encodeEnvelope({ kind: 'manifest_request', value: { fleet: new Uint8Array(0) } });
  const signal = options.signal ?? new AbortController().signal;
  const answer = decodeEnvelope(await exchange(endpoint, request, { signal, stepMs: options.timeoutMs ?? stepMs }));
  if (answer?.kind === 'refusal') throw new WireError(reasonOf(answer.value.code) ?? 'unavailable', `said by ${endpoint}`);
  if (answer?.kind !== 'manifest') throw new WireError('bad_manifest', `${endpoint} answered with something else`);
  const fleet = sha256(answer.value.rootKey);
  const verified = verifyManifest(answer.value, fleet, Math.floor((options.wallMs ?? Date.now)()));
  if (typeof verified === 'string') throw new WireError(verified, `said by ${endpoint}`);
  return { fingerprint: encodeId(fleet), address: formatFleetAddress({ ...where, fingerprint: fleet }), manifest: verified.manifest };
}
