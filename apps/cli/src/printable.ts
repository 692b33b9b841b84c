const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text from elsewhere, fit for a terminal: what would move the cursor, change colours or turn the direction of writing becomes a
 * visible mark. Line feeds and tabs stay.
 */
export const printable = (text: string): string => text.replaceAll('\r\n', '\n').replace(invisible, '\ufffd');

/** The same on one line. */
export const oneLine = (text: string): string => printable(text).replaceAll(/[\n\t]+/g, ' ');

/** A value as one line of JSON that a terminal obeys in nothing either: JSON itself escapes only what is below a space. */
export const jsonLine = (value: object): string =>
  JSON.stringify(value).replace(invisible, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
