import { guarded, plain, type Sparse } from './fields.js';
import { VarintReader } from './varint.js';

/** One of `Calls`: which it is, and its value. */
export type OneOf<Calls> = { readonly [K in keyof Calls]: { readonly kind: K; readonly value: Calls[K] } }[keyof Calls];
/** The same as an encoder takes it. */
export type SparseOneOf<Calls> = { readonly [K in keyof Calls]: { readonly kind: K; readonly value: Sparse<Calls[K]> } }[keyof Calls];

/** A message whose value is empty. */
export type Nothing = Readonly<Record<string, never>>;
export const nothing = (): Nothing => ({});

/** How the bytes of each kind become its value: kinds in the order of their field numbers, which count 1, 2, 3, … Readers may throw. */
export type Readers<Calls> = { readonly [K in keyof Calls]: (body: Uint8Array) => Calls[K] };

/**
 * The decoder of a message that is one oneof. It takes exactly one field, once: what a second one would mean is not left to the
 * decoder, and a kind of a newer version is no call.
 */
export function oneOfDecoder<Calls>(readers: Readers<Calls>, mostBytes: number): (bytes: Uint8Array) => OneOf<Calls> | undefined {
  const kinds = Object.entries(readers) as [keyof Calls, (body: Uint8Array) => Calls[keyof Calls]][];
  return (message) => {
    if (message.length > mostBytes) return undefined;
    const bytes = plain(message);
    const reader = new VarintReader(bytes);
    const tag = reader.read();
    const length = reader.read();
    const kind = kinds[Math.floor(tag / 8) - 1];
    if (kind === undefined || (tag & 7) !== 2 || length < 0 || reader.pos + length !== bytes.length) return undefined;
    return guarded(() => ({ kind: kind[0], value: kind[1](bytes.subarray(reader.pos)) }));
  };
}
