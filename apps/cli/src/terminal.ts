import type { ReadStream, WriteStream } from 'node:tty';
import { styleText } from 'node:util';

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

  /** A line of the result, for people only. */
  say(text = ''): void {
    if (!this.json) this.stdout.write(`${text}\n`);
  }

  /** A line of the result, for scripts only. */
  data(value: object): void {
    if (this.json) this.stdout.write(`${JSON.stringify(value)}\n`);
  }

  /** How it goes; for people only. */
  note(text: string): void {
    if (!this.json) this.stderr.write(`${text}\n`);
  }

  /** On standard error, in the form of the mode. */
  complain(text: string, value: object): void {
    this.stderr.write(`${this.json ? JSON.stringify(value) : text}\n`);
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

  /** Coloured only where standard output is a terminal; NO_COLOR and FORCE_COLOR are obeyed. */
  paint(style: Style, text: string): string {
    return styleText(style, text, { stream: this.stdout });
  }
}
