import type { Reply } from '@keyway/client';
import { limits, WireError } from '@keyway/wire';
import { Command } from 'commander';
import { readFileSync, statSync } from 'node:fs';
import type { Act } from '../act.js';
import { bodyText, contentTypeOf, textOf } from '../body-text.js';
import { withClient } from '../client.js';
import { noteConnection } from '../connection-notes.js';
import type { Context } from '../context.js';
import { readInput } from '../input.js';
import { Names, withName } from '../names.js';
import { timeout, usageError } from '../options.js';
import { oneLine, printable } from '../printable.js';

interface RequestOptions {
  readonly file?: string;
  readonly contentType?: string;
  readonly timeout: number;
}

export const requestCommand = (act: Act): Command =>
  new Command('request')
    .description('ask a service and show its answer')
    .argument('<service>', 'the name of the service')
    .argument('[body]', 'what to ask, quoted when it has spaces; - reads it from standard input; an empty request without')
    .option('--file <path>', 'ask with what is in this file')
    .option('--content-type <type>', 'what it is; text/plain; charset=utf-8 unless given, application/octet-stream for what is no text')
    .addOption(timeout('10s'))
    .action(act(request));

async function request(context: Context, options: RequestOptions, service: string, text?: string): Promise<void> {
  if (text !== undefined && options.file !== undefined) throw usageError('either a body or --file, not both');
  if (options.timeout > limits.requestTimeoutMs) throw usageError(`a request waits ${limits.requestTimeoutMs / 60_000} min at most`);
  const body = await bodyOf(context, options, text);
  const { timeout: timeoutMs } = options;
  await withClient(context, { timeoutMs }, async (client) => {
    noteConnection(client, context.terminal);
    const startedAt = performance.now();
    const contentType = options.contentType ?? contentTypeOf(body);
    const reply = await client.request(service, body, { timeoutMs, contentType, signal: context.signal });
    const ms = Math.round(performance.now() - startedAt);
    show(context, reply, await new Names(client).of(reply.source), ms);
  });
}

async function bodyOf(context: Context, { file }: RequestOptions, text: string | undefined): Promise<string | Uint8Array> {
  if (text === '-') return readInput(context);
  return file === undefined ? (text ?? '') : readBody(file);
}

function readBody(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new WireError('file_unreadable', `${path} is no regular file`);
    if (found.size > limits.bodyBytes)
      throw new WireError('too_large', `${path} has ${found.size} bytes, a request ${limits.bodyBytes} at most`);
    return readFileSync(path);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    throw typeof code === 'string' ? new WireError('file_unreadable', `${path} (${code})`, { cause: thrown }) : thrown;
  }
}

/** A pipe gets the answer byte for byte, a terminal nothing that it would obey. */
function show({ terminal }: Context, { body, contentType, source, service }: Reply, sourceName: string | undefined, ms: number): void {
  const text = textOf(contentType, body);
  const content = text === undefined ? { base64: Buffer.from(body).toString('base64') } : { text };
  terminal.data({ event: 'reply', service, source, sourceName, contentType, ms, ...content });
  terminal.note(`answered by ${withName(source, sourceName)} in ${ms} ms, ${oneLine(contentType) || 'bytes'}`);
  if (terminal.shown) terminal.say(text === undefined ? bodyText(contentType, body, 0) : printable(text).trimEnd());
  else if (!terminal.json) terminal.bytes(body);
}
