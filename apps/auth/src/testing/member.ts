import type { PrivateIdentity } from '@keyway/crypto';
import {
  decodeAuthorizeAnswer,
  decodeFleetAnswer,
  decodeFleetRpcAnswer,
  decodeServiceAnswer,
  encodeFleetCall,
  encodeFleetRpcCall,
  encodeServiceCall,
  reasonOf,
  type AuthorizeAnswer,
  type FleetAnswer,
} from '@keyway/wire';
import type { RequestInput } from '@keyway/session';
import type { AuthController } from '../edge/auth.controller.js';
import { callOf, requestOf } from './ask.js';
import type { AuthHome } from './auth-home.js';

type Call = Parameters<typeof encodeFleetCall>[0];

/** A client, as the channel-broker and a router bring its calls. */
export class Member {
  readonly id: Uint8Array;

  constructor(
    private readonly home: AuthHome,
    private readonly controller: AuthController,
    readonly identity: PrivateIdentity,
  ) {
    this.id = identity.public.fingerprint;
  }

  /** A new request for a channel; it enrols who is not known. */
  async request(changed: Partial<RequestInput> = {}): Promise<AuthorizeAnswer> {
    const request = requestOf(this.identity, { fleet: this.home.fleet, nowMs: Date.now(), enrol: true, ...changed });
    return decodeAuthorizeAnswer(await this.controller.authorize(callOf(request, Date.now() + 3_600_000)))!;
  }

  /** `granted`, or why not. */
  async asks(changed: Partial<RequestInput> = {}): Promise<string> {
    return reasonOf((await this.request(changed)).code) ?? 'granted';
  }

  /** The answer of keyway.fleet as bytes; or the reason. */
  async raw(call: Call): Promise<Uint8Array | string> {
    const body = encodeFleetRpcCall({ viewer: this.id, rights: 13, call: encodeFleetCall(call) });
    const { code, answer } = decodeFleetRpcAnswer(await this.controller.answerMember(body))!;
    return code === 0 ? answer : reasonOf(code)!;
  }

  async call(call: Call): Promise<FleetAnswer | string> {
    const answer = await this.raw(call);
    return typeof answer === 'string' ? answer : decodeFleetAnswer(answer)!;
  }

  /** The names of those it sees, '-' for who has none, '' for nobody. */
  async sees(call: Call): Promise<readonly string[]> {
    const { members } = (await this.call(call)) as FleetAnswer;
    return members.map(({ id, name }) => (id.length === 0 ? '' : name || '-'));
  }

  /** `done`, or why not. */
  async claim(name: string, owner?: Uint8Array, consent?: Uint8Array): Promise<string> {
    const answer = await this.call({ kind: 'claim', value: { name, ...(owner && consent ? { owner, consent } : {}) } });
    return typeof answer === 'string' ? answer : 'done';
  }

  async hide(hidden: boolean, shownTo: readonly Uint8Array[] = []): Promise<void> {
    await this.call({ kind: 'visibility', value: { hidden, shownTo } });
  }

  async serves(service: string): Promise<string> {
    const body = encodeServiceCall({ service, clientId: this.id, rights: 13 });
    return reasonOf(decodeServiceAnswer(await this.controller.judgeService(body))!.code) ?? 'yes';
  }
}
