import { WireError } from '@keyway/wire';
import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal.js';

/** Asks at the terminal. Only the whole word `yes` is one; Ctrl-C and Ctrl-D are `aborted`. */
export async function confirmed(terminal: Terminal, question: string, signal: AbortSignal): Promise<boolean> {
  const { stdin, live } = terminal;
  if (!terminal.interactive || !live) return false;
  const lines = createInterface({ input: stdin, output: live });
  const closed = new AbortController();
  lines.once('close', () => closed.abort());
  try {
    return (await lines.question(question, { signal: AbortSignal.any([signal, closed.signal]) })).trim() === 'yes';
  } catch (cause) {
    throw new WireError('aborted', undefined, { cause });
  } finally {
    lines.close();
  }
}
