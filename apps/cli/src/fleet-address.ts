import { inspectFleet } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import type { Context } from './context.js';

/** The fleet to talk to: what was given, else the fleet that lives in this home. Throws `fleet_unpinned` when there is neither. */
export function fleetAddressOf({ fleet, home }: Context): string {
  const address = fleet ?? inspectFleet(home)?.address;
  if (address !== undefined) return address;
  throw new WireError('fleet_unpinned', `there is no fleet in ${home} either. Start one with \`npm start\`, or set KEYWAY_FLEET_ADDRESS`);
}
