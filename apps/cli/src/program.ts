import { CommanderError, type Command } from 'commander';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { quoted } from '@keyway/fleet';
import type { Act } from './act.js';
import type { Context } from './context.js';
import { exitCodes } from './exit-codes.js';
import { faultLine, faultOf } from './fault.js';
import { listenForInterrupts, type Interrupts } from './interrupts.js';
import { profileName } from './profile.js';
import { Terminal } from './terminal.js';
import { commandTree, everyCommand, namedCommand, pathOf } from './tree.js';

export type { Act } from './act.js';

/** What the process gives the command. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

interface GlobalOptions {
  readonly home?: string;
  readonly json?: boolean;
  readonly as: string;
  readonly fleet?: string;
  readonly passphraseFile?: string;
}

/** Runs one command line and returns the exit code. Never throws, never prints a stack. */
export async function run(around: Surroundings): Promise<number> {
  const given = beforeDashes(around.args);
  const terminal = new Terminal(around.stdin, around.stdout, around.stderr, given.includes('--json'));
  const interrupts = listenForInterrupts();
  const finished: { code: number; command?: Command } = { code: exitCodes.ok };
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
    if (thrown instanceof CommanderError && thrown.code === 'commander.help') return exitCodes.usage; // a group without a command: help was shown
    const fault = faultOf(thrown);
    const { reason, code, message } = fault;
    const command = finished.command ?? namedCommand(program, given);
    terminal.complain(faultLine(fault, command && pathOf(command)), { error: { reason, code, message } });
    return reason === 'aborted' && interrupts.first === 'SIGTERM' ? exitCodes.terminated : fault.exitCode;
  } finally {
    interrupts.close();
  }
}

function build(around: Surroundings, terminal: Terminal, interrupts: Interrupts, finished: { code: number; command?: Command }): Command {
  const act: Act =
    (work) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      finished.command = command;
      const globals = command.optsWithGlobals<GlobalOptions>();
      const context = contextOf(globals, program.getOptionValueSource('as') === 'cli', around.env, terminal, interrupts);
      const args = given.slice(0, -2) as never;
      finished.code = (await work(context, optionsOf(command) as never, ...args)) ?? exitCodes.ok;
    };
  const program = commandTree(act);
  const write = (text: string): void => void around.stdout.write(text);
  for (const command of everyCommand(program)) {
    command.exitOverride(); // its errors come to us
    command.configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined });
    command.configureHelp({ showGlobalOptions: true });
  }
  return program;
}

/** Its own options and those of the groups above it, but not those of every command. */
const optionsOf = (command: Command): object => (command.parent ? { ...optionsOf(command.parent), ...command.opts() } : {});

function contextOf(
  options: GlobalOptions,
  profileGiven: boolean,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
  interrupts: Interrupts,
): Context {
  const usual = join(homedir(), '.keyway');
  const home = resolve(options.home ?? (env['KEYWAY_HOME'] || usual));
  return {
    home,
    homeOption: home === usual ? '' : ` --home ${quoted(home)}`,
    profile: profileName(options.as),
    profileGiven,
    fleet: options.fleet ?? (env['KEYWAY_FLEET_ADDRESS'] || undefined),
    passphraseFile: options.passphraseFile ?? (env['KEYWAY_PASSPHRASE_FILE'] || undefined),
    terminal,
    signal: interrupts.signal,
    urgent: interrupts.urgent,
    env,
  };
}

/** What stands behind `--` is text, whatever it looks like. */
const beforeDashes = (args: readonly string[]): readonly string[] => (args.includes('--') ? args.slice(0, args.indexOf('--')) : args);
