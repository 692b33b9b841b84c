import { bytesText, durationText } from '../amounts.js';
import type { Transfer } from './transfer.js';

export interface Result {
  readonly size: number;
  readonly ms: number;
  /** SHA-256 of the file that was sent and of the one that was saved. */
  readonly sha256Sent: string;
  readonly sha256Received: string;
  readonly posted: number;
  readonly accepted: number;
}

export interface Row {
  readonly what: string;
  readonly found: string;
  /** undefined: only to be known. */
  readonly good?: boolean;
}

export interface Summary {
  readonly kept: boolean;
  readonly rows: readonly Row[];
  /** The same for scripts. */
  readonly figures: Readonly<Record<string, number | string>>;
}

export function summaryOf(result: Result, { tally, counts }: Pick<Transfer, 'tally' | 'counts'>): Summary {
  const { size, ms, sha256Sent, sha256Received, posted, accepted } = result;
  const same = sha256Sent === sha256Received;
  const lost = accepted - tally.received;
  const rows: Row[] = [
    { what: 'file', found: `${bytesText(size)} in ${durationText(ms)}, ${bytesText(Math.round((size / ms) * 1000))}/s` },
    { what: 'messages sent and accepted', found: `${posted} and ${accepted}`, good: posted === accepted },
    { what: 'messages received', found: String(tally.received) },
    { what: 'mailbox full, then gone on', found: String(counts.mailboxFull), good: counts.mailboxFull > 0 },
    { what: 'receiver killed and restarted', found: String(counts.receiverKills), good: counts.receiverKills > 0 },
    { what: 'router killed and restarted', found: String(counts.routerKills), good: counts.routerKills > 0 },
    { what: 'in hand at the kill, shown again', found: String(tally.again) },
    { what: 'lost', found: String(lost), good: lost === 0 },
    { what: 'shown twice', found: String(tally.twice), good: tally.twice === 0 },
    { what: 'SHA-256', found: same ? sha256Sent : `${sha256Received}, sent was ${sha256Sent}`, good: same },
  ];
  const figures = { ...result, ms: Math.round(ms), received: tally.received, ...counts, again: tally.again, lost, twice: tally.twice };
  return { kept: rows.every(({ good }) => good !== false), rows, figures };
}
