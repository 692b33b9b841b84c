import { cpuMicros } from '../cpu.js';
import { quantile, spread, type Spread } from '../stats.js';
import type { Row } from '../report.js';

/** Two ends of a relay in this process and the relay in another. Ends may be told to be quiet, fast, or to answer each message. */
export interface Relayed {
  readonly name: string;
  /** The process whose CPU counts. */
  readonly pid: number;
  /** Sends messages of `bytes` from A to B, as fast as the relay takes them, for `ms`; resolves with how many arrived. */
  stream(bytes: number, ms: number): Promise<number>;
  /** One message there and one back, in milliseconds. */
  roundTrip(bytes: number): Promise<number>;
  close(): Promise<void>;
}

interface Sample {
  readonly microsPerMessage: number;
  readonly messagesPerSecond: number;
}

const rounds = 5;
const streamMs = 1_500;
const roundTrips = 2_000;
const sizes = [64, 1_024, 16_384] as const;

/** P2 and its TCP sibling: server CPU per live message of one pipelined stream, against a relay that encrypts nothing. */
export async function streamRows(figure: string, ours: Relayed, raw: Relayed, goals: Readonly<Record<number, number>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const bytes of sizes) {
    const samples: Record<'ours' | 'raw', Sample[]> = { ours: [], raw: [] };
    for (let round = 0; round < rounds; round += 1) {
      samples.ours.push(await sample(ours, bytes)); // interleaved: what the machine does to one it does to the other
      samples.raw.push(await sample(raw, bytes));
    }
    const cost = (of: Sample[]): Spread => spread(of.map((s) => s.microsPerMessage));
    const rate = (of: Sample[]): Spread => spread(of.map((s) => s.messagesPerSecond));
    const ratio = cost(samples.raw).median / cost(samples.ours).median;
    const goal = goals[bytes];
    rows.push({
      figure,
      what: `${ours.name}, one live stream, ${bytes} B: server CPU`,
      unit: 'µs/message',
      ours: cost(samples.ours),
      baseline: { what: raw.name, value: cost(samples.raw) },
      ratio,
      ...(goal === undefined ? {} : { goal: `≥ ${goal} ×`, met: ratio >= goal }),
    });
    rows.push({
      figure,
      what: `${ours.name}, one live stream, ${bytes} B: rate`,
      unit: 'messages/s',
      ours: rate(samples.ours),
      baseline: { what: raw.name, value: rate(samples.raw) },
      ratio: rate(samples.ours).median / rate(samples.raw).median,
    });
  }
  return rows;
}

/** P4: unloaded round trips, p50 and p99. */
export async function roundTripRows(ours: Relayed, raw: Relayed): Promise<Row[]> {
  const p50: Record<'ours' | 'raw', number[]> = { ours: [], raw: [] };
  const p99: Record<'ours' | 'raw', number[]> = { ours: [], raw: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, relay] of [
      ['ours', ours],
      ['raw', raw],
    ] as const) {
      const sorted = (await trips(relay)).sort((a, b) => a - b);
      p50[side].push(quantile(sorted, 0.5) * 1_000);
      p99[side].push(quantile(sorted, 0.99) * 1_000);
    }
  }
  const row = (name: string, values: Record<'ours' | 'raw', number[]>, goal: number): Row => {
    const [mine, theirs] = [spread(values.ours), spread(values.raw)];
    const ratio = mine.median / theirs.median;
    return {
      figure: 'P4',
      what: `${ours.name}, round trip 64 B, ${name}`,
      unit: 'µs',
      ours: mine,
      baseline: { what: raw.name, value: theirs },
      ratio,
      goal: `≤ ${goal} ×`,
      met: ratio <= goal,
    };
  };
  return [row('p50', p50, 1.3), row('p99', p99, 1.5)];
}

async function sample(relay: Relayed, bytes: number): Promise<Sample> {
  await relay.stream(bytes, streamMs / 5); // warm
  const [cpu, at] = [cpuMicros(relay.pid), performance.now()];
  const messages = await relay.stream(bytes, streamMs);
  const seconds = (performance.now() - at) / 1_000;
  return { microsPerMessage: (cpuMicros(relay.pid) - cpu) / messages, messagesPerSecond: messages / seconds };
}

async function trips(relay: Relayed): Promise<number[]> {
  for (let i = 0; i < 200; i += 1) await relay.roundTrip(64);
  const times: number[] = [];
  for (let i = 0; i < roundTrips; i += 1) times.push(await relay.roundTrip(64));
  return times;
}
