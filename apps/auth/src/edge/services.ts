import type { Registry } from '@keyway/registry';
import { codeOf, decodeServiceCall, encodeServiceAnswer, WireError, type ErrorReason } from '@keyway/wire';
import { detailOf } from '../core/detail.js';
import { isFreeServiceName, mostByMembers, mostOwned, servingOf } from '../core/serving.js';
import type { AuthCounters } from './auth-counters.js';

/** `auth.service`: which services there are, and who may serve them. */
export class Services {
  constructor(
    private readonly registry: Registry,
    private readonly counters: AuthCounters,
  ) {}

  async answer(body: Uint8Array): Promise<Uint8Array> {
    const call = decodeServiceCall(body);
    if (!call) throw new WireError('malformed', 'auth.service');
    const refusal = isFreeServiceName(call.service) ? await this.#refusal(call.service, call.clientId) : 'name_invalid';
    if (refusal === undefined) return encodeServiceAnswer({ code: 0 });
    this.counters.fleetRefused(refusal);
    return encodeServiceAnswer({ code: codeOf(refusal) });
  }

  async #refusal(name: string, clientId: Uint8Array): Promise<ErrorReason | undefined> {
    const terms = await this.registry.serviceTerms(name, clientId.length > 0 ? clientId : nobody);
    if (clientId.length === 0) return terms.service ? undefined : 'no_such_service';
    const serving = servingOf(terms);
    if (serving === 'declare') return this.#declare(name, clientId);
    return serving === 'yes' ? undefined : serving;
  }

  /** Asked again inside the transaction: somebody else may have been first. */
  #declare(name: string, clientId: Uint8Array): Promise<ErrorReason | undefined> {
    const timeMs = Date.now();
    return this.registry.transact(async (unit) => {
      const terms = { policy: await unit.policy(), service: await unit.service(name), client: await unit.client(clientId) };
      const serving = servingOf(terms);
      if (serving !== 'declare') return serving === 'yes' ? undefined : serving;
      if ((await unit.countServices(clientId)) >= mostOwned || (await unit.countServices()) >= mostByMembers) return 'forbidden';
      await unit.putService({ name, ownerId: clientId, members: false, workers: [] }, timeMs);
      await unit.note({ timeMs, actor: clientId, action: 'service_declared', detail: detailOf({ service: name }) });
      return undefined;
    });
  }
}

const nobody = new Uint8Array(32);
