import { equal, sha256 } from '@keyway/crypto';
import { longestManifestMs, offeredSuites, serviceKeyId, signManifest, verifyManifest } from '@keyway/session';
import { decodeManifest, decodeSignedManifest, encodeManifest, encodeSignedManifest, groupIds, WireError } from '@keyway/wire';
import type { Manifest, ManifestService } from '@keyway/wire';
import type { FleetKeys, ServiceKeys } from './home.js';
import type { Ports } from './ports.js';
import { readPrivateFile, replacePrivateFile } from './private-files.js';

/** A manifest starts a day before it is signed: a client whose clock is a day slow accepts it. */
const BACKDATED_MS = 86_400_000;
const CLOCK_STEP_MS = 60_000;

/** What stands in manifest.bin. Its signature and structure are checked, its validity is not: an expired one is signed anew. */
export interface KnownManifest {
  readonly fingerprint: Uint8Array;
  readonly manifest: Manifest;
}

/**
 * @param fingerprint - of the root key, where the caller has it.
 * @returns undefined when there is no file. Throws WireError `state_damaged` or `fleet_key_mismatch`.
 */
export function readManifestFile(path: string, fingerprint?: Uint8Array): KnownManifest | undefined {
  const bytes = readPrivateFile(path);
  if (!bytes) return undefined;
  const signed = decodeSignedManifest(bytes);
  const manifest = signed && decodeManifest(signed.manifest);
  if (!signed || !manifest) throw damaged(path);
  const fleet = fingerprint ?? sha256(signed.rootKey);
  const verified = verifyManifest(signed, fleet, manifest.notBeforeMs);
  if (verified === 'fleet_key_mismatch') throw new WireError('fleet_key_mismatch', `${path} was signed by another root key. Delete it`);
  if (typeof verified === 'string') throw damaged(path);
  return { fingerprint: fleet, manifest };
}

/** What the next manifest of this fleet says, but for its version and validity. */
export function manifestContent(keys: FleetKeys, ports: Ports, host: string): Omit<Manifest, 'version' | 'notBeforeMs' | 'expiresMs'> {
  const service = (
    role: ManifestService['role'],
    { signingSpki, exchangeKey }: ServiceKeys,
    endpoints: readonly string[],
  ): ManifestService => ({
    role,
    keyId: serviceKeyId(signingSpki, exchangeKey),
    signingKey: signingSpki,
    exchangeKey,
    endpoints,
  });
  return {
    fleet: keys.root.public.fingerprint,
    services: [
      service('auth', keys.auth, []), // operators seal their calls to it; nobody connects to it but services
      service('channel-broker', keys.broker, listens(host, ports.brokerTcp, ports.brokerZmq)),
      service('router', keys.router, listens(host, ports.routerTcp, ports.routerZmq)),
    ],
    suites: offeredSuites,
    groups: [groupIds.X25519_MLKEM768],
  };
}

const listens = (host: string, tcp: number, zmq: number): readonly string[] => [`tcp://${host}:${tcp}`, `zmq://${host}:${zmq}`];

/**
 * The manifest to run with: the known one while it says the same and has two thirds of its life left, else the next version.
 * @param newest - the newest version ever signed.
 */
export function nextManifest(
  known: Manifest | undefined,
  content: ReturnType<typeof manifestContent>,
  newest: number,
  nowMs: number,
): Manifest {
  const version = Math.max(newest, known?.version ?? 0);
  const notBeforeMs = nowMs - BACKDATED_MS;
  const next = { ...content, version: version + 1, notBeforeMs, expiresMs: notBeforeMs + longestManifestMs };
  return known && known.version === version && isFresh(known, nowMs) && saysTheSame(known, next) ? known : next;
}

/** Signs and writes. The version goes into fleet.json first: see `FleetFile`. */
export function writeManifestFile(path: string, manifest: Manifest, keys: FleetKeys): void {
  replacePrivateFile(path, encodeSignedManifest(signManifest(manifest, keys.root)));
}

const isFresh = (known: Manifest, nowMs: number): boolean =>
  nowMs + CLOCK_STEP_MS >= known.notBeforeMs && nowMs - known.notBeforeMs <= (known.expiresMs - known.notBeforeMs) / 3;

function saysTheSame(a: Manifest, b: Manifest): boolean {
  const bare = (manifest: Manifest): Uint8Array => encodeManifest({ ...manifest, version: 1, notBeforeMs: 0, expiresMs: 1 });
  return equal(sha256(bare(a)), sha256(bare(b)));
}

const damaged = (path: string): WireError =>
  new WireError('state_damaged', `${path} is no signed manifest. Delete it: the next start signs a new one`);
