import { requestHash } from '@keyway/session';
import type { ChannelRequest, ErrorReason } from '@keyway/wire';
import { codeOf, encodeEnvelope } from '@keyway/wire';

/** What strangers may hear by name: it depends on nothing but their own bytes, the clock and the state of the fleet. */
const named: ReadonlySet<ErrorReason> = new Set([
  'malformed',
  'version_unsupported',
  'suite_unsupported',
  'frame_forbidden',
  'request_stale',
  'fleet_wrong',
]);

/** Faults that pass: of a service that is away or overloaded, or of its disk. */
const passing: ReadonlySet<ErrorReason> = new Set(['unavailable', 'backpressure', 'store_full', 'store_failed', 'aborted', 'timed_out']);

/** Nobody needs to hear more than that something of ours failed. */
const ours: ReadonlySet<ErrorReason> = new Set(['internal', 'forbidden', 'state_damaged', 'key_damaged', 'too_large', 'config_invalid']);

/** What a stranger is told for a true reason. One answer for unknown, forged, repeated and refused clients: it proves nothing about anybody. */
export function told(reason: ErrorReason): ErrorReason {
  if (named.has(reason)) return reason;
  if (passing.has(reason)) return 'unavailable';
  return ours.has(reason) ? 'internal' : 'unauthorised';
}

/**
 * What auth's answer is told as. `forbidden` in it means a client that proved its key and is blocked: who holds the key may hear so. The same
 * reason for a call that auth did not answer is a fault of ours.
 */
export const toldOfAnswer = (reason: ErrorReason): ErrorReason => (reason === 'forbidden' ? reason : told(reason));

/** When to ask again, milliseconds: a fleet that cannot answer now, and one that has blocked the client. */
const retryAfterMs: Partial<Record<ErrorReason, number>> = { unavailable: 1_000, forbidden: 10_000 };

/** @returns an encoded Refusal. The hash tells the client which request is meant; empty for one that could not be read. */
export const refusal = (reason: ErrorReason, request: ChannelRequest | undefined, now: number): Uint8Array =>
  encodeEnvelope({
    kind: 'refusal',
    value: {
      code: codeOf(reason),
      requestHash: request ? requestHash(request) : empty,
      timeMs: now,
      retryAfterMs: retryAfterMs[reason] ?? 0,
    },
  });

const empty = new Uint8Array(0);
