import { limits, WireError } from '@keyway/wire';
import { addAbortSignal } from 'node:stream';
import type { Context } from './context.js';

/** All of standard input. Throws `too_large` when it is more than fits into one message or request, `aborted`. */
export async function readInput({ terminal, signal }: Context): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of addAbortSignal(signal, terminal.stdin) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.bodyBytes) throw new WireError('too_large', `it has ${limits.bodyBytes} bytes at most`);
      chunks.push(chunk);
    }
  } catch (thrown) {
    throw signal.aborted ? new WireError('aborted', undefined, { cause: thrown }) : thrown;
  }
  return Buffer.concat(chunks);
}
