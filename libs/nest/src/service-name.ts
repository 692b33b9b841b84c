import { isServiceName, WireError } from '@keyway/wire';

/** The service a pattern stands for: `service.pattern`, or the pattern itself. Throws `name_invalid`. */
export function serviceNameOf(pattern: unknown, service: string | undefined): string {
  const name = typeof pattern === 'string' && service !== undefined ? `${service}.${pattern}` : pattern;
  if (typeof name === 'string' && isServiceName(name)) return name;
  const shown = typeof name === 'string' ? name : JSON.stringify(name);
  throw new WireError('name_invalid', `the pattern ${shown} is no service: 1 to 64 of a-z 0-9 . _ -`);
}
