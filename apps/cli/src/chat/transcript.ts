import { clockText } from '../amounts.js';
import { bodyText } from '../body-text.js';
import { oneLine, printable } from '../printable.js';

/** Characters of one text on a terminal. */
export const mostShown = 4_000;

export interface Entry {
  readonly at: Date;
  /** One's own name. */
  readonly me: string;
  /** Whom it went to, or whom it came from. */
  readonly peer: string;
}

/** `[09:03:41] [adam] eve: hello ✓` */
export const sentLine = (entry: Entry, text: string, state: string): string =>
  `${head(entry)} ${cut(printable(text).trimEnd()).replaceAll('\n', '\n    ')}${state === '' ? '' : ` ${state}`}`;

/** `[09:03:42] [adam] eve: hello back`; its lines stand below each other, so that none can pass for another entry. */
export const receivedLine = (entry: Entry, contentType: string, body: Uint8Array, mostChars: number): string =>
  `${head(entry)} ${bodyText(contentType, body, mostChars)}`;

const head = ({ at, me, peer }: Entry): string => `[${clockText(at)}] [${oneLine(me)}] ${oneLine(peer)}:`;

const cut = (text: string): string => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);

/** Somebody the fleet knows no name of, short; `list` shows all of it. */
export const shortId = (id: string): string => `${id.slice(0, 12)}…`;
