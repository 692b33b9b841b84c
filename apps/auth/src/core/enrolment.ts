import { isKeyError, PublicIdentity } from '@keyway/crypto';
import type { Terms } from '@keyway/registry';
import { tokenProofFits } from '@keyway/session';
import type { ChannelRequest } from '@keyway/wire';
import { memberRights } from './rights.js';

/** Why a key cannot be enrolled. */
export type EnrolmentFault = 'unauthorised' | 'malformed' | 'weak_key' | 'key_unsupported';

/**
 * The key that an unknown client wants to be known by. That it is the one of the client id was checked before; that it is his is proved next.
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

/** Why somebody who proved its key is not enrolled. All of them hear the same; our counters tell them apart. */
export type NotEnrolled = 'closed' | 'token_unknown' | 'token_unproven' | 'token_revoked' | 'token_expired' | 'token_spent';

/**
 * Whether a client that proved its key is enrolled, and with which rights. A token decides where one is shown, else the policy does.
 * A wrong token costs what a right one costs.
 * @param tokenKey - of the token that the request names, or any 32 bytes when there is no such token.
 */
export function enrolmentTerms(
  request: ChannelRequest,
  { policy, token }: Terms,
  tokenKey: Uint8Array,
  now: number,
): { readonly rights: number } | NotEnrolled {
  const fits = tokenProofFits(request, tokenKey);
  if (request.enrolment.length === 0) return policy.enrolment === 'open' ? { rights: memberRights } : 'closed';
  if (!token) return 'token_unknown';
  if (!fits) return 'token_unproven';
  if (token.revoked) return 'token_revoked';
  if (token.expiresMs <= now) return 'token_expired';
  return token.used < token.uses ? { rights: token.rights } : 'token_spent';
}
