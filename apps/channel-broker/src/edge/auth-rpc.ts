import type { RpcClient } from '@keyway/service-kit';
import { decodeAuthorizeAnswer, WireError, type AuthorizeAnswer, type ErrorReason } from '@keyway/wire';

/** A client waits no longer for auth while it is away; then it hears `unavailable` and comes back. */
const authorizeMs = 2_000;

/** Asks auth about one request. */
export class AuthRpc {
  constructor(private readonly rpc: Pick<RpcClient, 'call'>) {}

  /** Never rejects: a call that failed gives its reason. */
  async authorize(body: Uint8Array): Promise<AuthorizeAnswer | ErrorReason> {
    try {
      return decodeAuthorizeAnswer(await this.rpc.call('auth.authorize', body, authorizeMs)) ?? 'internal';
    } catch (thrown) {
      return WireError.from(thrown).reason;
    }
  }
}
