import type { Command, Option } from 'commander';

/** `path` of `--file <path>`; empty for a switch. */
export const valueName = (flags: string): string => /[<[]([^>\]]+?)(?:\.{3})?[>\]]/.exec(flags)?.[1] ?? '';

/** The options a command takes: its own, those of the groups above it, and --help. */
export function everyOption(command: Command): readonly Option[] {
  const above = command.parent ? everyOption(command.parent) : command.createHelp().visibleOptions(command).filter(isHelp);
  return [...command.options, ...above];
}

const isHelp = (option: Option): boolean => option.long === '--help';
