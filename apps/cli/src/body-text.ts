import { bytesText } from './amounts.js';
import { oneLine, printable } from './printable.js';

const textTypes = /^(text\/|application\/(json|[\w.-]+\+json|xml)\b)/;

/** The text of a body that says it is text and is: valid UTF-8 without a NUL. */
export function textOf(contentType: string, body: Uint8Array): string | undefined {
  return textTypes.test(contentType) ? utf8Of(body) : undefined;
}

/** A body for people, its lines below each other; what is no text in one word. */
export function bodyText(contentType: string, body: Uint8Array, mostChars: number): string {
  const text = textOf(contentType, body);
  if (text === undefined) return `<${oneLine(contentType) || 'bytes'}, ${bytesText(body.length)}>`;
  const left = text.length - mostChars;
  const shown = left > 0 ? `${text.slice(0, mostChars)}… (${left} more characters)` : text;
  return printable(shown).trimEnd().replaceAll('\n', '\n    ');
}

/** What a body is when nobody says it. */
export const contentTypeOf = (body: string | Uint8Array): string =>
  typeof body === 'string' || utf8Of(body) !== undefined ? 'text/plain; charset=utf-8' : 'application/octet-stream';

function utf8Of(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
