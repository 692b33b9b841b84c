import type { AdminClient } from '@keyway/client';
import { Command } from 'commander';
import type { Act } from '../../act.js';
import type { Context } from '../../context.js';
import { withOperator, type OperatorOptions } from '../../operator.js';
import { oneLine } from '../../printable.js';
import type { Terminal } from '../../terminal.js';

interface ClientsOptions extends OperatorOptions {
  readonly blocked?: boolean;
  readonly name?: string;
}

export const clientsCommand = (act: Act): Command =>
  new Command('clients')
    .description('everybody the fleet knows, by id')
    .option('--blocked', 'only those who are blocked')
    .option('--name <start>', 'only names that begin so')
    .action(act(clients));

async function clients(context: Context, options: ClientsOptions): Promise<void> {
  const { terminal } = context;
  const { blocked, name } = options;
  await withOperator(context, options, async ({ admin }) => {
    let count = 0;
    for await (const client of admin.clients({ blocked, name })) {
      count += 1;
      terminal.data(client);
      terminal.say(clientLine(terminal, client));
    }
    terminal.note(`${count} ${count === 1 ? 'client' : 'clients'}`);
  });
}

function clientLine(terminal: Terminal, { id, name, kind, rights, blocked, seen, channels }: AdminClient): string {
  const when = seen === undefined ? 'never seen' : `seen ${seen.toISOString()}, ${channels} ${channels === 1 ? 'channel' : 'channels'}`;
  const state = blocked ? terminal.paint('red', ' blocked') : '';
  return `${id}  ${oneLine(name ?? '-').padEnd(16)} ${kind.padEnd(8)} ${rights.join(',')}${state}  ${when}`;
}
