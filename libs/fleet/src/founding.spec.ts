import { importPublicKey } from '@keyway/crypto';
import { longestManifestMs, verifyManifest } from '@keyway/session';
import { decodeSignedManifest } from '@keyway/wire';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundFleet, renewManifest, type FoundedFleet } from './found.js';
import { fleetPaths, openKeys, prepareHome } from './home.js';
import { inspectFleet } from './inspect.js';
import { manifestContent, nextManifest, writeManifestFile } from './manifest-file.js';
import { defaultPorts } from './ports.js';
import { freshFolder, removeFolders } from './testing/folders.js';

const found = async (home: string, ports: 'free' | undefined = 'free'): Promise<FoundedFleet> => {
  const paths = fleetPaths(home);
  prepareHome(paths);
  return foundFleet(paths, { host: '127.0.0.1', ports });
};
const home = (): string => join(freshFolder(), 'home');
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name));
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const day = 86_400_000;

afterEach(removeFolders);

it('founds a fleet in folders of mode 0700 and files of mode 0600', async () => {
  const place = home();
  const { paths } = await found(place);
  const all = [place, paths.fleet, ...filesOf(paths.fleet)];
  const wrong = all.filter((path) => modeOf(path) !== (statSync(path).isDirectory() ? '700' : '600'));
  expect(wrong).toEqual([]);
  expect(
    filesOf(paths.fleet)
      .filter((path) => statSync(path).isFile())
      .map((path) => path.slice(paths.fleet.length + 1))
      .sort(),
  ).toEqual([
    'auth/exchange.pem',
    'auth/kek',
    'auth/signing.pem',
    'channel-broker/exchange.pem',
    'channel-broker/signing.pem',
    'fleet.json',
    'manifest.bin',
    'operator.pem',
    'operator.pub.pem',
    'root.pem',
    'router/exchange.pem',
    'router/signing.pem',
  ]);
});

it('signs a manifest that a client with the fingerprint accepts, also one whose clock is a day slow', async () => {
  const { paths, fingerprint, ports } = await found(home());
  const signed = decodeSignedManifest(readFileSync(paths.manifest))!;
  for (const clock of [Date.now(), Date.now() - day, Date.now() + 28 * day]) {
    expect(verifyManifest(signed, fingerprint, clock)).toMatchObject({
      manifest: {
        version: 1,
        suites: [1, 2, 3, 4],
        groups: [1],
        services: [
          { role: 'auth', endpoints: [] },
          { role: 'channel-broker', endpoints: [`tcp://127.0.0.1:${ports.brokerTcp}`, `zmq://127.0.0.1:${ports.brokerZmq}`] },
          { role: 'router', endpoints: [`tcp://127.0.0.1:${ports.routerTcp}`, `zmq://127.0.0.1:${ports.routerZmq}`] },
        ],
      },
    });
  }
});

it('keeps keys, ports and manifest on a second start', async () => {
  const place = home();
  const first = await found(place);
  const bytes = filesOf(first.paths.fleet)
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'hex'));
  const second = await found(place, undefined);
  expect(second.fingerprint).toEqual(first.fingerprint);
  expect(second.ports).toEqual(first.ports);
  expect(
    filesOf(first.paths.fleet)
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path, 'hex')),
  ).toEqual(bytes);
  expect(inspectFleet(place)).toMatchObject({ ports: first.ports, manifestVersion: 1, pid: undefined });
});

it('gives two homes two fleets', async () => {
  const [one, two] = [await found(home()), await found(home())];
  expect(one.fingerprint).not.toEqual(two.fingerprint);
});

it('knows of no fleet where none was founded', () => {
  expect(inspectFleet(home())).toBeUndefined();
});

it('goes on with a first start that was cut off', async () => {
  const place = home();
  const { paths, fingerprint } = await found(place);
  for (const path of [paths.file, paths.manifest, paths.kek, join(paths.router, 'signing.pem')]) rmSync(path);
  expect((await found(place)).fingerprint).toEqual(fingerprint);
});

it('signs a new manifest while the fleet runs, once a third of the life of the old one is over', async () => {
  const first = await found(home());
  expect(renewManifest(first, Date.now() + 8 * day).manifest.version).toBe(1);
  const renewed = renewManifest(first, Date.now() + 10 * day);
  expect(renewed).toMatchObject({ manifest: { version: 2 }, ports: first.ports, fingerprint: first.fingerprint });
  const signed = decodeSignedManifest(readFileSync(first.paths.manifest))!;
  expect(verifyManifest(signed, first.fingerprint, Date.now() + 35 * day, 1)).toMatchObject({ manifest: { version: 2 } });
});

it('never signs a version again, even when the manifest was lost', async () => {
  const place = home();
  const { paths, manifest } = await found(place);
  rmSync(paths.manifest);
  expect((await found(place, undefined)).manifest.version).toBe(manifest.version + 1);
  rmSync(paths.file);
  expect((await found(place)).manifest.version).toBe(manifest.version + 2);
});

it('shows the public half of the operator, and shows it again when the file was lost or changed', async () => {
  const place = home();
  const { paths, operatorId } = await found(place);
  const shown = (): Uint8Array => importPublicKey(readFileSync(paths.operatorPublic)).fingerprint;
  expect(shown()).toEqual(operatorId);
  for (const spoil of [() => rmSync(paths.operatorPublic), () => writeFileSync(paths.operatorPublic, 'nothing')]) {
    spoil();
    await found(place);
    expect(shown()).toEqual(operatorId);
  }
});

