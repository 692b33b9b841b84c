import type { Member } from '@keyway/client';
import { ownerName, roster, rosterLine } from './roster.js';

const member = (name: string | undefined, online = true, since?: Date): Member => ({ id: `id-of-${name}`, name, online, since });

it('puts sessions below their owner, in the order of their numbers, and who has no name at the end', () => {
  const rows = roster(['eve', 'adam-10', undefined, 'adam-2', 'node-1', 'adam'].map((name) => member(name)));
  expect(rows.map(({ member: { name }, isSession }) => `${isSession ? '> ' : ''}${name}`)).toEqual([
    ...['adam', '> adam-2', '> adam-10', 'eve', 'node-1', 'undefined'],
  ]);
});

it('knows a name with a number behind it', () => {
  expect(['adam-2', 'adam', 'adam-', 'adam-02', 'a-b-3', '-2', 'adam--2'].map(ownerName)).toEqual([
    ...['adam', undefined, undefined, undefined, 'a-b', undefined, undefined],
  ]);
});

it('shows the time of day for a day, then the date; and nothing a terminal would obey', () => {
  const now = new Date(2026, 10, 20, 12, 0, 0);
  const line = (since?: Date, name = 'eve', online = true): string =>
    rosterLine({ member: member(name, online, since), isSession: false }, now);
  expect(line(new Date(2026, 10, 20, 9, 3, 41))).toBe('● eve                id-of-eve  since 09:03:41');
  expect(line(new Date(Date.UTC(2026, 10, 1)))).toContain('since 2026-11-01');
  expect(line(undefined, 'e\u001b[2J', false)).toBe('○ e\ufffd[2J              id-of-e\u001b[2J');
});
