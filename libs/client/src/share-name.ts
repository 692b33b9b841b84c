import { encodeId, type PrivateIdentity } from '@keyway/crypto';
import { signNameShare } from '@keyway/session';
import { parseFleetAddress, parseRecipient } from './address.js';
import type { NameShare } from './fleet-calls.js';

export interface NameShareOptions {
  /** The owner of the name. */
  readonly identity: PrivateIdentity;
  /** keyway://<fingerprint>@host:port */
  readonly fleet: string;
  /** The client id of who is to have the name. */
  readonly client: string;
  /** The owner's name with "-" and a number behind it, whole: adam-2. */
  readonly name: string;
}

/** What lets another client of the same person claim `name`: hand it over, and give it to `claimName` there. It is no secret. */
export const shareName = ({ identity, fleet, client, name }: NameShareOptions): NameShare => ({
  owner: encodeId(identity.public.fingerprint),
  consent: signNameShare(identity, parseFleetAddress(fleet).fingerprint, parseRecipient(client).id, name),
});
