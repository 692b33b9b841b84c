import { fetchFingerprint, parseFleetAddress, type FirstContact } from '@keyway/client';
import { encodeId } from '@keyway/crypto';
import { inspectFleet } from '@keyway/fleet';
import { Command } from 'commander';
import type { Act } from '../../act.js';
import { durationText } from '../../amounts.js';
import type { Context } from '../../context.js';
import { fleetAddressOf } from '../../fleet-address.js';
import { mismatch, sha256Text } from '../../first-contact.js';
import { findKnownFleet, placeOf, type KnownFleet } from '../../known-fleets.js';
import { timeout, type TimeoutOption } from '../../options.js';

export const fleetShowCommand = (act: Act): Command =>
  new Command('show')
    .description('address, fingerprint, manifest and services of a fleet, as it shows them itself')
    .argument('[host:port]', 'where it answers, or the name of a known fleet; the fleet of this home unless given')
    .addOption(timeout('5s'))
    .action(act(show));

/** Whom the answer is compared with. */
interface Expected {
  readonly fingerprint: string;
  readonly text: string;
  readonly known?: KnownFleet;
}

async function show(context: Context, { timeout: timeoutMs }: TimeoutOption, which?: string): Promise<void> {
  const { terminal, home, signal } = context;
  const { place, expected } = which === undefined ? await ownFleet(context) : foreignFleet(home, which);
  const contact = await fetchFingerprint(place, { signal, timeoutMs });
  if (expected && expected.fingerprint !== contact.fingerprint) {
    const known = expected.known ?? { place, fingerprint: expected.fingerprint, since: 'its address', name: undefined };
    throw mismatch(terminal, known, contact.fingerprint);
  }
  tell(context, contact, expected);
  if (which === undefined && inspectFleet(home) && context.fleet === undefined) next(context, contact, place);
}

async function ownFleet(context: Context): Promise<{ place: string; expected: Expected }> {
  const local = context.fleet === undefined && inspectFleet(context.home);
  const { host, port, fingerprint } = parseFleetAddress(await fleetAddressOf(context));
  const place = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  const known = findKnownFleet(context.home, place);
  const text = local ? 'the fleet of this home' : known ? `known since ${known.since}` : 'the fingerprint in its address';
  return { place, expected: { fingerprint: encodeId(fingerprint), text } };
}

function foreignFleet(home: string, which: string): { place: string; expected: Expected | undefined } {
  const known = findKnownFleet(home, which);
  if (!known) return { place: placeOf(which), expected: undefined };
  return { place: known.place, expected: { fingerprint: known.fingerprint, text: `known since ${known.since}`, known } };
}

function tell({ terminal }: Context, { address, fingerprint, manifest }: FirstContact, expected: Expected | undefined): void {
  const services = manifest.services.map(({ role, keyId, endpoints }) => ({ role, key: encodeId(keyId), endpoints }));
  const { version, expiresMs } = manifest;
  const sha256 = sha256Text(fingerprint);
  terminal.data({
    ...{ address, fingerprint, sha256, confirmed: expected !== undefined },
    ...{ manifest: { version, expires: new Date(expiresMs) }, services },
  });
  const name = (text: string): string => terminal.paint('dim', text.padEnd(15));
  terminal.say(`${name('address')}${terminal.paint('bold', address)}`);
  terminal.say(`${name('fingerprint')}${fingerprint}`);
  terminal.say(`${name('')}${sha256}`);
  terminal.say(`${name('trust')}${expected ? terminal.paint('green', `● ${expected.text}`) : terminal.paint('yellow', '○ not confirmed')}`);
  terminal.say(`${name('manifest')}version ${version}, valid for ${durationText(expiresMs - Date.now())}`);
  for (const { role, key, endpoints } of services)
    terminal.say(`${name(role)}${key}${endpoints.map((endpoint) => `  ${endpoint}`).join('')}`);
}

/** A fleet of a home listens on 127.0.0.1, and its manifest says so: others come through a tunnel with the same ports at both ends. */
function next({ terminal, homeOption }: Context, { fingerprint, manifest }: FirstContact, place: string): void {
  const ports = manifest.services.flatMap(({ endpoints }) => endpoints.flatMap((each) => /^tcp:.*:(\d+)$/.exec(each)?.[1] ?? []));
  terminal.say();
  terminal.say('It listens on 127.0.0.1 only. On other machines, where host stands for the name of this one:');
  terminal.say(`  ssh -N ${ports.map((port) => `-L ${port}:127.0.0.1:${port}`).join(' ')} <host>`);
  terminal.say(`  npx --no keyway fleet trust ${place} --fingerprint ${fingerprint}`);
  terminal.say('Here:');
  terminal.say(`  npx --no keyway admin policy${homeOption}`);
  terminal.say(`  npx --no keyway admin token create${homeOption}`);
}