it('gives auth its keys in a fleet that an older version founded, and signs a manifest that names them', async () => {
  const place = home();
  const { paths, manifest, fingerprint } = await found(place);
  const before = { ...manifest, services: manifest.services.filter(({ role }) => role !== 'auth') };
  writeManifestFile(paths.manifest, before, openKeys(paths, true));
  for (const name of ['exchange.pem', 'signing.pem']) rmSync(join(paths.auth, name));
  rmSync(paths.operatorPublic);
  const after = await found(place);
  expect(after.fingerprint).toEqual(fingerprint);
  expect(after.manifest.version).toBe(manifest.version + 1);
  expect(after.manifest.services.map(({ role }) => role)).toEqual(['auth', 'channel-broker', 'router']);
});

describe('the next manifest', () => {
  const now = Date.UTC(2026, 10, 1);
  const content = (): ReturnType<typeof manifestContent> => {
    const paths = fleetPaths(home());
    prepareHome(paths);
    return manifestContent(openKeys(paths, false), defaultPorts, '127.0.0.1');
  };

  it('is the known one while two thirds of its life are left', () => {
    const said = content();
    const known = nextManifest(undefined, said, 0, now);
    expect(known.expiresMs - known.notBeforeMs).toBe(longestManifestMs);
    expect(nextManifest(known, said, 1, now + 9 * day)).toBe(known);
    expect(nextManifest(known, said, 1, now + 9 * day + 1)).toMatchObject({ version: 2, notBeforeMs: now + 8 * day + 1 });
  });

  it('is a new one when an endpoint changed, when a newer one was signed before, and when the clock was set back', () => {
    const said = content();
    const known = nextManifest(undefined, said, 0, now);
    const moved = { ...said, services: said.services.map((service) => ({ ...service, endpoints: ['tcp://127.0.0.1:1'] })) };
    expect(nextManifest(known, moved, 1, now).version).toBe(2);
    expect(nextManifest(known, said, 5, now).version).toBe(6);
    expect(nextManifest(known, said, 1, now - 2 * day).version).toBe(2);
  });
});

const keyFiles = [
  'root.pem',
  'operator.pem',
  'auth/kek',
  'auth/exchange.pem',
  'channel-broker/signing.pem',
  'channel-broker/exchange.pem',
  'router/signing.pem',
];

it.each([...keyFiles, 'fleet.json', 'manifest.bin'])('refuses %s once others can read it, and says what to type', async (name) => {
  const place = home();
  const path = join((await found(place)).paths.fleet, name);
  chmodSync(path, 0o640);
  await expect(found(place)).rejects.toMatchObject({
    reason: 'key_exposed',
    message: expect.stringContaining(`${path} has mode 0640. Type: chmod 600 ${path}`) as string,
  });
});

it.each(['', 'auth', 'router', 'logs'])('refuses the folder fleet/%s once others can enter it', async (name) => {
  const place = home();
  const path = join((await found(place)).paths.fleet, name).replace(/\/$/, '');
  chmodSync(path, 0o750);
  await expect(found(place)).rejects.toMatchObject({
    reason: 'key_exposed',
    message: expect.stringContaining(`chmod 700 ${path}`) as string,
  });
});

it('refuses a home that others can change', async () => {
  const place = home();
  mkdirSync(place);
  chmodSync(place, 0o777);
  await expect(found(place)).rejects.toMatchObject({ reason: 'key_exposed' });
});

it.each(['/proc/keyway', '/proc/keyway/deeper', '/etc/passwd/keyway', '/etc/passwd'])(
  'says at once that %s cannot be a home',
  async (place) => {
    await expect(found(place)).rejects.toMatchObject({ reason: 'file_unreadable', message: expect.stringContaining('/') as string });
  },
);

it.each(keyFiles)('names %s when it is damaged', async (name) => {
  const place = home();
  const path = join((await found(place)).paths.fleet, name);
  truncateSync(path, 30);
  await expect(found(place)).rejects.toMatchObject({ reason: 'key_damaged', message: expect.stringContaining(path) as string });
});

it.each(['fleet.json', 'manifest.bin'])('names %s when it is damaged', async (name) => {
  const place = home();
  const path = join((await found(place)).paths.fleet, name);
  writeFileSync(path, '{"format":1}');
  await expect(found(place)).rejects.toMatchObject({ reason: 'state_damaged', message: expect.stringContaining(path) as string });
});

it.each(keyFiles)('does not make a new %s for a fleet that was complete: it would be another fleet', async (name) => {
  const place = home();
  const path = join((await found(place)).paths.fleet, name);
  rmSync(path);
  await expect(found(place)).rejects.toMatchObject({
    reason: 'state_damaged',
    message: expect.stringContaining(`${path} is missing`) as string,
  });
});

it('refuses a manifest that another root key signed', async () => {
  const place = home();
  const [{ paths }, other] = [await found(place), await found(home())];
  writeFileSync(paths.manifest, readFileSync(other.paths.manifest));
  await expect(found(place)).rejects.toMatchObject({ reason: 'fleet_key_mismatch' });
});
