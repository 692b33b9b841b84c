import { isServiceName, WireError } from '@keyway/wire';

/** Throws `name_invalid`. */
export function checkServiceName(name: string): void {
  if (!isServiceName(name))
    throw new WireError('name_invalid', `${JSON.stringify(name.slice(0, 100))} is no service: 1 to 64 of a-z 0-9 . _ -`);
}
