import type { Aead, RecordNonces, Suite } from '@keyway/crypto';
import { createAead, findSuite, hkdf, label, recordNonces, sha256, wipe } from '@keyway/crypto';
import { concat, u16 } from './transcript.js';

const nextBytes = 32;
const confirmBytes = 32;

/** The keys of one direction: one AEAD key, what its nonces are made from, and the secret the next keys come from. */
export class TrafficKeys {
  readonly #suite: Suite;
  readonly #aead: Aead;
  readonly #nonces: RecordNonces;
  /** iv ‖ next secret: one array, for a router holds tens of thousands of these. */
  readonly #secret: Uint8Array;

  /** @param bytes - key ‖ iv ‖ next secret(32), sizes by the suite: see `directionBytes`; copied, the caller wipes. */
  constructor(suite: Suite, bytes: Uint8Array) {
    const { id, keyBytes } = suite;
    this.#suite = suite;
    this.#aead = createAead(id, bytes.subarray(0, keyBytes));
    this.#secret = bytes.slice(keyBytes);
    this.#nonces = recordNonces(suite, this.#secret);
  }

  /** What a record with a plaintext of `plainBytes` has sealed. */
  sealedBytes(plainBytes: number): number {
    return this.#aead.sealedBytes(plainBytes);
  }

  /** Seals record `seq` into `target` at `offset`; each seq once, ever. @returns bytes written. */
  sealInto(seq: number, plaintext: Uint8Array, target: Uint8Array, offset: number): number {
    const nonces = this.#nonces;
    return this.#aead.sealInto(nonces.of(seq), plaintext, target, offset, nonces.aad);
  }

  /** @returns the plaintext, fresh; undefined when it was not sealed with these keys under this seq. */
  open(seq: number, sealed: Uint8Array): Uint8Array | undefined {
    const nonces = this.#nonces;
    return this.#aead.open(nonces.of(seq), sealed, nonces.aad);
  }

  /** The next keys by HKDF (forward secret: the old ones cannot be had back from them). These are wiped. */
  ratchet(): TrafficKeys {
    const bytes = hkdf(this.#secret.subarray(this.#suite.ivBytes), none, label('rekey', u16(this.#suite.id)), directionBytes(this.#suite));
    const next = new TrafficKeys(this.#suite, bytes);
    wipe(bytes);
    this.wipe();
    return next;
  }

  wipe(): void {
    this.#aead.wipe();
    this.#nonces.wipe();
    wipe(this.#secret);
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
  suiteId: number,
  psk: Uint8Array,
  es: Uint8Array,
  ee: Uint8Array,
  helloHash: Uint8Array,
  routerEphemeral: Uint8Array,
): { readonly traffic: Traffic; readonly confirm: Uint8Array } | undefined {
  const suite = findSuite(suiteId);
  if (suite === undefined) return undefined;
  const material = concat(psk, es, ee);
  const transcript = sha256(label('traffic-hash', helloHash, routerEphemeral));
  const one = directionBytes(suite);
  const bytes = hkdf(material, transcript, label('traffic', u16(suiteId)), 2 * one + confirmBytes);
  const traffic = { c2r: new TrafficKeys(suite, bytes.subarray(0, one)), r2c: new TrafficKeys(suite, bytes.subarray(one, 2 * one)) };
  const confirm = bytes.slice(2 * one);
  wipe(material, bytes);
  return { traffic, confirm };
}

/** 76 for suites 1 and 2, 128 for 3, 80 for 4. */
export const directionBytes = ({ keyBytes, ivBytes }: Suite): number => keyBytes + ivBytes + nextBytes;
const none = new Uint8Array(0);
