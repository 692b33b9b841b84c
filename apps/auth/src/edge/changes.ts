import type { Registry } from '@keyway/registry';
import { decodeChangesCall, encodeChangesAnswer, WireError, type SessionSettings } from '@keyway/wire';

/** Entries of one answer: what is left comes with the next question, a quarter of a second later. */
const mostAtOnce = 8_192;

/** `auth.changes`: what routers and channel-brokers must know at once. They ask several times a second, so an answer without news costs one row. */
export class Changes {
  #heard: { readonly serial: number; readonly settings: SessionSettings | undefined } | undefined;

  constructor(private readonly registry: Pick<Registry, 'feedSerial' | 'changes'>) {}

  async answer(body: Uint8Array): Promise<Uint8Array> {
    const call = decodeChangesCall(body);
    if (!call) throw new WireError('malformed', 'auth.changes');
    const serial = await this.registry.feedSerial();
    if (this.#heard?.serial === serial && call.after === serial) {
      return encodeChangesAnswer({ serial, whole: serial === 0, revoked: [], settings: this.#heard.settings });
    }
    return this.#tell(call.after > serial ? 0 : call.after); // who knows more than there is knows of a registry that was lost
  }

  async #tell(after: number): Promise<Uint8Array> {
    const { serial, revoked, settings } = await this.registry.changes(after);
    this.#heard = { serial, settings };
    const told = revoked.slice(0, mostAtOnce);
    const upTo = told.length < revoked.length ? told.at(-1)!.serial : serial;
    return encodeChangesAnswer({ serial: upTo, whole: after === 0, revoked: told, settings });
  }
}
