/**
 * Varints scanned in place (Protocol Buffers encoding, "Base 128 Varints"): the hot path reads frames where they lie.
 * Values are numbers below 2^53; anything larger is refused rather than rounded.
 */
export class VarintReader {
  pos = 0;
  end = 0;
  constructor(private buf: Uint8Array = new Uint8Array(0)) {
    this.end = buf.length;
  }

  reset(buf: Uint8Array, pos = 0, end = buf.length): void {
    this.buf = buf;
    this.pos = pos;
    this.end = end;
  }

  /** The next varint; -1 when it is cut short, longer than eight bytes (2^53 fits) or 2^53 and more. Never moves then. */
  read(): number {
    const buf = this.buf;
    let pos = this.pos;
    const end = this.end;
    if (pos >= end) return -1;
    let byte = buf[pos++]!;
    if (byte < 0x80) {
      this.pos = pos;
      return byte;
    }
    let value = byte & 0x7f;
    let scale = 0x80;
    for (;;) {
      if (pos >= end) return -1;
      byte = buf[pos++]!;
      value += (byte & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER) return -1;
      if (byte < 0x80) break;
      scale *= 0x80;
      if (scale > 0x40000000000000) return -1;
    }
    this.pos = pos;
    return value;
  }
}

/** Bytes the varint of a whole number 0 ≤ value < 2^53 takes. */
export function varintSize(value: number): number {
  let size = 1;
  while (value >= 0x80) {
    value = value < 0x80000000 ? value >>> 7 : Math.floor(value / 0x80);
    size += 1;
  }
  return size;
}

/** Writes a varint at `pos`; returns the position behind it. */
export function writeVarint(target: Uint8Array, pos: number, value: number): number {
  while (value >= 0x80) {
    target[pos++] = (value & 0x7f) | 0x80;
    value = value < 0x80000000 ? value >>> 7 : Math.floor(value / 0x80);
  }
  target[pos++] = value;
  return pos;
}
