import { PrivateIdentity, type PublicIdentity } from '@keyway/crypto';
import { createPrivateFile } from '@keyway/fleet';
import { identityFile, prepareProfile } from '../profile.js';

/** A profile with an Ed25519 key, as `keyway keygen` makes it, without the time of a process. */
export function aProfile(home: string, name = 'default'): PublicIdentity {
  const identity = PrivateIdentity.generate('ed25519');
  prepareProfile(home, name);
  createPrivateFile(identityFile(home, name), identity.toPem());
  return identity.public;
}
