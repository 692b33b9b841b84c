/** Waits for what happens by itself. @param seen - shown when it does not. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, seen: () => unknown): Promise<void> {
  for (const end = performance.now() + 10_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 5))) {
    if (await condition()) return;
  }
  throw new Error(`in vain: ${what}; ${JSON.stringify(seen())}`);
}
