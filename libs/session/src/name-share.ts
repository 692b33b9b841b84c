import type { PrivateIdentity, PublicIdentity } from '@keyway/crypto';
import { signedBytes } from '@keyway/crypto';
import { concat, vector } from './transcript.js';

/**
 * The consent of a name's owner that another client of the same person takes this name and a number: `adam-2` beside `adam`. It serves
 * one client id and one name, at one fleet, as often as it is shown.
 * @param clientId - 32 bytes: who is to have the name.
 * @param name - the new name, whole, such as `adam-2`.
 */
export const signNameShare = (owner: PrivateIdentity, fleet: Uint8Array, clientId: Uint8Array, name: string): Uint8Array =>
  owner.sign(nameShareTranscript(fleet, clientId, name));

/** @param name - of any length and from anybody. */
export const verifyNameShare = (
  owner: PublicIdentity,
  fleet: Uint8Array,
  clientId: Uint8Array,
  name: string,
  consent: Uint8Array,
): boolean => name.length <= longestName && owner.verify(nameShareTranscript(fleet, clientId, name), consent);

/** The signed bytes of a consent. */
export const nameShareTranscript = (fleet: Uint8Array, clientId: Uint8Array, name: string): Uint8Array =>
  signedBytes('name-share', concat(fleet, clientId, vector(new TextEncoder().encode(name))));

/** Characters; three bytes of UTF-8 each would still fit the length in front of them. */
const longestName = 1_024;
