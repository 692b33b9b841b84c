const kilo = 1000;
const steps = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes for people: `999 B`, `24.0 MB`. */
export function bytesText(bytes: number): string {
  let at = 0;
  for (; bytes >= kilo && at < steps.length - 1; at += 1) bytes /= kilo;
  return `${at === 0 ? bytes : bytes.toFixed(bytes < 100 ? 1 : 0)} ${steps[at]}`;
}

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 };

/** Reads `24MB`, `500k` or `1000`; undefined for anything else. */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text);
  const unit = units[match?.[2]?.toLowerCase() ?? '?'];
  const bytes = Math.round(Number(match?.[1]) * (unit ?? Number.NaN));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** Whole milliseconds from `1500ms`, `90s`, `15m`, `12h` or `7d`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  const ms = Math.round(Number(match?.[1]) * (durations[match?.[2] ?? ''] ?? Number.NaN));
  return Number.isSafeInteger(ms) && ms > 0 ? ms : undefined;
}

const durations: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `0.8 s`, `12.3 s`, `4 min 5 s`, `3 h 20 min`, `29 d`. */
export function durationText(ms: number): string {
  const s = ms / 1000;
  if (s < 60) return `${s.toFixed(1)} s`;
  if (s < 3_600) return `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
  return s < 172_800 ? `${Math.floor(s / 3_600)} h ${Math.floor((s % 3_600) / 60)} min` : `${Math.floor(s / 86_400)} d`;
}

/** `[hh:mm:ss]` by the clock of this machine. */
export const clockText = (date: Date): string => date.toTimeString().slice(0, 8);
