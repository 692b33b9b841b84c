import type { PrivateIdentity } from '@keyway/crypto';
import { equal, label, PublicIdentity, sha256, signedBytes } from '@keyway/crypto';
import type { ErrorReason, Manifest, ManifestService, RoleName, SignedManifest } from '@keyway/wire';
import { decodeManifest, encodeManifest } from '@keyway/wire';

/** A manifest whose signature, pin and validity were checked, and its hash. */
export interface VerifiedManifest {
  readonly signed: SignedManifest;
  readonly manifest: Manifest;
  /** 32 bytes: `manifestHash` of the encoded manifest. */
  readonly hash: Uint8Array;
}

export const longestManifestMs = 30 * 86_400_000;
/** How far a client's clock may be off before a manifest counts as not yet valid. */
const skewMs = 60_000;

/** Signs a manifest with the fleet root key. The manifest's `fleet` must be the root's fingerprint: our bug otherwise. */
export function signManifest(manifest: Manifest, root: PrivateIdentity): SignedManifest {
  if (!equal(manifest.fleet, root.public.fingerprint)) throw new RangeError('the manifest names another fleet');
  if (root.public.kind === 'rsa-2048') throw new RangeError('a fleet root key is Ed25519, or RSA from 3072 bits on');
  const bytes = encodeManifest(manifest);
  return { manifest: bytes, rootKey: root.public.spki, signature: root.sign(signedBytes('manifest', bytes)) };
}

/** The hash by which requests and grants name a manifest: SHA-256(label 'manifest-hash' ‖ encoded manifest). */
export const manifestHash = (manifest: Uint8Array): Uint8Array => sha256(label('manifest-hash', manifest));

/** The id of a service's pair of keys: SHA-256(signing SPKI ‖ exchange key). */
export const serviceKeyId = (signingSpki: Uint8Array, exchangeKey: Uint8Array): Uint8Array => sha256(signingSpki, exchangeKey);

/**
 * Checks a manifest against the pinned fleet: root key, signature, validity, age.
 * @param fleet - 32 bytes, pinned.
 * @param newestVersion - the newest version this client has seen of this fleet; older manifests are refused. 0: none.
 * @returns the manifest, or why not: `fleet_key_mismatch` (another root key) or `bad_manifest`.
 */
export function verifyManifest(
  signed: SignedManifest,
  fleet: Uint8Array,
  nowMs: number,
  newestVersion = 0,
): VerifiedManifest | ErrorReason {
  if (!equal(sha256(signed.rootKey), fleet)) return 'fleet_key_mismatch';
  const root = serviceKey(signed.rootKey);
  if (root === undefined || !root.verify(signedBytes('manifest', signed.manifest), signed.signature)) return 'bad_manifest';
  const manifest = decodeManifest(signed.manifest);
  if (manifest === undefined || !isCurrent(manifest, fleet, nowMs, newestVersion)) return 'bad_manifest';
  const keysFit = manifest.services.every((s) => equal(s.keyId, serviceKeyId(s.signingKey, s.exchangeKey)));
  return keysFit ? { signed, manifest, hash: manifestHash(signed.manifest) } : 'bad_manifest';
}

/** Whether a manifest that verified once still counts: its fleet, its days, its version. */
export const isCurrent = (manifest: Manifest, fleet: Uint8Array, nowMs: number, newestVersion: number): boolean =>
  equal(manifest.fleet, fleet) &&
  manifest.version >= newestVersion &&
  manifest.notBeforeMs - skewMs <= nowMs &&
  nowMs < manifest.expiresMs &&
  manifest.expiresMs - manifest.notBeforeMs <= longestManifestMs;

/** A service of a role by its key id: a router's key signs no grants. */
export const serviceOf = (manifest: Manifest, role: RoleName, keyId: Uint8Array): ManifestService | undefined =>
  manifest.services.find((service) => service.role === role && equal(service.keyId, keyId));

export const servicesOf = (manifest: Manifest, role: RoleName): readonly ManifestService[] =>
  manifest.services.filter((service) => service.role === role);

/** A key that signs manifests or grants: what many rely on is Ed25519, or RSA from 3072 bits on. */
export function serviceKey(spki: Uint8Array): PublicIdentity | undefined {
  const key = publicKey(spki);
  return key?.kind === 'rsa-2048' ? undefined : key;
}

/** Peer bytes to a key; undefined for what is refused. */
export function publicKey(spki: Uint8Array): PublicIdentity | undefined {
  try {
    return PublicIdentity.fromSpki(spki);
  } catch {
    return undefined;
  }
}
