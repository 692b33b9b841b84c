import type { ErrorReason } from '@keyway/wire';

/** What the command ends with: docs/cli.md, "Errors and exit codes". */
export const exitCodes = {
  ok: 0,
  internal: 1,
  usage: 2,
  notAccepted: 3,
  key: 4,
  unavailable: 5,
  recipient: 6,
  machine: 7,
  timeout: 8,
  attention: 9,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** For docs/cli.md, in its order. 141: whoever read the output is gone, see main.ts. */
export const exitMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'done; also `up` and `listen` after one Ctrl-C (npm and npx, when they started it, end with 130 themselves)'],
  [1, 'a fault of Keyway, or a promise broken in `demo`'],
  [2, 'the command line or the configuration is wrong; also `usage`'],
  [3, 'not accepted: by the fleet, or the fleet not by us'],
  [4, 'the key or its passphrase'],
  [5, 'not reachable, or not at the moment'],
  [6, 'the recipient, or whoever serves'],
  [7, 'this machine: state, locks, ports, files, services'],
  [8, 'not in time'],
  [9, '`admin doctor` found something that wants attention soon, and nothing that fails'],
  [130, 'interrupted by Ctrl-C'],
  [143, 'ended by SIGTERM'],
  [141, 'whoever read the output is gone'],
];

const { internal, usage, notAccepted, key, unavailable, recipient, machine, timeout, interrupted } = exitCodes;

const byReason: Readonly<Record<ErrorReason, ExitCode>> = {
  malformed: notAccepted,
  too_large: notAccepted,
  version_unsupported: notAccepted,
  suite_unsupported: notAccepted,
  frame_forbidden: notAccepted,
  unauthorised: notAccepted,
  forbidden: notAccepted,
  request_stale: notAccepted,
  fleet_key_mismatch: notAccepted,
  bad_manifest: notAccepted,
  bad_grant: notAccepted,
  bad_transcript: notAccepted,
  router_unproven: notAccepted,
  fleet_wrong: notAccepted,
  name_taken: notAccepted,
  name_invalid: usage,

  channel_expired: unavailable,
  session_idle: unavailable,
  session_replaced: unavailable,
  session_gap: unavailable,
  session_draining: unavailable,
  session_closed: unavailable,
  key_spent: unavailable,

  peer_unreachable: unavailable,
  backpressure: unavailable,
  recipient_unknown: recipient,
  recipient_offline: recipient,
  mailbox_full: recipient,
  message_expired: recipient,
  stream_gap: unavailable,
  stream_limit: unavailable,
  store_full: machine,
  store_failed: machine,
  no_such_service: recipient,
  no_worker: recipient,
  worker_failed: recipient,
  deadline_passed: timeout,

  key_damaged: key,
  key_exposed: key,
  key_missing: key,
  key_unsupported: key,
  weak_key: key,
  wrong_passphrase: key,
  passphrase_required: key,
  fleet_unpinned: usage,
  address_invalid: usage,
  profile_invalid: usage,
  state_damaged: machine,
  state_locked: machine,
  port_taken: machine,
  config_invalid: usage,
  timed_out: timeout,
  aborted: interrupted,
  file_unreadable: machine,
  service_failed: machine,
  audit_broken: notAccepted,
  untrusted: notAccepted,

  internal,
  unavailable,
};

export const exitCodeOf = (reason: ErrorReason): ExitCode => byReason[reason];
