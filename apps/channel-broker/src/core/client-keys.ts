import { PublicIdentity } from '@keyway/crypto';

/** Imported keys of clients that asked lately, by client id: an import costs more than all else that a key is used for here. */
export class ClientKeys {
  readonly #held = new Map<string, PublicIdentity>();

  /** @param most - entries; an RSA key takes about 4 KiB. */
  constructor(private readonly most: number) {}

  /** @param spki - from auth, which checked it. */
  of(clientId: Uint8Array, spki: Uint8Array): PublicIdentity {
    const name = Buffer.from(clientId).toString('latin1');
    const held = this.#held.get(name);
    if (held) return held;
    const identity = PublicIdentity.fromSpki(spki);
    if (this.#held.size >= this.most) this.#held.delete(this.#held.keys().next().value!);
    this.#held.set(name, identity);
    return identity;
  }
}
