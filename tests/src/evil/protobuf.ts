/** Protobuf by hand: for bytes that no encoder of ours makes. */

export function varint(value: number | bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(rest)]);
}

const wireTypes = { varint: 0, bytes: 2 } as const;
const tag = (field: number, type: keyof typeof wireTypes): Buffer => varint((field << 3) | wireTypes[type]);

export const num = (field: number, value: number | bigint): Buffer => Buffer.concat([tag(field, 'varint'), varint(value)]);
export const bin = (field: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([tag(field, 'bytes'), varint(body.length), body]);
};
export const text = (field: number, value: string): Buffer => bin(field, Buffer.from(value));
