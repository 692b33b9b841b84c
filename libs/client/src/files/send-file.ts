import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { randomBytes } from '@keyway/crypto';
import { WireError } from '@keyway/wire';
import { aborted } from '../alarm.js';
import type { PostOptions, Settle } from '../outbox.js';

/** With its headers a piece fills a record and no more. */
export const pieceBytes = 60 * 1_024;
/** Pieces without an answer: enough to fill the line, little enough to be held in memory. */
const mostInFlight = 32;

export interface SendFileOptions {
  /** Told after each piece the fleet has answered for. */
  readonly onProgress?: ((sentBytes: number, totalBytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly contentType?: string | undefined;
}

export interface FileSent {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/** How a piece is handed to the outbox; gives it up when the signal is aborted. */
export type PostPiece = (body: Uint8Array, settle: Settle, signal: AbortSignal, options: PostOptions) => void;

/**
 * Reads a file once, from start to end, and posts its pieces in order as durable messages. Rejects with a WireError:
 * `file_unreadable`, `aborted`, and what `send` rejects with; pieces that have left are not called back.
 */
export async function sendFile(post: PostPiece, path: string, options: SendFileOptions): Promise<FileSent> {
  const { signal } = options;
  if (signal?.aborted) throw aborted(signal);
  const file = await open(path, 'r').catch((cause: unknown) => fail(path, cause));
  const failed = new AbortController();
  const onAbort = (): void => failed.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const size = await sizeOf(file, path);
    return await sendPieces(file, path, size, post, failed, options);
  } catch (thrown) {
    failed.abort(thrown);
    throw signal?.aborted ? aborted(signal) : thrown;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await file.close();
  }
}

async function sendPieces(
  file: FileHandle,
  path: string,
  size: number,
  post: PostPiece,
  failed: AbortController,
  { onProgress, contentType }: SendFileOptions,
): Promise<FileSent> {
  const hash = createHash('sha256');
  const transfer = randomBytes(16);
  const flight = new Flight(mostInFlight);
  let answered = 0;
  for (let index = 0, offset = 0; index === 0 || offset < size; index += 1) {
    const data = await readPiece(file, path, Math.min(pieceBytes, size - offset));
    hash.update(data);
    const isLast = offset + data.length === size;
    const sha256 = isLast ? hash.copy().digest() : none;
    const piece = { transfer, index, offset, size, name: index === 0 ? shortName(path) : '', sha256 };
    await flight.room();
    const settle: Settle = (error) => {
      if (error === undefined) onProgress?.((answered += data.length), size);
      flight.landed(error);
    };
    flight.started();
    post(data, settle, failed.signal, { contentType, file: piece });
    offset += data.length;
  }
  await flight.empty();
  return { sha256: hash.digest('hex'), bytes: size };
}

/** Counts pieces under way; the first that fails ends all. */
class Flight {
  #underWay = 0;
  #error: WireError | undefined;
  #wake: () => void = () => undefined;

  constructor(private readonly most: number) {}

  started(): void {
    this.#underWay += 1;
  }
  landed(error: WireError | undefined): void {
    this.#underWay -= 1;
    this.#error ??= error;
    this.#wake();
  }
  room(): Promise<void> {
    return this.#until(this.most - 1);
  }
  empty(): Promise<void> {
    return this.#until(0);
  }

  async #until(most: number): Promise<void> {
    while (this.#error === undefined && this.#underWay > most) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#error) throw this.#error;
  }
}

async function sizeOf(file: FileHandle, path: string): Promise<number> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new WireError('file_unreadable', `${path} is no regular file`);
  return stat.size;
}

async function readPiece(file: FileHandle, path: string, bytes: number): Promise<Uint8Array> {
  const data = new Uint8Array(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(data, filled, bytes - filled).catch((cause: unknown) => fail(path, cause));
    if (bytesRead === 0) throw new WireError('file_unreadable', `${path} became shorter while it was sent`);
    filled += bytesRead;
  }
  return data;
}

/** 255 bytes of UTF-8 and 255 characters at most, cut at a whole character; its end with the suffix stays. */
function shortName(path: string): string {
  let name = basename(path);
  while (Buffer.byteLength(name) > 255) name = [...name].slice(1).join('');
  return name;
}

const fail = (path: string, cause: unknown): never => {
  const code = (cause as { code?: unknown } | null)?.code;
  throw new WireError('file_unreadable', `${path}${typeof code === 'string' ? ` (${code})` : ''}`, { cause });
};
const none = new Uint8Array(0);
