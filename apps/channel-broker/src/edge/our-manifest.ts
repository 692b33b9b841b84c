import { encodeId } from '@keyway/crypto';
import { serviceOf, verifyManifest, type VerifiedManifest } from '@keyway/session';
import { WireError, type SignedManifest } from '@keyway/wire';

/**
 * Checks a manifest against the pin, its age, and that it names our pair of keys as a channel-broker.
 * Throws WireError `fleet_key_mismatch` or `bad_manifest`.
 */
export function ourManifest(
  signed: SignedManifest,
  fleet: Uint8Array,
  keyId: Uint8Array,
  known: VerifiedManifest | undefined,
): VerifiedManifest {
  if (known && Buffer.compare(known.signed.manifest, signed.manifest) === 0) return known;
  const verified = verifyManifest(signed, fleet, Date.now(), known?.manifest.version ?? 0);
  if (typeof verified === 'string') throw new WireError(verified, 'the manifest that auth gave');
  if (!serviceOf(verified.manifest, 'channel-broker', keyId)) {
    throw new WireError('bad_manifest', `it names no channel-broker with the key id ${encodeId(keyId)}: sign one that does`);
  }
  return verified;
}
