import { errorTable, WireError, type ErrorReason } from '@keyway/wire';
import { CommanderError } from 'commander';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.js';
import { oneLine, printable } from './printable.js';

/** An error as people and scripts get to see it. */
export interface Fault {
  readonly reason: ErrorReason | 'usage';
  readonly code: number;
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** What to do, where the sentence of the table does not say it already. */
const advice: Partial<Record<ErrorReason, string>> = {
  unauthorised: '`keyway enroll` joins a fleet that is closed, with a token of its operator',
  forbidden: 'An operator decides that (`keyway admin`), or who serves what was asked for',
  recipient_unknown: 'The recipient must have asked for a channel once; check the id or the name',
  recipient_offline: 'Send it without --live and it waits in the mailbox',
  name_invalid: 'The name of a client has 1 to 32 letters and digits, also . _ - between them',
  no_such_service: 'Somebody has to serve it first: `keyway serve`',
  peer_unreachable: '`npm start` starts a fleet on this machine',
  unavailable: 'Try again; `keyway status` shows what is missing',
  timed_out: 'Does the fleet run? `keyway status` shows it; --timeout allows more',
  fleet_wrong: 'The fingerprint in the address is not the one of the fleet that answers there: check the address',
  fleet_key_mismatch: 'Somebody answers in its place, or the fleet was founded anew: ask its operator for the fingerprint',
  passphrase_required: 'Pass --passphrase-file <file>, or run it in a terminal',
  name_taken: 'Take another one',
  no_worker: 'Try again when somebody serves it',
  untrusted: 'Compare the fingerprint with what the operator says, then try again',
  audit_broken: 'Keep the log and the heads you have: somebody has changed it, or it is another log',
  internal: 'This is a fault of Keyway: please report it with the steps that led here',
};

/** Their detail says all that the sentence of the table says, and more exactly. */
const detailed: ReadonlySet<ErrorReason> = new Set(['key_missing', 'malformed']);

/** Total: anything thrown becomes a fault; what it was in detail stays out of sight. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof CommanderError) {
    const message = oneLine(thrown.message.replace(/^error: /, ''));
    return { reason: 'usage', code: 0, message, exitCode: exitCodes.usage };
  }
  const { reason, code, message } = WireError.from(thrown);
  const help = advice[reason];
  const detail = reason === 'internal' ? nameOf(thrown) : undefined;
  const general = `${errorTable[reason].text}: `;
  const told = detailed.has(reason) && message.startsWith(general) ? message.slice(general.length) : message;
  const sentence = printable(detail === undefined ? told : `${told}: ${detail}`);
  return { reason, code, message: help === undefined ? sentence : `${withStop(sentence)} ${help}`, exitCode: exitCodeOf(reason) };
}

/** One line for people: `keyway: send: this fleet knows no such recipient. … (recipient_unknown 4003)`. */
export function faultLine({ reason, code, message }: Fault, command: string | undefined): string {
  const where = command === undefined ? 'keyway' : `keyway: ${command}`;
  if (reason === 'usage')
    return `${where}: ${withStop(message)} \`keyway ${command === undefined ? '' : `${command} `}--help\` shows how (usage)`;
  return `${where}: ${withStop(message)} (${reason} ${code})`;
}

const withStop = (sentence: string): string => (/[.!?:]$|\n.*$/.test(sentence) ? sentence : `${sentence}.`);

/** Of an error nobody foresaw only its name and code: its text may hold anything. */
function nameOf(thrown: unknown): string | undefined {
  const { name, code, cause } = (thrown ?? {}) as { name?: unknown; code?: unknown; cause?: unknown };
  if (name === 'WireError' && cause !== undefined) return nameOf(cause);
  return typeof name === 'string' ? [name, code].filter((part) => typeof part === 'string').join(' ') : undefined;
}
