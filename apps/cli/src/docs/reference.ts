import type { Argument, Command, Option } from 'commander';
import { errorTable, type ErrorReason } from '@keyway/wire';
import { exitCodeOf, exitMeanings } from '../exit-codes.js';
import { commandTree, everyCommand, pathOf } from '../tree.js';

const marker = /^\{\{(commands|global options|exit codes|command ([a-z -]+))\}\}$/gm;

/**
 * docs/cli.md: the hand-written template with what the command line itself knows. Markers stand alone on their line: `{{commands}}`,
 * `{{global options}}`, `{{command <path>}}` and `{{exit codes}}`. Throws when a command has no place in the template.
 */
export function cliReference(template: string): string {
  const program = commandTree(() => () => Promise.resolve());
  const missing = new Set(documented(program).map(pathOf));
  const text = template.replaceAll(marker, (_, what: string, path?: string) => {
    if (what === 'commands') return commandTable(program);
    if (what === 'global options') return table(['option', 'meaning'], program.options.filter(isNamed).map(optionRow));
    if (what === 'exit codes') return exitTable();
    const command = everyCommand(program).find((one) => one.parent && pathOf(one) === path);
    if (!command) throw new Error(`the template speaks of \`keyway ${path}\`, which is no command`);
    missing.delete(pathOf(command));
    return commandText(command);
  });
  if (missing.size > 0) throw new Error(`the template lacks: ${[...missing].map((path) => `{{command ${path}}}`).join(', ')}`);
  return text;
}

/** All that do something themselves, and that people are to know of. */
const documented = (program: Command): readonly Command[] =>
  visible(program)
    .flatMap(everyCommand)
    .filter((command) => command.commands.length === 0);

const visible = (command: Command): readonly Command[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .filter((child) => child.name() !== 'help');

const commandTable = (program: Command): string =>
  table(
    ['command', 'what it does'],
    visible(program).map((command) => [`[\`${command.name()}\`](#${command.name()})`, command.description()]),
  );

function commandText(command: Command): string {
  const usage = `\`keyway ${pathOf(command)} ${command.usage()}\`: ${command.description()}.`;
  const rows = [
    ...command.registeredArguments.filter(({ description }) => description).map(argumentRow),
    ...command.options.filter(isNamed).map(optionRow),
  ];
  return rows.length === 0 ? usage : `${usage}\n\n${table(['', 'meaning'], rows)}`;
}

const argumentRow = (argument: Argument): Row => [
  `\`${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}\``,
  withExtras(argument.description, argument.argChoices, undefined),
];

const optionRow = (option: Option): Row => [
  `\`${option.flags}\``,
  withExtras(option.description, option.argChoices, option.defaultValueDescription ?? plainDefault(option)),
];

const plainDefault = ({ defaultValue }: Option): string | undefined =>
  typeof defaultValue === 'string' || typeof defaultValue === 'number' ? String(defaultValue) : undefined;

const withExtras = (text: string, choices: readonly string[] | undefined, standard: string | undefined): string =>
  [
    text.replaceAll('<', String.raw`\<`),
    choices && `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`,
    standard && `\`${standard}\` unless given`,
  ]
    .filter(Boolean)
    .join('; ');

const isNamed = (option: Option): boolean => !option.hidden && option.long !== '--version';

function exitTable(): string {
  const reasons = Object.keys(errorTable) as ErrorReason[];
  const of = (code: number): string =>
    reasons
      .filter((reason) => exitCodeOf(reason) === code)
      .map((reason) => `\`${reason}\``)
      .join(', ');
  return table(
    ['code', 'meaning', 'reasons'],
    exitMeanings.map(([code, meaning]) => [String(code), meaning, of(code)]),
  );
}

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
