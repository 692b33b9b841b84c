import { WireError } from '@keyway/wire';
import { portNames, type Ports } from './ports.js';
import { readPrivateFile, replacePrivateFile } from './private-files.js';

const FORMAT = 1;

/** `fleet.json`: written last when a fleet is founded, so that a home which has it is complete. */
export interface FleetFile {
  /** The newest version ever signed: a manifest that was lost must not come back with an older number. */
  readonly manifestVersion: number;
  readonly ports: Ports;
}

/** @returns undefined before the first start. Throws WireError `state_damaged` or `key_exposed`. */
export function readFleetFile(path: string): FleetFile | undefined {
  const bytes = readPrivateFile(path);
  if (!bytes) return undefined;
  const { format, manifestVersion, ports } = parse(path, bytes);
  if (format !== FORMAT) throw damaged(path, `its format is ${JSON.stringify(format)}, this version writes ${FORMAT}`);
  if (!isCount(manifestVersion) || !isPorts(ports)) throw damaged(path, 'a field is missing or wrong');
  return { manifestVersion, ports: Object.fromEntries(portNames.map((name) => [name, ports[name]])) as Ports };
}

export const writeFleetFile = (path: string, { manifestVersion, ports }: FleetFile): void =>
  replacePrivateFile(path, `${JSON.stringify({ format: FORMAT, manifestVersion, ports }, undefined, 2)}\n`);

function parse(path: string, bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw damaged(path, 'it is not JSON');
}

const damaged = (path: string, why: string): WireError =>
  new WireError(
    'state_damaged',
    `${path}: ${why}. Restore it from a backup, or delete it: the next start writes it anew with the default ports`,
  );

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isPorts(value: unknown): value is Ports {
  if (typeof value !== 'object' || value === null) return false;
  const ports = value as Record<string, unknown>;
  return portNames.every((name) => isCount(ports[name]) && (ports[name] as number) > 0 && (ports[name] as number) <= 65_535);
}
