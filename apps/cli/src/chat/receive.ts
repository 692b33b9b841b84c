import type { Client, FileReceiver, Message } from '@keyway/client';
import { bytesText, clockText } from '../amounts.js';
import { textOf } from '../body-text.js';
import type { Names } from '../names.js';
import type { Terminal } from '../terminal.js';
import type { Book } from './book.js';
import { mostShown, receivedLine } from './transcript.js';

export interface Receiving {
  readonly client: Client;
  readonly terminal: Terminal;
  readonly book: Book;
  readonly names: Names;
  readonly files: FileReceiver;
  readonly me: () => string;
}

/** Shows what comes until `signal` is aborted; what was shown or saved is acknowledged at once. Throws what closed the client for good. */
export async function receiveAll(receiving: Receiving, signal: AbortSignal): Promise<void> {
  for await (const message of receiving.client.messages({ signal })) {
    await meet(receiving, message.from);
    if (message.file) await savePiece(receiving, message);
    else show(receiving, message);
    message.done();
  }
}

/** Who writes for the first time has a name, perhaps one that another key had. */
async function meet({ book, names, terminal }: Receiving, from: string): Promise<void> {
  if (book.get(from)?.name !== undefined) return;
  const name = await names.of(from);
  const before = name === undefined ? undefined : book.learn({ id: from, name, online: true, since: undefined });
  if (before !== undefined) terminal.note(`— ${from} says it is ${name}, and ${name} was ${before} in this chat: it is shown by its id`);
}

function show({ terminal, book, me }: Receiving, message: Message): void {
  const { from, id, contentType, sentAt, storedAt, redelivered, body } = message;
  const text = textOf(contentType, body);
  const content = text === undefined ? { base64: Buffer.from(body).toString('base64') } : { text };
  const peer = book.called(from);
  terminal.data({ event: 'message', from, fromName: book.get(from)?.name, id, contentType, sentAt, storedAt, redelivered, ...content });
  const again = redelivered ? terminal.paint('yellow', ' (again)') : '';
  terminal.say(`${receivedLine({ at: sentAt, me: me(), peer }, contentType, body, terminal.shown ? mostShown : Infinity)}${again}`);
}

async function savePiece({ terminal, book, files, me }: Receiving, message: Message): Promise<void> {
  const { from, sentAt } = message;
  const event = await files.accept(message);
  if (event === undefined || event.kind === 'progress') return;
  const head = `[${clockText(sentAt)}] [${me()}] ${book.called(from)}:`;
  if (event.kind === 'failed') {
    terminal.data({ event: 'file_failed', from, name: event.name, reason: event.reason });
    terminal.note(`${head} a file that cannot be saved: ${event.name} (${event.reason})`);
    return;
  }
  const { name, path, bytes, sha256 } = event;
  terminal.data({ event: 'file', from, name, path, bytes, sha256 });
  terminal.say(`${head} file ${path}, ${bytesText(bytes)}`);
}
