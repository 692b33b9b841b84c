import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { usageError } from '../options.js';

/** The file behind a command, as execvp(3) finds it. Throws a usage error when there is none that can be run. */
export function commandPath(command: string, path: string): string {
  const places = command.includes('/') ? [resolve(command)] : path.split(delimiter).map((folder) => join(folder || '.', command));
  const found = places.find(canRun);
  if (found === undefined) throw usageError(`there is no command ${JSON.stringify(command)} that can be run`);
  return found;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
