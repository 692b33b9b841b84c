import { PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import { adminCallHash, openAdminAnswer, sealAdminCall, type AdminCallInput } from '@keyway/session';
import {
  decodeAdminAnswer,
  decodeAdminRpcAnswer,
  encodeAdminCall,
  encodeAdminRpcCall,
  reasonOf,
  type AdminAnswer,
  type ErrorReason,
} from '@keyway/wire';
import type { AuthController } from '../edge/auth.controller.js';
import type { AuthHome } from './auth-home.js';

type Call = Parameters<typeof encodeAdminCall>[0];

/** Who makes admin calls, as the SDK and a router would bring them; anybody's key will do. */
export class Caller {
  constructor(
    private readonly home: AuthHome,
    private readonly controller: Pick<AuthController, 'administer'>,
    readonly identity: PrivateIdentity = home.operator,
  ) {}

  sealed(call: Call | Uint8Array, changed: Partial<AdminCallInput> = {}): Uint8Array {
    const { id, exchange } = this.home.holders.auth;
    return sealAdminCall({
      ...{ fleet: this.home.fleet, auth: { keyId: id, exchangeKey: exchange.publicKey }, identity: this.identity },
      ...{ timeMs: Date.now(), nonce: randomBytes(16), answerKey: this.answerKey },
      ...{ call: call instanceof Uint8Array ? call : encodeAdminCall(call), ephemeral: X25519Key.generate() },
      ...changed,
    });
  }

  /** Of all calls: a test opens any answer with it. */
  get answerKey(): Uint8Array {
    return new Uint8Array(32).fill(9);
  }

  /** @returns the answer; or the reason for which it was not carried out. */
  async bring(sealed: Uint8Array, clientId = this.identity.public.fingerprint): Promise<AdminAnswer | ErrorReason> {
    const body = encodeAdminRpcCall({ clientId, sealed, source: 'tcp:192.0.2.7' });
    const { code, sealed: answer } = decodeAdminRpcAnswer(await this.controller.administer(body))!;
    if (code !== 0) return reasonOf(code)!;
    return decodeAdminAnswer(openAdminAnswer(this.answerKey, adminCallHash(sealed), answer)!)!;
  }

  ask(call: Call | Uint8Array, changed: Partial<AdminCallInput> = {}): Promise<AdminAnswer | ErrorReason> {
    return this.bring(this.sealed(call, changed));
  }

  /** The answer to a call that is carried out. */
  async done(call: Call): Promise<AdminAnswer> {
    const answer = await this.ask(call);
    if (typeof answer === 'string' || answer.code !== 0)
      throw new Error(typeof answer === 'string' ? answer : `${answer.code} ${answer.detail}`);
    return answer;
  }

  /** Why a call is refused, and what is said about it. */
  async refusal(call: Call): Promise<string> {
    const answer = await this.ask(call);
    return typeof answer === 'string' ? answer : `${reasonOf(answer.code) ?? 'done'}: ${answer.detail}`;
  }

  /** [action, detail] of the entries of the log, without those about reading. */
  async log(): Promise<readonly [string, unknown][]> {
    const { audit } = await this.done({ kind: 'listAudit', value: { after: 0, limit: 256 } });
    return audit.filter(({ action }) => action !== 'read').map(({ action, detail }) => [action, JSON.parse(detail)]);
  }
}
