import { WireError } from '@keyway/wire';

/*
 * Why a listen or a dial failed, in the words of the one error table: `address_invalid`, `port_taken`, `peer_unreachable`,
 * `timed_out`, `aborted`. The sentence names the endpoint and the remedy; `cause` is for our log only.
 * What befalls a link later is a LinkCloseReason instead.
 */

export const badEndpoint = (detail: string, cause?: unknown) => new WireError('address_invalid', detail, { cause });

export const unreachable = (endpoint: string, cause?: unknown) =>
  new WireError('peer_unreachable', `${endpoint}${codeOf(cause)}: check the address and that the service is running`, { cause });

export const timedOut = (endpoint: string, ms: number) =>
  new WireError('timed_out', `${endpoint} did not answer within ${ms} ms: check the network path, or allow more time`);

export const aborted = (endpoint: string, cause: unknown) =>
  new WireError('aborted', `the attempt to reach ${endpoint} was given up`, { cause });

/** From what listening on `endpoint` failed with. */
export const cannotListen = (endpoint: string, cause: unknown) =>
  codeOf(cause).includes('EADDRINUSE')
    ? new WireError('port_taken', `${endpoint}: stop the process that holds it, or choose another port`, { cause })
    : badEndpoint(`cannot listen on ${endpoint}${codeOf(cause)}: use an address of this machine and a port this user may open`, cause);

/** An abbreviation like ` (ECONNREFUSED)`; the texts of the network libraries are not ours to repeat. */
const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? ` (${cause.code})` : '';
