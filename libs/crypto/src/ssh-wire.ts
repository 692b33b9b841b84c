import { KeyError } from './key-error.js';
import { signOctets, trimmed } from './rsa-parts.js';

/** The data types of SSH (RFC 4251 §5) as far as key files need them. Every fault throws KeyError `key_damaged`. Views, not copies. */
export class SshReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  uint32(): number {
    const [a, b, c, d] = this.take(4);
    return (a! * 256 + b!) * 65536 + c! * 256 + d!;
  }

  string(): Uint8Array {
    return this.take(this.uint32());
  }

  /** A string of printable ASCII, such as the name of an algorithm. */
  name(): string {
    const text = Buffer.from(this.string()).toString('latin1');
    if (!/^[\x21-\x7e]{0,64}$/.test(text)) throw new KeyError('key_damaged');
    return text;
  }

  /** An mpint that is not negative, in its shortest form; without the zero in front. */
  unsigned(): Uint8Array {
    const octets = this.string();
    const [first = 0, second = 0x80] = octets;
    if (first >= 0x80 || (octets.length > 0 && first === 0 && second < 0x80))
      throw new KeyError('key_damaged', 'a number is not in its shortest form');
    return trimmed(octets);
  }

  take(length: number): Uint8Array {
    const taken = this.bytes.subarray(this.#at, this.#at + length);
    if (taken.length !== length) throw new KeyError('key_damaged', 'it ends too early');
    this.#at += length;
    return taken;
  }

  rest(): Uint8Array {
    return this.take(this.bytes.length - this.#at);
  }

  /** Asserts that nothing follows. */
  end(): void {
    if (this.#at !== this.bytes.length) throw new KeyError('key_damaged', 'something follows the key');
  }
}

export function sshUint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export const sshString = (bytes: Uint8Array | string): Uint8Array => {
  const octets = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return Buffer.concat([sshUint32(octets.length), octets]);
};

/** @param number - unsigned, big-endian. */
export function sshMpint(number: Uint8Array): Uint8Array {
  const shortest = trimmed(number);
  const sign = signOctets(shortest);
  return Buffer.concat([sshUint32(sign.length + shortest.length), sign, shortest]);
}
