/** What a caller should do about an error. */
export type RetryAdvice = 'never' | 'backoff' | 'renew_channel' | 'reattach' | 'wait';

/**
 * The one error table, mirrored in proto/keyway/v1/error.proto. Names and numbers are API; texts are not.
 * 1xxx: not the protocol. 2xxx: who may. 3xxx: life of a channel. 4xxx: delivery. 5xxx: found locally, never on the wire. 9xxx: ours.
 */
export const errorTable = {
  malformed: { code: 1001, retry: 'never', text: 'the bytes do not follow the protocol' },
  too_large: { code: 1002, retry: 'never', text: 'larger than the limit allows' },
  version_unsupported: { code: 1003, retry: 'never', text: 'this protocol version is not spoken here: update the older side' },
  suite_unsupported: { code: 1004, retry: 'never', text: 'none of the offered suites and groups is accepted here' },
  frame_forbidden: { code: 1005, retry: 'never', text: 'this kind of message is not allowed here' },

  unauthorised: { code: 2001, retry: 'renew_channel', text: 'not accepted' }, // unknown, expired, revoked, forged: one answer, no oracle
  forbidden: { code: 2002, retry: 'wait', text: 'proven, but not allowed' },
  request_stale: { code: 2003, retry: 'never', text: 'the request is too old or from the future: check the clock of this machine' },
  fleet_key_mismatch: { code: 2004, retry: 'never', text: 'this is not the pinned fleet: its root key has another fingerprint' },
  bad_manifest: {
    code: 2005,
    retry: 'backoff',
    text: 'the manifest of the fleet is forged, expired, not yet valid or older than the known one',
  },
  bad_grant: { code: 2006, retry: 'backoff', text: 'the answer to the channel request does not prove itself' },
  bad_transcript: { code: 2007, retry: 'never', text: 'the signature does not fit what was received' },
  router_unproven: { code: 2008, retry: 'backoff', text: 'the router did not prove that it is the one in the manifest' },
  fleet_wrong: { code: 2009, retry: 'never', text: 'the request was signed for another fleet' },
  name_taken: { code: 2010, retry: 'never', text: 'the name belongs to somebody else, or looks like one that does' },
  name_invalid: { code: 2011, retry: 'never', text: 'not a name' },

  channel_expired: { code: 3001, retry: 'renew_channel', text: 'the lease of the channel has ended' },
  session_idle: { code: 3002, retry: 'reattach', text: 'the peer was silent for too long' },
  session_replaced: { code: 3003, retry: 'never', text: 'another session of the same client took over' },
  session_gap: { code: 3004, retry: 'reattach', text: 'a record is missing' },
  session_draining: { code: 3005, retry: 'reattach', text: 'the router is stopping' },
  session_closed: { code: 3006, retry: 'never', text: 'closed as asked' },
  key_spent: { code: 3007, retry: 'reattach', text: 'the session keys reached their limit' },

  peer_unreachable: { code: 4001, retry: 'backoff', text: 'nobody answers at that address' },
  backpressure: { code: 4002, retry: 'backoff', text: 'the queue is full for the moment' },
  recipient_unknown: { code: 4003, retry: 'never', text: 'this fleet knows no such recipient' },
  recipient_offline: { code: 4004, retry: 'backoff', text: 'the recipient is not attached, and live messages do not wait' },
  mailbox_full: { code: 4005, retry: 'wait', text: 'the mailbox of the recipient is full' },
  message_expired: { code: 4006, retry: 'never', text: 'the lifetime of the message ended before it was delivered' },
  stream_gap: { code: 4007, retry: 'reattach', text: 'a number of the stream is missing' },
  stream_limit: { code: 4008, retry: 'reattach', text: 'too many streams in one session' },
  store_full: { code: 4009, retry: 'wait', text: 'the disk of the store is full' },
  store_failed: { code: 4010, retry: 'backoff', text: 'the store could not write' },
  no_such_service: { code: 4011, retry: 'never', text: 'this fleet knows no such service' },
  no_worker: { code: 4012, retry: 'backoff', text: 'nobody serves this service at the moment' },
  worker_failed: { code: 4013, retry: 'never', text: 'the service could not do it' },
  deadline_passed: { code: 4014, retry: 'backoff', text: 'no answer before the deadline' },

  key_damaged: { code: 5001, retry: 'never', text: 'the key file is damaged or no key at all' },
  key_exposed: { code: 5002, retry: 'never', text: 'others can read the key file: chmod 600 it, and think about a new key' },
  key_missing: { code: 5003, retry: 'never', text: 'there is no key file: make one with `keyway keygen`' },
  key_unsupported: {
    code: 5004,
    retry: 'never',
    text: 'this kind of key is not supported: RSA 2048, 3072, 4096 with e = 65537 or Ed25519',
  },
  weak_key: { code: 5005, retry: 'never', text: 'the key is too weak' },
  wrong_passphrase: { code: 5006, retry: 'never', text: 'the passphrase does not open the key' },
  passphrase_required: { code: 5007, retry: 'never', text: 'the key is encrypted: a passphrase is needed' },
  fleet_unpinned: { code: 5008, retry: 'never', text: 'no fleet fingerprint is given: pass the whole keyway://<fingerprint>@host:port' },
  address_invalid: { code: 5009, retry: 'never', text: 'not an address' },
  profile_invalid: { code: 5010, retry: 'never', text: 'not a profile name: use a-z, 0-9, dot, dash and underscore, 32 at most' },
  state_damaged: { code: 5011, retry: 'never', text: 'the stored state is damaged or of another version' },
  state_locked: { code: 5012, retry: 'never', text: 'another process uses this folder' },
  port_taken: { code: 5013, retry: 'never', text: 'the port is in use' },
  config_invalid: { code: 5014, retry: 'never', text: 'the configuration is not valid' },
  timed_out: { code: 5015, retry: 'backoff', text: 'no answer in time' },
  aborted: { code: 5016, retry: 'never', text: 'stopped by the caller' },
  file_unreadable: { code: 5017, retry: 'never', text: 'the file cannot be read or written' },
  service_failed: { code: 5018, retry: 'backoff', text: 'a service of the fleet does not start' },
  audit_broken: { code: 5019, retry: 'never', text: 'the audit log does not fit together' },
  untrusted: { code: 5020, retry: 'never', text: 'the fingerprint of this fleet was not confirmed' },

  internal: { code: 9001, retry: 'backoff', text: 'internal error' },
  unavailable: { code: 9002, retry: 'backoff', text: 'a part of the fleet does not answer at the moment' },
} as const satisfies Record<string, { readonly code: number; readonly retry: RetryAdvice; readonly text: string }>;

