import { FileStore, parseFleetAddress, type Client, type FleetAdmin } from '@keyway/client';
import { encodeId, type PrivateIdentity } from '@keyway/crypto';
import { ensureHome, fleetPaths } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { attach, openClient } from './client.js';
import type { Context } from './context.js';
import { fleetAddressOf } from './fleet-address.js';
import { openKeySource, unlock } from './key-source.js';
import type { TimeoutOption } from './options.js';
import { openIdentity } from './profile.js';
import { isClientId, recipientOf } from './recipient.js';

const LOCK_MS = 100;

export interface OperatorOptions extends TimeoutOption {
  readonly key?: string;
}

export interface Operator {
  readonly admin: FleetAdmin;
  readonly client: Client;
}

/** Attaches as an operator and runs `work`. Calls are signed by its key and sealed to auth. */
export async function withOperator<T>(context: Context, options: OperatorOptions, work: (operator: Operator) => Promise<T>): Promise<T> {
  const { client, identity } = await open(context, options);
  try {
    return await work({ client, admin: client.admin(identity) });
  } finally {
    await client.close();
  }
}

/** A client id from what was typed: an id, @profile, or a name, which operators find whatever else hides it. */
export async function clientOf({ home }: Context, { admin }: Operator, which: string): Promise<string> {
  const id = recipientOf(home, which);
  if (isClientId(id)) return id;
  const wanted = id.normalize('NFC').toLowerCase();
  for await (const entry of admin.clients({ name: wanted })) if (entry.name === wanted) return entry.id;
  throw new WireError('recipient_unknown', `nobody has the name ${JSON.stringify(which)}`);
}

async function open(
  context: Context,
  { key, timeout: timeoutMs }: OperatorOptions,
): Promise<{ client: Client; identity: PrivateIdentity }> {
  if (key === undefined && context.profileGiven) {
    const identity = await openIdentity(context);
    return { identity, client: await openClient(context, { timeoutMs, identity }) };
  }
  const fleet = await fleetAddressOf(context);
  const identity = await operatorKey(context, key);
  ensureHome(context.home);
  const folder = join(context.home, 'operators', encodeId(identity.public.fingerprint), encodeId(parseFleetAddress(fleet).fingerprint));
  const client = await inTurn(timeoutMs, context.signal, () =>
    attach(context, { fleet, identity, store: new FileStore(folder), timeoutMs }),
  );
  return { client, identity };
}

/**
 * A second session of one key ends the first, so the commands of an operator wait for each other: for the lock of its state folder,
 * as long as they would wait for the fleet.
 */
async function inTurn<T>(timeoutMs = 0, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      if (WireError.from(thrown).reason !== 'state_locked' || performance.now() > until) throw thrown;
      await wait(LOCK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function operatorKey(context: Context, key: string | undefined): Promise<PrivateIdentity> {
  const path = key ?? fleetPaths(context.home).operatorKey;
  if (key === undefined && !existsSync(path)) {
    throw new WireError(
      'key_missing',
      `there is no fleet in ${context.home}, so no operator key: pass --key <file>, or --as <profile> of an operator`,
    );
  }
  const source = await openKeySource(context, path);
  try {
    const { identity, passphrase } = await unlock(context, source);
    passphrase?.wipe();
    return identity;
  } finally {
    source.close();
  }
}
