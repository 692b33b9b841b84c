import { decodeId } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { clientIdOf, profileName } from './profile.js';

const ID_CHARS = 52;

/**
 * Whom a command is about: a client id, the id of `@profile` on this machine, or a name as it stands, which the fleet resolves.
 * Throws `address_invalid`, `profile_invalid` or `key_missing`.
 */
export function recipientOf(home: string, to: string): string {
  if (to.startsWith('@')) return clientIdOf(home, profileName(to.slice(1)));
  if (isClientId(to)) return to.toLowerCase();
  if (to.length > 0 && to.length !== ID_CHARS && !/[\s@]/.test(to)) return to;
  throw new WireError(
    'address_invalid',
    `${JSON.stringify(to.slice(0, 80))} is no client id (${ID_CHARS} characters a-z 2-7), no @profile of this machine and no name`,
  );
}

export const isClientId = (text: string): boolean => decodeId(text) !== undefined;
