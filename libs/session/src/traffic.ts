import type { Aead } from '@keyway/crypto';
import { createAead, findSuite, hkdf, label, recordNonce, sha256, wipe } from '@keyway/crypto';
import { concat, u16 } from './transcript.js';

/** The keys of one direction: one AEAD key, its IV, and the secret the next keys come from. */
export class TrafficKeys {
  #aead: Aead;
  #iv: Uint8Array;
  #next: Uint8Array;
  readonly #nonce = new Uint8Array(12);

  /** @param bytes - key ‖ iv(12) ‖ next secret(32), as `keyBytes` says; copied, the caller wipes. */
  constructor(
    private readonly suite: number,
    bytes: Uint8Array,
  ) {
    const keyBytes = bytes.length - 44;
    this.#aead = createAead(suite, bytes.subarray(0, keyBytes));
    this.#iv = bytes.slice(keyBytes, keyBytes + 12);
    this.#next = bytes.slice(keyBytes + 12);
  }

  /** Seals record `seq` into `target` at `offset`; each seq once, ever. @returns bytes written. */
  sealInto(seq: number, plaintext: Uint8Array, target: Uint8Array, offset: number): number {
    recordNonce(this.#iv, seq, this.#nonce);
    return this.#aead.sealInto(this.#nonce, plaintext, target, offset);
  }

  /** @returns the plaintext, fresh; undefined when it was not sealed with these keys under this seq. */
  open(seq: number, sealed: Uint8Array): Uint8Array | undefined {
    recordNonce(this.#iv, seq, this.#nonce);
    return this.#aead.open(this.#nonce, sealed);
  }

  /** The next keys by HKDF (forward secret: the old ones cannot be had back from them). These are wiped. */
  ratchet(): TrafficKeys {
    const bytes = hkdf(this.#next, none, label('rekey', u16(this.suite)), directionBytes(this.suite));
    const next = new TrafficKeys(this.suite, bytes);
    wipe(bytes);
    this.wipe();
    return next;
  }

  wipe(): void {
    this.#aead.wipe();
    wipe(this.#iv, this.#next);
  }
}

/** Both directions, named by who sends: c2r from the client to the router. */
export interface Traffic {
  readonly c2r: TrafficKeys;
  readonly r2c: TrafficKeys;
}

/**
 * traffic = HKDF(psk ‖ es ‖ ee, salt = H(label 'traffic-hash' ‖ helloHash ‖ router's ephemeral), info = label 'traffic' ‖ suite)
 * cut into c2r ‖ r2c ‖ confirm(32). @returns undefined for a suite this version does not know.
 */
export function deriveTraffic(
  suite: number,
  psk: Uint8Array,
  es: Uint8Array,
  ee: Uint8Array,
  helloHash: Uint8Array,
  routerEphemeral: Uint8Array,
): { readonly traffic: Traffic; readonly confirm: Uint8Array } | undefined {
  if (findSuite(suite) === undefined) return undefined;
  const material = concat(psk, es, ee);
  const transcript = sha256(label('traffic-hash', helloHash, routerEphemeral));
  const one = directionBytes(suite);
  const bytes = hkdf(material, transcript, label('traffic', u16(suite)), 2 * one + 32);
  const traffic = { c2r: new TrafficKeys(suite, bytes.subarray(0, one)), r2c: new TrafficKeys(suite, bytes.subarray(one, 2 * one)) };
  const confirm = bytes.slice(2 * one);
  wipe(material, bytes);
  return { traffic, confirm };
}

const directionBytes = (suite: number): number => (findSuite(suite)?.keyBytes ?? 0) + 44;
const none = new Uint8Array(0);
