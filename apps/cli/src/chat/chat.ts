import { FileReceiver } from '@keyway/client';
import { isWireError, WireError } from '@keyway/wire';
import { join } from 'node:path';
import type { Context } from '../context.js';
import { inTime } from '../deadline.js';
import { exitCodeOf, exitCodes } from '../exit-codes.js';
import { Names } from '../names.js';
import { oneLine } from '../printable.js';
import { profileFolder, profileNames } from '../profile.js';
import { heard } from '../until.js';
import { Addressing } from './addressing.js';
import { Book } from './book.js';
import { completions } from './complete.js';
import { complain, Desk } from './desk.js';
import { History } from './history.js';
import type { Joined } from './join.js';
import { parseLine } from './line.js';
import { Outgoing } from './outgoing.js';
import { receiveAll } from './receive.js';
import { Screen } from './screen.js';

export interface ChatOptions {
  readonly name: string | undefined;
  readonly history: boolean;
}

/** At the end of a pipe, what the fleet has not answered for is waited for so long. */
const settleMs = 30_000;

/** A name is worth waiting so long for: without it somebody is shown by an id. */
const nameMs = 5_000;

/** One chat, from the first line to the last. */
export class Chat {
  readonly #book = new Book();
  readonly #screen: Screen;
  readonly #addressing: Addressing;
  readonly #outgoing: Outgoing;
  readonly #desk: Desk;
  #me: string;

  constructor(
    private readonly context: Context,
    private readonly joined: Joined,
    private readonly options: ChatOptions,
  ) {
    const { client, name, profile, session } = joined;
    const folder = profileFolder(context.home, profile);
    this.#me = oneLine(name ?? (session === 1 ? context.profile : `${context.profile}-${session}`));
    this.#addressing = new Addressing(client, this.#book, context.home);
    this.#outgoing = new Outgoing(client, this.#addressing, this.#book, context.terminal, () => this.#me);
    this.#desk = new Desk(client, context.terminal, this.#book, this.#addressing, this.#outgoing);
    this.#screen = new Screen(context, {
      history: options.history ? new History(join(folder, 'chat-history')) : undefined,
      complete: (line) => completions(line, (start) => this.#book.names(start), profileNames(context.home)),
    });
  }

  /** @returns the exit code: of a pipe that of the first thing that went wrong. */
  async run(): Promise<number> {
    const { context, joined } = this;
    const { terminal, home, signal } = context;
    const { client, session } = joined;
    const files = new FileReceiver(join(profileFolder(home, joined.profile), 'files'));
    const over = new AbortController();
    try {
      await this.#takeName();
      terminal.data({ event: 'chat', id: client.id, name: this.#me, session });
      terminal.note(`${this.#me} ${client.id}${session === 1 ? '' : `, session ${session}`}; help shows what to type, exit ends`);
      await this.#addressing.refresh().catch(() => undefined); // only for completion: whoever is written to is asked for again
      this.#screen.prompt(`[${this.#me}] `);
      const receiving = { client, terminal, files, book: this.#book, names: new Names(client, nameMs), me: () => this.#me };
      const received = receiveAll(receiving, AbortSignal.any([signal, over.signal]));
      received.catch(() => this.#screen.close());
      await this.#obeyAll();
      if (!this.#screen.interactive && !signal.aborted) await this.#settle(received);
      over.abort();
      await received;
      const { failed } = this.#outgoing;
      return failed && !this.#screen.interactive ? exitCodeOf(failed.reason) : exitCodes.ok;
    } finally {
      over.abort();
      this.#screen.close();
      await files.close();
      await client.close();
    }
  }

  /** At the end of a pipe: what was sent is answered for, or the client cannot go on. Throws `timed_out`: it is kept, and leaves with the next start. */
  async #settle(received: Promise<void>): Promise<void> {
    const lost = received.then(() => new Promise<never>(() => undefined));
    await inTime(settleMs, this.context.signal, async (end) => {
      await Promise.race([this.#outgoing.settled(), lost, heard(end).then(() => Promise.reject(new WireError('aborted')))]);
    });
  }

  async #obeyAll(): Promise<void> {
    for await (const typed of this.#screen.typed()) {
      const line = parseLine(typed);
      if (line.kind === 'exit') return;
      await this.#desk.obey(line).catch((thrown: unknown) => complain(this.context.terminal, thrown));
    }
  }

  /** A name was given, or there is none and somebody can be asked. */
  async #takeName(): Promise<void> {
    const { client, name, session } = this.joined;
    const wanted = session === 1 ? this.options.name : undefined;
    if (wanted !== undefined && wanted !== name) await this.#claim(wanted);
    if (wanted !== undefined || name !== undefined || session > 1) return;
    for (;;) {
      const answer = (await this.#screen.ask('The name others find you by (none: just Enter): '))?.trim();
      if (!answer) return;
      if (parseLine(answer).kind !== 'unclear') {
        this.context.terminal.note(`${answer} is something to type later; first a name, or just Enter`); // nobody is to be called exit by accident
        continue;
      }
      try {
        return await this.#claim(answer);
      } catch (thrown) {
        if (!isWireError(thrown) || client.state === 'closed') throw thrown;
        complain(this.context.terminal, thrown);
      }
    }
  }

  async #claim(name: string): Promise<void> {
    await this.joined.client.claimName(name);
    this.#me = oneLine((await this.joined.client.status()).name ?? name);
  }
}
