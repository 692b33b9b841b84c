import { shareName, type Client } from '@keyway/client';
import { encodeId, PrivateIdentity, type Secret } from '@keyway/crypto';
import { createPrivateFile, ensurePrivateFolder, readPrivateFile } from '@keyway/fleet';
import { isWireError, WireError } from '@keyway/wire';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openClient, type OpenOptions } from '../client.js';
import type { Context } from '../context.js';
import { fleetAddressOf } from '../fleet-address.js';
import { named as inFile, openKeySource, unlock } from '../key-source.js';
import { identityFile, prepareProfile, profileFolder } from '../profile.js';
import { ownerName } from '../roster.js';

/** A chat that is attached, as a profile or as another session of it. */
export interface Joined {
  readonly client: Client;
  /** The folder under `clients/`: the profile, or `<profile>/sessions/<n>`. */
  readonly profile: string;
  /** 1, or the number of a further session. */
  readonly session: number;
  /** The name the fleet knows us by. */
  readonly name: string | undefined;
}

const mostSessions = 16;

export interface JoinOptions extends OpenOptions {
  /** A profile without a key gets one. */
  readonly makeKey: boolean;
  /** Hears of the client before anything is asked of the fleet: later it would miss how it attached. */
  readonly opened: (client: Client) => void;
}

/**
 * Attaches the profile; when another process has it, as one more session with a key of its own and, with the consent of the profile's key, its name and a number.
 */
export async function joinFleet(given: Context, options: JoinOptions): Promise<Joined> {
  const context = { ...given, fleet: await fleetAddressOf(given) };
  if (options.makeKey && !existsSync(identityFile(context.home, context.profile))) makeIdentity(context, context.profile, undefined);
  const source = await openKeySource(context, `@${context.profile}`);
  const { identity, passphrase } = await unlock(context, source).finally(() => source.close());
  try {
    const client = await openUnlessTaken(context, { ...options, identity });
    if (client) return await named(client, context.profile, 1, async () => (await client.status()).name);
    return await joinAgain(context, options, identity, passphrase);
  } finally {
    passphrase?.wipe();
  }
}

async function joinAgain(context: Context, options: JoinOptions, owner: PrivateIdentity, passphrase: Secret | undefined): Promise<Joined> {
  for (let session = 2; session <= mostSessions; session += 1) {
    const profile = join(context.profile, 'sessions', String(session));
    const identity = await sessionKey(context, profile, passphrase);
    const client = await openUnlessTaken({ ...context, profile }, { ...options, identity }).catch((thrown: unknown) => {
      throw isWireError(thrown) && thrown.reason === 'unauthorised' ? newKey(thrown) : thrown;
    });
    if (client) return named(client, profile, session, () => sessionName(context, client, owner, session));
  }
  throw new WireError('state_locked', `${context.profile} has ${mostSessions} sessions on this machine already`);
}

const newKey = (cause: WireError): WireError =>
  new WireError('unauthorised', 'a further session has a key of its own: where no new key is let in it needs a token, see --token-file', {
    cause,
  });

async function named(client: Client, profile: string, session: number, name: () => Promise<string | undefined>): Promise<Joined> {
  try {
    return { client, profile, session, name: await name() };
  } catch (thrown) {
    await client.close();
    throw thrown;
  }
}

/** @returns undefined when another process has the folder. */
async function openUnlessTaken(context: Context, options: JoinOptions): Promise<Client | undefined> {
  try {
    const client = await openClient(context, options);
    options.opened(client);
    return client;
  } catch (thrown) {
    if (isWireError(thrown) && thrown.reason === 'state_locked') return undefined;
    throw thrown;
  }
}

/** The key of a session is protected as the one of its profile. */
async function sessionKey(context: Context, profile: string, passphrase: Secret | undefined): Promise<PrivateIdentity> {
  const path = identityFile(context.home, profile);
  ensurePrivateFolder(join(profileFolder(context.home, context.profile), 'sessions'));
  const pem = readPrivateFile(path);
  if (!pem) return makeIdentity(context, profile, passphrase);
  try {
    return await inFile(path, () => PrivateIdentity.fromPem(pem, passphrase));
  } finally {
    pem.fill(0);
  }
}

function makeIdentity({ home }: Context, profile: string, passphrase: Secret | undefined): PrivateIdentity {
  const path = identityFile(home, profile);
  prepareProfile(home, profile);
  const identity = PrivateIdentity.generate('ed25519');
  if (!createPrivateFile(path, identity.toPem(passphrase))) throw new WireError('file_unreadable', `${path} was made meanwhile`);
  return identity;
}

/** `adam-2`: the name of the profile, when it has one, and the first number that is free. */
async function sessionName(context: Context, client: Client, owner: PrivateIdentity, session: number): Promise<string | undefined> {
  const [member] = await client.who([encodeId(owner.public.fingerprint)]);
  const { name: before } = await client.status();
  if (member?.name === undefined) return before;
  if (before !== undefined && ownerName(before) === member.name) return before;
  for (let number = session; number <= mostSessions; number += 1) {
    const name = `${member.name}-${number}`;
    try {
      await client.claimName(name, shareName({ identity: owner, fleet: context.fleet!, client: client.id, name }));
      return name;
    } catch (thrown) {
      if (!isWireError(thrown) || thrown.reason !== 'name_taken') throw thrown;
    }
  }
  return undefined;
}
