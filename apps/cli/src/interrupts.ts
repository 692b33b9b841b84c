const SAME_MS = 400;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interrupts {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Aborted by the second. */
  readonly urgent: AbortSignal;
  /** The first signal that came. */
  readonly first: NodeJS.Signals | undefined;
  /** Ctrl-C means what it usually means again. */
  close(): void;
}

/**
 * Listens for Ctrl-C and its relatives. A terminal sends it to the whole group while npm passes it on as well: what comes within
 * 0.4 s counts as one. A program that started us over an IPC channel and is gone counts as SIGTERM.
 */
export function listenForInterrupts(): Interrupts {
  const gentle = new AbortController();
  const urgent = new AbortController();
  let first: NodeJS.Signals | undefined;
  let at = 0;
  const heard = (signal: NodeJS.Signals): void => {
    if (first === undefined) {
      first = signal;
      at = performance.now();
      gentle.abort();
    } else if (performance.now() - at > SAME_MS) {
      urgent.abort();
    }
  };
  const alone = (): void => heard('SIGTERM');
  for (const signal of signals) process.on(signal, heard);
  process.on('disconnect', alone);
  return {
    signal: gentle.signal,
    urgent: urgent.signal,
    get first() {
      return first;
    },
    close() {
      for (const signal of signals) process.off(signal, heard);
      process.off('disconnect', alone);
    },
  };
}
