import { inspectFleet } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import type { Context } from './context.js';
import { meetFleet } from './first-contact.js';
import { addressOf, findKnownFleet } from './known-fleets.js';

/**
 * The whole address of the fleet to talk to: what was given, in full or as the name or `host:port` of a known fleet, else the fleet
 * that lives in this home. At a terminal an unknown `host:port` shows its fingerprint and is asked about. Throws `fleet_unpinned`,
 * `address_invalid`, `untrusted`, `fleet_key_mismatch`.
 */
export async function fleetAddressOf(context: Context): Promise<string> {
  const { home } = context;
  const given = context.fleet ?? inspectFleet(home)?.address;
  if (given === undefined) {
    throw new WireError('fleet_unpinned', `there is no fleet in ${home} either. Start one with \`npm start\`, or set KEYWAY_FLEET_ADDRESS`);
  }
  if (given.includes('@') || given.startsWith('keyway://')) return given;
  const known = findKnownFleet(home, given);
  if (known) return addressOf(known);
  if (given.includes(':')) return (await meetFleet(context, given)).address;
  throw new WireError(
    'address_invalid',
    `${JSON.stringify(given.slice(0, 80))} is the name of no fleet known here: \`keyway fleet list\` shows them`,
  );
}
