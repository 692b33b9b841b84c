import { errorTable, type WireError } from '@keyway/wire';

/** What an error says beside the sentence of its reason, which whoever gets the reason has; empty when that is all. */
export function whyOf({ reason, message }: WireError): string {
  const { text } = errorTable[reason];
  return message.startsWith(`${text}: `) ? message.slice(text.length + 2) : message === text ? '' : message;
}
