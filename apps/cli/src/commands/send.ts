import type { Client } from '@keyway/client';
import { Command, Option } from 'commander';
import { basename } from 'node:path';
import { bytesText } from '../amounts.js';
import { contentTypeOf } from '../body-text.js';
import { withClient } from '../client.js';
import { noteConnection } from '../connection-notes.js';
import type { Context } from '../context.js';
import { inTime } from '../deadline.js';
import { readInput } from '../input.js';
import { duration, timeout, usageError } from '../options.js';
import { ProgressBar } from '../progress.js';
import type { Act } from '../program.js';
import { recipientOf } from '../recipient.js';

interface SendOptions {
  readonly file?: string;
  readonly live?: boolean;
  readonly contentType?: string;
  readonly lifetime?: number;
  readonly timeout?: number;
}

/** A text must be answered for in this time; a file takes as long as it takes. */
const TEXT_MS = 30_000;
/** Long enough for a service that is being started again. */
const CONNECT_MS = 5_000;

export const sendCommand = (act: Act): Command =>
  new Command('send')
    .description('send a text or a file to a client')
    .argument('<to>', 'client id, or @profile for one of this machine')
    .argument('[text]', 'what to send, quoted when it has spaces; - reads it from standard input')
    .option('--file <path>', 'send this file instead of a text, in pieces of 60 KiB')
    .addOption(new Option('--live', 'now or never: it does not wait in the mailbox of a recipient who is away').conflicts('file'))
    .option('--content-type <type>', 'what it is; text/plain; charset=utf-8 unless given, application/octet-stream for what is no text')
    .addOption(
      new Option('--lifetime <duration>', 'it lapses when it was not delivered by then, such as 30s or 7d')
        .argParser(duration)
        .conflicts('file'),
    )
    .addOption(timeout())
    .action(act(send));

async function send(context: Context, options: SendOptions, to: string, text?: string): Promise<void> {
  if (text === undefined && options.file === undefined) {
    throw usageError(`what is to be sent to ${to}? Put a text behind it, - for standard input, or --file <path>`);
  }
  if (text !== undefined && options.file !== undefined) {
    throw usageError(`either a text or --file, not both: ${JSON.stringify(text.slice(0, 40))} and ${options.file}`);
  }
  const recipient = recipientOf(context.home, to);
  const body = text === '-' ? await readInput(context) : text;
  await inTime(options.timeout ?? (options.file === undefined ? TEXT_MS : undefined), context.signal, (signal) =>
    withClient({ ...context, signal }, { timeoutMs: options.timeout ?? CONNECT_MS }, (client) =>
      options.file === undefined
        ? sendText(context, client, recipient, body!, options, signal)
        : sendFile(context, client, recipient, options.file, options, signal),
    ),
  );
}

async function sendText(
  { terminal }: Context,
  client: Client,
  to: string,
  body: string | Uint8Array,
  options: SendOptions,
  signal: AbortSignal,
): Promise<void> {
  noteConnection(client, terminal);
  const startedAt = performance.now();
  const sent = await client.send(to, body, {
    class: options.live ? 'live' : 'durable',
    contentType: options.contentType ?? contentTypeOf(body),
    lifetimeMs: options.lifetime,
    signal,
  });
  const ms = Math.round(performance.now() - startedAt);
  terminal.data({
    event: 'sent',
    to,
    class: options.live ? 'live' : 'durable',
    id: `${sent.stream}:${sent.seq}`,
    acceptedAt: sent.acceptedAt,
    ms,
  });
  terminal.say(`${options.live ? 'delivered' : 'stored for'} ${to} (${ms} ms)`);
}

async function sendFile(
  { terminal }: Context,
  client: Client,
  to: string,
  path: string,
  { contentType }: SendOptions,
  signal: AbortSignal,
): Promise<void> {
  const bar = new ProgressBar(terminal.live, basename(path));
  noteConnection(client, terminal, () => bar.clear());
  let waiting: string | undefined;
  client.on('halted', () => (waiting = 'mailbox full'));
  client.on('resumed', () => (waiting = undefined));
  try {
    const { sha256, bytes } = await client.sendFile(to, path, {
      signal,
      contentType,
      onProgress: (done, total) => bar.update(done, total, waiting),
    });
    const ms = Math.round(bar.elapsedMs);
    bar.clear();
    terminal.data({ event: 'sent', to, file: path, bytes, sha256, ms });
    terminal.say(
      `stored for ${to}: ${basename(path)}, ${bytesText(bytes)} in ${(ms / 1000).toFixed(1)} s (${bytesText(Math.round((bytes / Math.max(1, ms)) * 1000))}/s)`,
    );
    terminal.say(`SHA-256 ${sha256}`);
  } finally {
    bar.clear();
  }
}
