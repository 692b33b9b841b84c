import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keywayBin } from './keyway.js';
import { atEnd, environment, until } from './places.js';

/** Keys as tmux names them. */
export type Key = 'Enter' | 'Tab' | 'Up' | 'Left' | 'C-c' | 'C-d';

/** A real terminal with a program in it. */
export class Pane {
  constructor(
    private readonly server: Tmux,
    private readonly name: string,
  ) {}

  /** `=`: exactly this session; a bare name may also mean a window that runs something of that name. */
  private get target(): string {
    return `=${this.name}:`;
  }

  /** As if by hand: one character after the other. */
  type(text: string, ...keys: readonly Key[]): void {
    for (const character of text) this.server.run('send-keys', '-t', this.target, '-l', '--', character);
    this.press(...keys);
  }

  /** As a terminal hands over what is pasted: at once. */
  paste(text: string, ...keys: readonly Key[]): void {
    this.server.run('send-keys', '-t', this.target, '-l', '--', text);
    this.press(...keys);
  }

  press(...keys: readonly Key[]): void {
    for (const key of keys) this.server.run('send-keys', '-t', this.target, key);
  }

  /** What a person sees, with what scrolled away; without empty lines. */
  get lines(): readonly string[] {
    const shown = this.server.run('capture-pane', '-p', '-t', this.target, '-S', '-200');
    return shown
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '');
  }

  /** Waits for a line that fits. */
  sees(pattern: RegExp): Promise<string> {
    return until(`the screen of ${this.name} shows ${String(pattern)}`, () => this.lines.find((line) => pattern.test(line))).catch(
      (thrown: Error) => {
        throw new Error(`${thrown.message}; it shows:\n${this.lines.join('\n')}`);
      },
    );
  }

  /** Waits until the line that is being typed, the last one, is this. */
  async prompts(line: string): Promise<void> {
    await until(`${this.name} types ${JSON.stringify(line)}`, () => this.lines.at(-1) === line.trimEnd()).catch((thrown: Error) => {
      throw new Error(`${thrown.message}; it shows:\n${this.lines.join('\n')}`);
    });
  }
}

/** A tmux of its own: no configuration, no other session. */
export class Tmux {
  readonly #folder = mkdtempSync(join(tmpdir(), 'keyway-tmux-'));

  constructor() {
    install();
    atEnd(async () => {
      spawnSync('tmux', ['-S', this.#socket, 'kill-server']);
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  /** `keyway <args>` in a terminal; behind it stands how it ended. @param notes - a file for its standard error. */
  keyway(
    name: string,
    args: readonly string[],
    { columns = 110, notes }: { readonly columns?: number; readonly notes?: string } = {},
  ): Pane {
    const command = [process.execPath, keywayBin, ...args].map(quoted).join(' ');
    const line = `${command} ${notes === undefined ? '' : `2> ${quoted(notes)}`}; echo "ended with $?"; cat`;
    this.run('new-session', '-d', '-x', String(columns), '-y', '30', '-s', name, line);
    return new Pane(this, name);
  }

  run(...args: readonly string[]): string {
    const { KEYWAY_HOME: _, TMUX: __, ...env } = environment;
    const { status, stdout, stderr } = spawnSync('tmux', ['-f', '/dev/null', '-S', this.#socket, ...args], {
      env: { ...env, LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
    return stdout;
  }

  get #socket(): string {
    return join(this.#folder, 'socket');
  }
}

/** Rules about terminals need one: as root tmux is fetched, else its absence is a failure. */
function install(): void {
  const isHere = (): boolean => spawnSync('tmux', ['-V']).status === 0;
  if (isHere()) return;
  if (process.getuid?.() === 0)
    spawnSync('sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends tmux'], { stdio: 'inherit' });
  if (!isHere()) throw new Error('tmux is not installed, and these rules are tried in a real terminal: apt-get install tmux');
}

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