export type ErrorReason = keyof typeof errorTable;

/** An error with a reason of the one table. Recognise it by `reason`, never by its text or class. */
export class WireError extends Error {
  override readonly name = 'WireError';
  /**
   * @param detail - Added to the sentence of the table: what exactly, and what to do. Never a secret.
   */
  constructor(
    readonly reason: ErrorReason,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(detail === undefined ? errorTable[reason].text : `${errorTable[reason].text}: ${detail}`, options);
  }

  get code(): number {
    return errorTable[this.reason].code;
  }

  /** Total: anything thrown becomes sendable. The original stays in `cause`: for our log, never for the wire. */
  static from(thrown: unknown): WireError {
    if (isWireError(thrown)) return thrown;
    const reason = (thrown as { reason?: unknown } | null)?.reason;
    if (typeof reason === 'string' && isErrorReason(reason)) {
      return new WireError(reason, (thrown as { message?: string }).message, { cause: thrown });
    }
    return new WireError('internal', undefined, { cause: thrown });
  }
}

/** By shape: `instanceof` fails across test realms and duplicate installs. */
export const isWireError = (thrown: unknown): thrown is WireError =>
  typeof thrown === 'object' && thrown !== null && (thrown as { name?: unknown }).name === 'WireError';

export const isErrorReason = (text: string): text is ErrorReason => Object.hasOwn(errorTable, text);

const reasonsByCode = new Map<number, ErrorReason>(
  (Object.keys(errorTable) as ErrorReason[]).map((reason) => [errorTable[reason].code, reason]),
);

/** The reason behind a code of the wire; undefined for 0 and for codes of a newer fleet. */
export const reasonOf = (code: number): ErrorReason | undefined => reasonsByCode.get(code);
export const codeOf = (reason: ErrorReason): number => errorTable[reason].code;
