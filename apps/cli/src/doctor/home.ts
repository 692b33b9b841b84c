import { inspectFleet, quoted } from '@keyway/fleet';
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesText } from '../amounts.js';
import { faultOf } from '../fault.js';
import { knownFleetsFile, readKnownFleets } from '../known-fleets.js';
import { identityFile, profileNames } from '../profile.js';
import { fail, ok, warn, type Check } from './check.js';

const LITTLE_BYTES = 1e9;
const TOO_LITTLE_BYTES = 1e8;
const NODE = 24;

/** What this machine alone can tell. */
export function checkHome(home: string): readonly Check[] {
  return [nodeVersion(), diskSpace(home), ...permissions(home), ...files(home)];
}

function nodeVersion(): Check {
  const { node } = process.versions;
  const good = Number(node.split('.')[0]) >= NODE;
  return good ? ok('node', node) : fail('node', node, `install Node ${NODE} or newer`);
}

function diskSpace(home: string): Check {
  if (!existsSync(home)) return ok('disk', 'the home does not exist yet');
  const { bavail, bsize } = statfsSync(home);
  return spaceOf('disk', bavail * bsize, home);
}

/** @param what - of which disk. */
export function spaceOf(what: string, free: number, where: string): Check {
  const found = `${bytesText(free)} free in ${where}`;
  if (free < TOO_LITTLE_BYTES) return fail(what, found, 'make room: mailboxes and the registry stop taking anything when it is full');
  return free < LITTLE_BYTES ? warn(what, found, 'make room before mailboxes stop taking messages') : ok(what, found);
}

/** Every file of the fleet and every identity has to be for its owner alone. */
function permissions(home: string): readonly Check[] {
  const exposed = [
    ...filesBelow(join(home, 'fleet')),
    ...profileNames(home).map((name) => identityFile(home, name)),
    knownFleetsFile(home),
  ].filter((path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0);
  if (exposed.length === 0) return [ok('permissions', 'nobody else can read the keys and the state')];
  return exposed.map((path) => fail('permissions', `others can get at ${path}`, `chmod go= ${quoted(path)}`));
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { withFileTypes: true, recursive: true });
  return [folder, ...below.filter((entry) => entry.isFile() || entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}

/** Files that are read at every start. */
function files(home: string): readonly Check[] {
  return [
    read('fleet', () => (inspectFleet(home) ? 'founded in this home' : 'none in this home')),
    read('known fleets', () => `${readKnownFleets(home).length} in ${knownFleetsFile(home)}`),
  ];
}

function read(what: string, look: () => string): Check {
  try {
    return ok(what, look());
  } catch (thrown) {
    const { message, reason } = faultOf(thrown);
    return fail(what, message, `put it right (${reason})`);
  }
}
