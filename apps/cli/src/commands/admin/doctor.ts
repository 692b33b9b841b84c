import { inspectFleet } from '@keyway/fleet';
import { Command } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { worst, type Check } from '../../doctor/check.js';
import { checkFleet } from '../../doctor/fleet.js';
import { checkHome } from '../../doctor/home.js';
import { checkServices } from '../../doctor/services.js';
import { exitCodes } from '../../exit-codes.js';
import { type OperatorOptions } from '../../operator.js';

const colours = { ok: 'green', warn: 'yellow', fail: 'red' } as const;
const codes = { ok: exitCodes.ok, warn: exitCodes.attention, fail: exitCodes.unavailable } as const;

export const doctorCommand = (act: Act): Command =>
  new Command('doctor')
    .description('look at everything that can be wrong, and say what to do; 0: all is well, 9: something wants care, 5: something fails')
    .action(act(doctor));

async function doctor(context: Context, options: OperatorOptions): Promise<number> {
  const { terminal, home } = context;
  const checks: Check[] = [];
  const tell = (more: readonly Check[]): void => {
    for (const { what, state, found, todo } of more) {
      checks.push({ what, state, found, todo });
      terminal.data({ what, state, found, todo });
      terminal.say(`${terminal.paint(colours[state], state.padEnd(4))}  ${what.padEnd(18)} ${found}`);
      if (todo !== undefined) terminal.say(`      ${''.padEnd(18)} → ${todo}`);
    }
  };
  tell(checkHome(home));
  const isLocal = context.fleet === undefined && readable(home);
  if (isLocal) tell(await checkServices(home));
  tell(await checkFleet(context, options));
  return codes[worst(checks)];
}

/** A home whose files are damaged was told of already. */
function readable(home: string): boolean {
  try {
    return inspectFleet(home) !== undefined;
  } catch {
    return false;
  }
}
