import { PublicIdentity } from './public-identity.js';

/**
 * Imported keys by client id: an import costs several signature checks. An id is the hash of its key, so an entry cannot become
 * wrong; whether the client may still ask is the registry's to say. The key that was not used for longest goes first.
 */
export class IdentityCache {
  readonly #held = new Map<string, PublicIdentity>();

  /** @param most - entries; an RSA key takes about 4 KiB. */
  constructor(private readonly most: number) {}

  get size(): number {
    return this.#held.size;
  }

  get(clientId: Uint8Array): PublicIdentity | undefined {
    const name = nameOf(clientId);
    const identity = this.#held.get(name);
    if (identity && this.#held.size >= this.most) {
      this.#held.delete(name); // a Map keeps the order of insertion; while there is room, order does not matter
      this.#held.set(name, identity);
    }
    return identity;
  }

  /** The key of a client, imported when it is not held. Throws KeyError for a key that is refused. @param spki - canonical DER. */
  of(clientId: Uint8Array, spki: Uint8Array): PublicIdentity {
    const held = this.get(clientId);
    if (held) return held;
    const identity = PublicIdentity.fromSpki(spki);
    this.put(identity);
    return identity;
  }

  put(identity: PublicIdentity): void {
    const name = nameOf(identity.fingerprint);
    if (this.#held.has(name)) return;
    if (this.#held.size >= this.most) this.#held.delete(this.#held.keys().next().value!);
    this.#held.set(name, identity);
  }
}

const nameOf = (id: Uint8Array): string => Buffer.from(id.buffer, id.byteOffset, id.length).toString('latin1');
