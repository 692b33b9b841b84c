import { createEpoch, randomBytes, unwrapEpoch, wipe, wrapEpoch, type Secret } from '@keyway/crypto';
import type { TokenRow } from '@keyway/registry';
import { tokenKeyOf } from '@keyway/session';
import { WireError } from '@keyway/wire';
import { kekOf } from './kek.js';

const idBytes = 16;
const secretBytes = 32;

export interface MadeToken {
  readonly id: Uint8Array; // 16
  /** 32 bytes: shown once; the caller wipes it. */
  readonly secret: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** Makes enrolment tokens and opens what is stored of them: the MAC key, wrapped as an epoch is. The secret itself is not kept. */
export class TokenVault {
  readonly #kek: Uint8Array;
  /** Opened for a token that nobody knows, so that it takes as long as one that is known. */
  readonly #stranger: Uint8Array;

  constructor(
    private readonly fleet: Uint8Array,
    kek: Secret,
  ) {
    this.#kek = kekOf(kek);
    this.#stranger = this.#wrap(nobody, randomBytes(secretBytes), 0, 0);
  }

  make(nowMs: number, expiresMs: number): MadeToken {
    const id = randomBytes(idBytes);
    const secret = randomBytes(secretBytes);
    return { id, secret, wrapped: this.#wrap(id, secret, nowMs, expiresMs) };
  }

  /**
   * Lends the MAC key of a token; of one that nobody has when there is none.
   * Throws WireError `state_damaged` when the row does not open: it was wrapped under another key, or belongs to another token.
   */
  lend<T>(token: Pick<TokenRow, 'id' | 'wrapped'> | undefined, use: (key: Uint8Array) => T): T {
    const { id, wrapped } = token ?? { id: nobody, wrapped: this.#stranger };
    const epoch = unwrapEpoch(this.#kek, wrapped, this.#aad(id));
    if (!epoch)
      throw new WireError('state_damaged', 'an enrolment token does not open with the key of AUTH_KEK_FILE: give the one it was made with');
    try {
      return use(epoch.key);
    } finally {
      wipe(epoch.key);
    }
  }

  close(): void {
    wipe(this.#kek);
  }

  #wrap(id: Uint8Array, secret: Uint8Array, nowMs: number, expiresMs: number): Uint8Array {
    const key = tokenKeyOf(secret, this.fleet);
    const epoch = createEpoch({ id: 0, key, notBeforeMs: nowMs, issueUntilMs: expiresMs, acceptUntilMs: expiresMs });
    wipe(key);
    try {
      return wrapEpoch(this.#kek, epoch, this.#aad(id));
    } finally {
      wipe(epoch.key);
    }
  }

  /** What a row is bound to: one copied to another token or fleet does not open. */
  #aad(id: Uint8Array): Uint8Array {
    return Buffer.concat([Buffer.from('token\0'), this.fleet, id]);
  }
}

const nobody = new Uint8Array(idBytes);
