import { encodeId } from '@keyway/crypto';

type Value = string | number | boolean | readonly string[] | Uint8Array;

/**
 * What an audit entry says beside its action: JSON with sorted keys, so that one fact has one text. Ids of 32 bytes are shown as everywhere,
 * other bytes in hex; fields that are undefined are left out.
 */
export function detailOf(fields: Readonly<Record<string, Value | undefined>>): string {
  const sorted = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted.map(([name, value]) => [name, shown(value!)])));
}

const shown = (value: Value): unknown => {
  if (!(value instanceof Uint8Array)) return value;
  return value.length === 32 ? encodeId(value) : Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex');
};
