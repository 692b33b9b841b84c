import { Command } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { meetFleet, sha256Text } from '../../first-contact.js';
import { isFleetName } from '../../known-fleets.js';
import { timeout, usageError, type TimeoutOption } from '../../options.js';

interface TrustOptions extends TimeoutOption {
  readonly fingerprint?: string;
  readonly name?: string;
}

export const fleetTrustCommand = (act: Act): Command =>
  new Command('trust')
    .description('show the fingerprint of a fleet, ask whether it is the right one, and remember it')
    .argument('<host:port>', 'where its channel-broker answers')
    .option('--fingerprint <fingerprint>', 'what the operator of the fleet says it is: compares instead of asking')
    .option('--name <name>', 'a name for it, to be used as --fleet <name>')
    .addOption(timeout('5s'))
    .action(act(trust));

async function trust(context: Context, options: TrustOptions, place: string): Promise<void> {
  const { terminal } = context;
  const { fingerprint, name, timeout: timeoutMs } = options;
  if (name !== undefined && !isFleetName(name))
    throw usageError(`--name is a-z 0-9 . _ -, 32 characters at most, not ${JSON.stringify(name.slice(0, 80))}`);
  const { known, address, before } = await meetFleet(context, place, { fingerprint, name, timeoutMs });
  const sha256 = sha256Text(known.fingerprint);
  terminal.data({ ...known, sha256, address, before });
  terminal.say(`${(before ? 'known already' : 'trusted').padEnd(15)}${address}`);
  terminal.say(`fingerprint    ${sha256}`);
  terminal.say(`use it with    --fleet ${known.name ?? known.place}`);
}
