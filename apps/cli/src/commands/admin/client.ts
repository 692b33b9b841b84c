import { Command } from 'commander';
import type { Act } from '../../act.js';
import { addClient } from './client-add.js';
import { importClients } from './client-import.js';

export const clientCommand = (act: Act): Command =>
  new Command('client')
    .description('let clients in by their public keys')
    .addCommand(
      new Command('add')
        .description('let one client in, also when the fleet is closed')
        .argument('<file|@profile|->', 'its public key in any format of `keyway key`; - reads it from standard input')
        .option('--name <name>', 'the name it gets')
        .option('--hidden', 'members do not see it')
        .option('--operator', 'it may do what operators do')
        .action(act(addClient)),
    )
    .addCommand(
      new Command('import')
        .description('let all clients of a list in')
        .argument('<clients.csv>', 'columns key, name, hidden and operator, named in the first line; - reads standard input')
        .option('--dry-run', 'read the whole list, say what is wrong with it, and change nothing')
        .action(act(importClients)),
    );
