import { connect, FileStore, parseFleetAddress, type Client, type ClientEvents, type ConnectOptions } from '@keyway/client';
import { encodeId, type PrivateIdentity } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import type { Context } from './context.js';
import { explainRefusal } from './first-contact.js';
import { fleetAddressOf } from './fleet-address.js';
import { openIdentity, stateFolder } from './profile.js';

export interface OpenOptions {
  readonly timeoutMs?: number | undefined;
  readonly edge?: 'tcp' | 'zmq' | undefined;
  /** Lets a new key into a fleet that is closed. */
  readonly token?: string | undefined;
  /** Of the profile, when it is open already. */
  readonly identity?: PrivateIdentity | undefined;
}

/** The client of the profile, attached to its fleet. Its state folder keeps a second process of the same profile away. */
export async function openClient(context: Context, { timeoutMs, edge, token, identity: opened }: OpenOptions = {}): Promise<Client> {
  const fleet = await fleetAddressOf(context);
  const { fingerprint } = parseFleetAddress(fleet); // before anybody types a passphrase
  const identity = opened ?? (await openIdentity(context));
  const store = new FileStore(stateFolder(context.home, context.profile, encodeId(fingerprint)));
  return attach(context, { fleet, identity, store, edge, token, timeoutMs });
}

/** `connect`, until the command is interrupted; a known fleet that is somebody else now is told loudly. */
export async function attach(context: Context, options: ConnectOptions): Promise<Client> {
  try {
    return await connect({ ...options, signal: context.signal });
  } catch (thrown) {
    throw await explainRefusal(context, options.fleet, WireError.from(thrown));
  }
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
