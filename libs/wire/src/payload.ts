import { keyway } from '#generated';
import { between, exactly, exactlyOrEmpty, guarded, plain, refused, toNumber } from './fields.js';

/** What clients put into a message body. Routers never look inside. */
export interface Payload {
  /** A media type, at most 127 characters; empty: application/octet-stream. */
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly file?: FileChunk | undefined;
}

/** Says which piece of which file the data is. */
export interface FileChunk {
  /** 16 random bytes, one value for all pieces of a file. */
  readonly transfer: Uint8Array;
  readonly index: number;
  readonly offset: number;
  readonly size: number;
  /** Piece 0 only: a base name without a path. */
  readonly name: string;
  /** Last piece only: SHA-256 of the whole file; else empty. */
  readonly sha256: Uint8Array;
}

export const encodePayload = (payload: Payload): Uint8Array => keyway.v1.Payload.encode(payload as keyway.v1.Payload.$Properties).finish();

/** Bytes a payload without file and content type adds around its data, at most. */
export const payloadOverheadBytes = 256;

/** @returns undefined for a body that is no payload; `data` aliases `bytes`. */
export const decodePayload = (bytes: Uint8Array): Payload | undefined =>
  guarded(() => {
    const m = keyway.v1.Payload.decode(plain(bytes));
    if (m.contentType.length > 127) throw refused;
    return { contentType: m.contentType, data: m.data, ...(m.file ? { file: toFileChunk(m.file as keyway.v1.FileChunk) } : {}) };
  });

const toFileChunk = (m: keyway.v1.FileChunk): FileChunk => {
  if (m.name.length > 255) throw refused;
  return {
    transfer: exactly(m.transfer, 16),
    index: m.index,
    offset: toNumber(m.offset),
    size: toNumber(m.size),
    name: m.name,
    sha256: exactlyOrEmpty(between(m.sha256, 0, 32), 32),
  };
};
