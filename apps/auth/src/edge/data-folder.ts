import { makeFolder } from '@keyway/service-kit';
import { WireError } from '@keyway/wire';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the folder, mode 0700, when it is missing.
 * @returns the path of the registry in it. Throws WireError `file_unreadable`, or `key_exposed` when others can enter.
 */
export function registryIn(folder: string): string {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new WireError('file_unreadable', `${folder} (${String((cause as NodeJS.ErrnoException).code)}), which AUTH_DATA names`, {
      cause,
    });
  }
  if ((statSync(folder).mode & 0o077) !== 0)
    throw new WireError('key_exposed', `others can enter ${folder}, which AUTH_DATA names: chmod 700 it`);
  return join(folder, 'registry.sqlite');
}
