import { keyway } from '#generated';
import { between, exactly, guarded, plain, refused, toNumber } from './fields.js';
import { limits } from './limits.js';

/** Roles of proto `Role`. */
export const roleIds = { auth: 1, 'channel-broker': 2, router: 3 } as const;
export type RoleName = keyof typeof roleIds;

/** A manifest with the root's signature; `manifest` are the encoded bytes, to be verified before they are decoded. */
export interface SignedManifest {
  readonly manifest: Uint8Array;
  /** SPKI DER; its SHA-256 is the fleet fingerprint. */
  readonly rootKey: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Manifest {
  readonly fleet: Uint8Array;
  readonly version: number;
  readonly notBeforeMs: number;
  readonly expiresMs: number;
  readonly services: readonly ManifestService[];
  readonly suites: readonly number[];
  readonly groups: readonly number[];
}

export interface ManifestService {
  readonly role: RoleName;
  /** 32 bytes: SHA-256 of signingKey ‖ exchangeKey. */
  readonly keyId: Uint8Array;
  /** SPKI DER. */
  readonly signingKey: Uint8Array;
  /** 32 bytes, X25519. */
  readonly exchangeKey: Uint8Array;
  readonly endpoints: readonly string[];
}

export const toSignedManifest = (m: keyway.v1.SignedManifest | keyway.v1.SignedManifest.$Properties): SignedManifest => ({
  manifest: between(m.manifest, 1, limits.manifestBytes),
  rootKey: between(m.rootKey, 1, limits.spkiBytes),
  signature: between(m.signature, 1, limits.signatureBytes),
});

export const fromSignedManifest = (s: SignedManifest): keyway.v1.SignedManifest.$Properties => ({
  manifest: s.manifest,
  rootKey: s.rootKey,
  signature: s.signature,
});

export const encodeSignedManifest = (s: SignedManifest): Uint8Array => keyway.v1.SignedManifest.encode(fromSignedManifest(s)).finish();

export const decodeSignedManifest = (bytes: Uint8Array): SignedManifest | undefined =>
  bytes.length > limits.answerBytes ? undefined : guarded(() => toSignedManifest(keyway.v1.SignedManifest.decode(plain(bytes))));

export const encodeManifest = (m: Manifest): Uint8Array =>
  keyway.v1.Manifest.encode({
    fleet: m.fleet,
    version: m.version,
    notBeforeMs: m.notBeforeMs,
    expiresMs: m.expiresMs,
    services: m.services.map((s) => ({ ...s, role: roleIds[s.role], endpoints: [...s.endpoints] })),
    suites: [...m.suites],
    groups: [...m.groups],
  }).finish();

/** Decodes verified bytes. Services of roles this version does not know are left out. */
export const decodeManifest = (bytes: Uint8Array): Manifest | undefined =>
  guarded(() => {
    if (bytes.length > limits.manifestBytes) throw refused;
    const m = keyway.v1.Manifest.decode(plain(bytes));
    if (m.services.length > limits.manifestServices) throw refused;
    return {
      fleet: exactly(m.fleet, 32),
      version: toNumber(m.version),
      notBeforeMs: toNumber(m.notBeforeMs),
      expiresMs: toNumber(m.expiresMs),
      services: m.services.flatMap((s) => {
        const role = roleName(s.role);
        return role === undefined ? [] : [toService(s as keyway.v1.Service, role)];
      }),
      suites: m.suites,
      groups: m.groups,
    };
  });

function toService(s: keyway.v1.Service, role: RoleName): ManifestService {
  if (s.endpoints.length > limits.endpointsPerService || s.endpoints.some((e) => e.length > limits.endpointBytes)) {
    throw refused;
  }
  return {
    role,
    keyId: exactly(s.keyId, 32),
    signingKey: between(s.signingKey, 1, limits.spkiBytes),
    exchangeKey: exactly(s.exchangeKey, 32),
    endpoints: s.endpoints,
  };
}

const roleName = (id: number | null | undefined): RoleName | undefined =>
  (Object.keys(roleIds) as RoleName[]).find((name) => roleIds[name] === id);
