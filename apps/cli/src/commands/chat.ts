import type { Client } from '@keyway/client';
import { Command } from 'commander';
import type { Act } from '../act.js';
import { Chat } from '../chat/chat.js';
import { showProtocol } from '../chat/debug.js';
import { joinFleet } from '../chat/join.js';
import { noteConnection } from '../connection-notes.js';
import type { Context } from '../context.js';
import { timeout } from '../options.js';
import { readPassphraseFile } from '../passphrase.js';

interface ChatCommandOptions {
  readonly name?: string;
  readonly tokenFile?: string;
  readonly debug?: boolean;
  readonly history: boolean;
  readonly timeout: number;
}

export const chatCommand = (act: Act): Command =>
  new Command('chat')
    .description('write and read at once; once more for the same profile it is another session of the same person')
    .option('--name <name>', 'the name to be found by; a profile that has no key gets one as well')
    .option('--token-file <file>', 'the token an operator gave, for a fleet that is closed, in a file only you can read')
    .option('--debug', 'show the work of the protocol')
    .option('--no-history', 'keep nothing of what is typed')
    .addOption(timeout('5s'))
    .action(act(chat));

async function chat(
  context: Context,
  { name, tokenFile, timeout: timeoutMs, debug = false, history }: ChatCommandOptions,
): Promise<number> {
  const token = tokenFile === undefined ? undefined : tokenIn(tokenFile);
  const { terminal } = context;
  const watching: (() => void)[] = [];
  const opened = (client: Client): void => {
    noteConnection(client, terminal);
    if (debug) watching.push(showProtocol(client, terminal));
  };
  try {
    const joined = await joinFleet(context, { timeoutMs, token, opened, makeKey: name !== undefined || terminal.keyboard !== undefined });
    return await new Chat(context, joined, { name, history }).run();
  } finally {
    for (const stop of watching) stop();
  }
}

function tokenIn(file: string): string {
  const secret = readPassphraseFile(file);
  try {
    return secret.use((bytes) => Buffer.from(bytes).toString('latin1').trim());
  } finally {
    secret.wipe();
  }
}
