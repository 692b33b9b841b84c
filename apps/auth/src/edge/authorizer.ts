import type { ClientRow, Registry } from '@keyway/registry';
import { enrolmentToken } from '@keyway/session';
import { codeOf, encodeAuthorizeAnswer, type ChannelRequest, type ErrorReason } from '@keyway/wire';
import { detailOf } from '../core/detail.js';
import { enrolmentTerms, type NotEnrolled } from '../core/enrolment.js';
import type { Asked, Gatekeeper, Proven } from '../core/gatekeeper.js';
import { ticketRights } from '../core/rights.js';
import type { Admissions } from './admissions.js';
import type { AuthCounters } from './auth-counters.js';
import type { TokenVault } from './token-vault.js';

/** The way of one request: cheap checks, the registry, the proof, the policy for who is new, the registry again. */
export class Authorizer {
  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly registry: Pick<Registry, 'client' | 'terms'>,
    private readonly admissions: Admissions,
    private readonly vault: TokenVault,
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
    if (proven.kind === 'refused') return this.#refuse(proven.reason);
    return row ? this.#known(asked, proven, row) : this.#enrol(asked, proven);
  }

  /** It holds its key, so it may hear that it is blocked. */
  #known(asked: Asked, proven: Proven, { blocked }: ClientRow): Uint8Array | Promise<Uint8Array> {
    return blocked ? this.#refuse('forbidden') : this.#admit(asked, proven, undefined);
  }

  async #enrol(asked: Asked, proven: Proven): Promise<Uint8Array> {
    const { request } = asked;
    const terms = await this.registry.terms(enrolmentToken(request));
    const enrolled = this.vault.lend(terms.token, (key) => enrolmentTerms(request, terms, key, Date.now()));
    return typeof enrolled === 'string' ? this.#notEnrolled(enrolled) : this.#admit(asked, proven, enrolled.rights);
  }

  async #admit({ request, validUntilMs, source }: Asked, { client, channelId }: Proven, rights: number | undefined): Promise<Uint8Array> {
    const outcome = await this.admissions.admit({
      clientId: request.clientId,
      channelId,
      issuedMs: Date.now(),
      validUntilMs,
      source,
      enrol:
        rights === undefined
          ? undefined
          : { spki: client.spki, rights, token: enrolmentToken(request), detail: enrolledBy(request, rights, source) },
    });
    switch (outcome.kind) {
      case 'unknown_client':
        return this.#refuse('unauthorised');
      case 'blocked':
        return this.#refuse('forbidden');
      case 'closed':
      case 'token_spent':
        return this.#notEnrolled(outcome.kind);
      case 'known':
        this.counters.known.value += 1;
        return encodeAuthorizeAnswer({ code: 0, spki: client.spki, rights: 0, serial: 0, known: true });
      case 'admitted':
        this.counters.admitted.value += 1;
        if (outcome.newClient) this.counters.enrolled.value += 1;
        return encodeAuthorizeAnswer({
          code: 0,
          spki: client.spki,
          rights: ticketRights(outcome.rights, outcome.hidden, outcome.seeing),
          serial: outcome.serial,
          known: false,
        });
    }
  }

  #notEnrolled(why: NotEnrolled): Uint8Array {
    this.counters.notEnrolled(why);
    return this.#refuse('unauthorised');
  }

  #refuse(reason: ErrorReason): Uint8Array {
    this.counters.refused(reason);
    return encodeAuthorizeAnswer({ code: codeOf(reason), spki: empty, rights: 0, serial: 0, known: false });
  }
}

const enrolledBy = (request: ChannelRequest, rights: number, source: string): string =>
  detailOf({ rights, source, token: enrolmentToken(request) });

const empty = new Uint8Array(0);
