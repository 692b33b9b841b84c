/** Record ciphers by their number on the wire. DES, 3DES, RC4 and their like have none and never get one. */
export const AES_256_GCM = 1;
export const CHACHA20_POLY1305 = 2;
export const AES_256_CBC_HMAC_SHA512 = 3;
export const AES_128_CBC_HMAC_SHA256 = 4;

export interface Suite {
  readonly id: 1 | 2 | 3 | 4;
  readonly name: 'AES_256_GCM' | 'CHACHA20_POLY1305' | 'AES_256_CBC_HMAC_SHA512' | 'AES_128_CBC_HMAC_SHA256';
  /** The key of the AEAD; for CBC-HMAC the MAC key and behind it the encryption key (RFC 7518 §5.2.2.1). */
  readonly keyBytes: 32 | 64;
  /** What the nonces of all records of a direction are made from: see `RecordNonces`. */
  readonly ivBytes: 12 | 16 | 32;
  readonly nonceBytes: 12 | 16;
  readonly tagBytes: 16 | 32;
  /** The plaintext is padded to whole blocks of so many bytes (PKCS #7: by 1 to `blockBytes`); 0: it is not padded. */
  readonly blockBytes: 0 | 16;
}
export type SuiteId = Suite['id'];

const aead = { keyBytes: 32, ivBytes: 12, nonceBytes: 12, tagBytes: 16, blockBytes: 0 } as const;
const cbc = { nonceBytes: 16, blockBytes: 16 } as const;

/** All suites there are, in our order of preference: the last two are for peers that have nothing better. */
export const suites: readonly Suite[] = Object.freeze([
  Object.freeze({ id: AES_256_GCM, name: 'AES_256_GCM', ...aead }),
  Object.freeze({ id: CHACHA20_POLY1305, name: 'CHACHA20_POLY1305', ...aead }),
  Object.freeze({ id: AES_256_CBC_HMAC_SHA512, name: 'AES_256_CBC_HMAC_SHA512', keyBytes: 64, ivBytes: 32, tagBytes: 32, ...cbc }),
  Object.freeze({ id: AES_128_CBC_HMAC_SHA256, name: 'AES_128_CBC_HMAC_SHA256', keyBytes: 32, ivBytes: 16, tagBytes: 16, ...cbc }),
]);

/** The suite with this number; undefined for every other number a peer may offer. */
export const findSuite = (id: number): Suite | undefined => suites.find((suite) => suite.id === id);

/** What a plaintext of `plainBytes` has sealed, tag included. */
export const sealedBytes = ({ blockBytes, tagBytes }: Suite, plainBytes: number): number =>
  (blockBytes === 0 ? plainBytes : plainBytes - (plainBytes % blockBytes) + blockBytes) + tagBytes;
