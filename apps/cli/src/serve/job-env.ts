import type { ServiceRequest } from '@keyway/client';
import { oneLine } from '../printable.js';

/** What a command sees of our own surroundings: no KEYWAY_ setting, nothing that may be secret. */
const kept = ['PATH', 'HOME', 'LANG'] as const;

/** The environment of a command that answers one request. @param fromName - what the fleet says, a hint only. */
export function jobEnv(own: NodeJS.ProcessEnv, request: ServiceRequest, fromName: string | undefined): Record<string, string> {
  const env: Record<string, string> = {
    KEYWAY_SERVICE: request.service,
    KEYWAY_FROM: request.from,
    KEYWAY_KEY: request.key,
    KEYWAY_ATTEMPT: String(request.attempt),
    KEYWAY_DEADLINE_MS: String(request.deadline.getTime()),
    KEYWAY_CONTENT_TYPE: oneLine(request.contentType), // from whoever asks: a NUL would keep the command from starting
  };
  if (fromName !== undefined) env['KEYWAY_FROM_NAME'] = oneLine(fromName);
  for (const name of kept) if (own[name] !== undefined) env[name] = own[name];
  return env;
}
