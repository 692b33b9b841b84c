import { PublicIdentity, sha256 } from '@keyway/crypto';

/**
 * A key that belongs to nobody, of the kind that makes signatures of this length: what an unknown client is checked with, so that he
 * costs as much as a forged signature of a known one. Undefined for a length that no key makes.
 */
export const dummyKey = (signatureBytes: number): PublicIdentity | undefined => dummies.get(signatureBytes);

/** RFC 8032 §7.1, the public key of test 1. */
const ed25519 = '302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

const dummies = new Map<number, PublicIdentity>([
  [64, PublicIdentity.fromSpki(Buffer.from(ed25519, 'hex'))],
  ...[256, 384, 512].map((bytes): [number, PublicIdentity] => [bytes, PublicIdentity.fromSpki(rsaSpki(bytes))]),
]);

/** An odd number of so many bytes that nobody made of primes, as an RSA key with e = 65537 (RFC 8017 §A.1.1). */
function rsaSpki(bytes: number): Uint8Array {
  const modulus = Buffer.concat(Array.from({ length: bytes / 32 }, (_, i) => sha256(Buffer.from(`keyway dummy modulus ${bytes} ${i}`))));
  modulus[0]! |= 0xc0;
  modulus[bytes - 1]! |= 1;
  const key = der(0x30, der(0x02, Buffer.of(0), modulus), der(0x02, Buffer.of(1, 0, 1)));
  const algorithm = der(0x30, der(0x06, Buffer.from('2a864886f70d010101', 'hex')), der(0x05));
  return der(0x30, algorithm, der(0x03, Buffer.of(0), key));
}

function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), body]);
}
