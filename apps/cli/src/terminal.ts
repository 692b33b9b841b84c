import type { ReadStream, WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { jsonLine } from './printable.js';

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Results go to standard output, everything about how it goes to standard error: a pipe gets results only. */
export class Terminal {
  constructor(
    readonly stdin: ReadStream,
    private readonly stdout: WriteStream,
    private readonly stderr: WriteStream,
    /** One JSON value a line instead of text for people. */
    readonly json: boolean,
  ) {}

  /** Goes around every write: whoever has a line that is being typed takes it away before and brings it back after. */
  around: (write: () => void) => void = (write) => write();

  /** A line of the result, for people only. */
  say(text = ''): void {
    if (!this.json) this.#write(this.stdout, text);
  }

  /** The result as it is: for pipes and files. */
  bytes(result: Uint8Array): void {
    this.stdout.write(result);
  }

  /** A line of the result, for scripts only. */
  data(value: object): void {
    if (this.json) this.#write(this.stdout, jsonLine(value));
  }

  /** How it goes; for people only. */
  note(text: string): void {
    if (!this.json) this.#write(this.stderr, text);
  }

  /** On standard error, in the form of the mode. */
  complain(text: string, value: object): void {
    this.#write(this.stderr, this.json ? jsonLine(value) : text);
  }

  /** For prompts and progress: standard error, where it is a terminal. */
  get live(): WriteStream | undefined {
    return !this.json && this.stderr.isTTY ? this.stderr : undefined;
  }

  /** Whether results are shown to a person rather than kept. */
  get shown(): boolean {
    return !this.json && this.stdout.isTTY;
  }

  get interactive(): boolean {
    return this.stdin.isTTY && this.stderr.isTTY;
  }

  /** Where a line that is being typed is shown, when somebody types: standard error, or standard output when only that is a terminal. */
  get keyboard(): WriteStream | undefined {
    if (this.json || !this.stdin.isTTY) return undefined;
    return [this.stderr, this.stdout].find(({ isTTY }) => isTTY);
  }

  /** Coloured only where standard output is a terminal; NO_COLOR and FORCE_COLOR are obeyed. */
  paint(style: Style, text: string): string {
    return styleText(style, text, { stream: this.stdout });
  }

  #write(stream: WriteStream, line: string): void {
    this.around(() => stream.write(`${line}\n`));
  }
}
