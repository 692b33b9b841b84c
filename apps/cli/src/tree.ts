import { Command } from 'commander';
import type { Act } from './act.js';
import { adminCommand } from './commands/admin/index.js';
import { channelCommand } from './commands/channel.js';
import { chatCommand } from './commands/chat.js';
import { completionCommand } from './commands/completion.js';
import { demoCommand } from './commands/demo.js';
import { enrollCommand } from './commands/enroll.js';
import { fleetCommand } from './commands/fleet/index.js';
import { keyCommand } from './commands/key.js';
import { keygenCommand } from './commands/keygen.js';
import { listCommand } from './commands/list.js';
import { listenCommand } from './commands/listen.js';
import { requestCommand } from './commands/request.js';
import { sendCommand } from './commands/send.js';
import { serveCommand } from './commands/serve.js';
import { statusCommand } from './commands/status.js';
import { upCommand } from './commands/up.js';
import { completeCommand } from './completion/complete-command.js';

/** Every command, in the order of help and docs/cli.md. */
const makers: readonly ((act: Act) => Command)[] = [
  upCommand,
  keygenCommand,
  keyCommand,
  enrollCommand,
  channelCommand,
  chatCommand,
  sendCommand,
  listenCommand,
  requestCommand,
  serveCommand,
  listCommand,
  statusCommand,
  fleetCommand,
  adminCommand,
  demoCommand,
  completionCommand,
];

/** The whole command line. Help, completion and docs/cli.md are made from it. */
export function commandTree(act: Act): Command {
  const program = new Command('keyway')
    .description('Secure channels on request, and sealed messages over them.')
    .version('0.1.0')
    .option('--home <folder>', 'where keys and state live (else KEYWAY_HOME, else ~/.keyway)')
    .option('--as <profile>', 'which identity of this machine to use', 'default')
    .option(
      '--fleet <address>',
      'keyway://<fingerprint>@host:port, or a fleet this home knows (else KEYWAY_FLEET_ADDRESS, else the fleet that lives in the home)',
    )
    .option('--passphrase-file <file>', 'the passphrase of the identity, in a file only you can read (else KEYWAY_PASSPHRASE_FILE)')
    .option('--json', 'one JSON value a line instead of text')
    .addHelpText('after', '\nExit codes and examples: docs/cli.md');
  for (const make of makers) program.addCommand(make(act));
  program.addCommand(completeCommand(act), { hidden: true });
  return program;
}

/** A command and all below it, each before its own. */
export function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** `admin client add`: without the name of the program. Empty for the program itself. */
export function pathOf(command: Command): string {
  if (!command.parent) return '';
  return [pathOf(command.parent), command.name()].filter(Boolean).join(' ');
}

/** The command that a line names, also one that cannot be understood; undefined when it names none. */
export function namedCommand(program: Command, words: readonly string[]): Command | undefined {
  let found: Command | undefined;
  for (const word of words) {
    const next = (found ?? program).commands.find((command) => command.name() === word);
    found = next ?? found;
  }
  return found;
}
