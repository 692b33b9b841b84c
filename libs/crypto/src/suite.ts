/** Record ciphers by their number on the wire. 3 and 4 are reserved for the CBC-HMAC suites of RFC 7518. */
export const AES_256_GCM = 1;
export const CHACHA20_POLY1305 = 2;

export type SuiteId = typeof AES_256_GCM | typeof CHACHA20_POLY1305;

export interface Suite {
  readonly id: SuiteId;
  readonly name: 'AES_256_GCM' | 'CHACHA20_POLY1305';
  readonly keyBytes: 32;
  readonly ivBytes: 12;
  readonly tagBytes: 16;
}

const sizes = { keyBytes: 32, ivBytes: 12, tagBytes: 16 } as const;

/** All suites there are, in our order of preference. */
export const suites: readonly Suite[] = Object.freeze([
  Object.freeze({ id: AES_256_GCM, name: 'AES_256_GCM', ...sizes }),
  Object.freeze({ id: CHACHA20_POLY1305, name: 'CHACHA20_POLY1305', ...sizes }),
]);

/** The suite with this number; undefined for every other number a peer may offer. */
export const findSuite = (id: number): Suite | undefined => suites.find((suite) => suite.id === id);
