import { encodeId } from '@keyway/crypto';
import { readFleetFile } from './fleet-file.js';
import { fleetPaths, type FleetPaths } from './home.js';
import { lockHolder } from './lock.js';
import { readManifestFile } from './manifest-file.js';
import type { Ports } from './ports.js';
import { httpPorts } from './service-env.js';
import { serviceNames, type ServiceName } from './service-name.js';

/** What the files of a home say about the fleet in it, whether it runs or not. */
export interface FleetSummary {
  readonly paths: FleetPaths;
  readonly address: string;
  readonly fingerprint: string;
  readonly ports: Ports;
  readonly health: Readonly<Record<ServiceName, string>>;
  readonly manifestVersion: number;
  readonly manifestExpiresMs: number;
  readonly endpoints: Readonly<Record<string, readonly string[]>>;
  /** The process that supervises it; undefined when it is not running. */
  readonly pid: number | undefined;
}

/** Reads, and takes no lock. @returns undefined when no fleet was founded here. Throws like `startFleet` for damaged or exposed files. */
export function inspectFleet(home: string, host = '127.0.0.1'): FleetSummary | undefined {
  const paths = fleetPaths(home);
  const file = readFleetFile(paths.file);
  const known = file && readManifestFile(paths.manifest);
  if (!file || !known) return undefined;
  const fingerprint = encodeId(known.fingerprint);
  const { ports } = file;
  return {
    paths,
    address: `keyway://${fingerprint}@${host}:${ports.brokerTcp}`,
    fingerprint,
    ports,
    health: Object.fromEntries(serviceNames.map((name) => [name, `http://${host}:${ports[httpPorts[name]]}`])) as Record<
      ServiceName,
      string
    >,
    manifestVersion: known.manifest.version,
    manifestExpiresMs: known.manifest.expiresMs,
    endpoints: Object.fromEntries(
      known.manifest.services.filter((service) => service.endpoints.length > 0).map((service) => [service.role, service.endpoints]),
    ),
    pid: lockHolder(paths.lock)?.pid,
  };
}
