import { on } from 'node:events';
import { clearScreenDown, createInterface, cursorTo, moveCursor, type Interface, type Key } from 'node:readline';
import type { WriteStream } from 'node:tty';
import type { Context } from '../context.js';
import { historyLines, type History } from './history.js';

export interface ScreenOptions {
  readonly history: History | undefined;
  /** Lines that may be meant by the beginning of one. */
  readonly complete: (line: string) => readonly string[];
}

/** Lines that may wait here while one is worked on. */
const mostWaiting = 64;

/**
 * Where lines come from: a keyboard with history and completion, whose line stays whole whatever is shown meanwhile; or a pipe. What was typed goes from the
 * screen with Enter: the transcript shows what became of it.
 */
export class Screen {
  readonly interactive: boolean;
  readonly #lines: Interface;
  readonly #typed: AsyncIterator<string[]>;
  readonly #out: WriteStream | undefined;
  #rows = 0;
  #closed = false;

  constructor({ terminal, signal, env }: Context, { history, complete }: ScreenOptions) {
    const { stdin: input } = terminal;
    this.#out = env['TERM'] === 'dumb' ? undefined : terminal.keyboard;
    this.interactive = this.#out !== undefined;
    this.#lines = this.#out
      ? createInterface({
          ...{
            input,
            output: this.#out,
            terminal: true,
            prompt: '',
            history: history?.read() ?? [],
            historySize: historyLines,
            removeHistoryDuplicates: true,
          },
          completer: (line: string) => [complete(line), line],
        })
      : createInterface({ input, crlfDelay: Infinity });
    this.#typed = on(this.#lines, 'line', { close: ['close'], highWaterMark: mostWaiting }) as AsyncIterator<string[]>;
    if (history) this.#lines.on('history', (lines) => history.changed(lines));
    this.#lines.once('close', () => {
      this.#hide();
      terminal.around = (write) => write();
      input.off('keypress', keypress);
      signal.removeEventListener('abort', close);
      this.#closed = true;
      history?.flush();
    });
    const keypress = (_: string, key: Key | undefined): void => this.#key(key);
    const close = (): void => this.close();
    signal.addEventListener('abort', close, { once: true });
    if (signal.aborted) close();
    if (!this.interactive || this.#closed) return;
    input.prependListener('keypress', keypress);
    this.#lines.prependListener('line', () => this.#entered());
    this.#lines.on('SIGINT', () => this.#interrupt());
    terminal.around = (write) => {
      this.#hide();
      write();
      this.#show();
    };
  }

  /** What is typed, line by line, until Ctrl-D, Ctrl-C or the end of the pipe. */
  async *typed(): AsyncGenerator<string, void, undefined> {
    for (;;) {
      const { done, value } = await this.#typed.next();
      if (done) return;
      yield value[0]!;
    }
  }

  /** From now on this stands in front of what is typed. */
  prompt(text: string): void {
    if (this.#closed || !this.interactive) return;
    this.#hide();
    this.#lines.setPrompt(text);
    this.#show();
  }

  /** @returns undefined when nobody is there to answer. */
  ask(question: string): Promise<string | undefined> {
    if (this.#closed || !this.interactive) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#lines.once('close', () => resolve(undefined));
      this.#lines.question(question, resolve);
    });
  }

  close(): void {
    if (!this.#closed) this.#lines.close();
  }

  /** Before Enter leaves the line: how many rows it takes. */
  #key(key: Key | undefined): void {
    if (key?.name !== 'return' && key?.name !== 'enter') return;
    this.#lines.write(null, { ctrl: true, name: 'e' });
    this.#rows = this.#lines.getCursorPos().rows;
  }

  #entered(): void {
    moveCursor(this.#out!, 0, -this.#rows - 1);
    cursorTo(this.#out!, 0);
    clearScreenDown(this.#out!);
    this.#lines.prompt();
  }

  /** Ctrl-C takes back what is typed; with nothing typed it ends the chat. */
  #interrupt(): void {
    if (this.#lines.line === '') return this.close();
    this.#lines.write(null, { ctrl: true, name: 'e' });
    this.#lines.write(null, { ctrl: true, name: 'u' });
  }

  /** Takes the line away. */
  #hide(): void {
    if (this.#closed || !this.#out) return;
    moveCursor(this.#out, 0, -this.#lines.getCursorPos().rows);
    cursorTo(this.#out, 0);
    clearScreenDown(this.#out);
  }

  /** Brings it back where the cursor is now, and not as many rows above as readline remembers: after a paste it remembers too few. */
  #show(): void {
    if (this.#closed) return;
    (this.#lines as { prevRows?: number }).prevRows = 0;
    this.#lines.prompt(true);
  }
}
