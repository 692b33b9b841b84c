import { readPrivateFile, replacePrivateFile } from '@keyway/fleet';

/** Lines that are kept, and what is too long to be typed again. */
export const historyLines = 500;
const mostChars = 1_000;

/** The lines typed in earlier chats, newest first; a file that only its owner may read. What was typed with a space in front is not kept. */
export class History {
  #waiting: NodeJS.Immediate | undefined;
  #lines: readonly string[] = [];

  constructor(private readonly path: string) {}

  /** Throws WireError `key_exposed` when others can read it. */
  read(): string[] {
    const bytes = readPrivateFile(this.path);
    const lines = bytes === undefined ? [] : Buffer.from(bytes).toString('utf8').split('\n').filter(isKept);
    return lines.slice(-historyLines).reverse();
  }

  /** Takes the history as readline has it, and removes from it what is not to be kept. Several changes of one turn are written once. */
  changed(lines: string[]): void {
    if (lines[0] !== undefined && !isKept(lines[0])) lines.shift();
    this.#lines = lines.slice(0, historyLines);
    this.#waiting ??= setImmediate(() => this.flush());
  }

  /** Writes what waits to be written. A disk that is full costs the history and nothing else. */
  flush(): void {
    if (this.#waiting === undefined) return;
    clearImmediate(this.#waiting);
    this.#waiting = undefined;
    try {
      replacePrivateFile(
        this.path,
        this.#lines
          .toReversed()
          .map((line) => `${line}\n`)
          .join(''),
      );
    } catch {
      // the next line tries again
    }
  }
}

const isKept = (line: string): boolean => line !== '' && !line.startsWith(' ') && line.length <= mostChars;
