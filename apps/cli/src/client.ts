import { connect, FileStore, parseFleetAddress, type Client, type ClientEvents } from '@keyway/client';
import { encodeId } from '@keyway/crypto';
import type { Context } from './context.js';
import { fleetAddressOf } from './fleet-address.js';
import { openIdentity, stateFolder } from './profile.js';

export interface OpenOptions {
  readonly timeoutMs?: number | undefined;
  readonly edge?: 'tcp' | 'zmq' | undefined;
}

/** The client of the profile, attached to its fleet. Its state folder keeps a second process of the same profile away. */
export async function openClient(context: Context, { timeoutMs, edge }: OpenOptions = {}): Promise<Client> {
  const fleet = fleetAddressOf(context);
  const { fingerprint } = parseFleetAddress(fleet); // before anybody types a passphrase
  const identity = await openIdentity(context);
  const store = new FileStore(stateFolder(context.home, context.profile, encodeId(fingerprint)));
  return connect({ fleet, identity, store, edge, timeoutMs, signal: context.signal });
}

/** Runs `work` with an attached client and closes it whatever happens. */
export async function withClient<T>(context: Context, options: OpenOptions, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openClient(context, options);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** The next event of a kind; what happened before anybody could listen is told as well. */
export const nextEvent = <N extends keyof ClientEvents>(client: Client, name: N): Promise<ClientEvents[N]> =>
  new Promise((resolve) => {
    const off = client.on(name, (event) => {
      off();
      resolve(event as ClientEvents[N]);
    });
  });
