import { Command, CommanderError } from 'commander';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { quoted } from '@keyway/fleet';
import { channelCommand } from './commands/channel.js';
import { demoCommand } from './commands/demo.js';
import { keygenCommand } from './commands/keygen.js';
import { listenCommand } from './commands/listen.js';
import { sendCommand } from './commands/send.js';
import { statusCommand } from './commands/status.js';
import { upCommand } from './commands/up.js';
import type { Context } from './context.js';
import { exitCodes } from './exit-codes.js';
import { faultLine, faultOf } from './fault.js';
import { listenForInterrupts, type Interrupts } from './interrupts.js';
import { profileName } from './profile.js';
import { Terminal } from './terminal.js';

/** What the process gives the command. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Wraps the work of a command: what it returns is the exit code, 0 unless it says otherwise. */
export type Act = <O extends object, A extends unknown[]>(
  work: (context: Context, options: O, ...args: A) => Promise<number | void>,
) => (...given: unknown[]) => Promise<void>;

interface GlobalOptions {
  readonly home?: string;
  readonly json?: boolean;
  readonly as: string;
  readonly fleet?: string;
  readonly passphraseFile?: string;
}

/** Runs one command line and returns the exit code. Never throws, never prints a stack. */
export async function run(around: Surroundings): Promise<number> {
  const json = beforeDashes(around.args).includes('--json');
  const terminal = new Terminal(around.stdin, around.stdout, around.stderr, json);
  const interrupts = listenForInterrupts();
  const finished: { code: number; command?: string } = { code: exitCodes.ok };
  const program = build(around, terminal, interrupts, finished);
  if (around.args.length === 0) {
    program.outputHelp();
    return exitCodes.usage;
  }
  try {
    await program.parseAsync(around.args, { from: 'user' });
    return finished.code;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCodes.ok; // --help, --version
    const fault = faultOf(thrown);
    const { reason, code, message } = fault;
    terminal.complain(faultLine(fault, finished.command ?? named(program, around.args)), { error: { reason, code, message } });
    return reason === 'aborted' && interrupts.first === 'SIGTERM' ? exitCodes.terminated : fault.exitCode;
  } finally {
    interrupts.close();
  }
}

function build(around: Surroundings, terminal: Terminal, interrupts: Interrupts, finished: { code: number; command?: string }): Command {
  const act: Act =
    (work) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      finished.command = command.name();
      const globals = command.optsWithGlobals<GlobalOptions>();
      const context = contextOf(globals, around.env, terminal, interrupts);
      const args = given.slice(0, -2) as never;
      finished.code = (await work(context, command.opts(), ...args)) ?? exitCodes.ok;
    };
  const program = new Command('keyway')
    .description('Secure channels on request, and sealed messages over them.')
    .version('0.1.0')
    .option('--home <folder>', 'where keys and state live (KEYWAY_HOME, else ~/.keyway)')
    .option('--as <profile>', 'which identity of this machine to use', 'default')
    .option('--fleet <address>', 'keyway://<fingerprint>@host:port (KEYWAY_FLEET_ADDRESS, else the fleet of this home)')
    .option('--passphrase-file <file>', 'the passphrase of the identity, in a file only you can read (KEYWAY_PASSPHRASE_FILE)')
    .option('--json', 'one JSON value a line instead of text')
    .addHelpText('after', '\nExit codes and examples: docs/cli.md');
  for (const make of [upCommand, keygenCommand, channelCommand, sendCommand, listenCommand, statusCommand, demoCommand]) {
    program.addCommand(make(act));
  }
  for (const command of [program, ...program.commands]) {
    command.exitOverride(); // its errors come to us
    command.configureOutput({ writeOut: (text) => void around.stdout.write(text), writeErr: () => undefined });
    command.configureHelp({ showGlobalOptions: true });
  }
  return program;
}

function contextOf(options: GlobalOptions, env: NodeJS.ProcessEnv, terminal: Terminal, interrupts: Interrupts): Context {
  const usual = join(homedir(), '.keyway');
  const home = resolve(options.home ?? (env['KEYWAY_HOME'] || usual));
  return {
    home,
    homeOption: home === usual ? '' : ` --home ${quoted(home)}`,
    profile: profileName(options.as),
    fleet: options.fleet ?? (env['KEYWAY_FLEET_ADDRESS'] || undefined),
    passphraseFile: options.passphraseFile ?? (env['KEYWAY_PASSPHRASE_FILE'] || undefined),
    terminal,
    signal: interrupts.signal,
    urgent: interrupts.urgent,
    env,
  };
}

/** Which command a line that was not understood is about. */
const named = (program: Command, args: readonly string[]): string | undefined =>
  program.commands.map((command) => command.name()).find((name) => args.includes(name));

/** What stands behind `--` is text, whatever it looks like. */
const beforeDashes = (args: readonly string[]): readonly string[] => (args.includes('--') ? args.slice(0, args.indexOf('--')) : args);
