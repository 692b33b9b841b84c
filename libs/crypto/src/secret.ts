import { inspect } from 'node:util';
import { wipe } from './wipe.js';

const MASK = '[secret]';

/**
 * Bytes that must not be printed: a passphrase, a token, a key on its way into a `KeyObject`.
 * Logs, JSON, templates and `util.inspect` all show `[secret]`.
 */
export class Secret {
  #bytes: Uint8Array | undefined;

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /**
   * Copies `value` (a string as UTF-8). The caller still owns, and should wipe, what it passed in;
   * a string cannot be wiped, so prefer bytes.
   */
  static of(value: Uint8Array | string): Secret {
    return new Secret(typeof value === 'string' ? new TextEncoder().encode(value) : Uint8Array.from(value));
  }

  /**
   * Lends the bytes to `fn` and returns its result. `fn` must neither keep nor change them.
   * Throws Error once the secret was wiped.
   */
  use<T>(fn: (bytes: Uint8Array) => T): T {
    if (!this.#bytes) throw new Error('secret was wiped');
    return fn(this.#bytes);
  }

  /** Overwrites the bytes with zeros; `use` throws from here on. Harmless when repeated. */
  wipe(): void {
    if (this.#bytes) wipe(this.#bytes);
    this.#bytes = undefined;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.toPrimitive](): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
