import type { NameRow } from '@keyway/registry';
import { consentNeeded, isFreeFor, wantedName } from './naming.js';

const id = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const row = (holder: number | undefined, owner = holder): NameRow => ({
  ...{ name: 'adam', skeleton: 'adarn', tokenId: holder === undefined ? id(9).subarray(0, 16) : undefined },
  ...{ clientId: holder === undefined ? undefined : id(holder), ownerId: owner === undefined ? undefined : id(owner) },
});

it('a wanted name is canonical, and knows the name it is made from', () => {
  expect(wantedName('Adam-2')).toMatchObject({ name: 'adam-2', base: { name: 'adam' } });
  expect(wantedName('eve')).toMatchObject({ name: 'eve', base: undefined });
  expect(wantedName('a b')).toMatchObject({ fault: expect.stringContaining('letters') as string });
});

it('a name is free when nobody else has it or one like it', () => {
  expect([isFreeFor(id(1), []), isFreeFor(undefined, []), isFreeFor(id(1), [row(1)])]).toEqual([true, true, true]);
  expect([
    isFreeFor(id(1), [row(2)]),
    isFreeFor(id(1), [row(1), row(2)]),
    isFreeFor(undefined, [row(1)]),
    isFreeFor(id(1), [row(undefined)]),
  ]).toEqual([...[false, false, false, false]]);
});

it('a name with a number needs the consent of who owns the name before it', () => {
  expect(consentNeeded(id(1), [])).toBeUndefined();
  expect(consentNeeded(id(1), [row(1)])).toBeUndefined();
  expect(consentNeeded(id(1), [row(2)])).toEqual(id(2));
  expect(consentNeeded(id(1), [row(2, 3)])).toEqual(id(3));
  expect(consentNeeded(id(1), [row(2, 1)])).toBeUndefined();
  expect(consentNeeded(id(1), [row(undefined)])).toBe('nobody');
  expect(consentNeeded(id(1), [row(2), row(3)])).toBe('nobody');
});
