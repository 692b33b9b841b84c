import { encodeId, isKeyError, PrivateIdentity, PublicIdentity, type Secret } from '@keyway/crypto';
import { ensureHome, ensurePrivateFolder, quoted, readPrivateFile } from '@keyway/fleet';
import { WireError } from '@keyway/wire';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from './context.js';
import { askPassphrase, readPassphraseFile } from './passphrase.js';

const shape = /^[a-z0-9._-]{1,32}$/;

/** @returns the name. Throws `profile_invalid`; a name never leaves its folder. */
export function profileName(text: string): string {
  if (!shape.test(text) || /^\.+$/.test(text)) throw new WireError('profile_invalid', JSON.stringify(text.slice(0, 80)));
  return text;
}

export const profilesFolder = (home: string): string => join(home, 'clients');
export const profileFolder = (home: string, profile: string): string => join(profilesFolder(home), profile);
export const identityFile = (home: string, profile: string): string => join(profileFolder(home, profile), 'identity.pem');

/** Where a profile keeps what it knows about one fleet. */
export const stateFolder = (home: string, profile: string, fingerprint: string): string =>
  join(profileFolder(home, profile), 'state', fingerprint);

/** Makes the folders of a profile with mode 0700, or checks them. */
export function prepareProfile(home: string, profile: string): void {
  ensureHome(home);
  ensurePrivateFolder(profilesFolder(home));
  ensurePrivateFolder(profileFolder(home, profile));
}

/** The identity of the profile; asks for its passphrase where one is needed and a terminal is there. */
export async function openIdentity({ home, profile, passphraseFile, terminal }: Context): Promise<PrivateIdentity> {
  const path = identityFile(home, profile);
  const pem = readPrivateFile(path);
  if (!pem) throw noIdentity(home, profile);
  const given = passphraseFile === undefined ? undefined : readPassphraseFile(passphraseFile);
  try {
    return parse(path, pem, given);
  } catch (thrown) {
    if ((thrown as { reason?: string }).reason !== 'passphrase_required' || !terminal.interactive) throw thrown;
    const asked = await askPassphrase(terminal, `Passphrase of ${profile}: `);
    try {
      return parse(path, pem, asked);
    } finally {
      asked.wipe();
    }
  } finally {
    given?.wipe();
    pem.fill(0);
  }
}

/** The client id of a profile on this machine: from the public half in its file, so that no passphrase is needed. */
export function clientIdOf(home: string, profile: string): string {
  const path = identityFile(home, profile);
  const pem = readPrivateFile(path);
  if (!pem) throw noIdentity(home, profile);
  try {
    const block = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(new TextDecoder('latin1').decode(pem));
    if (!block) return encodeId(parse(path, pem, undefined).public.fingerprint);
    return encodeId(PublicIdentity.fromSpki(Buffer.from(block[1]!, 'base64')).fingerprint);
  } catch (thrown) {
    throw isKeyError(thrown) ? new WireError(thrown.reason, path, { cause: thrown }) : thrown;
  } finally {
    pem.fill(0);
  }
}

function parse(path: string, pem: Uint8Array, passphrase: Secret | undefined): PrivateIdentity {
  try {
    return PrivateIdentity.fromPem(pem, passphrase);
  } catch (thrown) {
    throw isKeyError(thrown) ? new WireError(thrown.reason, path, { cause: thrown }) : thrown;
  }
}

/** The profiles of this machine that have a key, in order. */
export function profileNames(home: string): readonly string[] {
  const folders = existsSync(profilesFolder(home)) ? readdirSync(profilesFolder(home)) : [];
  return folders.filter((name) => shape.test(name) && existsSync(identityFile(home, name))).sort();
}

function noIdentity(home: string, profile: string): WireError {
  const known = profileNames(home);
  const list = known.length > 0 ? ` Profiles here: ${known.join(', ')}` : '';
  return new WireError(
    'key_missing',
    `there is no profile ${quoted(profile)} in ${home}. Type: npx --no keyway keygen --as ${quoted(profile)}.${list}`,
  );
}
