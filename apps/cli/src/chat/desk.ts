import type { Client, PresenceEvent } from '@keyway/client';
import { clockText } from '../amounts.js';
import { faultOf } from '../fault.js';
import { roster, rosterLine } from '../roster.js';
import type { Terminal } from '../terminal.js';
import type { Addressing } from './addressing.js';
import type { Book } from './book.js';
import { helpText, type Line } from './line.js';
import type { Outgoing } from './outgoing.js';

/** Does what a line says. */
export class Desk {
  #unwatch: (() => void) | undefined;

  constructor(
    private readonly client: Client,
    private readonly terminal: Terminal,
    private readonly book: Book,
    private readonly addressing: Addressing,
    private readonly outgoing: Outgoing,
  ) {}

  async obey(line: Exclude<Line, { kind: 'exit' }>): Promise<void> {
    switch (line.kind) {
      case 'nothing':
        return;
      case 'help':
        return this.terminal.note(helpText);
      case 'list':
        return this.#list();
      case 'watch':
        return this.#watch(line.whom);
      case 'message':
        return this.outgoing.send(line.to, line.text);
      case 'unclear':
        return this.outgoing.unclear(line.why);
    }
  }

  async #list(): Promise<void> {
    const members = await this.addressing.refresh();
    this.terminal.data({ event: 'list', members });
    for (const row of roster(members)) {
      const own = row.member.id === this.client.id ? this.terminal.paint('dim', '  (you)') : '';
      this.terminal.say(`${rosterLine(row, new Date(), (online) => (online ? this.terminal.paint('green', '●') : '○'))}${own}`);
    }
  }

  async #watch(whom: string | undefined): Promise<void> {
    this.#unwatch?.();
    this.#unwatch = undefined;
    if (whom === 'off') return this.terminal.note('— nobody is watched any more');
    const ids = whom === undefined ? ('all' as const) : (await this.addressing.find(whom)).ids;
    this.#unwatch = await this.client.watch(ids, (event) => this.#came(event));
  }

  #came({ id, online, at }: PresenceEvent): void {
    this.book.presence(id, online, at);
    this.terminal.data({ event: online ? 'came' : 'went', id, name: this.book.get(id)?.name, at });
    this.terminal.note(this.terminal.paint('dim', `[${clockText(at)}] — ${this.book.called(id)} ${online ? 'is here' : 'has gone'}`));
  }
}

/** Something did not work, and the chat goes on. */
export function complain(terminal: Terminal, thrown: unknown): void {
  const { reason, message } = faultOf(thrown);
  terminal.data({ event: 'failed', reason, message });
  terminal.note(terminal.paint('red', `— ${message} (${reason})`));
}
