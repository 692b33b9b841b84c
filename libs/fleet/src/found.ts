import type { Manifest } from '@keyway/wire';
import { existsSync } from 'node:fs';
import { readFleetFile, writeFleetFile, type FleetFile } from './fleet-file.js';
import { openKeys, type FleetKeys, type FleetPaths } from './home.js';
import { manifestContent, nextManifest, readManifestFile, writeManifestFile } from './manifest-file.js';
import { checkPorts, defaultPorts, findFreePorts, type Ports } from './ports.js';

/** A fleet whose files are complete and whose manifest is signed and fresh. */
export interface FoundedFleet {
  readonly paths: FleetPaths;
  readonly host: string;
  readonly ports: Ports;
  /** 32 bytes: SHA-256 of the root key. */
  readonly fingerprint: Uint8Array;
  /** 32 bytes: the client id of the operator. */
  readonly operatorId: Uint8Array;
  readonly manifest: Manifest;
  readonly endpoints: Readonly<Record<'channel-broker' | 'router', readonly string[]>>;
}

export interface FoundOptions {
  readonly host: string;
  readonly ports?: Partial<Ports> | 'free' | undefined;
}

/**
 * Makes the keys of a fleet on the first start, opens them on every other, and signs the manifest when it is time to.
 * The caller holds the lock of the home. Ports that are taken are found out before anything is made.
 */
export async function foundFleet(paths: FleetPaths, { host, ports: wanted }: FoundOptions): Promise<FoundedFleet> {
  const file = readFleetFile(paths.file);
  const ports = await choosePorts(wanted, file?.ports, host);
  await checkPorts(ports, host); // before anything is made: a start that cannot be leaves no fleet behind
  const keys = openKeys(paths, isFounded(paths, file), namesAuth(paths));
  return signWhenDue(paths, host, ports, keys, file, Date.now());
}

/** The same for a fleet that runs: a new manifest when a third of the life of the old one is over. */
export function renewManifest({ paths, host, ports }: FoundedFleet, nowMs: number): FoundedFleet {
  const file = readFleetFile(paths.file);
  return signWhenDue(paths, host, ports, openKeys(paths, true), file, nowMs);
}

/** An older version gave auth no keys. */
const namesAuth = (paths: FleetPaths): boolean =>
  readManifestFile(paths.manifest)?.manifest.services.some(({ role }) => role === 'auth') ?? false;

const isFounded = (paths: FleetPaths, file: FleetFile | undefined): boolean => file !== undefined || existsSync(paths.manifest);

function signWhenDue(
  paths: FleetPaths,
  host: string,
  ports: Ports,
  keys: FleetKeys,
  file: FleetFile | undefined,
  nowMs: number,
): FoundedFleet {
  const { fingerprint } = keys.root.public;
  const known = readManifestFile(paths.manifest, fingerprint)?.manifest;
  const manifest = nextManifest(known, manifestContent(keys, ports, host), file?.manifestVersion ?? 0, nowMs);
  if (manifest !== known || !file || !samePorts(file.ports, ports)) {
    writeFleetFile(paths.file, { manifestVersion: manifest.version, ports });
  }
  if (manifest !== known) writeManifestFile(paths.manifest, manifest, keys);
  const endpointsOf = (role: string): readonly string[] => manifest.services.find((service) => service.role === role)?.endpoints ?? [];
  const endpoints = { 'channel-broker': endpointsOf('channel-broker'), router: endpointsOf('router') };
  return { paths, host, ports, fingerprint, operatorId: keys.operatorId, manifest, endpoints };
}

async function choosePorts(wanted: FoundOptions['ports'], remembered: Ports | undefined, host: string): Promise<Ports> {
  if (wanted === 'free') return findFreePorts(host, remembered);
  return { ...(remembered ?? defaultPorts), ...wanted };
}

const samePorts = (a: Ports, b: Ports): boolean => Object.entries(a).every(([name, port]) => b[name as keyof Ports] === port);
