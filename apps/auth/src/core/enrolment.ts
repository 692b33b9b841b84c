import { isKeyError, PublicIdentity } from '@keyway/crypto';
import type { ChannelRequest } from '@keyway/wire';

/** Bits of a client's rights, see proto `TicketBody`. */
export const rightToSend = 1;

/** Why a key cannot be enrolled. */
export type EnrolmentFault = 'unauthorised' | 'malformed' | 'weak_key' | 'key_unsupported';

/**
 * The open policy: whoever sends a key that is allowed, and proves next that it is his, becomes a client who may send.
 * That the key is the one of the client id was checked before.
 * @returns the key; `unauthorised` when an unknown client sends none.
 */
export function enrolmentKey(request: ChannelRequest): PublicIdentity | EnrolmentFault {
  if (request.enrolKey.length === 0) return 'unauthorised';
  try {
    return PublicIdentity.fromSpki(request.enrolKey);
  } catch (thrown) {
    if (!isKeyError(thrown)) throw thrown;
    return thrown.reason === 'weak_key' || thrown.reason === 'key_unsupported' ? thrown.reason : 'malformed';
  }
}
