import { Command } from 'commander';
import { WireError } from '@keyway/wire';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { forgetFleet, knownFleetsFile } from '../../known-fleets.js';

export const fleetForgetCommand = (act: Act): Command =>
  new Command('forget')
    .description('trust a fleet no longer; the next contact has to be confirmed again')
    .argument('<fleet>', 'its name or host:port')
    .action(act(forget));

function forget({ terminal, home }: Context, _: object, which: string): Promise<void> {
  const fleet = forgetFleet(home, which);
  if (!fleet) throw new WireError('address_invalid', `${JSON.stringify(which.slice(0, 80))} is not in ${knownFleetsFile(home)}`);
  terminal.data({ ...fleet, forgotten: true });
  terminal.say(`forgotten  ${fleet.place} ${fleet.fingerprint}`);
  return Promise.resolve();
}
