/** A sans-IO protocol machine, structurally: this lib knows no protocol. An early `tick` does nothing. */
export interface Machine<O> {
  tick(now: number): readonly O[];
  /** When `tick` is due, in the clock's milliseconds; undefined when nothing is. */
  readonly deadline: number | undefined;
}

export interface Clock {
  /** Milliseconds since the epoch, never going backwards, with fractions. */
  now(): number;
  /** Runs `run` once at `time` or soon after, never before returning; gives back its cancel. */
  at(time: number, run: () => void): () => void;
}

export interface Driver<O> {
  /** Feeds one input to the machine and acts on what comes out. May be called from inside `act`. */
  (input: (now: number) => readonly O[]): void;
  /** Cancels the timer for good; for owners that abandon a machine before it has closed. */
  stop(): void;
}

/**
 * The one loop that owns a machine's timers.
 * Outputs are acted on in the order the machine gave them, also when `act` feeds the machine again: a record sealed
 * second must not leave first. The timer is moved only when the deadline comes nearer; one that turns out early ticks
 * in vain and waits on, which is cheaper than a new timer for every message.
 */
export function drive<O>(machine: Machine<O>, clock: Clock, act: (output: O) => void): Driver<O> {
  let cancel: (() => void) | undefined;
  let armedFor = Infinity;
  let stopped = false;
  let acting = false;
  let waiting: (readonly O[])[] = [];

  const arm = (): void => {
    const deadline = stopped ? undefined : machine.deadline;
    if (deadline === undefined) {
      cancel?.();
      cancel = undefined;
      armedFor = Infinity;
    } else if (deadline < armedFor) {
      cancel?.();
      armedFor = deadline;
      cancel = clock.at(deadline, fire);
    }
  };
  const fire = (): void => {
    cancel = undefined;
    armedFor = Infinity;
    settle(machine.tick(clock.now()));
  };
  const settle = (outputs: readonly O[]): void => {
    waiting.push(outputs);
    if (acting) return; // the loop below, further up the stack, comes to them
    acting = true;
    let failure: { readonly thrown: unknown } | undefined;
    while (waiting.length > 0) {
      const batches = waiting;
      waiting = [];
      for (const batch of batches) {
        for (const output of batch) {
          try {
            act(output);
          } catch (thrown) {
            failure ??= { thrown }; // the outputs behind it still have to leave, `closed` above all
          }
        }
      }
    }
    acting = false;
    arm();
    if (failure) throw failure.thrown;
  };

  arm();
  const driver = (input: (now: number) => readonly O[]): void => settle(input(clock.now()));
  return Object.assign(driver, {
    stop: (): void => {
      stopped = true;
      arm();
    },
  });
}

/** setTimeout takes 31 bits; a longer wait is served in pieces. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Epoch milliseconds from the monotonic clock: a step of the wall clock neither fires nor starves a timer. */
export const systemClock: Clock = Object.freeze({
  now: () => performance.timeOrigin + performance.now(),
  at(time: number, run: () => void) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = Math.ceil(time - systemClock.now());
      timer = left > longestTimeoutMs ? setTimeout(wait, longestTimeoutMs) : setTimeout(run, Math.max(1, left));
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  },
});
