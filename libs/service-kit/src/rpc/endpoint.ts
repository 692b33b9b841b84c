import { chmodSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../config/config-error.js';
import { makeFolder } from '../process/make-folder.js';

/** `sun_path` holds 108 bytes with its end; longer ones are cut or refused, depending on who reads them. */
const MAX_PATH_BYTES = 107;
const IPC = 'ipc://';

/** A variable that holds where a service listens for other services: `ipc:///folder/name` or `tcp://host:port`. */
export const rpcEndpoint = () =>
  z
    .string()
    .refine((text) => /^ipc:\/\/\/.|^tcp:\/\/[^\s/]+:(\d{1,5}|\*)$/.test(text), 'is no endpoint')
    .refine(
      (text) => !text.startsWith(IPC) || Buffer.byteLength(text) - IPC.length <= MAX_PATH_BYTES,
      `path is over ${MAX_PATH_BYTES} bytes`,
    )
    .describe('ipc:///absolute/path (107 bytes at most) or tcp://host:port');

/**
 * Refuses what nobody should listen on or call. tcp needs CURVE, also on the loopback: every user of the machine can reach it.
 * ipc needs a folder that only we can enter. Throws ConfigError.
 */
export function checkEndpoint(endpoint: string, curve: object | undefined): void {
  const parsed = rpcEndpoint().safeParse(endpoint);
  if (!parsed.success) throw fault(parsed.error.issues[0]!.message);
  if (!endpoint.startsWith(IPC) && !curve) throw fault('tcp without CURVE keys: set them, or use ipc');
}

/** Makes the folder of an ipc endpoint when it is missing. Throws ConfigError unless it is ours and closed to others. */
export function preparePrivateFolder(endpoint: string): void {
  if (!endpoint.startsWith(IPC)) return;
  const folder = dirname(endpoint.slice(IPC.length));
  try {
    makeFolder(folder);
  } catch (thrown) {
    throw fault(`${folder} cannot be made (${(thrown as NodeJS.ErrnoException).code})`);
  }
  const { mode, uid } = statSync(folder);
  if ((mode & 0o077) !== 0) throw fault(`others can enter ${folder}: chmod 700 it`);
  if (uid !== process.getuid?.()) throw fault(`${folder} belongs to somebody else`);
}

/** The socket file itself; the folder already keeps strangers out. */
export function closeToOthers(endpoint: string): void {
  if (endpoint.startsWith(IPC)) chmodSync(endpoint.slice(IPC.length), 0o600);
}

/** libzmq removes a socket file before it binds, also one that is in use: ask first whether somebody answers. */
export function isTaken(endpoint: string): Promise<boolean> {
  if (!endpoint.startsWith(IPC)) return Promise.resolve(false); // tcp says so by itself
  return new Promise((resolve) => {
    const probe = connect(endpoint.slice(IPC.length));
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });
}

const fault = (text: string): ConfigError => new ConfigError([{ variable: 'rpc endpoint', reason: 'config_invalid', text }]);
