import { cpuMicros } from './cpu.js';
import type { Row } from './report.js';
import { spread, type Spread } from './stats.js';

/** A server and its load. */
export interface Contestant {
  readonly name: string;
  /** The process whose CPU counts. */
  readonly pid: number;
  /** Loads it with messages of `bytes` for `ms`. @returns how many it has carried. */
  run(bytes: number, ms: number): Promise<number>;
  close(): Promise<void>;
}

const rounds = 5;
const runMs = 1_500;

/** Measures all in turns, so that what the machine does to one it does to the others. @returns two rows for each of `others`: server CPU and rate. */
export async function contest(
  { figure, what, goal }: { readonly figure: string; readonly what: string; readonly goal?: number },
  ours: Contestant,
  others: readonly Contestant[],
  bytes: number,
): Promise<Row[]> {
  const samples = new Map<Contestant, { cpu: number[]; rate: number[] }>([ours, ...others].map((one) => [one, { cpu: [], rate: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [one, { cpu, rate }] of samples) {
      await one.run(bytes, runMs / 5); // warm
      const [before, at] = [cpuMicros(one.pid), performance.now()];
      const messages = await one.run(bytes, runMs);
      rate.push(messages / ((performance.now() - at) / 1_000));
      cpu.push((cpuMicros(one.pid) - before) / messages);
    }
  }
  const of = (one: Contestant, which: 'cpu' | 'rate'): Spread => spread(samples.get(one)![which]);
  const row = (which: 'cpu' | 'rate', other: Contestant | undefined): Row => {
    const mine = of(ours, which);
    const theirs = other && of(other, which);
    const ratio = theirs && (which === 'cpu' ? theirs.median / mine.median : mine.median / theirs.median);
    const isGoal = which === 'cpu' && goal !== undefined && ratio !== undefined;
    return {
      figure,
      what: `${ours.name}, ${what}, ${bytes} B: ${which === 'cpu' ? 'server CPU' : 'rate'}`,
      unit: which === 'cpu' ? 'µs/message' : 'messages/s',
      ours: mine,
      ...(other && theirs ? { baseline: { what: other.name, value: theirs } } : {}),
      ...(ratio === undefined ? {} : { ratio }),
      ...(isGoal ? { goal: `≥ ${goal} ×`, met: ratio >= goal } : {}),
    };
  };
  return (others.length === 0 ? [undefined] : others).flatMap((other) => [row('cpu', other), row('rate', other)]);
}
