import { encodeId, type IdentityCache, type X25519Key, wipe } from '@keyway/crypto';
import type { Registry, RegistryUnit } from '@keyway/registry';
import { adminCallHash, freshMs, openAdminCall, sealAdminAnswer, verifyAdminCall, type AdminRecipient } from '@keyway/session';
import {
  codeOf,
  decodeAdminCall,
  decodeAdminRpcCall,
  encodeAdminAnswer,
  encodeAdminRpcAnswer,
  isWireError,
  rightBits,
  WireError,
  type AdminAnswer,
  type AdminCall,
  type AdminRpcCall,
  type ErrorReason,
  type SignedAdminCall,
} from '@keyway/wire';
import { detailOf } from '../../core/detail.js';
import { whyOf } from '../../core/why.js';
import { dummyKey } from '../../core/dummy-keys.js';
import { RefusalLog } from '../../core/refusal-log.js';
import type { AuthCounters } from '../auth-counters.js';
import type { AdminTools, Done } from './act.js';
import { carryOut } from './acts.js';

export interface AdminDeskOptions {
  /** 32 bytes. */
  readonly fleet: Uint8Array;
  /** Undefined: no operator can ask this auth anything. */
  readonly exchangeKey: X25519Key | undefined;
  /** The key id that the manifest gives for our exchange key. */
  readonly keyId: () => Uint8Array | undefined;
}

/** Faults that are not the operator's: its call may be made again. */
const ours: ReadonlySet<ErrorReason> = new Set(['internal', 'store_full', 'store_failed', 'state_damaged', 'unavailable']);

/**
 * `auth.admin`: opens a call, checks who made it and that it is new, carries it out in one transaction with its audit entry, and seals
 * the answer. An answer key seals once, ever: whatever is refused before the nonce is spent is answered in the clear, by its code alone.
 */
export class AdminDesk {
  readonly #refusals = new RefusalLog();

  constructor(
    private readonly options: AdminDeskOptions,
    private readonly registry: Registry,
    private readonly identities: IdentityCache,
    private readonly tools: AdminTools,
    private readonly counters: AuthCounters,
  ) {}

  async answer(body: Uint8Array): Promise<Uint8Array> {
    const call = decodeAdminRpcCall(body);
    if (!call) throw new WireError('malformed', 'auth.admin');
    const recipient = this.#recipient();
    if (!recipient) return this.#refuse('unavailable');
    const signed = openAdminCall(call.sealed, recipient);
    if (!signed) return this.#refuse('unauthorised');
    try {
      return await this.#opened(call, signed, recipient);
    } finally {
      wipe(signed.answerKey);
    }
  }

  #recipient(): AdminRecipient | undefined {
    const { fleet, exchangeKey, keyId: ours } = this.options;
    const keyId = ours();
    return exchangeKey && keyId && { fleet, exchangeKey, keyId };
  }

  async #opened(call: AdminRpcCall, signed: SignedAdminCall, { fleet, keyId }: AdminRecipient): Promise<Uint8Array> {
    const row = await this.registry.client(signed.clientId);
    const key = row ? this.identities.of(row.id, row.spki) : dummyKey(signed.signature.length);
    if (!key || !verifyAdminCall(signed, fleet, keyId, key) || !row) return this.#refuse('unauthorised');
    if (row.blocked || (row.rights & rightBits.operator) === 0) return this.#turnAway(call, signed, 'forbidden');
    const now = Date.now();
    if (Math.abs(now - signed.timeMs) > freshMs) return this.#turnAway(call, signed, 'request_stale');
    const outcome = await this.#carryOut(call, signed, now);
    return outcome === 'repeated' ? this.#turnAway(call, signed, 'forbidden') : this.#seal(call, signed, outcome);
  }

  async #carryOut({ source }: AdminRpcCall, signed: SignedAdminCall, nowMs: number): Promise<Partial<AdminAnswer> | 'repeated'> {
    const decoded = decodeAdminCall(signed.call);
    try {
      if (!decoded) throw new WireError('malformed', 'this fleet knows no such call, or a field of it is out of its range');
      const answer = await this.registry.transact((unit) => this.#inOne(unit, signed, decoded, source, nowMs));
      if (answer !== 'repeated') this.counters.admin('done');
      return answer;
    } catch (thrown) {
      if (!isWireError(thrown) || ours.has(thrown.reason)) throw thrown;
      return this.registry.transact((unit) => this.#refused(unit, signed, decoded?.kind, thrown, source, nowMs));
    }
  }

  async #inOne(
    unit: RegistryUnit,
    signed: SignedAdminCall,
    call: AdminCall,
    source: string,
    nowMs: number,
  ): Promise<Partial<AdminAnswer> | 'repeated'> {
    if (!(await unit.spendNonce(signed.nonce, nowMs))) return 'repeated';
    const { answer = {}, action, detail }: Done = await carryOut({ ...this.tools, unit, operator: signed.clientId, nowMs }, call);
    await unit.note({ timeMs: nowMs, actor: signed.clientId, action, detail: detailOf({ ...detail, source }) });
    return answer;
  }

  /** What was begun is undone by now; that it was asked is not. */
  async #refused(
    unit: RegistryUnit,
    { nonce, clientId: actor }: SignedAdminCall,
    call: string | undefined,
    error: WireError,
    source: string,
    timeMs: number,
  ): Promise<Partial<AdminAnswer> | 'repeated'> {
    if (!(await unit.spendNonce(nonce, timeMs))) return 'repeated';
    const { reason, code } = error;
    const why = whyOf(error);
    this.counters.admin(reason);
    await unit.note({ timeMs, actor, action: 'refused', detail: detailOf({ call, reason, why, source }) });
    return { code, detail: why };
  }

  /** A call that is proven and not carried out: by who is no operator, too old, or one that was here before. Written down, within bounds. */
  async #turnAway({ clientId: session, source }: AdminRpcCall, { clientId }: SignedAdminCall, reason: ErrorReason): Promise<Uint8Array> {
    const timeMs = Date.now();
    const admitted = this.#refusals.admit(encodeId(clientId), timeMs);
    if (admitted) {
      const detail = detailOf({ reason, source, session, unwritten: admitted.unwritten });
      await this.registry.transact((unit) => unit.note({ timeMs, actor: clientId, action: 'refused', detail }));
    }
    return this.#refuse(reason);
  }

  #seal({ sealed }: AdminRpcCall, { answerKey }: SignedAdminCall, answer: Partial<AdminAnswer>): Uint8Array {
    const plaintext = encodeAdminAnswer(answer);
    try {
      return encodeAdminRpcAnswer({ code: 0, sealed: sealAdminAnswer(answerKey, adminCallHash(sealed), plaintext) });
    } finally {
      wipe(plaintext);
      if (answer.token) wipe(answer.token.secret);
    }
  }

  #refuse(reason: ErrorReason): Uint8Array {
    this.counters.admin(reason);
    return encodeAdminRpcAnswer({ code: codeOf(reason) });
  }
}
