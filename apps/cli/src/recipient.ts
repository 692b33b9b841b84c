import { decodeId } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { clientIdOf, profileName } from './profile.js';

/** A client id, or `@name` for a profile on this machine. Throws `address_invalid`, `profile_invalid` or `key_missing`. */
export function recipientOf(home: string, to: string): string {
  if (to.startsWith('@')) return clientIdOf(home, profileName(to.slice(1)));
  if (decodeId(to) !== undefined) return to.toLowerCase();
  throw new WireError(
    'address_invalid',
    `${JSON.stringify(to.slice(0, 80))} is no client id (52 characters a-z 2-7) and no @profile of this machine`,
  );
}
