import type { Context } from './context.js';

/** Wraps the work of a command: what it returns is the exit code, 0 unless it says otherwise. */
export type Act = <O extends object, A extends unknown[]>(
  work: (context: Context, options: O, ...args: A) => Promise<number | void>,
) => (...given: unknown[]) => Promise<void>;
