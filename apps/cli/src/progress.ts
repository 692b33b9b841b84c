import type { WriteStream } from 'node:tty';
import { bytesText, durationText } from './amounts.js';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
  /** What it waits for, instead of the time that is left. */
  readonly waiting?: string | undefined;
}

/** One line of `width` columns: label, bar, share, amount, speed, time left. */
export function progressLine(label: string, { done, total, elapsedMs, waiting }: Progress, width: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const speed = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const left = speed > 0 ? `${durationText(((total - done) / speed) * 1000)} left` : '';
  const text = ` ${String(Math.floor(share * 100)).padStart(3)} %  ${bytesText(done)} of ${bytesText(total)}  ${bytesText(Math.round(speed))}/s  ${waiting ?? left}`;
  const room = Math.max(0, Math.min(30, width - label.length - text.length - 2));
  const filled = Math.round(share * room);
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(room - filled)}${text}`.slice(0, Math.max(0, width - 1)).trimEnd();
}

const EVERY_MS = 100;

/** Draws over one line of a terminal, ten times a second at most; without a terminal it draws nothing. */
export class ProgressBar {
  readonly #startedAt = performance.now();
  #drawnAt = Number.NEGATIVE_INFINITY;
  #shown = false;

  constructor(
    private readonly terminal: WriteStream | undefined,
    private readonly label: string,
  ) {}

  get elapsedMs(): number {
    return performance.now() - this.#startedAt;
  }

  update(done: number, total: number, waiting?: string): void {
    const now = performance.now();
    if (!this.terminal || now - this.#drawnAt < EVERY_MS) return;
    this.#drawnAt = now;
    this.#shown = true;
    const line = progressLine(this.label, { done, total, elapsedMs: this.elapsedMs, waiting }, this.terminal.columns || 80);
    this.terminal.write(`\r\u001b[2K${line}`);
  }

  /** Takes the line away, so that something else can be printed. It comes back with the next update. */
  clear(): void {
    if (!this.#shown) return;
    this.terminal?.write('\r\u001b[2K');
    this.#shown = false;
    this.#drawnAt = Number.NEGATIVE_INFINITY;
  }
}
