/** What is known of one class of measurements. */
class Class {
  count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.count += 1;
    const delta = value - this.#mean;
    this.#mean += delta / this.count;
    this.#squares += delta * (value - this.#mean); // Welford
  }
  get mean(): number {
    return this.#mean;
  }
  get variance(): number {
    return this.#squares / (this.count - 1);
  }
}

export interface Timing {
  /** Welch's t over all samples below a bound, the worst of several bounds. */
  readonly t: number;
  /** Medians of both classes, in nanoseconds per call. */
  readonly medians: readonly [number, number];
}

export interface Work {
  readonly work: () => unknown;
  readonly place: Uint8Array;
  readonly a: readonly Uint8Array[];
  readonly b: readonly Uint8Array[];
}

export interface TimingOptions {
  readonly samples: number;
  /** Calls in one sample: a clock of nanoseconds does not see less than a few hundred of them. */
  readonly calls: number;
}

/**
 * Measures two classes of work in turns that a coin decides, as dudect does (Reparaz, Balasch, Verbauwhede 2017): machine noise falls on
 * both alike. Samples over a percentile of the first tenth are left out, for several percentiles: long ones are interrupts and collections.
 * Both classes go through the same code and the same memory: they differ in the bytes, and in nothing that a compiler or an alignment
 * could make a difference of.
 * @param place - each input is copied here before `work` is timed. @param a,b - inputs of either class, all as long as `place`.
 */
export function compareTimes({ work, place, a, b }: Work, { samples, calls }: TimingOptions): Timing {
  const inputs = [a, b] as const;
  const times = [new Float64Array(samples), new Float64Array(samples)] as const;
  const counts = [0, 0];
  let sink = 0;
  for (let i = 0; counts[0]! < samples || counts[1]! < samples; i += 1) {
    const which = counts[0]! >= samples ? 1 : counts[1]! >= samples ? 0 : coin();
    const list = inputs[which];
    place.set(list[i % list.length]!);
    const since = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) if (work() === sink) sink += 1;
    times[which][counts[which]!] = Number(process.hrtime.bigint() - since) / calls;
    counts[which]! += 1;
  }
  return summary(times, samples);
}

/** The same for work that others do: one call a sample, over `samples` of each. */
export async function compareAnswers(a: () => Promise<unknown>, b: () => Promise<unknown>, samples: number): Promise<Timing> {
  const times = [new Float64Array(samples), new Float64Array(samples)] as const;
  const counts = [0, 0];
  while (counts[0]! < samples || counts[1]! < samples) {
    const which = counts[0]! >= samples ? 1 : counts[1]! >= samples ? 0 : coin();
    const since = process.hrtime.bigint();
    await (which === 0 ? a() : b());
    times[which][counts[which]!] = Number(process.hrtime.bigint() - since);
    counts[which]! += 1;
  }
  return summary(times, samples);
}

function summary(times: readonly [Float64Array, Float64Array], samples: number): Timing {
  const sorted = times.map((list) => Float64Array.from(list).sort());
  const medians = sorted.map((list) => list[samples >> 1]!) as [number, number];
  const both = Float64Array.from([...times[0].subarray(0, samples / 10), ...times[1].subarray(0, samples / 10)]).sort();
  const bounds = [0.5, 0.75, 0.9, 0.99].map((share) => both[Math.floor(share * (both.length - 1))]!);
  return { t: Math.max(...bounds.map((bound) => Math.abs(welch(times, bound)))), medians };
}

let state = 0x9e3779b9;
/** Not a matter of secrecy: xorshift32 (Marsaglia 2003). */
function coin(): 0 | 1 {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state & 1) as 0 | 1;
}

function welch(times: readonly [Float64Array, Float64Array], bound: number): number {
  const classes = times.map((list) => {
    const one = new Class();
    for (const time of list) if (time <= bound) one.add(time);
    return one;
  }) as [Class, Class];
  const [a, b] = classes;
  const error = Math.sqrt(a.variance / a.count + b.variance / b.count);
  return error === 0 ? 0 : (a.mean - b.mean) / error;
}
