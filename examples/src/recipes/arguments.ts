/** The fleet's address from the command line; without one the program says how it is used and ends with 2. */
export function addressFrom(argv: readonly string[], usage: string): string {
  const address = argv[2];
  if (address?.startsWith('keyway://')) return address;
  console.error(`usage: ${usage}`);
  process.exit(2);
}

export const countFrom = (text: string | undefined, standard: number): number => {
  const count = Number(text ?? standard);
  return Number.isSafeInteger(count) && count > 0 ? count : standard;
};
