import { parseFleetAddress } from '@keyway/client';

/** The fleet's address from the command line; without a good one the program says how it is used and ends with 2. */
export function addressFrom(argv: readonly string[], usage: string): string {
  const [, , address] = argv;
  try {
    if (address !== undefined && parseFleetAddress(address)) return address;
  } catch (thrown) {
    console.error((thrown as Error).message);
  }
  console.error(`usage: ${usage}`);
  process.exit(2);
}

export function countFrom(text: string | undefined, standard: number): number {
  const count = Number(text ?? standard);
  if (Number.isSafeInteger(count) && count > 0) return count;
  console.error(`${text} is no count`);
  process.exit(2);
}
