import type { AdminHealth, FleetStatus } from '@keyway/client';
import { durationText } from '../amounts.js';
import type { Context } from '../context.js';
import { faultOf } from '../fault.js';
import { withOperator, type OperatorOptions } from '../operator.js';
import { fail, ok, warn, type Check } from './check.js';
import { spaceOf } from './home.js';
import { manifestLife } from './services.js';

/** Requests are refused beyond 120 s: a clock that is a quarter of it off wants care. */
const CLOCK_WARN_MS = 30_000;
const CLOCK_FAIL_MS = 120_000;

/** What the fleet says of itself, asked for as an operator. */
export async function checkFleet(context: Context, options: OperatorOptions): Promise<readonly Check[]> {
  try {
    return await withOperator(context, options, async ({ client, admin }) => {
      const before = Date.now();
      const status = await client.status();
      const offMs = status.time.getTime() - (before + Date.now()) / 2;
      const health = await admin.health().catch((thrown: unknown) => faultOf(thrown));
      return [
        ok('round trip', `channel, session and an answer of router ${status.router}`),
        clock(offMs),
        versions(status, health),
        ...authChecks(health),
      ];
    });
  } catch (thrown) {
    const { reason, message } = faultOf(thrown);
    if (reason === 'aborted') throw thrown;
    return [fail('round trip', message, `see ${reason} in docs/cli.md`)];
  }
}

export function clock(offMs: number): Check {
  const found = `${durationText(Math.abs(offMs))} ${offMs < 0 ? 'ahead of' : 'behind'} that of the fleet`;
  const todo = 'set the clock of this machine or of the fleet, best by NTP';
  if (Math.abs(offMs) >= CLOCK_FAIL_MS) return fail('clock', found, todo);
  return Math.abs(offMs) >= CLOCK_WARN_MS ? warn('clock', found, todo) : ok('clock', found);
}

type Health = AdminHealth | ReturnType<typeof faultOf>;

function versions(status: FleetStatus, health: Health): Check {
  const auth = 'version' in health ? health.version : undefined;
  const found = `router ${status.version}${auth === undefined ? '' : `, auth ${auth}`}, manifest ${status.manifestVersion}`;
  if (auth !== undefined && auth !== status.version)
    return warn('versions', found, 'run the same version everywhere: restart what is older');
  return ok('versions', found);
}

function authChecks(health: Health): readonly Check[] {
  if ('reason' in health) return [fail('auth', health.message, 'only operators are told: pass --key or --as of one')];
  const { clients, channels, auditSeq, diskFreeBytes, manifestVersion, manifestExpires } = health;
  return [
    ok('registry', `${clients} clients, ${channels} channels, ${auditSeq} entries in the audit log`),
    spaceOf('disk of auth', diskFreeBytes, 'its data folder'),
    manifestLife('manifest of auth', manifestVersion, manifestExpires.getTime() - Date.now()),
  ];
}
