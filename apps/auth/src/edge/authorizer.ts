import type { Registry } from '@keyway/registry';
import { codeOf, encodeAuthorizeAnswer, type ErrorReason } from '@keyway/wire';
import { rightToSend } from '../core/enrolment.js';
import type { Asked, Gatekeeper, Proven } from '../core/gatekeeper.js';
import type { Admissions } from './admissions.js';
import type { AuthCounters } from './auth-counters.js';

/** The way of one request: cheap checks, the registry, the proof, the registry again. */
export class Authorizer {
  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly registry: Pick<Registry, 'client'>,
    private readonly admissions: Admissions,
    private readonly counters: AuthCounters,
  ) {}

  /** @returns the answer to `auth.authorize`; what a bad request costs at most is one lookup and one signature. */
  authorize(body: Uint8Array): Uint8Array | Promise<Uint8Array> {
    const asked = this.gatekeeper.read(body, Date.now());
    return asked.kind === 'refused' ? this.#refuse(asked.reason) : this.#lookUp(asked);
  }

  async #lookUp(asked: Asked): Promise<Uint8Array> {
    const row = await this.registry.client(asked.request.clientId);
    const proven = this.gatekeeper.prove(asked, row?.spki);
    return proven.kind === 'refused' ? this.#refuse(proven.reason) : this.#admit(asked, proven, row?.rights ?? rightToSend);
  }

  async #admit({ request, validUntilMs, source }: Asked, { client, channelId, isNew }: Proven, rights: number): Promise<Uint8Array> {
    const outcome = await this.admissions.admit({
      clientId: request.clientId,
      channelId,
      issuedMs: Date.now(),
      validUntilMs,
      source,
      enrol: isNew ? { spki: client.spki, rights } : undefined,
    });
    if (outcome.kind === 'unknown_client') return this.#refuse('unauthorised');
    const known = outcome.kind === 'known';
    (known ? this.counters.known : this.counters.admitted).value += 1;
    if (!known && outcome.newClient) this.counters.enrolled.value += 1;
    return encodeAuthorizeAnswer({ code: 0, spki: client.spki, rights, serial: known ? 0 : outcome.serial, known });
  }

  #refuse(reason: ErrorReason): Uint8Array {
    this.counters.refused(reason);
    return encodeAuthorizeAnswer({ code: codeOf(reason), spki: empty, rights: 0, serial: 0, known: false });
  }
}

const empty = new Uint8Array(0);
