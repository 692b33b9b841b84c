import { parseFleetAddress } from '@keyway/client';
import { askReady, inspectFleet, serviceNames, type FleetSummary } from '@keyway/fleet';
import { isWireError } from '@keyway/wire';
import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { durationText } from '../amounts.js';
import { nextEvent, withClient } from '../client.js';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { faultOf } from '../fault.js';
import { fleetAddressOf } from '../fleet-address.js';
import { timeout, type TimeoutOption } from '../options.js';
import { oneLine } from '../printable.js';
import { clientIdOf, identityFile } from '../profile.js';
import type { Act } from '../program.js';

export const statusCommand = (act: Act): Command =>
  new Command('status')
    .description('show the fleet of this home, the profile, and whether they reach each other')
    .addOption(timeout())
    .action(act(status));

async function status(context: Context, { timeout: timeoutMs }: TimeoutOption): Promise<number> {
  const { terminal, home, profile } = context;
  const local = inspectFleet(home);
  const services = local && (await servicesOf(local));
  const identity = existsSync(identityFile(home, profile))
    ? { id: clientIdOf(home, profile), file: identityFile(home, profile) }
    : undefined;
  const trip = identity && (await roundTrip(context, timeoutMs));
  const healthy = services?.every(({ ready }) => ready) ?? true;
  terminal.data({
    home,
    fleet: local && { ...local, paths: undefined, running: local.pid !== undefined },
    services,
    profile,
    identity,
    roundTrip: trip,
  });

  const name = (text: string): string => terminal.paint('dim', text.padEnd(15));
  const mark = (good: boolean): string => (good ? terminal.paint('green', '●') : terminal.paint('red', '○'));
  if (local) {
    terminal.say(
      `${name('fleet')}${mark(local.pid !== undefined)} ${local.pid === undefined ? 'not running; `npm start` starts it' : `running, process ${local.pid}`}`,
    );
    terminal.say(`${name('address')}${local.address}`);
    terminal.say(`${name('manifest')}version ${local.manifestVersion}, valid for ${durationText(local.manifestExpiresMs - Date.now())}`);
    for (const [role, endpoints] of Object.entries(local.endpoints)) terminal.say(`${name('endpoints')}${role} ${endpoints.join(' ')}`);
    for (const { service, ready, detail } of services!) terminal.say(`${name(service)}${mark(ready)} ${ready ? 'ready' : oneLine(detail)}`);
  } else {
    terminal.say(`${name('fleet')}none in ${home}`);
  }
  terminal.say(`${name('profile')}${profile} ${identity?.id ?? `has no identity yet; type: npx --no keyway keygen --as ${profile}`}`);
  if (trip) terminal.say(`${name('round trip')}${tripText(trip, mark)}`);
  return healthy && !isFailure(trip) && (local || trip) ? exitCodes.ok : exitCodes.unavailable;
}

/** Another process of the same profile, such as a listener, has the session: that is no fault. */
const isFailure = (trip: Trip | undefined): boolean => trip !== undefined && 'reason' in trip && trip.reason !== 'state_locked';

function tripText(trip: Trip, mark: (good: boolean) => string): string {
  if ('ms' in trip) return `${mark(true)} channel and session in ${trip.ms} ms at ${trip.endpoint}`;
  return isFailure(trip) ? `${mark(false)} ${oneLine(trip.message)}` : `not tried: ${oneLine(trip.message)}`;
}

type Trip = { readonly ms: number; readonly endpoint: string } | { readonly reason: string; readonly message: string };

async function roundTrip(context: Context, timeoutMs: number | undefined): Promise<Trip> {
  try {
    parseFleetAddress(await fleetAddressOf(context));
    return await withClient(context, { timeoutMs }, async (client) => {
      const { ms, endpoint } = await nextEvent(client, 'attached');
      return { ms, endpoint };
    });
  } catch (thrown) {
    if (isWireError(thrown) && thrown.reason === 'aborted') throw thrown;
    const { reason, message } = faultOf(thrown);
    return { reason, message };
  }
}

const servicesOf = (local: FleetSummary): Promise<{ service: string; address: string; ready: boolean; detail: string }[]> =>
  Promise.all(
    serviceNames.map(async (service) => {
      const address = local.health[service];
      const answer = local.pid === undefined ? undefined : await askReady(address); // somebody else may answer there now
      return { service, address, ready: answer?.ready ?? false, detail: answer?.detail ?? 'does not answer' };
    }),
  );
