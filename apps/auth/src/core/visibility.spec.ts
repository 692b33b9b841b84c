import type { Glimpse, PolicyRow } from '@keyway/registry';
import { rightBits, sightIds } from '@keyway/wire';
import { isListed, seenBy, sightOf } from './visibility.js';

const [me, them] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const { unknown, everybody, thisViewer } = sightIds;
const member = { blocked: false, rights: rightBits.send | rightBits.see };
const operator = { ...member, rights: 15 };
const them1 = { id: them, blocked: false, hidden: false, name: undefined };

interface Case {
  readonly client?: Partial<NonNullable<Glimpse['client']>> | undefined;
  readonly viewer?: Glimpse['viewer'];
  readonly isContact?: boolean;
  readonly seeing?: PolicyRow['seeing'];
  readonly self?: boolean;
}

const look = (of: Case): [number, boolean] => {
  const client = 'client' in of && of.client === undefined ? undefined : { ...them1, ...of.client };
  const seen = { client, viewer: 'viewer' in of ? of.viewer : member, isContact: of.isContact ?? false };
  const glance = { clientId: them, viewer: of.self ? them : me };
  const seeing = of.seeing ?? 'members';
  return [sightOf(glance, seen, seeing), isListed(glance, seen, seeing)];
};

it.each<[string, Case, number, boolean]>([
  ['a member', {}, everybody, true],
  ['nobody', { client: undefined }, unknown, false],
  ['nobody, by an operator', { client: undefined, viewer: operator }, unknown, false],
  ['somebody blocked', { client: { blocked: true } }, unknown, false],
  ['somebody blocked, by an operator', { client: { blocked: true }, viewer: operator }, unknown, false],
  ['somebody blocked, by itself', { client: { blocked: true }, self: true }, unknown, false],
  ['somebody hidden', { client: { hidden: true } }, unknown, false],
  ['somebody hidden, by a contact', { client: { hidden: true }, isContact: true }, thisViewer, true],
  ['somebody hidden, by an operator', { client: { hidden: true }, viewer: operator }, thisViewer, true],
  ['somebody hidden, by an operator that is blocked', { client: { hidden: true }, viewer: { ...operator, blocked: true } }, unknown, false],
  ['somebody hidden, by itself', { client: { hidden: true }, self: true }, thisViewer, true],
  ['a member where nobody sees members', { seeing: 'nobody' }, unknown, false],
  ['a member where nobody sees members, by a contact', { seeing: 'nobody', isContact: true }, thisViewer, true],
  ['a member where nobody sees members, by an operator', { seeing: 'nobody', viewer: operator }, thisViewer, true],
  ['a member where nobody sees members, by itself', { seeing: 'nobody', self: true }, thisViewer, true],
  ['a member, by one that may not see', { viewer: { blocked: false, rights: rightBits.send } }, everybody, false],
  [
    'a member, by one that may not see but is a contact',
    { viewer: { blocked: false, rights: rightBits.send }, isContact: true },
    everybody,
    true,
  ],
  ['itself, though it may not see', { viewer: { blocked: false, rights: rightBits.send }, self: true }, everybody, true],
  ['a member, by a stranger', { viewer: undefined }, everybody, false],
])('%s', (_what, of, sight, listed) => expect(look(of)).toEqual([sight, listed]));

it.each([
  [operator, 'members', 'everybody'],
  [operator, 'nobody', 'everybody'],
  [member, 'members', 'shown'],
  [member, 'nobody', 'contacts'],
  [{ blocked: false, rights: rightBits.send }, 'members', 'contacts'],
  [{ ...operator, blocked: true }, 'members', 'contacts'],
  [undefined, 'members', 'contacts'],
] as const)('a page for %j where %s are seen has %s', (viewer, seeing, sees) => expect(seenBy(viewer, seeing)).toBe(sees));
