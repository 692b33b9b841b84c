import type { Member } from '@keyway/client';
import { clockText } from './amounts.js';
import { oneLine } from './printable.js';

/** A line of a list of members. */
export interface Row {
  readonly member: Member;
  /** Another place where somebody above is, such as adam-2 below adam. */
  readonly isSession: boolean;
}

/** The name before "-" and a number, as in adam-2; undefined for every other form. The fleet gives such names only with the consent of who has the one before. */
export const ownerName = (name: string): string | undefined => /^(.*[^-])-[1-9]\d{0,8}$/.exec(name)?.[1];

/** By name, who has several sessions with all of them below each other; who has no name at the end. */
export function roster(members: readonly Member[]): readonly Row[] {
  const names = new Set(members.map(({ name }) => name));
  const keyOf = ({ name }: Member): string => {
    const owner = name === undefined ? undefined : ownerName(name);
    return owner !== undefined && names.has(owner) ? owner : (name ?? '\uffff');
  };
  return [...members]
    .sort((a, b) => collator.compare(keyOf(a), keyOf(b)) || collator.compare(a.name ?? '', b.name ?? '') || collator.compare(a.id, b.id))
    .map((member) => ({ member, isSession: member.name !== undefined && keyOf(member) !== member.name }));
}

/** Of the same width for everybody with a short name: `● eve              q6gcyf… since 09:03:41`. @param mark - for who is online or not. */
export function rosterLine({ member, isSession }: Row, now: Date, mark: (online: boolean) => string = onlineMark): string {
  const name = oneLine(member.name ?? '(no name)');
  const since = member.since === undefined ? '' : `  since ${sinceText(member.since, now)}`;
  return `${mark(member.online)} ${(isSession ? `  ${name}` : name).padEnd(18)} ${member.id}${since}`;
}

export const onlineMark = (online: boolean): string => (online ? '●' : '○');

/** The time of day, or the day when that was longer ago. */
const sinceText = (since: Date, now: Date): string =>
  now.getTime() - since.getTime() < dayMs ? clockText(since) : since.toISOString().slice(0, 10);

const dayMs = 86_400_000;
const collator = new Intl.Collator('en', { numeric: true });
