import type { Client, Member } from '@keyway/client';
import { WireError } from '@keyway/wire';
import { isClientId } from '../recipient.js';
import { clientIdOf, profileName } from '../profile.js';
import { ownerName } from '../roster.js';
import type { Book } from './book.js';

/** Whom a line is for. */
export interface Addressed {
  readonly called: string;
  /** What finds the same person again: a name in full, or an id. */
  readonly again: string;
  /** One for each place where the person is; never our own. */
  readonly ids: readonly string[];
}

/** Sessions of one person that are looked for. */
const mostSessions = 16;
/** Of a large fleet not everybody is known by name before somebody writes to him. */
const mostListed = 2_000;

/** Finds people: by name, by the only beginning of one, by @profile of this machine, by client id. */
export class Addressing {
  constructor(
    private readonly client: Client,
    private readonly book: Book,
    private readonly home: string,
  ) {}

  /** Throws WireError: `recipient_unknown`, `address_invalid`, and what `clientIdOf` says of profiles. */
  async find(to: string): Promise<Addressed> {
    if (to.startsWith('@')) return { called: to, again: to, ids: [clientIdOf(this.home, profileName(to.slice(1)))] };
    if (isClientId(to)) return this.#only(to.toLowerCase());
    const member = await this.#named(to);
    const { id, name } = member;
    if (name === undefined) return this.#only(id);
    if (ownerName(name) !== undefined && to.toLowerCase() === name) return { ...this.#only(id), again: name };
    const sessions = await this.#sessions(name);
    const ids = [id, ...sessions.filter(({ online }) => online).map((session) => session.id)].filter((one) => one !== this.client.id);
    return { called: this.book.called(id), again: name, ids: ids.length === 0 ? [id] : ids };
  }

  /** Fills the book with who is in the fleet. */
  async refresh(): Promise<readonly Member[]> {
    const members: Member[] = [];
    for await (const member of this.client.list()) {
      this.book.learn(member);
      if (members.push(member) >= mostListed) break;
    }
    return members;
  }

  #only(id: string): Addressed {
    return { called: this.book.called(id), again: id, ids: [id] };
  }

  /** While the fleet is away the book has to do: messages wait here anyway. */
  async #named(to: string): Promise<Member> {
    const member = this.client.state === 'attached' ? await this.client.resolve(to) : undefined;
    if (member) {
      const before = this.book.learn(member);
      if (before === undefined) return member;
      const text = `${JSON.stringify(to)} was ${before} and is ${member.id} now: ask that person by other means, then write to the client id`;
      throw new WireError('recipient_unknown', text);
    }
    return this.#begins(to);
  }

  async #begins(to: string): Promise<Member> {
    let found = this.book.find(to);
    if (found.kind === 'nobody' && this.client.state === 'attached') {
      await this.refresh();
      found = this.book.find(to);
    }
    if (found.kind === 'one') return found.member;
    if (found.kind === 'several')
      throw new WireError('address_invalid', `${JSON.stringify(to)} may be ${found.names.slice(0, 10).join(', ')}`);
    throw new WireError('recipient_unknown', `${JSON.stringify(to)} is no name here, and no beginning of one`);
  }

  /** The numbers have no gaps: whoever opens one more takes the next. */
  async #sessions(name: string): Promise<readonly Member[]> {
    if (this.client.state !== 'attached') return this.book.sessionsOf(name);
    const sessions: Member[] = [];
    for (let number = 2; number <= mostSessions; number += 1) {
      const session = await this.client.resolve(`${name}-${number}`);
      if (!session) break;
      if (this.book.learn(session) === undefined) sessions.push(session);
    }
    return sessions;
  }
}
