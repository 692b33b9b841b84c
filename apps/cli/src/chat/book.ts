import type { Member } from '@keyway/client';
import { oneLine } from '../printable.js';
import { ownerName } from '../roster.js';
import { shortId } from './transcript.js';

export type Found =
  | { readonly kind: 'one'; readonly member: Member }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'nobody' };

/** Whoever else was seen is forgotten first; those one has written to are few. */
const mostMembers = 10_000;
/** Of an id: fewer characters of it say nothing. */
const idChars = 6;

/**
 * Whom this chat knows. The fleet says whose a name is, and keys are the only proof of anybody: the id a name had first is kept as long as the chat
 * lasts, and somebody else who carries that name later is shown by his id.
 */
export class Book {
  readonly #members = new Map<string, Member>();
  readonly #pins = new Map<string, string>();

  /** @returns the id that had this name before, when it is another one. */
  learn(member: Member): string | undefined {
    const { id, name } = member;
    const pinned = name === undefined ? id : (this.#pins.get(name) ?? id);
    if (name !== undefined && this.#pins.size < mostMembers) this.#pins.set(name, pinned);
    if (this.#members.size < mostMembers || this.#members.has(id))
      this.#members.set(id, pinned === id ? member : { ...member, name: undefined });
    return pinned === id ? undefined : pinned;
  }

  get(id: string): Member | undefined {
    return this.#members.get(id);
  }

  presence(id: string, online: boolean, since: Date): void {
    const member = this.#members.get(id);
    if (member) this.#members.set(id, { ...member, online, since });
  }

  /** What a person is called on the screen. */
  called(id: string): string {
    const name = this.#members.get(id)?.name;
    return name === undefined ? shortId(id) : oneLine(name);
  }

  /** By a name, the only beginning of a name, or the only beginning of an id. A session counts as its owner as long as both fit. */
  find(text: string): Found {
    const wanted = text.normalize('NFC').toLowerCase();
    const named = [...this.#members.values()].filter(({ name }) => name?.startsWith(wanted));
    const exact = named.find(({ name }) => name === wanted);
    if (exact) return { kind: 'one', member: exact };
    const owners = named.filter(({ name }) => !named.some((other) => other.name === ownerName(name!)));
    const fits = owners.length > 0 ? owners : this.#byId(wanted);
    if (fits.length === 1) return { kind: 'one', member: fits[0]! };
    return fits.length === 0 ? { kind: 'nobody' } : { kind: 'several', names: fits.map(({ id }) => this.called(id)).sort() };
  }

  /** Where else somebody is, as far as it is known: adam-2 and adam-3 of adam. */
  sessionsOf(name: string): readonly Member[] {
    return [...this.#members.values()].filter((member) => member.name !== undefined && ownerName(member.name) === name);
  }

  /** Names that begin so, for completion. */
  names(start: string): readonly string[] {
    const wanted = start.normalize('NFC').toLowerCase();
    const names = [...this.#members.values()].flatMap(({ name }) => (name?.startsWith(wanted) ? [oneLine(name)] : []));
    return [...new Set(names)].sort();
  }

  #byId(start: string): readonly Member[] {
    return start.length < idChars ? [] : [...this.#members.values()].filter(({ id }) => id.startsWith(start));
  }
}
