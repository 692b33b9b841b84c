import { KeyError } from './key-error.js';

/** DER (X.690) as far as key files need it. */
export const Tag = { integer: 0x02, bits: 0x03, octets: 0x04, null: 0x05, oid: 0x06, sequence: 0x30 } as const;

/** One element: tag, definite length, contents. Fresh bytes. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tag, ...lengthOctets(length)), ...contents]);
}

/** A non-negative INTEGER below 2^32. */
export function derInteger(value: number): Uint8Array {
  const octets = bigEndian(value);
  return der(Tag.integer, Uint8Array.from((octets[0] ?? 0) >= 0x80 ? [0, ...octets] : octets));
}

/** Whether the bytes are one SEQUENCE and nothing else. Its contents are not looked at. */
export function isOneSequence(bytes: Uint8Array): boolean {
  try {
    const reader = new DerReader(bytes);
    reader.next(Tag.sequence);
    return reader.done;
  } catch {
    return false;
  }
}

/** Walks the elements of one level. Every departure from DER throws KeyError `key_damaged`. Views, not copies. */
export class DerReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.#at === this.bytes.length;
  }

  /** The tag of the next element, undefined at the end. */
  get tag(): number | undefined {
    return this.bytes[this.#at];
  }

  /** Contents of the next element, which must have this tag. */
  next(tag: number): Uint8Array {
    if (this.#octet() !== tag) throw new KeyError('key_damaged');
    const length = this.#length();
    const contents = this.bytes.subarray(this.#at, this.#at + length);
    if (contents.length !== length) throw new KeyError('key_damaged');
    this.#at += length;
    return contents;
  }

  within(tag: number): DerReader {
    return new DerReader(this.next(tag));
  }

  /** Contents of the next INTEGER as a number: 0 to 2^32 - 1. */
  nextUint32(): number {
    const octets = this.next(Tag.integer);
    const value = octets.reduce((sum, octet) => sum * 256 + octet, 0);
    if (octets.length === 0 || octets.length > 5 || octets[0]! >= 0x80 || value > 0xffffffff) throw new KeyError('key_damaged');
    return value;
  }

  /** Asserts that nothing follows. */
  end(): void {
    if (!this.done) throw new KeyError('key_damaged');
  }

  #octet(): number {
    const octet = this.bytes[this.#at++];
    if (octet === undefined) throw new KeyError('key_damaged');
    return octet;
  }

  #length(): number {
    const first = this.#octet();
    if (first < 0x80) return first;
    if (first < 0x81 || first > 0x83) throw new KeyError('key_damaged'); // no key file of ours reaches 16 MiB
    let length = 0;
    for (let i = first - 0x80; i > 0; i -= 1) length = length * 256 + this.#octet();
    if (lengthOctets(length).length !== first - 0x80 + 1) throw new KeyError('key_damaged');
    return length;
  }
}

const lengthOctets = (length: number): readonly number[] => {
  if (length < 0x80) return [length];
  const octets = bigEndian(length);
  return [0x80 + octets.length, ...octets];
};

const bigEndian = (value: number): readonly number[] => (value < 256 ? [value] : [...bigEndian(Math.floor(value / 256)), value % 256]);
