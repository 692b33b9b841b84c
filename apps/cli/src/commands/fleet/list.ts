import { Command } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { sha256Text } from '../../first-contact.js';
import { addressOf, knownFleetsFile, readKnownFleets } from '../../known-fleets.js';

export const fleetListCommand = (act: Act): Command => new Command('list').description('the fleets this home trusts').action(act(list));

function list({ terminal, home }: Context): Promise<void> {
  const fleets = readKnownFleets(home);
  if (fleets.length === 0) terminal.note(`none in ${knownFleetsFile(home)}; the fleet that lives in a home needs no line there`);
  for (const fleet of fleets) {
    terminal.data({ ...fleet, sha256: sha256Text(fleet.fingerprint), address: addressOf(fleet) });
    terminal.say(`${(fleet.name ?? '-').padEnd(12)} ${fleet.place.padEnd(22)} ${fleet.fingerprint}  since ${fleet.since}`);
  }
  return Promise.resolve();
}
