import type { ErrorReason } from '@keyway/wire';
import { codeOf, encodePayload, errorTable, isWireError, WireError } from '@keyway/wire';

/** What a handler gives back; nothing is an empty answer. */
export type Answer = Uint8Array | string | { readonly body: Uint8Array | string; readonly contentType?: string | undefined } | void;

/** As it travels: a code of the error table, or 0, and an encoded Payload. */
export interface EncodedAnswer {
  readonly code: number;
  readonly body: Uint8Array;
}

/** What a handler may tell whoever asked. Everything else it throws is its own affair. */
const tellable: ReadonlySet<ErrorReason> = new Set([
  ...(['forbidden', 'malformed', 'too_large', 'unavailable', 'worker_failed'] as const),
  ...(['name_invalid', 'recipient_unknown', 'backpressure'] as const),
]);

/** Throws TypeError for what is no answer, `too_large` for a content type that is too long. */
export function encodeAnswer(answer: Answer): EncodedAnswer {
  if (answer === undefined) return { code: 0, body: encodePayload({ contentType: '', data: empty }) };
  const { body, contentType } = isBody(answer) ? { body: answer, contentType: undefined } : answer;
  if (!isBody(body)) throw new TypeError('an answer is bytes, a text, { body, contentType } or nothing');
  const isText = typeof body === 'string';
  const type = contentType ?? (isText ? plainText : '');
  if (type.length > 127) throw new WireError('too_large', 'a content type has 127 characters at most');
  return { code: 0, body: encodePayload({ contentType: type, data: isText ? utf8.encode(body) : body }) };
}

const isBody = (value: unknown): value is Uint8Array | string => typeof value === 'string' || ArrayBuffer.isView(value);

/**
 * A WireError with a reason that concerns who asked becomes that code and its sentence; anything else `worker_failed` without a word:
 * what a program stumbles over is not for strangers.
 */
export const encodeFault = (thrown: unknown): EncodedAnswer => encodeError(isTellable(thrown) ? thrown : new WireError('worker_failed'));

/** An error as it is. */
export const encodeError = (error: WireError): EncodedAnswer => ({
  code: codeOf(error.reason),
  body: encodePayload({ contentType: plainText, data: utf8.encode(detailOf(error).slice(0, 300)) }),
});

/** Whether who asked is told what was thrown. */
export const isTellable = (thrown: unknown): thrown is WireError => isWireError(thrown) && tellable.has(thrown.reason);

/** What an error says beyond the sentence of the table; empty: nothing. */
export function detailOf({ reason, message }: WireError): string {
  const head = `${errorTable[reason].text}: `;
  return message.startsWith(head) ? message.slice(head.length) : '';
}

const plainText = 'text/plain; charset=utf-8';
const empty = new Uint8Array(0);
const utf8 = new TextEncoder();
