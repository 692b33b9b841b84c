import { cpus } from 'node:os';
import type { Spread } from './stats.js';

/** One row of the result: a figure, its baseline of the same run, and the goal of the ratio if there is one. */
export interface Row {
  readonly figure: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: Spread;
  readonly baseline?: { readonly what: string; readonly value: Spread } | undefined;
  /** Ours against the baseline, so that more is better. */
  readonly ratio?: number | undefined;
  readonly goal?: string | undefined;
  readonly met?: boolean | undefined;
}

export const machine = (): Record<string, string | number> => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  at: new Date().toISOString(),
});

export function printTable(rows: readonly Row[]): void {
  const lines = [
    ['', 'what', 'ours (range)', 'baseline (range)', 'ratio', 'goal', ''],
    ...rows.map((row) => [
      row.figure,
      row.what,
      `${shown(row.ours)} ${row.unit}`,
      row.baseline === undefined ? '' : `${shown(row.baseline.value)} ${row.baseline.what}`,
      row.ratio === undefined ? '' : `${row.ratio.toFixed(2)} ×`,
      row.goal ?? '',
      row.met === undefined ? '' : row.met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    );
}

const shown = ({ median, least, most }: Spread): string => `${short(median)} (${short(least)}–${short(most)})`;
const short = (value: number): string => (value >= 1_000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));
