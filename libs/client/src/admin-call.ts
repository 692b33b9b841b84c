import type { PrivateIdentity } from '@keyway/crypto';
import { randomBytes, wipe, X25519Key } from '@keyway/crypto';
import { adminCallHash, openAdminAnswer, sealAdminCall, servicesOf } from '@keyway/session';
import type { AdminAnswer, AdminCalls, SparseOneOf } from '@keyway/wire';
import { decodeAdminAnswer, encodeAdminCall, reasonOf, WireError } from '@keyway/wire';
import type { Asking } from './asking.js';
import type { Standing } from './channel.js';

/**
 * Has auth do one thing: signed by the operator, sealed to auth's key of the verified manifest. Rejects with a WireError: what auth or
 * the router says, `malformed` for an answer that auth did not make to this very call, and `unavailable` when the link was lost meanwhile:
 * then it may have been carried out.
 */
export async function callAuth(
  asking: Pick<Asking, 'ask'>,
  standing: Standing,
  identity: PrivateIdentity,
  what: SparseOneOf<AdminCalls>,
): Promise<AdminAnswer> {
  const auth = standing.manifest && servicesOf(standing.manifest.manifest, 'auth')[0];
  if (auth === undefined) throw new WireError('unavailable', 'the manifest of the fleet names no auth to be asked');
  const answerKey = randomBytes(32);
  const call = encodeAdminCall(what);
  try {
    const sealed = sealAdminCall({
      ...{ fleet: standing.address.fingerprint, auth, identity, call, answerKey },
      ...{ timeMs: standing.wallMs(), nonce: randomBytes(16), ephemeral: X25519Key.generate() },
    });
    const { body } = await asking.ask('keyway.admin', sealed, { once: true }); // auth takes a sealed call once
    const opened = openAdminAnswer(answerKey, adminCallHash(sealed), body);
    const answer = opened && decodeAdminAnswer(opened);
    if (answer === undefined) throw new WireError('malformed', 'the answer was not made by auth for this call');
    if (answer.code !== 0) throw new WireError(reasonOf(answer.code) ?? 'internal', answer.detail === '' ? undefined : answer.detail);
    return answer;
  } finally {
    wipe(answerKey);
  }
}
