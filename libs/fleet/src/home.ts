import { exportPublicKey, isKeyError, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { join, resolve } from 'node:path';
import { createPrivateFile, ensureHome, ensurePrivateFolder, readPrivateFile, replacePrivateFile } from './private-files.js';

/** Where everything of a fleet lies. */
export interface FleetPaths {
  readonly home: string;
  readonly fleet: string;
  readonly lock: string;
  readonly file: string;
  readonly rootKey: string;
  readonly operatorKey: string;
  /** Public: what auth knows the operator by. */
  readonly operatorPublic: string;
  readonly manifest: string;
  readonly auth: string;
  readonly kek: string;
  readonly broker: string;
  readonly router: string;
  readonly run: string;
  readonly services: string;
  readonly logs: string;
}

export function fleetPaths(home: string): FleetPaths {
  const root = resolve(home);
  const fleet = join(root, 'fleet');
  return {
    home: root,
    fleet,
    lock: join(fleet, 'lock'),
    file: join(fleet, 'fleet.json'),
    rootKey: join(fleet, 'root.pem'),
    operatorKey: join(fleet, 'operator.pem'),
    operatorPublic: join(fleet, 'operator.pub.pem'),
    manifest: join(fleet, 'manifest.bin'),
    auth: join(fleet, 'auth'),
    kek: join(fleet, 'auth', 'kek'),
    broker: join(fleet, 'channel-broker'),
    router: join(fleet, 'router'),
    run: join(fleet, 'run'),
    services: join(fleet, 'run', 'services.json'),
    logs: join(fleet, 'logs'),
  };
}

export const signingKeyFile = (folder: string): string => join(folder, 'signing.pem');
export const exchangeKeyFile = (folder: string): string => join(folder, 'exchange.pem');

/** The public halves of a service's pair of keys. */
export interface ServiceKeys {
  readonly signingSpki: Uint8Array;
  readonly exchangeKey: Uint8Array;
}

/** The keys of a fleet. The root signs manifests; let go of it when that is done. */
export interface FleetKeys {
  readonly root: PrivateIdentity;
  readonly operatorId: Uint8Array;
  readonly auth: ServiceKeys;
  readonly broker: ServiceKeys;
  readonly router: ServiceKeys;
}

/** Makes the home and the folder of the fleet in it, or checks that nobody else can reach into them. */
export function prepareHome(paths: FleetPaths): void {
  ensureHome(paths.home);
  ensurePrivateFolder(paths.fleet);
}

/**
 * Opens the keys of a home, and makes those that are missing as long as the fleet was never complete (`founded` is false): a first
 * start that was cut off goes on where it stopped. Afterwards a missing key is a fault: a new root key would be another fleet.
 * @param authFounded - the fleet has keys of auth; one that an older version founded has none, and gets them.
 * Throws WireError `key_exposed`, `key_damaged` or `state_damaged`, each naming the file.
 */
export function openKeys(paths: FleetPaths, founded: boolean, authFounded = founded): FleetKeys {
  for (const folder of [paths.auth, paths.broker, paths.router, paths.run, paths.logs]) ensurePrivateFolder(folder);
  const root = identity(paths.rootKey, founded);
  const operator = identity(paths.operatorKey, founded);
  showPublic(paths.operatorPublic, operator);
  keyEncryptionKey(paths.kek, founded);
  return {
    root,
    operatorId: operator.public.fingerprint,
    auth: serviceKeys(paths.auth, authFounded),
    broker: serviceKeys(paths.broker, founded),
    router: serviceKeys(paths.router, founded),
  };
}

const serviceKeys = (folder: string, founded: boolean): ServiceKeys => ({
  signingSpki: identity(signingKeyFile(folder), founded).public.spki,
  exchangeKey: keyFile(exchangeKeyFile(folder), founded, () => X25519Key.generate().toPem(), X25519Key.fromPem).publicKey,
});

const identity = (path: string, founded: boolean): PrivateIdentity =>
  keyFile(path, founded, () => PrivateIdentity.generate('ed25519').toPem(), PrivateIdentity.fromPem);

/** Written anew whenever it says something else: it follows from the private key. */
function showPublic(path: string, { public: operator }: PrivateIdentity): void {
  const pem = exportPublicKey(operator, 'spki');
  const known = readPrivateFile(path);
  if (!known || new TextDecoder().decode(known) !== pem) replacePrivateFile(path, pem);
}

const KEK_BYTES = 32;

function keyEncryptionKey(path: string, founded: boolean): void {
  keyFile(
    path,
    founded,
    () => `${Buffer.from(randomBytes(KEK_BYTES)).toString('base64')}\n`,
    (text) => {
      const key = Buffer.from(new TextDecoder().decode(text).trim(), 'base64');
      const sound = key.length === KEK_BYTES;
      key.fill(0);
      if (!sound) throw new WireError('key_damaged', `${path} is not 32 bytes in base64. Restore it from a backup`);
    },
  );
}

function keyFile<K>(path: string, founded: boolean, make: () => string, parse: (text: Uint8Array) => K): K {
  let bytes = readPrivateFile(path);
  if (!bytes && founded) {
    throw new WireError(
      'state_damaged',
      `${path} is missing. Restore it from a backup, or move the fleet folder away to found a new fleet`,
    );
  }
  if (!bytes) createPrivateFile(path, make());
  bytes ??= readPrivateFile(path)!;
  try {
    return parse(bytes);
  } catch (thrown) {
    if (!isKeyError(thrown)) throw thrown;
    throw new WireError(thrown.reason, `${path} (${thrown.message}). Restore it from a backup`, { cause: thrown });
  } finally {
    bytes.fill(0);
  }
}
