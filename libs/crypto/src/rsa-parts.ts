import { der, DerReader, Tag } from './der.js';
import { KeyError } from './key-error.js';
import { wipe } from './wipe.js';

/** In the order of RFC 8017 appendix A.1.2, with the names of RFC 7518 §6.3.2. */
export const rsaPartNames = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const;
export type RsaPartName = (typeof rsaPartNames)[number];

/** The numbers of an RSA private key: unsigned, big-endian. All but `n` and `e` are secret: whoever asked for them wipes them. */
export type RsaParts = Readonly<Record<RsaPartName, Uint8Array>>;
export type RsaPublicParts = Pick<RsaParts, 'n' | 'e'>;

export const rsaPartsOf = (part: (name: RsaPartName) => Uint8Array): RsaParts =>
  Object.fromEntries(rsaPartNames.map((name) => [name, part(name)])) as RsaParts;

const RSA_ENCRYPTION = Buffer.from('2a864886f70d010101', 'hex'); // RFC 8017 appendix A.1
const ALGORITHM = der(Tag.sequence, der(Tag.oid, RSA_ENCRYPTION), der(Tag.null));
const ZERO = Uint8Array.of(0);
const NOTHING = new Uint8Array();

/** RSAPrivateKey. Fresh bytes, secret. */
export function writePkcs1(parts: RsaParts): Uint8Array {
  const integers = rsaPartNames.map((name) => integer(parts[name]));
  const pkcs1 = der(Tag.sequence, integer(ZERO), ...integers);
  wipe(...integers);
  return pkcs1;
}

/** The inverse; views into `bytes`. Throws KeyError `key_damaged`, or `key_unsupported` for more than two primes. */
export function readPkcs1(bytes: Uint8Array): RsaParts {
  const file = new DerReader(bytes);
  const reader = file.within(Tag.sequence);
  file.end();
  if (reader.nextUint32() !== 0) throw new KeyError('key_unsupported', 'RSA with more than two primes');
  const parts = rsaPartsOf((name) => nextUnsigned(reader, name));
  reader.end();
  return parts;
}

/** RSAPublicKey. */
export const writePkcs1Public = ({ n, e }: RsaPublicParts): Uint8Array => der(Tag.sequence, integer(n), integer(e));

export function readPkcs1Public(bytes: Uint8Array): RsaPublicParts {
  const file = new DerReader(bytes);
  const reader = file.within(Tag.sequence);
  file.end();
  const n = nextUnsigned(reader, 'n');
  const e = nextUnsigned(reader, 'e');
  reader.end();
  return { n, e };
}

/** SubjectPublicKeyInfo of an RSA key (RFC 3279 §2.3.1), canonical. */
export const rsaSpki = (parts: RsaPublicParts): Uint8Array => der(Tag.sequence, ALGORITHM, der(Tag.bits, ZERO, writePkcs1Public(parts)));

/** The same number without zeros in front: one number, one form. A view. */
export function trimmed(number: Uint8Array): Uint8Array {
  const first = number.findIndex((octet) => octet !== 0);
  return first < 0 ? number.subarray(number.length) : number.subarray(first);
}

/** What DER and SSH write in front of an unsigned number in its shortest form: a zero where its first bit is set. */
export const signOctets = (shortest: Uint8Array): Uint8Array => (shortest.length === 0 || shortest[0]! < 0x80 ? NOTHING : ZERO);

/** In one copy: what is secret is not left behind in others. */
function integer(number: Uint8Array): Uint8Array {
  const shortest = trimmed(number);
  return shortest.length === 0 ? der(Tag.integer, ZERO) : der(Tag.integer, signOctets(shortest), shortest);
}

function nextUnsigned(reader: DerReader, name: RsaPartName): Uint8Array {
  const octets = reader.next(Tag.integer);
  const [first = 0x80, second = 0x80] = octets;
  if (first >= 0x80) throw new KeyError('key_damaged', `${name} is negative`);
  if (first === 0 && second < 0x80) throw new KeyError('key_damaged', `${name} is not in its shortest form`);
  return trimmed(octets);
}
