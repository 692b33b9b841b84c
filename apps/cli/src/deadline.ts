import { WireError } from '@keyway/wire';

/** Runs `work` with a signal that is aborted by `signal` or after `ms`; then it fails with `aborted` or `timed_out`. */
export async function inTime<T>(ms: number | undefined, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (ms === undefined) return work(signal);
  const clock = AbortSignal.timeout(ms);
  try {
    return await work(AbortSignal.any([signal, clock]));
  } catch (thrown) {
    if (clock.aborted && !signal.aborted) throw new WireError('timed_out', `after ${ms / 1000} s`, { cause: thrown });
    throw thrown;
  }
}
