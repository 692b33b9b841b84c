/** Why a text is no name, for whoever sent it. */
export interface NameFault {
  readonly fault: string;
}

/** In characters, not in bytes. */
export const longestName = 32;

const allowed = /^[\p{L}\p{M}\p{Nd}._-]+$/u;
const reserved = 'keyway';

/** What fonts draw nothing for: selectors of variants, fillers, joiners. Some of them are letters and marks to Unicode. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;
/** A dot above a letter that has one already, as the small letter of İ has it: fonts draw one. */
const secondDot = /(?<=\p{Soft_Dotted})\u0307/gu;

/**
 * The form in which a name is kept, compared and shown: composed (NFC), in lower case, no letter dotted twice.
 * @returns the name, or why the text is none. Depends on nothing but the text.
 */
export function canonicalName(text: string): string | NameFault {
  const name = text.normalize('NFC').toLowerCase().normalize('NFC').replaceAll(secondDot, '').normalize('NFC');
  const fault = faultOf(name);
  return fault === undefined ? name : { fault };
}

/** The name before "-" and a number, as in adam-2; undefined for every other form. */
export const sharedName = (name: string): string | undefined => /^(.*[^-])-[1-9][0-9]{0,8}$/.exec(name)?.[1];

function faultOf(name: string): string | undefined {
  const { length } = [...name];
  if (length === 0 || length > longestName) return `a name has 1 to ${longestName} characters`;
  if (!allowed.test(name)) return 'a name has letters, digits, - _ and . only';
  if (unseen.test(name)) return 'a name has no characters that nobody sees';
  if (/^[\p{M}._-]|[._-]$/u.test(name)) return 'a name begins with a letter or a digit, and ends with one';
  if (name.startsWith(reserved)) return `names that begin with ${reserved} are the fleet's own`;
  if (looksLikeId(name)) return 'a name does not look like a client id';
  if (!isPlain(name)) return 'a name has no letters that are a variant of another one';
  if (!hasOneScript(name)) return 'a name keeps to one script and to the digits of one script';
  return undefined;
}

/** A client id has 52 characters and is no name anyway; half of one, or of one in hex, is what people cut it down to. */
const looksLikeId = (name: string): boolean =>
  /^(?=(.*[2-7]){2})[a-z2-7]{24,}$/.test(name) || /^(?=.*\d)(?=.*[a-f])[0-9a-f]{24,}$/.test(name);

/**
 * No compatibility variants, such as letters of double width or in bold. Of the scripts that lend each other their shapes only the blocks that were full
 * when the table of look-alikes was made: docs/adr/0013-names-that-look-alike.md.
 */
const isPlain = (name: string): boolean =>
  name.normalize('NFKC') === name && [...name].every((letter) => !lending.test(letter) || full.test(letter));
const lending = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const full = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f]/u;

/** UAX 31, table 5: the scripts in wide use today. Chinese, Japanese and Korean are written in several at once (UTS 39, section 5.1). */
const scripts = (
  'Arabic Armenian Bengali Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Hebrew Kannada ' +
  'Khmer Lao Latin Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan'
)
  .split(' ')
  .map((script) => [script]);
const together = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
  ['Han', 'Bopomofo'],
];
/** Script extensions: a mark or letter that several scripts use counts as any of them, and digits of ASCII as all. */
const oneScript = [...scripts, ...together].map(
  (names) => new RegExp(`^[._\\-0-9\\p{scx=Inherited}\\p{scx=Common}${names.map((script) => `\\p{scx=${script}}`).join('')}]+$`, 'u'),
);

const hasOneScript = (name: string): boolean => oneScript.some((script) => script.test(name)) && digitSets(name) <= 1;

function digitSets(name: string): number {
  const zeros = new Set<number>();
  for (const digit of name.match(/\p{Nd}/gu) ?? []) zeros.add(zeroOf(digit.codePointAt(0)!));
  return zeros.size;
}

/** Digits stand in runs of ten, from zero to nine (Unicode 4.6), so the first of its run tells the set a digit belongs to. */
function zeroOf(digit: number): number {
  let zero = digit;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit - zero < 9) zero -= 1;
  return zero;
}
