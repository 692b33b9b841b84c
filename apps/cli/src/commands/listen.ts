import { FileReceiver, type Client, type Message } from '@keyway/client';
import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { bodyText, textOf } from '../body-text.js';
import { bytesText, clockText } from '../amounts.js';
import { withClient } from '../client.js';
import { noteConnection } from '../connection-notes.js';
import { Names, withName } from '../names.js';
import type { Context } from '../context.js';
import { count, timeout } from '../options.js';
import { profileFolder } from '../profile.js';
import { ProgressBar } from '../progress.js';
import type { Act } from '../program.js';
import type { Terminal } from '../terminal.js';

interface ListenOptions {
  readonly count?: number;
  readonly files?: string;
  readonly timeout: number;
}

export const listenCommand = (act: Act): Command =>
  new Command('listen')
    .description('show messages as they come and save files, until Ctrl-C')
    .option('--count <number>', 'end after so many messages and files', count)
    .option('--files <folder>', "where files are saved (the profile's own folder)")
    .addOption(timeout('5s'))
    .addHelpText('after', '\n--timeout is for the first connection; once attached it comes back by itself, however long the fleet is away.')
    .action(act(listen));

async function listen(context: Context, options: ListenOptions): Promise<void> {
  const { terminal, signal, home, profile } = context;
  const folder = resolve(options.files ?? join(profileFolder(home, profile), 'files'));
  await withClient(context, { timeoutMs: options.timeout }, async (client) => {
    const bar = new ProgressBar(terminal.live, 'receiving');
    noteConnection(client, terminal, () => bar.clear());
    terminal.data({ event: 'listening', profile, id: client.id, files: folder });
    terminal.note(`listening as ${profile} ${client.id}; files go to ${folder}; Ctrl-C ends`);
    const receiver = new FileReceiver(folder);
    try {
      await showAll({ client, receiver, terminal, bar, names: new Names(client) }, options.count ?? Infinity, signal);
    } finally {
      bar.clear();
      await receiver.close();
    }
  });
}

/** Characters of one message on a terminal; a pipe gets all. */
const mostShown = 4_000;

/** Where messages go. */
interface Screen {
  readonly client: Client;
  readonly receiver: FileReceiver;
  readonly terminal: Terminal;
  readonly bar: ProgressBar;
  readonly names: Names;
}

/** What was shown or saved is acknowledged at once: it does not come again after Ctrl-C. */
async function showAll(screen: Screen, wanted: number, signal: AbortSignal): Promise<void> {
  let shown = 0;
  for await (const message of screen.client.messages({ signal })) {
    const isWhole = message.file ? await savePiece(screen, message) : await show(screen, message);
    message.done();
    shown += isWhole ? 1 : 0;
    if (shown >= wanted) return;
  }
}

/** @returns true when a file is whole with this piece. */
async function savePiece({ receiver, terminal, bar, names }: Screen, message: Message): Promise<boolean> {
  const { from, id, redelivered, body } = message;
  const event = await receiver.accept(message);
  terminal.data({ event: 'piece', from, id, redelivered, index: message.file!.index, bytes: body.length });
  if (event === undefined) return false;
  if (event.kind === 'progress') {
    bar.update(event.receivedBytes, event.totalBytes);
    return false;
  }
  bar.clear();
  if (event.kind === 'failed') {
    terminal.data({ event: 'file_failed', from, name: event.name, reason: event.reason });
    terminal.note(`[${clockText(new Date())}] — a file of ${from} cannot be saved: ${event.name} (${event.reason})`);
    return false;
  }
  const { name, path, bytes, sha256 } = event;
  const fromName = await names.of(from);
  terminal.data({ event: 'file', from, fromName, name, path, bytes, sha256 });
  terminal.say(`${opening(terminal, message, fromName)}: file ${path}, ${bytesText(bytes)}, SHA-256 ${sha256}`);
  return true;
}

async function show({ terminal, bar, names }: Screen, message: Message): Promise<true> {
  const { from, id, contentType, sentAt, storedAt, redelivered, body } = message;
  const text = textOf(contentType, body);
  const content = text === undefined ? { base64: Buffer.from(body).toString('base64') } : { text };
  const fromName = await names.of(from);
  bar.clear();
  terminal.data({ event: 'message', from, fromName, id, class: message.class, contentType, sentAt, storedAt, redelivered, ...content });
  const again = redelivered ? terminal.paint('yellow', ' (again)') : '';
  terminal.say(`${opening(terminal, message, fromName)}:${again} ${bodyText(contentType, body, terminal.shown ? mostShown : Infinity)}`);
  return true;
}

const opening = (terminal: Terminal, { from, sentAt }: Message, fromName: string | undefined): string =>
  `${terminal.paint('dim', `[${clockText(sentAt)}]`)} ${terminal.paint('cyan', withName(from, fromName))}`;
