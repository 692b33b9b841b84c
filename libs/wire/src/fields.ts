/** Checks of decoded fields. They throw RangeError, which `guarded` turns into undefined: peer bytes never throw further. */
export const empty = new Uint8Array(0);
/** One for all: junk from strangers must not cost a stack trace each. */
export const refused = new RangeError('a field is not as it should be');

export function exactly(bytes: Uint8Array | null | undefined, length: number): Uint8Array {
  if (bytes?.length !== length) throw refused;
  return bytes;
}

export const exactlyOrEmpty = (bytes: Uint8Array | null | undefined, length: number): Uint8Array =>
  bytes === null || bytes === undefined || bytes.length === 0 ? empty : exactly(bytes, length);

export function between(bytes: Uint8Array | null | undefined, least: number, most: number): Uint8Array {
  const value = bytes ?? empty;
  if (value.length < least || value.length > most) throw refused;
  return value;
}

/** At most `most` characters. */
export function text(value: string | null | undefined, most: number): string {
  const string = value ?? '';
  if (string.length > most) throw refused;
  return string;
}

export function ranged(value: number | null | undefined, least: number, most: number): number {
  const number = value ?? 0;
  if (number < least || number > most) throw refused;
  return number;
}

/** A list of `least` to `most` entries, each of them read by `read`. */
export function listed<T, R>(list: readonly T[] | null | undefined, least: number, most: number, read: (entry: T) => R): readonly R[] {
  const entries = list ?? [];
  if (entries.length < least || entries.length > most) throw refused;
  return entries.map((entry) => read(entry));
}

/** Client and key ids, 32 bytes each. */
export const idList = (list: readonly Uint8Array[] | null | undefined, least: number, most: number): readonly Uint8Array[] =>
  listed(list, least, most, (id) => exactly(id, 32));

/** What encoders take of `T`: fields may be missing, and are empty then. */
export type Sparse<T> = T extends Uint8Array | string | number | boolean | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Sparse<E>[]
    : { readonly [K in keyof T]?: Sparse<T[K]> | undefined };

/** protobufjs decodes 64-bit fields to `Long`; ours are times and counts below 2^53. */
export function toNumber(value: number | { toNumber(): number } | null | undefined): number {
  const number = typeof value === 'number' ? value : (value?.toNumber() ?? 0);
  if (!Number.isSafeInteger(number) || number < 0) throw refused;
  return number;
}

/**
 * The same memory as a plain `Uint8Array`. Decoders go through this, because a `Buffer`'s `slice` is no copy: who copies a field to
 * keep it would keep the whole message.
 */
export const plain = (bytes: Uint8Array): Uint8Array =>
  Object.getPrototypeOf(bytes) === Uint8Array.prototype ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

export function guarded<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
